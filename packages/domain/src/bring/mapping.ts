import type { SummaryField } from '../case/events.ts';

/** Where the words of one column go. What nobody assigned goes into a note: nothing is lost without being seen. */
export type Target =
  | 'leaveOut'
  /** By what a row is known again. */
  | 'key'
  | 'pseudonym'
  | 'note'
  | 'urgency'
  | 'state'
  | 'nextStep'
  | 'nextDate'
  | 'place'
  | 'placeSince'
  | 'nationality'
  | 'status'
  | 'languages'
  | 'ageBand'
  | `summary:${SummaryField}`
  /** Into the identity record of the person, which has a key of its own; never into the case. */
  | `identity:${IdentityTarget}`
  /** A question of a form that is asked in files: the form's hash and the question. */
  | `answer:${string}:${string}`;

/** Where words of a row go in an identity record. */
export const identityTargets = [
  'callName',
  'legalName',
  'givenName',
  'familyName',
  'penName',
  'otherName',
  'born',
  'birthPlace',
  'identityNationality',
  'passport',
  'passportUntil',
  'nationalId',
  'otherPaper',
  'phone',
  'mail',
  'address',
  'identityNote',
] as const;
export type IdentityTarget = (typeof identityTargets)[number];

/** Whether anything of a table goes into identity records: only whoever holds identities may bring that. */
export const holdsIdentities = ({ columns }: Mapping): boolean =>
  Object.values(columns).some((target) => target.startsWith('identity:'));

/** What the rows of an inner table become, and where their columns go. */
export type InnerKind = 'leaveOut' | 'persons' | 'incidents' | 'note';
export type InnerTarget = 'leaveOut' | 'label' | 'relation' | 'age' | 'country' | 'when' | 'note';

/** Everything that somebody decided about a table. Survives JSON: it is kept as a draft, and can be used again. */
export type Mapping = {
  readonly columns: Readonly<Record<string, Target>>;
  /** By column: which code a cell of these words stands for; an empty text leaves it out. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What comes first in dates such as 3/4/2021; null as long as nobody knows. */
  readonly dates: 'day-first' | 'month-first' | null;
  readonly inner: Readonly<
    Record<string, { readonly as: InnerKind; readonly columns: Readonly<Record<string, InnerTarget>> }>
  >;
  /** With what pseudonyms begin where no column has them. */
  readonly prefix: string;
};

/** Cells that somebody mended in the preview: by number of the row, by column. */
export type Mends = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** Targets that take one value alone; the second column for them is noted as well. */
const single: ReadonlySet<string> = new Set([
  'key',
  'pseudonym',
  'urgency',
  'state',
  'nextStep',
  'nextDate',
  'status',
]);

/** The columns that stand for one thing twice: only one can. */
export function doubled(mapping: Mapping): readonly string[] {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const [column, target] of Object.entries(mapping.columns)) {
    if (!single.has(target)) continue;
    if (seen.has(target)) twice.push(column);
    seen.set(target, column);
  }
  return twice;
}
