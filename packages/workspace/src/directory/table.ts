import type { Table } from '../tables/table.ts';
import type { ExportWords, ShownEntry } from './contract.ts';

/** The columns of a table of mechanisms, for people: the first ones say what it is and how to reach it. */
export const columns = [
  'name',
  'organisation',
  'kind',
  'services',
  'who',
  'where',
  'exile',
  'family',
  'state',
  'openers',
  'link',
  'contact',
  'contactWords',
  'dangers',
  'languages',
  'sums',
  'months',
  'decisionDays',
  'summary',
  'remarks',
  'readOn',
  'checkedOn',
  'checkedBy',
  'dueOn',
  'confidence',
  'origin',
  'changedHere',
  'id',
] as const;
export type Column = (typeof columns)[number];

/** The entries as a table, in their order; codes by their words where there are some. */
export function tableOf(entries: readonly ShownEntry[], words: ExportWords | null): Table {
  const code = (one: string): string => words?.codes[one] ?? one;
  const list = (codes: readonly string[]): string => codes.map(code).join('; ');
  return [
    columns.map((column) => words?.headings[column] ?? column),
    ...entries.map((one) => columns.map((column) => cell(one, column, code, list))),
  ];
}

function cell(
  { entry, origin, changes, dueOn }: ShownEntry,
  column: Column,
  code: (one: string) => string,
  list: (codes: readonly string[]) => string,
): string {
  switch (column) {
    case 'name':
    case 'organisation':
    case 'id':
    case 'readOn':
      return entry[column];
    case 'kind':
    case 'exile':
    case 'family':
    case 'confidence':
      return code(entry[column]);
    case 'services':
      return list(entry.gives.services);
    case 'who':
    case 'openers':
    case 'dangers':
    case 'languages':
      return list(entry[column]);
    case 'where':
      return entry.where
        .map(({ basis, places }) => `${code(basis)}: ${places === 'unknown' ? code(places) : list(places)}`)
        .join(' | ');
    case 'state':
      return code(entry.state.is);
    case 'link':
      return entry.link.url;
    case 'contact':
      return list(entry.contact.ways);
    case 'contactWords':
      return entry.contact.words?.text ?? '';
    case 'sums':
      return entry.gives.sums
        .map(({ amount, currency, is, per }) => `${code(is)} ${amount} ${currency} (${code(per)})`)
        .join('; ');
    case 'months':
      return range(entry.gives.months);
    case 'decisionDays':
      return range(entry.speed.decisionDays);
    case 'summary':
      return entry.summary.text;
    case 'remarks':
      return entry.remarks.map(({ text }) => text).join('\n');
    case 'checkedOn':
      return entry.checked?.on ?? '';
    case 'checkedBy':
      return entry.checked?.by ?? '';
    case 'dueOn':
      return dueOn;
    case 'origin':
      return code(origin);
    case 'changedHere':
      return list(changes.map(({ field }) => field));
  }
}

function range({ min, max }: { readonly min: number | null; readonly max: number | null }): string {
  if (min === null && max === null) return '';
  return min === max ? String(min) : `${min ?? ''}–${max ?? ''}`;
}
