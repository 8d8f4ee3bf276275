import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Clock as CaseClock } from '@leeward/domain/clock/clock.ts';
import type { FormPlace } from '@leeward/domain/organisation/placed-forms.ts';
import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import type { CheckInStanding } from '@leeward/domain/request/alarm.ts';
import type { ReachedBy } from '@leeward/domain/request/message.ts';
import type { WayIn } from '@leeward/domain/request/otherwise.ts';
import type { Clock, Phase } from '@leeward/domain/request/queue.ts';
import type { Said } from '@leeward/domain/request/said.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import type { Band } from '@leeward/domain/risk/matrix.ts';
import type { Trend } from '@leeward/domain/risk/standing.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { SheetLine } from '@leeward/domain/sheet/rules.ts';
import type { CellProblem } from '@leeward/forms/xlsform/import.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { BringCommands } from '../bring/contract.ts';
import type { CopyCommands } from '../copy/contract.ts';
import type { DirectoryCommands } from '../directory/contract.ts';
import type { ListCommands, ListName } from '../lists/contract.ts';
import type { PatternCommands } from '../patterns/contract.ts';
import type { SearchCommands } from '../search/contract.ts';
import type { Access } from './access.ts';
import type { OpenedAnswers } from './answer-boxes.ts';
import type { CareCommands } from './care-contract.ts';
import type { CaseCommands } from './case-contract.ts';
import type { ComeBackCommands, ComeBackDraft } from './come-back-contract.ts';
import type { DeviceCommands } from './devices-contract.ts';
import type { IdentitiesInLine } from './identity/case-line.ts';
import type { IdentityCommands } from './identity/contract.ts';
import type { LineTasks } from './line-tasks.ts';
import type { Piece } from './list-pieces.ts';
import type { JoinedLine, RequestCommands } from './requests-contract.ts';
import type { RiskCommands } from './risk-matrix.ts';
import type { SheetCommands } from './sheet-contract.ts';
import type { TeamCommands } from './teams-contract.ts';
import type { VerificationCommands } from './verification-terms.ts';

/**
 * What a screen may ask of the session in the worker, and what it is told. There is no call that returns a key
 * (section 8). Everything here survives structured cloning. Ids are hex; times are milliseconds since 1970.
 */

/** A command that could not be carried out. Nothing that was typed is lost: the screen still holds it. */
export type Failure =
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | {
      readonly code:
        | 'locked'
        | 'wrong-passphrase'
        | 'wrong-passkey'
        | 'wrong-recovery-code'
        | 'broken-file'
        | 'broken-link';
    }
  /** Too many were wrong: the next is looked at from `until` on, milliseconds since 1970. */
  | { readonly code: 'wait'; readonly until: number }
  | { readonly code: 'weak-passphrase'; readonly why: 'too-short' | 'too-common' }
  | {
      readonly code:
        | 'offline'
        | 'bad-token'
        | 'no-space'
        | 'not-here'
        /** She ended it herself. */
        | 'stopped'
        | 'invitation-used'
        | 'invitation-expired'
        /** The relay keeps no more opened invitations of this organisation. */
        | 'invitations-full';
    }
  /** The relay answered with a problem; `problem` is its code. */
  | { readonly code: 'relay'; readonly problem: string }
  /** A proven fork or another alarm keeps this record, or the organisation, from being written (rules 2, 4, 11). */
  | { readonly code: 'writing-stopped'; readonly alert: string }
  /**
   * Kept, and not sealed before somebody confirms: no sign of life of the organisation has come for so many days, and a
   * removal may be hidden (rule 7).
   */
  | { readonly code: 'needs-confirmation'; readonly days: number }
  /** Nobody's only device is ended alone: she is removed, or gets another one first. */
  | { readonly code: 'only-device' }
  /** So many devices of one person may be live at once. */
  | { readonly code: 'too-many-devices'; readonly limit: number }
  | { readonly code: 'too-long'; readonly limit: number; readonly length: number }
  | { readonly code: 'file-too-large'; readonly limit: number }
  /** The browser lacks something that the session needs; `missing` names it. */
  | { readonly code: 'unsupported'; readonly missing: string };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Where an edit of one's own is (product: "kept here, sent, confirmed"). */
export type Delivery = 'kept' | 'sent' | 'confirmed' | 'refused' | 'conflict';

export type SessionView =
  /** Nothing on this device yet: create an organisation, join one, or open a recovery file. */
  | {
      readonly type: 'empty';
      readonly persistent: boolean;
      /** The organisation has ended this device, and what it held was deleted. */
      readonly wasEnded?: true;
      /** Its owner has ended this device here: the relay and her colleagues know of it. */
      readonly endedItself?: true;
    }
  /** Without a name: which organisation this is stays sealed until the passphrase is typed (section 2). */
  | { readonly type: 'locked' }
  /** Another window of this browser works (decision 75). */
  | { readonly type: 'elsewhere' }
  | {
      readonly type: 'joining';
      /** As a new member, whom an administrator lets in, or as a further device of somebody, who does it herself. */
      readonly as: 'member' | 'device';
      readonly words: readonly string[];
      readonly state: 'waiting' | 'cancelled';
    }
  | {
      readonly type: 'open';
      readonly org: string;
      readonly organisation: OrganisationState;
      readonly me: { readonly member: string; readonly device: string };
      readonly administrator: boolean;
      /** Ids of the teams that this person is of now. */
      readonly teams: readonly string[];
      readonly connection: 'online' | 'offline' | 'syncing';
      /** Rows still to be verified in the first open: for a progress with numbers; null when done. */
      readonly progress: { readonly done: number; readonly total: number } | null;
      readonly unsent: number;
      readonly alerts: readonly Alert[];
      /** Where the sealed recovery file was not made yet. */
      readonly recoveryMissing: boolean;
    };

/** Something that a person must know. `kind` has its words in the catalogue under `alert.<kind>`. */
export type Alert = {
  readonly id: string;
  readonly kind: AlertKind;
  readonly since: number;
  /** The record that it concerns, where it is one. */
  readonly record: string | null;
  readonly details: Readonly<Record<string, string | number>>;
  /** Whether a person may put it away after reading. Red ones stay until their cause is gone. */
  readonly dismissable: boolean;
};

export type AlertKind =
  | 'serverWentBack'
  | 'fork'
  | 'forkNeedsAuthority'
  | 'organisationFork'
  | 'notInChain'
  | 'missingNotes'
  | 'missingFromHer'
  | 'setAside'
  | 'needsNewer'
  | 'extraRecipient'
  | 'noHeartbeat'
  | 'heldBack'
  | 'staleTeam'
  | 'teamAbandoned'
  | 'readmitted'
  | 'clockDiffers'
  /** The clock of this very device seems wrong by more than a day. */
  | 'ownClock'
  | 'unsentWork'
  | 'equivocation'
  | 'badGrant'
  | 'grantsMissing'
  | 'unlistedDevice'
  /** A case that this member read through a team alone from which it was taken back. */
  | 'caseTakenBack'
  /** A further device of this member came that this one did not let in. */
  | 'deviceAdded'
  /** Another device of hers took a new key, and this one was not given it. */
  | 'ownKeyMissing'
  | 'recoveryOutdated'
  | 'doorExpiring'
  | 'doorExpired'
  | 'storageMayBeEvicted'
  /** This device has no room for what it should keep. */
  | 'deviceFull'
  /** The relay has none for what waits here. */
  | 'serverFull'
  | 'recoveryNone'
  | 'bodyMissing';

/** A line of the queue: enough to triage by, no more than needed. */
export type QueueLine = {
  readonly record: string;
  readonly phase: Phase;
  readonly urgency: Urgency;
  readonly suggested: Urgency | null;
  readonly clock: Clock | null;
  readonly waitingSince: number | null;
  readonly unread: number;
  readonly missing: number;
  readonly claimedBy: string | null;
  /** The beginning of her words; empty where this device cannot open them. */
  readonly excerpt: string;
  readonly locale: string;
  readonly callName: string | null;
  readonly country: string | null;
  readonly forOther: boolean;
  readonly files: number;
  readonly never: readonly string[];
  readonly case: string | null;
  /** How it came, where it did not come through the door. */
  readonly way: WayIn | null;
  /** When it reached the team. */
  readonly began: number | null;
  /** When somebody of the team last did something about it. */
  readonly touched: number | null;
  /** Handed to a colleague who has not seen that yet. */
  readonly handedOver: { readonly by: string; readonly to: string; readonly since: number } | null;
  /** Two people judged its urgency apart, and nobody has chosen. */
  readonly undecided: boolean;
  /** How many other requests are known to be of the same person. */
  readonly joined: number;
  /** Her signs of life, to be held against the time: see `alarmAt`. */
  readonly checkIn: CheckInStanding;
  /** Since when she wishes that her signs of life end, while nobody has carried it out; missing where she does not. */
  readonly endWished?: number;
  /** What ends by itself: promises to her, consents of hers; missing where there is nothing. */
  readonly clocks?: readonly CaseClock[];
};

export type RequestView = {
  readonly record: string;
  readonly state: RequestState;
  readonly said: Said;
  readonly phase: Phase;
  readonly clock: Clock | null;
  readonly suggested: Urgency | null;
  readonly missing: number;
  /** Ways that she called safe and unsafe. */
  readonly channels: readonly ReachedBy[];
  /** Own edits that are not confirmed yet, oldest first. */
  readonly pending: readonly PendingEdit[];
  /** Why writing is stopped here, or null. */
  readonly stopped: string | null;
  readonly refused: readonly RefusedEntry[];
  readonly checkWords: readonly string[];
  /** Other requests of the same person. */
  readonly joined: readonly JoinedLine[];
  /** To whom it can be handed over: who reads it and may work on it. */
  readonly colleagues: readonly string[];
};

/** How the owner of this device is called while it is closed. */
export type CallView = {
  /** Whether the relay has a mail server at all. */
  readonly available: boolean;
  readonly address: string | null;
};

/** Commands with a form in which something can be lost. */
export type DraftedCommand =
  | ComeBackDraft
  /** A form in a part of a case: `case:people`, or with the id of the thing that it is about. */
  | `case:${string}`
  /** A form about an identity; its last part is the person in the case. */
  | `identity:${string}`
  /** A programme of the organisation's own: `programme:new`, or with its id. */
  | `programme:${string}`
  | 'reply'
  | 'decline'
  | 'takeUpAgain'
  | 'setUrgency'
  | 'openCase'
  | 'enterRequest'
  | 'enterWord'
  | 'noteContact'
  | 'keepWords'
  | 'addNote'
  | 'setNextStep'
  | 'invite'
  | 'foundTeam'
  | 'describeTeam'
  | 'endTeam'
  | 'publishDoor'
  | 'setCall'
  | 'setQuiet'
  | 'publishQuestions'
  /** A form for files that is being built: a new one, or the hash of the one that it began with. */
  | `questions:${string}`
  | 'sendQuestions'
  | 'proposeChange'
  | 'refuseChange'
  | 'checkMechanism'
  | 'addMechanism'
  | 'changeMechanism'
  | 'withdrawMechanism'
  | 'noteTold'
  /** Entries of the directory that somebody picked, for a request or for nothing in particular. */
  | 'shortlist'
  /** The name of a view, and the reason for taking out, of one list each. */
  | `keepView:${ListName}`
  | `takeOut:${ListName}`
  /** No command: what this device remembers of the first steps and of the sheet with the link, sealed like a form. */
  | 'firstSteps';

/** A command that somebody has begun to fill in and has not given. */
export type Draft = {
  readonly command: DraftedCommand;
  /** What it is about; null where it is about no record. */
  readonly record: string | null;
  /** What the form holds, as its screen wrote it: JSON. */
  readonly form: unknown;
  readonly since: number;
};

export type PendingEdit = {
  readonly action: string;
  readonly command: string;
  readonly delivery: Delivery;
  readonly since: number;
  /** For a conflict: what colleagues changed meanwhile. */
  readonly changed: readonly string[];
  /** What was typed, so that it can be shown and taken up again. */
  readonly text: string | null;
  readonly failure: Failure | null;
};

/** An entry that is kept and changes nothing. */
export type RefusedEntry = {
  readonly entry: string;
  readonly position: number;
  readonly member: string;
  readonly why: string;
  readonly claimedTime: number | null;
};

/** What the lists keep of a file. */
export type CaseLine = LineTasks & FileLine;
type FileLine = IdentitiesInLine & {
  readonly record: string;
  /** From which table it was brought, and by what its row is known; missing for most. */
  readonly brought?: {
    readonly batch: string;
    readonly source: string;
    readonly key: string;
    readonly by: string;
    readonly at: number;
    /** Other imports that brought the same row, with who and when; missing for most. */
    readonly again?: readonly { readonly batch: string; readonly by: string; readonly at: number }[];
  };
  readonly pseudonym: string;
  readonly urgency: Urgency;
  readonly state: string;
  readonly responsible: string | null;
  readonly next: { readonly text: string; readonly date: string } | null;
  readonly conversation: string | null;
  readonly updated: number;
  /** Its question sheets; missing where there are none. */
  readonly sheets?: SheetLine;
  /** Who goes on with it when the one who is responsible cannot. */
  readonly second: string | null;
  /** To whom it is offered, and not answered yet. */
  readonly offered: string | null;
  /** Whoever carries it asked to be relieved. */
  readonly relief: boolean;
  /** How grave it is judged; missing where nothing was judged and nothing is due. */
  readonly risk?: RiskLine;
};

/** Danger as lists show it. */
export type RiskLine = {
  /** Null where nothing was judged yet. */
  readonly band: Band | null;
  readonly trend: Trend | null;
  /** The day by which it is to be judged anew. */
  readonly due: string | null;
};

export type CaseView = {
  readonly record: string;
  readonly state: CaseState;
  readonly pending: readonly PendingEdit[];
  readonly stopped: string | null;
  readonly refused: readonly RefusedEntry[];
  /** Teams and members who can read it, as the log says. */
  readonly readers: readonly { readonly type: 'team' | 'member'; readonly id: string }[];
  /** The same with since when, and those who could read it before. */
  readonly access: readonly Access[];
};

export type InvitationView = {
  readonly join: string;
  readonly link: string;
  readonly role: string;
  readonly teams: readonly string[];
  readonly expires: number;
  /** Set when the person has opened the link: compare the words, then confirm. */
  readonly opened: { readonly name: string; readonly words: readonly string[] } | null;
};

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

/** Forms of the organisation's own questions. */
export type QuestionsView = {
  /** In the order in which they were kept; `form` is the hash, `text` the form as JSON. */
  readonly forms: readonly {
    readonly form: string;
    readonly text: string;
    readonly by: string;
    readonly since: number;
  }[];
  /** Hashes in the latest settings of the door, signed by enough administrators or not yet. */
  readonly atDoor: readonly string[];
};

/** A form that is asked in a place of every file. */
export type PlacedQuestions = {
  readonly place: FormPlace;
  readonly form: string;
  /** The same in all versions of a form. */
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
};

/** What a spreadsheet held: a form as it is written for ever, or the cells that stand in its way. */
export type ImportedQuestions =
  | { readonly text: string }
  | {
      readonly problems: readonly {
        /** `survey!C7`; empty where the file is no spreadsheet. */
        readonly cell: string;
        readonly code: CellProblem['code'] | 'not-a-spreadsheet' | 'two-sheets' | 'which-sheet';
        readonly detail: string;
      }[];
    };

/** An attachment, opened for the viewer on its own origin. */
export type OpenedFile = { readonly bytes: ArrayBuffer; readonly name: string; readonly mediaType: string };

/** Every command: its argument and what it answers. */
export type Commands = DirectoryCommands &
  IdentityCommands &
  CareCommands &
  CaseCommands &
  BringCommands &
  CopyCommands &
  ComeBackCommands &
  RequestCommands &
  SearchCommands &
  PatternCommands &
  RiskCommands &
  VerificationCommands &
  SheetCommands &
  DeviceCommands &
  TeamCommands &
  ListCommands & {
    session: [Record<string, never>, SessionView];
    /** Asks the window that works to leave the work to this one. */
    workHere: [Record<string, never>, null];
    /** Said by a page that was told `leaving`, once it has kept what was half typed. */
    giveUp: [Record<string, never>, null];
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

    invite: [{ readonly role: string; readonly teams: readonly string[] }, InvitationView];
    invitations: [Record<string, never>, readonly InvitationView[]];
    confirmInvitation: [{ readonly join: string }, null];
    cancelInvitation: [{ readonly join: string }, null];
    join: [
      { readonly link: string; readonly name: string; readonly passphrase: string },
      { readonly words: readonly string[] },
    ];
    removeMember: [{ readonly member: string }, null];

    /** Everything that is half filled in on this device, by whoever has unlocked it. */
    drafts: [Record<string, never>, readonly Draft[]];
    /** Keeps a form as it is typed, sealed on this device; null takes it away. It goes by itself when its command is given. */
    keepDraft: [Pick<Draft, 'command' | 'record' | 'form'>, null];

    queue: [Record<string, never>, readonly QueueLine[]];
    request: [{ readonly record: string }, RequestView];
    /** Opening is an act: she reads "opened by the team". */
    noteOpened: [{ readonly record: string }, null];
    claim: [{ readonly record: string }, null];
    release: [{ readonly record: string }, null];
    setUrgency: [{ readonly record: string; readonly urgency: Urgency; readonly reason: string }, null];
    reply: [{ readonly record: string; readonly text: string; readonly files: readonly File[] }, null];
    decline: [
      {
        readonly record: string;
        readonly reason: string;
        readonly words: string;
        readonly alternatives: readonly string[];
        readonly noneKnown: boolean;
        readonly wayBackDays: number;
      },
      null,
    ];
    takeUpAgain: [{ readonly record: string; readonly reason: string }, null];
    setAside: [{ readonly records: readonly string[]; readonly reason: string }, null];
    putBack: [{ readonly record: string }, null];
    openCase: [
      {
        readonly record: string;
        readonly pseudonym: string;
        readonly teams: readonly string[];
        readonly urgent: boolean;
      },
      { readonly case: string },
    ];

    cases: [Record<string, never>, readonly CaseLine[]];
    case: [{ readonly record: string }, CaseView];
    addNote: [{ readonly record: string; readonly text: string }, null];
    setNextStep: [{ readonly record: string; readonly text: string; readonly date: string }, null];
    /**
     * Whatever is done in the parts of a case: events that the domain's rules made, judged again before they are sealed.
     * `form`: the form that is given with it.
     */
    actOnCase: [
      {
        readonly record: string;
        readonly events: readonly CaseEvent[];
        readonly form: DraftedCommand | null;
      },
      null,
    ];

    /** Uploads a file, sealed; gives the answer that names it. Its key stays with the session until the answer is kept. */
    sealAnswerFile: [{ readonly file: File }, { readonly value: string }];
    /** What this person can open of the sealed answers of one filled-in form. */
    openedAnswers: [{ readonly record: string; readonly sheet: string }, OpenedAnswers];
    openFile: [{ readonly record: string; readonly file: FileNote }, OpenedFile];
    door: [Record<string, never>, DoorView];
    publishDoor: [{ readonly texts: DoorTexts }, DoorView];
    signDoor: [Record<string, never>, DoorView];
    /** The organisation's own questions: every form that was ever kept, and those at the door. */
    questions: [Record<string, never>, QuestionsView];
    /** Forms that are asked in files. */
    placedQuestions: [Record<string, never>, readonly PlacedQuestions[]];
    /** A kept form of any size, as it is written for ever. */
    formText: [{ readonly form: string }, { readonly text: string }];
    /** Asks a form in a place of every file, or asks it there no more. */
    placeQuestions: [{ readonly text: string; readonly place: FormPlace; readonly offered: boolean }, null];
    /** Reads an XLSForm from a spreadsheet, or from its sheets as text files; nothing of it is kept. */
    importQuestions: [
      { readonly files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[] },
      ImportedQuestions,
    ];
    /** A kept form as an XLSForm. */
    exportQuestions: [{ readonly form: string }, { readonly name: string; readonly bytes: ArrayBuffer }];
    /** Forms as they are written for ever. What two administrators must sign, as with the door's texts. */
    publishQuestions: [{ readonly forms: readonly string[] }, DoorView];
    /** Sends her a kept form, with a word about why. */
    sendQuestions: [{ readonly record: string; readonly form: string; readonly text: string }, null];
    /** Where the operator of the relay offers the source of what runs there; null where nothing was said. */
    source: [Record<string, never>, { readonly address: string | null }];
    call: [Record<string, never>, CallView];
    /** Where to call the owner of this device by mail; null ends it. */
    setCall: [{ readonly address: string | null; readonly language: string }, null];
    /** Sends one call now. */
    testCall: [Record<string, never>, null];
    /** The device has a line again: what waits goes out now, not at the next try. */
    lineIsBack: [Record<string, never>, null];
    dismissAlert: [{ readonly id: string }, null];
    /** A person with the authority says how to go on after a fork (rule 2c). */
    confirmFork: [{ readonly record: string }, null];
    /** A person says that what is held back is to be sealed although the organisation is silent; it is recorded (rule 7). */
    confirmHeldBack: [Record<string, never>, null];
    acceptLate: [{ readonly record: string; readonly entry: string }, null];
    compareWords: [Record<string, never>, { readonly words: readonly string[] }];
    retry: [{ readonly action: string }, null];
    discardPending: [{ readonly action: string }, null];
  };

export type CommandName = keyof Commands;

/** What changed, so that screens that show it ask again. */
export type Topic =
  | 'call'
  | 'passkey'
  | 'deviceLinks'
  | 'session'
  /** Another window was asked for: the page keeps what is half typed, and says `giveUp`. */
  | 'leaving'
  | 'queue'
  | 'cases'
  | 'invitations'
  | 'door'
  | 'directory'
  | `record:${string}`;

/** Messages between a screen and the worker. */
export type ToWorker = {
  readonly id: number;
  readonly command: CommandName;
  readonly args: unknown;
  /** Which edition of this long list the page holds; missing where it holds none. */
  readonly holds?: number;
};
export type FromWorker =
  /** A long list has an edition, by which it can be named the next time. */
  | { readonly id: number; readonly answer: Answer<unknown>; readonly edition?: number }
  /** A long list, as what has changed in the edition that the page holds. */
  | { readonly id: number; readonly edition: number; readonly pieces: readonly Piece<object>[] }
  | { readonly changed: readonly Topic[] }
  /** Numbers for long work: an upload, a first open. */
  | { readonly progress: { readonly of: string; readonly done: number; readonly total: number } };
