import type { Answer } from './contract.ts';

/**
 * What opens the locked desk, asked again before something that an open desk alone must not be enough for: the passphrase,
 * or the 32 bytes of the passkey that was added on this device.
 */
export type OwnerProof = { readonly passphrase: string } | { readonly passkey: ArrayBuffer };

/**
 * What a device can still be given. `all`: every key of its member, those to come too. `not-next`: all until now, and not
 * the next one, because its own key was never shown. `old`: its member has taken a key that it was not given, so that it
 * opens nothing that was sealed since.
 */
export type KeyReach = 'all' | 'not-next' | 'old';

/** A device of one's own, or the sealed recovery file, which is one too. */
export type OwnDeviceView = {
  readonly device: string;
  /** A few signs that tell it from the others, to be read aloud: they say nothing about it. */
  readonly sign: string;
  /** As its owner calls it; empty where nobody has named it. */
  readonly name: string;
  /** When it came, by the clock of whoever let it in; null where the log does not say. */
  readonly since: number | null;
  readonly here: boolean;
  readonly kind: 'device' | 'recovery';
  readonly live: boolean;
  readonly keys: KeyReach;
};

/** A device of somebody in the organisation, as her colleagues may know it. */
export type MemberDeviceView = Omit<OwnDeviceView, 'here'>;

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
  /** Lets the device in whose words were compared. The owner is asked for again: an open desk must not be enough. */
  confirmDevice: [{ readonly join: string } & OwnerProof, null];
  cancelDevice: [{ readonly join: string }, null];
  /** On the other device, which has nothing yet. */
  joinAsDevice: [
    { readonly link: string; readonly name: string; readonly passphrase: string },
    { readonly words: readonly string[] },
  ];
  nameDevice: [{ readonly device: string; readonly name: string }, null];
  /** `lost`: somebody else may hold it, so that keys change. `retired`: it is in its owner's hand. */
  endDevice: [{ readonly device: string; readonly reason: 'lost' | 'retired' } & OwnerProof, null];
  /**
   * Ends this very device for the relay and for everybody, and then deletes what it holds. Nothing is deleted where the
   * relay could not be told: `wipe` does that alone.
   */
  endThisDevice: [Record<string, never>, null];
  /** All live devices of the organisation, by member. */
  memberDevices: [Record<string, never>, ReadonlyMap<string, readonly MemberDeviceView[]>];
  /** An administrator ends one device of somebody who has others; who has no other is removed (`removeMember`). */
  endMemberDevice: [
    { readonly member: string; readonly device: string; readonly reason: 'lost' | 'retired' } & OwnerProof,
    null,
  ];
};

/** How a command ends that has no more to say than that it was done. */
export type Done = Answer<null>;
