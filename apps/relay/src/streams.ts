/** Live streams under way: how many there may be, and their common end when the relay stops. */
export type Streams = {
  /** A place for one more stream of this device, or null when there are enough. */
  readonly enter: (device: string) => StreamPlace | null;
  readonly end: () => void;
  readonly open: () => number;
  /** Whether a device listens now. */
  readonly isOpen: (device: string) => boolean;
};

export type StreamPlace = {
  readonly leave: () => void;
  /** Resolves when the relay stops. */
  readonly ended: Promise<void>;
  readonly isEnded: () => boolean;
};

export function openStreams(limit: number, limitPerDevice: number): Streams {
  const perDevice = new Map<string, number>();
  let open = 0;
  let isEnded = false;
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    enter: (device) => {
      const own = perDevice.get(device) ?? 0;
      if (isEnded || open >= limit || own >= limitPerDevice) return null;
      perDevice.set(device, own + 1);
      open += 1;
      let left = false;
      const leave = (): void => {
        if (left) return;
        left = true;
        open -= 1;
        const rest = (perDevice.get(device) ?? 1) - 1;
        if (rest === 0) perDevice.delete(device);
        else perDevice.set(device, rest);
      };
      return { leave, ended, isEnded: () => isEnded };
    },
    end: () => {
      isEnded = true;
      end();
    },
    open: () => open,
    isOpen: (device) => perDevice.has(device),
  };
}
