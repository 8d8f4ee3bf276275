/** A few signs of a device's key, to be compared aloud: enough to tell a handful of devices apart, and not secret. */
export const signOf = (device: string): string => `${device.slice(0, 4)} ${device.slice(4, 8)}`;
