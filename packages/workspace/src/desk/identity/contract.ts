import type { Clock } from '@leeward/domain/clock/clock.ts';
import type { IdentityQuestion } from '@leeward/domain/custody/state.ts';
import type { LetIn } from '@leeward/domain/identity/readers.ts';
import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import type { Access, IdentityState } from '@leeward/domain/identity/state.ts';
import type { Comparison, GivenAccess } from '@leeward/domain/team/custody.ts';
import type { PersonsVerdict } from '@leeward/domain/team/custody-events.ts';
import type { Draft, PendingEdit } from '../contract.ts';
import type { KnownPerson } from './known.ts';

/** The form that is given with a command, so that what was kept of it goes; null where there is none. */
export type GivenForm = { readonly form: Pick<Draft, 'command' | 'record'> | null };

/** A person in a case; null: her whom the case is about. */
export type PersonInCase = { readonly caseRecord: string; readonly person: string | null };

/** A person in a case, with the pseudonym of the case; null where this device cannot read it. */
export type ShownPerson = PersonInCase & { readonly pseudonym: string | null };

/** One identity record that this person may open. */
export type IdentityRecordView = {
  readonly record: string;
  /** Whose it is, as custody's log says; empty for somebody who was let in. */
  readonly of: readonly ShownPerson[];
  /** What it says: null while it is closed. */
  readonly state: IdentityState | null;
  /** Set while it waits for its random hour on this device. */
  readonly comesAt: number | null;
  /** Who opened it, when and why. */
  readonly accesses: readonly Access[];
  /** Who was let in beside custody. */
  readonly readers: readonly LetIn[];
  readonly pending: readonly PendingEdit[];
  /** Why writing is stopped here, or null. */
  readonly stopped: string | null;
};

/** The identity of a person, as far as this person of the team may know of it. */
export type IdentityView = PersonInCase & {
  /** `reader`: she was let in to this one record for a time. */
  readonly as: 'custody' | 'reader' | 'outside';
  /** Until when she was let in. */
  readonly until: number | null;
  /** The records: none where none was made; several where custody found that they are of one person. The first is hers. */
  readonly records: readonly IdentityRecordView[];
  /** Until when those that are open stay open, by this device's clock; null while all are closed. */
  readonly openUntil: number | null;
  /** What custody has said of these records and others. */
  readonly comparisons: readonly Comparison[];
  /** Who in custody reads this case, and so can answer a question in it. */
  readonly keepers: readonly string[];
};

/** Somebody else whom this may be, and why. */
export type KnownElsewhere = KnownPerson & {
  readonly record: string;
  readonly of: readonly ShownPerson[];
  /** What was said of the two before and still stands. */
  readonly said: readonly Comparison[];
};

/** An opening of an identity record. */
export type Opening = Access & { readonly record: string; readonly of: readonly ShownPerson[] };

/** What custody sees of its work. */
export type CustodyView = {
  readonly questions: readonly (ShownPerson & { readonly question: IdentityQuestion })[];
  /** Access that was given, what is in force first. */
  readonly given: readonly (GivenAccess & { readonly of: readonly ShownPerson[] })[];
  /** The last openings, the newest first. */
  readonly openings: readonly Opening[];
  /** Papers in identities that end, each with the person whose it is: no name, no number. */
  readonly papers: readonly PaperThatEnds[];
  /** Identities that were left when the last case was forgotten that they were made for. */
  readonly left: readonly LeftIdentity[];
  readonly comparisons: readonly (Comparison & {
    readonly leftOf: readonly ShownPerson[];
    readonly rightOf: readonly ShownPerson[];
  })[];
};

/** A paper of an identity that ends on a day. */
export type PaperThatEnds = { readonly of: ShownPerson; readonly clock: Clock };

/** An identity whose cases are all forgotten: nobody comes to it through a case any more. */
export type LeftIdentity = {
  readonly record: string;
  /** One of the forgotten cases, and who of it this is: by these it is opened, with a reason. */
  readonly caseRecord: string;
  readonly person: string | null;
  /** Cases of the same person with which it is read together: it may have been left on purpose. */
  readonly alike: readonly ShownPerson[];
  /** Who opened it last; null where nobody has. */
  readonly opened: Access | null;
};

/** An identity record of a case that is about to be forgotten. */
export type ForgettableIdentity = {
  readonly record: string;
  /** Whose it is in this case. */
  readonly of: readonly ShownPerson[];
  /** It waits for its random hour on this device and was not made yet. */
  readonly coming: boolean;
  /** Why it stays, unless somebody says otherwise: another case holds it, or is read together with it. Null: it goes. */
  readonly stays: {
    readonly why: 'other_case' | 'same_person';
    readonly cases: readonly ShownPerson[];
  } | null;
  /** How many were let in to it and read it no more once it is gone. */
  readonly letIn: number;
};

/** What is forgotten with a case. `custody` false: this person cannot see or forget its identities. */
export type CaseForgetting = {
  readonly custody: boolean;
  readonly identities: readonly ForgettableIdentity[];
};

export type IdentityCommands = {
  /** What forgetting a case would take of its people's identities. */
  caseForgetting: [{ readonly caseRecord: string }, CaseForgetting];
  identity: [PersonInCase, IdentityView];
  /** Makes the identity record of a person, on purpose. `urgent`: at once, not at a random hour (rule 14). */
  makeIdentity: [PersonInCase & { readonly urgent: boolean }, null];
  /** Lets a record that waits for its random hour be made now. */
  makeIdentityNow: [PersonInCase, null];
  /** Opens it for some minutes. That it was opened, and why, is kept before anything of it is shown. */
  openIdentity: [PersonInCase & GivenForm & { readonly reason: string }, null];
  closeIdentity: [PersonInCase, null];
  /** Whatever is changed in the sheet of an open identity. */
  actOnIdentity: [
    {
      readonly record: string;
      readonly events: readonly SheetEvent[];
    } & GivenForm,
    null,
  ];
  /** Seals a scan of a paper into an open identity. The id was made with the form: pressed twice it is one scan. */
  keepIdentityScan: [
    {
      readonly record: string;
      readonly id: string;
      readonly paper: string | null;
      readonly note: string;
      readonly file: File;
    } & GivenForm,
    null,
  ];
  /** Custody answers a question in a case. Granted, she who asked reads this one record from then on. */
  answerIdentityQuestion: [
    {
      readonly caseRecord: string;
      readonly question: string;
      readonly granted: boolean;
      readonly until: number;
      readonly reason: string;
    } & GivenForm,
    null,
  ];
  /** Ends an access before its date: by custody, or given back by her who has it. */
  endIdentityAccess: [{ readonly grant: string; readonly reason: string } & GivenForm, null];
  /** Whom else this person may be. Asked of an open identity only. */
  knownElsewhere: [PersonInCase, readonly KnownElsewhere[]];
  comparePersons: [
    {
      readonly comparison: string;
      readonly left: string;
      readonly right: string;
      readonly verdict: PersonsVerdict;
      readonly grounds: readonly string[];
      readonly reason: string;
    } & GivenForm,
    null,
  ];
  withdrawComparison: [{ readonly comparison: string; readonly reason: string } & GivenForm, null];
  /** Null where this person is not of custody. */
  custody: [Record<string, never>, CustodyView | null];
};
