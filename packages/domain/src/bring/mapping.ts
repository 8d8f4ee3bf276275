import type { SummaryField } from '../case/events.ts';
import type { DateWay } from './date-ways.ts';

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
export const holdsIdentities = ({ columns, inner }: Mapping): boolean =>
  Object.values(columns).some(isIdentity) ||
  Object.values(inner).some((one) => one.as === 'persons' && Object.values(one.columns).some(isIdentity));

const isIdentity = (target: string): boolean => target.startsWith('identity:');

/** What the rows of an inner table become, and where their columns go. */
export type InnerKind = 'leaveOut' | 'persons' | 'incidents' | 'note';
export type InnerTarget =
  | 'leaveOut'
  /** By what this one is known again when the table is brought once more, wherever it stands then. */
  | 'key'
  | 'label'
  | 'relation'
  | 'age'
  | 'country'
  | 'when'
  | 'note'
  /** Into the identity record of that person. */
  | `identity:${IdentityTarget}`;

/** Everything that somebody decided about a table. Survives JSON: it is kept as a draft, and can be used again. */
export type Mapping = {
  readonly columns: Readonly<Record<string, Target>>;
  /** By column: which code a cell of these words stands for; an empty text leaves it out. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By column (of an inner table `table/heading`): how its dates are written. What nobody said is asked. */
  readonly ways: Readonly<Record<string, DateWay>>;
  /** Whether every column of dates is asked for its calendar: where years of two calendars look alike. */
  readonly asksCalendar: boolean;
  readonly inner: Readonly<
    Record<string, { readonly as: InnerKind; readonly columns: Readonly<Record<string, InnerTarget>> }>
  >;
  /** With what pseudonyms begin where no column has them. */
  readonly prefix: string;
};

/** Where a column goes, also one of an inner table (`table/heading`). */
export function targetIn({ columns, inner }: Mapping, column: string): Target | InnerTarget {
  const own = Object.hasOwn(columns, column) ? columns[column] : undefined;
  if (own !== undefined) return own;
  const table = Object.keys(inner).find((name) => column.startsWith(`${name}/`));
  return (table === undefined ? undefined : inner[table]?.columns[column.slice(table.length + 1)]) ?? 'note';
}

/** Cells that somebody mended in the preview: by number of the row, by place (`RowProblem`). */
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
