import { type AnswerHours, answerHours } from '../request/answer-hours.ts';
import { type MatrixCells, matrixShape } from '../risk/matrix.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import {
  flag,
  hash32,
  id16,
  languageTag,
  listOf,
  object,
  oneOf,
  recordOf,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type VerificationTerms, verificationTerms } from '../verification/terms.ts';
import { type Role, roles } from './permissions.ts';
import { type FormPlace, formPlaces } from './placed-forms.ts';

/** What a team is for. `everyone` holds the organisation's own sealed part; `custody` keeps identities apart (rule 14). */
export const teamPurposes = [
  'intake',
  'protection',
  'finance',
  'documentation',
  'research',
  'custody',
  'everyone',
] as const;
export type TeamPurpose = (typeof teamPurposes)[number];

/** What a team is to this code: one that every organisation begins with, or one that it founded itself. */
export type TeamKind = TeamPurpose | 'own';

/** What the door says, by language. A text may be empty: some doors show no name. */
export type DoorTexts = {
  /** Languages that people who answer read. */
  readonly languages: readonly string[];
  /** The organisation as she knows it. */
  readonly name: Readonly<Record<string, string>>;
  /** How long what she writes is kept. */
  readonly retention: Readonly<Record<string, string>>;
  /** Other ways of contact, for when the door cannot be used. */
  readonly contacts: Readonly<Record<string, string>>;
  /** Questions before the form, to be answered for oneself. */
  readonly selfCheck?: Readonly<Record<string, string>>;
  /** So many days what we answer can be read at the door; missing where nobody has chosen. */
  readonly answerDays?: number;
};

/** What can happen to an organisation, in the sealed part of its own log. */
export type OrganisationEvent =
  | { readonly type: 'OrganisationNamed'; readonly v: 1; readonly name: string }
  | {
      readonly type: 'TeamNamed';
      readonly v: 1;
      readonly team: string;
      readonly purpose: TeamPurpose;
      readonly name: string;
    }
  /** A team of the organisation's own: what it is for stands in words, because no code asks for it. */
  | {
      readonly type: 'TeamFounded';
      readonly v: 1;
      readonly team: string;
      readonly name: string;
      readonly aim: string;
    }
  /** Another name, or other words about what it is for. */
  | {
      readonly type: 'TeamDescribed';
      readonly v: 1;
      readonly team: string;
      readonly name: string;
      readonly aim: string;
    }
  /** Nothing new is given to it from here on. Its key stays with whoever holds it: no event takes a key away. */
  | { readonly type: 'TeamEnded'; readonly v: 1; readonly team: string; readonly reason: string }
  | { readonly type: 'MemberNamed'; readonly v: 1; readonly member: string; readonly name: string }
  /** Her devices are ended by a clear operation in the same entry; this says it of the person. */
  | { readonly type: 'MemberLeft'; readonly v: 1; readonly member: string }
  | {
      readonly type: 'DeviceNamed';
      readonly v: 1;
      readonly member: string;
      readonly device: string;
      readonly name: string;
    }
  | { readonly type: 'RoleGiven'; readonly v: 1; readonly member: string; readonly role: Role }
  /** `none`: there are no trustees yet, and the desk says so in red. */
  | { readonly type: 'RecoveryPolicySet'; readonly v: 1; readonly policy: 'none' }
  | { readonly type: 'DoorTextsSet'; readonly v: 1; readonly texts: DoorTexts }
  /** A form of the organisation's own questions; the entry quotes its bytes. What was answered to it stays readable. */
  | { readonly type: 'FormKept'; readonly v: 1; readonly form: string }
  /** A form too large for one entry: packed, and cut into parts that entries before this one quote, by their SHA-256. */
  | {
      readonly type: 'LargeFormKept';
      readonly v: 1;
      readonly form: string;
      readonly parts: readonly string[];
    }
  /** From here on a form is asked in this place of a file, or no more. */
  | {
      readonly type: 'FormPlaced';
      readonly v: 1;
      readonly form: string;
      readonly place: FormPlace;
      readonly offered: boolean;
    }
  /** By which matrix risks are read from here on; what was judged before keeps its own. */
  | { readonly type: 'RiskMatrixSet'; readonly v: 1; readonly cells: MatrixCells; readonly reason: string }
  /** For how long what a verification found holds from here on; what was found before keeps its own term. */
  | {
      readonly type: 'VerificationTermsSet';
      readonly v: 1;
      readonly terms: VerificationTerms;
      readonly reason: string;
    }
  /** Within how many hours requests are answered from here on, by urgency. */
  | { readonly type: 'AnswerHoursSet'; readonly v: 1; readonly hours: AnswerHours; readonly reason: string }
  /** Newer permission rules are in force from here on. */
  | { readonly type: 'PermissionsRaised'; readonly v: 1; readonly version: number };

const byLanguage = (limit: number) => recordOf(languageTag, textOrEmpty(limit), 64);
const doorTexts: Shape<DoorTexts> = object(
  {
    languages: listOf(languageTag, 64),
    name: byLanguage(sizes.name),
    retention: byLanguage(sizes.line),
    contacts: byLanguage(2000),
  },
  { selfCheck: byLanguage(2000), answerDays: whole(3650) },
);

export const organisationShapes: EventShapes<OrganisationEvent> = {
  OrganisationNamed: { v: 1, fields: object({ name: text(sizes.name) }) },
  TeamNamed: {
    v: 1,
    fields: object({ team: id16, purpose: oneOf(...teamPurposes), name: text(sizes.name) }),
  },
  TeamFounded: { v: 1, fields: object({ team: id16, name: text(sizes.name), aim: text(sizes.line) }) },
  TeamDescribed: { v: 1, fields: object({ team: id16, name: text(sizes.name), aim: text(sizes.line) }) },
  TeamEnded: { v: 1, fields: object({ team: id16, reason: text(sizes.line) }) },
  MemberNamed: { v: 1, fields: object({ member: id16, name: text(sizes.name) }) },
  MemberLeft: { v: 1, fields: object({ member: id16 }) },
  DeviceNamed: { v: 1, fields: object({ member: id16, device: hash32, name: text(sizes.name) }) },
  RoleGiven: { v: 1, fields: object({ member: id16, role: oneOf(...roles) }) },
  RecoveryPolicySet: { v: 1, fields: object({ policy: oneOf('none') }) },
  DoorTextsSet: { v: 1, fields: object({ texts: doorTexts }) },
  FormKept: { v: 1, fields: object({ form: hash32 }) },
  LargeFormKept: { v: 1, fields: object({ form: hash32, parts: listOf(hash32, 64) }) },
  FormPlaced: { v: 1, fields: object({ form: hash32, place: oneOf(...formPlaces), offered: flag }) },
  RiskMatrixSet: { v: 1, fields: object({ cells: matrixShape, reason: text(sizes.line) }) },
  VerificationTermsSet: { v: 1, fields: object({ terms: verificationTerms, reason: text(sizes.line) }) },
  AnswerHoursSet: { v: 1, fields: object({ hours: answerHours, reason: text(sizes.line) }) },
  PermissionsRaised: { v: 1, fields: object({ version: whole(1000) }) },
};

/** Old versions of these events; none yet. */
export const organisationUpcasts: readonly Upcast[] = [];

/** Reads one event of the organisation's log. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseOrganisationEvent = (json: unknown) =>
  readEvent<OrganisationEvent>(organisationShapes, organisationUpcasts, json);
