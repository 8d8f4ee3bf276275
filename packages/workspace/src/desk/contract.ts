import type { OrganisationState } from '@leeward/domain/organisation/state.ts';
import type { FileNote } from '@leeward/domain/shared/context.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { BringCommands } from '../bring/contract.ts';
import type { CopyCommands } from '../copy/contract.ts';
import type { DirectoryCommands } from '../directory/contract.ts';
import type { ListCommands, ListName } from '../lists/contract.ts';
import type { PatternCommands } from '../patterns/contract.ts';
import type { SearchCommands } from '../search/contract.ts';
import type { AnswerHoursCommands } from './answer-hours.ts';
import type { CareCommands } from './care-contract.ts';
import type { CaseCommands } from './case-contract.ts';
import type { ComeBackCommands, ComeBackDraft } from './come-back-contract.ts';
import type { ConversationCommands } from './conversation-contract.ts';
import type { DeviceCommands } from './devices-contract.ts';
import type { DoorCommands } from './door-contract.ts';
import type { IdentityCommands } from './identity/contract.ts';
import type { Piece } from './list-pieces.ts';
import type { MembersCommands } from './members-contract.ts';
import type { QuestionsCommands } from './questions-contract.ts';
import type { RequestCommands } from './requests-contract.ts';
import type { RiskCommands } from './risk-matrix.ts';
import type { SheetCommands } from './sheet-contract.ts';
import type { TeamCommands } from './teams-contract.ts';
import type { UnlockCommands } from './unlock-contract.ts';
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
  ConversationCommands &
  DoorCommands &
  QuestionsCommands &
  SearchCommands &
  PatternCommands &
  RiskCommands &
  VerificationCommands &
  AnswerHoursCommands &
  SheetCommands &
  DeviceCommands &
  TeamCommands &
  MembersCommands &
  UnlockCommands &
  ListCommands & {
    session: [Record<string, never>, SessionView];
    /** Asks the window that works to leave the work to this one. */
    workHere: [Record<string, never>, null];
    /** Said by a page that was told `leaving`, once it has kept what was half typed. */
    giveUp: [Record<string, never>, null];
    /** Everything that is half filled in on this device, by whoever has unlocked it. */
    drafts: [Record<string, never>, readonly Draft[]];
    /** Keeps a form as it is typed, sealed on this device; null takes it away. It goes by itself when its command is given. */
    keepDraft: [Pick<Draft, 'command' | 'record' | 'form'>, null];

    openFile: [{ readonly record: string; readonly file: FileNote }, OpenedFile];
    /** Where the operator of the relay offers the source of what runs there; null where nothing was said. */
    source: [Record<string, never>, { readonly address: string | null }];
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
