export type DoorView = {
  readonly link: string | null;
  readonly texts: DoorTexts | null;
  readonly validUntil: number | null;
  readonly oneAdministrator: boolean;
  /** Another administrator must still sign the settings. */
  readonly waitingForSecond: boolean;
};

/** JSON of `DoorSettings.texts`. */
export type DoorTexts = {
  readonly v: 1;
  readonly languages: readonly string[];
  /** Shown name by language; may be empty: some doors show none. */
  readonly name: Readonly<Record<string, string>>;
  readonly retention: Readonly<Record<string, string>>;
  /** Other ways of contact, shown when the door cannot be used. */
  readonly contacts: Readonly<Record<string, string>>;
  /** Questions before the form, to be answered for oneself; missing in what older desks wrote. */
  readonly selfCheck?: Readonly<Record<string, string>>;
  /** So many days an answer can be read at the door; missing in what older desks wrote. */
  readonly answerDays?: number;
};

/** How the owner of this device is called while it is closed. */
export type CallView = {
  /** Whether the relay has a mail server at all. */
  readonly available: boolean;
  readonly address: string | null;
};

/** What a screen may ask about the organisation's door, and about being called while the desk is closed. */
export type DoorCommands = {
  door: [Record<string, never>, DoorView];
  publishDoor: [{ readonly texts: DoorTexts }, DoorView];
  signDoor: [Record<string, never>, DoorView];
  call: [Record<string, never>, CallView];
  /** Where to call the owner of this device by mail; null ends it. */
  setCall: [{ readonly address: string | null; readonly language: string }, null];
  /** Sends one call now. */
  testCall: [Record<string, never>, null];
};
