import type { Answer } from './contract.ts';

/** A device of one's own, or the sealed recovery file, which is one too. */
export type OwnDeviceView = {
  readonly device: string;
  /** As its owner calls it; empty where nobody has named it. */
  readonly name: string;
  /** When it came, by the clock of whoever let it in; null where the log does not say. */
  readonly since: number | null;
  readonly here: boolean;
  readonly kind: 'device' | 'recovery';
  readonly live: boolean;
};

/** A link by which another device becomes one of the same person. */
export type DeviceLinkView = {
  readonly join: string;
  readonly link: string;
  readonly expires: number;
  /** Set when a device has opened the link: compare the words on both, then confirm. */
  readonly opened: { readonly name: string; readonly words: readonly string[] } | null;
};

/** Devices of one's own (section 5.2). */
export type DeviceCommands = {
  /** `most` is how many there may be, with those that are live. */
  devices: [Record<string, never>, { readonly devices: readonly OwnDeviceView[]; readonly most: number }];
  /** Makes a link for another device. Nothing is sent. */
  addDevice: [Record<string, never>, DeviceLinkView];
  deviceLinks: [Record<string, never>, readonly DeviceLinkView[]];
  /** Lets the device in whose words were compared. The passphrase is asked again: an open desk must not be enough. */
  confirmDevice: [{ readonly join: string; readonly passphrase: string }, null];
  cancelDevice: [{ readonly join: string }, null];
  /** On the other device, which has nothing yet. */
  joinAsDevice: [
    { readonly link: string; readonly name: string; readonly passphrase: string },
    { readonly words: readonly string[] },
  ];
  nameDevice: [{ readonly device: string; readonly name: string }, null];
  /** `lost`: somebody else may hold it, so that keys change. `retired`: it is in its owner's hand. */
  endDevice: [
    { readonly device: string; readonly reason: 'lost' | 'retired'; readonly passphrase: string },
    null,
  ];
};

/** How a command ends that has no more to say than that it was done. */
export type Done = Answer<null>;
