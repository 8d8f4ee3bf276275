import type { Answers, YesNo } from '@leeward/directory/answers.ts';
import type { Condition } from '@leeward/directory/conditions/index.ts';
import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { Flaw } from '@leeward/directory/validate.ts';
import type { CheckOutcome } from '@leeward/domain/directory/events.ts';
import type { ProposalKind, ProposalStatus } from '@leeward/domain/directory/state.ts';
import type { ProgrammeEvent, ProgrammeValues } from '@leeward/domain/programme/events.ts';
import type { Items } from '@leeward/domain/shared/items.ts';
import type { Failure } from '../desk/contract.ts';

/*
 * What screens are told of the directory of mechanisms, and what they may do with it. Everything survives structured
 * cloning. Ids of members and proposals are hex; days are `2026-11-21`; times are milliseconds since 1970.
 */

/** The public release that everything local lies upon. */
export type ReleaseInUse = {
  /** `2026.11.0`. */
  readonly version: string;
  /** SHA-256 of the file, hex: to be compared with what its publisher says. Empty where the desk was built without one. */
  readonly hash: string;
  readonly from: 'built-in' | 'imported';
  readonly count: number;
  /** Who imported it, and when by that member's clock; null for the one that came with the desk. */
  readonly imported: { readonly by: string; readonly claimedTime: number } | null;
};

/** Where a value comes from that members of this organisation have written. */
export type Written = {
  readonly proposal: string;
  readonly by: string;
  readonly claimedTime: number;
  /** Who confirmed it; the same as `by` only where that is allowed. */
  readonly confirmedBy: string;
  readonly source: string;
  readonly sourceDate: string | null;
  readonly note: string;
};

/** A field of a released mechanism that this organisation knows better. */
export type ShownChange = Written & {
  /** `link.url`, `state.is`: one of `fields` in fields.ts. */
  readonly field: string;
  readonly value: unknown;
  /** What the public release in use says. */
  readonly released: unknown;
};

/**
 * A field about which somebody must choose. `release`: the public release changed it too. `colleagues`: two changes were
 * made apart. `mine` has every local version, the one that is shown last; choosing is proposing a value again.
 */
export type Conflict = {
  readonly field: string;
  readonly kinds: readonly ('release' | 'colleagues')[];
  readonly shown: unknown;
  readonly released: unknown;
  readonly mine: readonly (Written & { readonly value: unknown; readonly base: unknown })[];
};

export type CheckView = {
  readonly on: string;
  readonly by: string;
  readonly outcome: CheckOutcome;
  readonly source: string;
  readonly claimedTime: number;
};

/** What an organisation answered when it was asked. It holds for everybody who asks, never for one person alone. */
export type ToldView = {
  readonly condition: Condition;
  readonly answer: YesNo;
  readonly on: string;
  readonly by: string;
  readonly source: string;
  /** It is too old to count: ask again. */
  readonly old: boolean;
};

/** A mechanism as this organisation sees it. */
export type ShownEntry = {
  readonly entry: Mechanism;
  readonly origin: 'release' | 'local';
  readonly changes: readonly ShownChange[];
  readonly conflicts: readonly Conflict[];
  /** Local values that do not fit the form (a newer release changed what lies around them): not shown, and not lost. */
  readonly unfit: readonly {
    readonly field: string;
    readonly value: unknown;
    readonly flaws: readonly Flaw[];
  }[];
  /** A local entry that only its author has looked at. It is shown with that mark. */
  readonly awaitsSecond: boolean;
  /** Newest first. */
  readonly checks: readonly CheckView[];
  readonly told: readonly ToldView[];
  /** The day from which it must be checked again before anybody is sent there. */
  readonly dueOn: string;
  /** Proposals that are open, oldest first. */
  readonly open: readonly string[];
};

/** One line of the work list. */
export type DueCheck = {
  readonly mechanism: string;
  readonly name: string;
  readonly dueOn: string;
  /** Days since it was due; negative: days until it will be. */
  readonly overdue: number;
  readonly lastTried: CheckView | null;
};

export type ProposalView = {
  readonly proposal: string;
  readonly kind: ProposalKind;
  readonly mechanism: string;
  readonly status: ProposalStatus;
  readonly by: string;
  readonly claimedTime: number;
  readonly source: string;
  readonly sourceDate: string | null;
  readonly note: string;
  /** Field by field: what was proposed, and what is shown now. For a whole local entry one line, with field ``. */
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  /** It could hurt if it were wrong: somebody other than its author must confirm it. */
  readonly needsOther: boolean;
  /** Whether I may confirm it now. */
  readonly mayConfirm: boolean;
  readonly decided: { readonly by: string; readonly claimedTime: number; readonly reason: string } | null;
};

/** An act of one's own that is not confirmed by the log yet: kept here, sent, refused. */
export type DirectoryPending = {
  readonly action: string;
  readonly command: string;
  readonly mechanism: string | null;
  readonly proposal: string | null;
  readonly delivery: 'kept' | 'sent' | 'confirmed' | 'refused' | 'conflict';
  readonly since: number;
  readonly text: string | null;
  readonly failure: Failure | null;
};

/** Local work on a mechanism that the release in use does not have (any more). Nothing of it is lost. */
export type Orphan = {
  readonly mechanism: string;
  readonly changes: readonly (Written & { readonly field: string; readonly value: unknown })[];
};

export type DirectoryView = {
  /** Null where the desk came without a release and none was imported. */
  readonly release: ReleaseInUse | null;
  /** A colleague imported a newer one; its file is not on this device yet. It comes by itself. */
  readonly waitingFor: {
    readonly version: string;
    readonly hash: string;
    /** The file came and is not what its entry says: it is not used, and somebody must import it again. */
    readonly unreadable: boolean;
  } | null;
  /** By id. */
  readonly entries: readonly ShownEntry[];
  readonly orphans: readonly Orphan[];
  /** Local entries that were taken back. */
  readonly withdrawn: readonly {
    readonly mechanism: string;
    readonly name: string;
    readonly by: string;
    readonly reason: string;
  }[];
  /** Overdue first, then what is due within 30 days; soonest first. */
  readonly due: readonly DueCheck[];
  /** Open ones, oldest first. */
  readonly proposals: readonly ProposalView[];
  /** `told` as the engine takes it: `{ ...factsOf(...), told: view.told }`. Answers that are too old are not in it. */
  readonly told: NonNullable<Answers['told']>;
  /** What the organisation itself offers, with whatever was put away. */
  readonly programmes: Items<ProgrammeValues>;
  readonly may: {
    readonly edit: boolean;
    readonly confirm: boolean;
    readonly import: boolean;
    readonly programmes: boolean;
  };
  readonly pending: readonly DirectoryPending[];
  readonly stopped: string | null;
};

/** All that happened to one mechanism, for whoever asks why it reads as it does. */
export type MechanismHistory = {
  readonly shown: ShownEntry | null;
  /** What the public release in use says; null for a local entry. */
  readonly released: Mechanism | null;
  /** All proposals, newest first. */
  readonly proposals: readonly ProposalView[];
};

/** How a proposal was taken. Whatever the answer, nothing that was typed is lost: the form still holds it. */
export type Proposed =
  | {
      readonly type: 'kept';
      readonly proposal: string;
      readonly mechanism: string;
      readonly needsOther: boolean;
    }
  /** It does not fit the form of the directory; nothing was written. */
  | { readonly type: 'flaws'; readonly flaws: readonly Flaw[] }
  /** What is shown now is not what the form was opened on: these fields have changed meanwhile. */
  | {
      readonly type: 'changed';
      readonly fields: readonly { readonly field: string; readonly now: unknown }[];
    };

/** What is asked of every statement about the world: where it was read, how old that is. */
export type Source = {
  /** Address, document, or who said it. */
  readonly source: string;
  /** A day; null where the source has no date. */
  readonly sourceDate: string | null;
  readonly note: string;
};

/** Why a file is not a release that can be imported. */
export type NoRelease =
  | 'too-large'
  | 'not-json'
  | 'other-format'
  | 'bad-version'
  | 'flaws'
  | 'same'
  | 'older'
  | 'nothing-in-it'
  /** It is not the file that was looked at. */
  | 'another-file';

/** What a file is, before anything is done with it. */
export type ReleaseRead =
  | {
      readonly type: 'release';
      readonly version: string;
      /** SHA-256 of the file, hex. */
      readonly hash: string;
      readonly count: number;
      readonly replaces: ReleaseInUse | null;
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
      /** Mechanisms known before whose address or way of contact is another one: look at these before anything else. */
      readonly leadsElsewhere: readonly {
        readonly mechanism: string;
        readonly from: string;
        readonly to: string;
      }[];
      /** Fields of ours on which somebody will have to choose afterwards. */
      readonly conflicts: readonly { readonly mechanism: string; readonly field: string }[];
    }
  | {
      readonly type: 'no-release';
      readonly why: NoRelease;
      /** SHA-256 of the file, hex; empty where it was too large to be read. */
      readonly hash: string;
      /** The version that it claims; empty where it claims none. */
      readonly version: string;
      /** The version in use; empty where there is none. */
      readonly inUse: string;
      readonly flaws: readonly Flaw[];
      /** Bytes, for `too-large`. */
      readonly limit: number;
    };

export type ExportFormat = 'json' | 'csv' | 'xlsx';

/** Words for a table that people read. What is missing is written as its code. */
export type ExportWords = {
  /** By column (`columns` in export.ts). */
  readonly headings: Readonly<Record<string, string>>;
  /** By code: `emergency-grant`, `woman-defender`. */
  readonly codes: Readonly<Record<string, string>>;
  readonly sheet: string;
  readonly rightToLeft: boolean;
};

export type Exported = { readonly bytes: ArrayBuffer; readonly name: string; readonly mediaType: string };

/** The commands of the directory: their argument and what they answer. */
export type DirectoryCommands = {
  directory: [Record<string, never>, DirectoryView];
  mechanismHistory: [{ readonly mechanism: string }, MechanismHistory];
  /**
   * Proposes other values for fields of a released mechanism. `from`: the value that the form was opened on. `confirm`:
   * take effect at once where that is allowed (a source is given, and no value could hurt); elsewhere it waits.
   */
  proposeChange: [
    Source & {
      readonly mechanism: string;
      readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
      readonly confirm: boolean;
    },
    Proposed,
  ];
  confirmChange: [{ readonly proposal: string }, null];
  refuseChange: [{ readonly proposal: string; readonly reason: string }, null];
  withdrawChange: [{ readonly proposal: string }, null];
  /** Somebody has looked, on that day. `closed` also says so in the entry, at once. */
  checkMechanism: [
    {
      readonly mechanism: string;
      readonly on: string;
      readonly outcome: CheckOutcome;
      readonly source: string;
    },
    null,
  ];
  /** An entry of one's own that stays in this organisation. Its `id` is given by the desk; the one typed is ignored. */
  addMechanism: [Source & { readonly entry: unknown }, Proposed];
  changeMechanism: [
    Source & { readonly mechanism: string; readonly from: unknown; readonly entry: unknown },
    Proposed,
  ];
  withdrawMechanism: [{ readonly mechanism: string; readonly reason: string }, null];
  noteTold: [
    {
      readonly mechanism: string;
      readonly condition: Condition;
      readonly answer: YesNo;
      readonly on: string;
      readonly source: string;
    },
    null,
  ];
  /** Keeps, puts away or takes back a programme of one's own; `form` is the draft that it was typed in. */
  keepProgramme: [{ readonly event: ProgrammeEvent; readonly form: string }, null];
  /** Looks into a file and says what importing it would do. Nothing is kept. */
  readRelease: [{ readonly file: File }, ReleaseRead];
  /** Needs the server: the file goes, sealed, to all desks. `hash`: the one that `readRelease` showed. */
  importRelease: [{ readonly file: File; readonly hash: string }, ReleaseRead];
  /** `mechanisms`: the ids to export, in that order; null for all. */
  exportDirectory: [
    {
      readonly format: ExportFormat;
      readonly mechanisms: readonly string[] | null;
      readonly words: ExportWords | null;
    },
    Exported,
  ];
};
