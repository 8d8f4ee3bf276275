/** What a screen may ask before anything is open, and about how this device is opened. */
export type UnlockCommands = {
  createOrganisation: [
    {
      readonly token: string;
      readonly organisation: string;
      readonly name: string;
      readonly passphrase: string;
    },
    { readonly recoveryFile: ArrayBuffer; readonly recoveryCode: string },
  ];
  unlock: [{ readonly passphrase: string }, null];
  /** The passkey that opens this device beside the passphrase; null where there is none. Answered while locked, too. */
  passkey: [Record<string, never>, { readonly credential: ArrayBuffer; readonly salt: ArrayBuffer } | null];
  /** The passphrase is asked: somebody at an open desk could add a key of her own (decision 59). */
  addPasskey: [
    {
      readonly credential: ArrayBuffer;
      readonly salt: ArrayBuffer;
      readonly secret: ArrayBuffer;
      readonly passphrase: string;
    },
    null,
  ];
  removePasskey: [Record<string, never>, null];
  unlockWithPasskey: [{ readonly secret: ArrayBuffer }, null];
  lock: [Record<string, never>, null];
  openRecoveryFile: [
    { readonly file: ArrayBuffer; readonly code: string; readonly passphrase: string },
    {
      readonly recoveryFile: ArrayBuffer;
      readonly recoveryCode: string;
      /** The opened file was never given the newest key: what was sealed since opens once a colleague's desk was online. */
      readonly wasOld: boolean;
    },
  ];
  /** Makes a new sealed recovery file with a new code; the one before stops to work. */
  makeRecoveryFile: [
    Record<string, never>,
    { readonly recoveryFile: ArrayBuffer; readonly recoveryCode: string },
  ];
  /** Forgets this device's copy. The organisation stays; this device must be enrolled again. */
  wipe: [Record<string, never>, null];
};
