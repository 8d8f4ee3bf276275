import { isObject } from '../shared/shape.ts';
import { type Headings, headingsOf } from './headings.ts';

/** A table as somebody brought it: every cell a text, as it stood. */
export type BroughtTable = {
  readonly columns: readonly string[];
  readonly rows: readonly BroughtRow[];
  /** Tables inside of rows: members of a household, incidents. By the name of the column that held them. */
  readonly inner: readonly { readonly name: string; readonly columns: readonly string[] }[];
};

export type Cells = Readonly<Record<string, string>>;

export type BroughtRow = {
  /** Where it stood, from 1; the headings are not counted. */
  readonly number: number;
  readonly cells: Cells;
  readonly inner: Readonly<Record<string, readonly Cells[]>>;
  /** A hash of all that it says: by this it is known again where no column has a key. Empty until it was taken. */
  readonly digest: string;
};

/** A heading under which anything can be kept: one name alone means something to the language that this is written in. */
const safe = (name: string): string => (name === '__proto__' ? '(__proto__)' : name);

/** The value that somebody put under a name, and nothing that every object has by itself. */
export const own = <Value>(
  fields: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined => (fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined);

/**
 * A table out of lines of cells. Empty lines and columns without heading or words are left out; equal headings are
 * numbered. What stands above the headings (a title, a date) is no row.
 */
export function tableOfRows(
  lines: readonly (readonly string[])[],
  headings: Headings = { line: 1, lines: 1 },
): BroughtTable {
  const rest = lines.slice(headings.line - 1 + headings.lines);
  const taken = new Map<string, number>();
  const named = headingsOf(lines, headings).map((heading, index) => {
    const name = heading === '' ? `Column ${index + 1}` : safe(heading);
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { index, name: before === 0 ? name : `${name} (${before + 1})`, isNamed: heading !== '' };
  });
  // A cell to the right of all headings is somebody's words too; a column in which nobody wrote anything is none.
  const filled = new Set<number>();
  for (const line of rest)
    for (const [index, cell] of line.entries()) if (cell.trim() !== '') filled.add(index);
  for (const index of [...filled].toSorted((left, right) => left - right))
    if (index >= named.length) named.push({ index, name: `Column ${index + 1}`, isNamed: false });
  const columns = named.filter(({ index, isNamed }) => isNamed || filled.has(index));
  const rows = rest.flatMap((line, index): readonly BroughtRow[] => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const cells = Object.fromEntries(columns.map((one) => [one.name, (line[one.index] ?? '').trim()]));
    return [{ number: index + 1, cells, inner: {}, digest: '' }];
  });
  return { columns: columns.map(({ name }) => name), rows, inner: [] };
}

/** How deep an object may be nested before the rest is taken as text. */
const deepest = 6;

/**
 * A table out of JSON, as Primero and KoboToolbox give it: a list of objects, or one that holds such a list. Objects
 * inside become columns (`a/b`), lists of objects become inner tables, other lists one cell. Null where it is no such thing.
 */
export function tableOfJson(json: unknown): BroughtTable | null {
  const list = listIn(json);
  if (list === null) return null;
  const columns = new Set<string>();
  const inner = new Map<string, Set<string>>();
  const rows = list.map((one, index): BroughtRow => {
    const flat = flatten(one);
    for (const name of Object.keys(flat.cells)) columns.add(name);
    for (const [name, turns] of Object.entries(flat.inner)) {
      const known = inner.get(name) ?? new Set<string>();
      for (const turn of turns) for (const column of Object.keys(turn)) known.add(column);
      inner.set(name, known);
    }
    return { number: index + 1, ...flat, digest: '' };
  });
  return {
    columns: [...columns],
    rows,
    inner: [...inner].map(([name, names]) => ({ name, columns: [...names] })),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The list itself, or the first list of objects under a name that exports use. */
function listIn(json: unknown): readonly Fields[] | null {
  if (Array.isArray(json)) {
    const objects = json.filter(isObject);
    return objects.length === json.length && objects.length > 0 ? objects : null;
  }
  if (!isObject(json)) return null;
  for (const name of ['data', 'results', 'cases', 'records', 'submissions']) {
    const found = Object.hasOwn(json, name) ? json[name] : undefined;
    if (Array.isArray(found)) return listIn(found);
  }
  return null;
}

function flatten(fields: Fields): Pick<BroughtRow, 'cells' | 'inner'> {
  const cells: Record<string, string> = {};
  const inner: Record<string, readonly Cells[]> = {};
  const walk = (value: Fields, prefix: string, depth: number): void => {
    for (const [name, one] of Object.entries(value)) {
      const path = safe(`${prefix}${name}`);
      if (Array.isArray(one) && one.length > 0 && one.every(isObject)) inner[path] = one.map(turnOf);
      else if (isObject(one) && depth < deepest) walk(one, `${path}/`, depth + 1);
      else cells[path] = said(one);
    }
  };
  walk(fields, '', 0);
  return { cells, inner };
}

/** A turn of an inner table. A table inside of it has no place of its own: its cells stand beside the others, by number. */
function turnOf(turn: Fields): Cells {
  const flat = flatten(turn);
  const deeper = Object.entries(flat.inner).flatMap(([name, turns]) =>
    turns.flatMap((cells, index) =>
      Object.entries(cells).map(([column, cell]) => [`${name} ${index + 1}/${column}`, cell] as const),
    ),
  );
  return { ...flat.cells, ...Object.fromEntries(deeper) };
}

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(said)
      .filter((one) => one !== '')
      .join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
