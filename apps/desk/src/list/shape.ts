import { normal } from '@leeward/names';

/*
 * What a list shows: which rows, in which order, with which columns. One predicate decides for the rows and for every
 * count beside a filter, so that a count never promises what the list does not hold.
 */

/** A list as somebody has arranged it. Survives JSON: it is kept, shared and exported as it stands. */
export type ListShape = {
  /** By filter, the values that are let through; a filter without values lets all through. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Words that must stand in a row. */
  readonly find: string;
  /** Null: the list's own order. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Columns beside the first one, in their order. */
  readonly columns: readonly string[];
};

export const plainShape: ListShape = { filters: {}, find: '', sort: null, columns: [] };

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** What the row says here, as it is shown and as it is exported. */
  readonly text: (row: Row) => string;
  /** What it is sorted by; null comes last either way. */
  readonly order: (row: Row) => number | string | null;
};

export type Filter<Row> = {
  readonly id: string;
  readonly title: string;
  /** The values of a row; a row with none is let through only where nothing is asked. */
  readonly valuesOf: (row: Row) => readonly string[];
  readonly wordOf: (value: string) => string;
  /** The order in which values are offered; by how many have them where it is not given. */
  readonly all?: readonly string[];
};

/** One list of the desk: what its rows are, and what can be asked of them. */
export type ListDefinition<Row> = {
  readonly list: 'requests' | 'cases';
  readonly idOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter<Row>[];
  /** Everything of a row that can be found by typing. */
  readonly textsOf: (row: Row) => readonly (string | null)[];
};

/** Whether a row is let through. `except` leaves one filter out: for the counts of its own values. */
function lets<Row extends object>(
  definition: ListDefinition<Row>,
  shape: ListShape,
  words: readonly string[],
  row: Row,
  except: string | null,
): boolean {
  for (const filter of definition.filters) {
    const wanted = shape.filters[filter.id];
    if (wanted === undefined || wanted.length === 0 || filter.id === except) continue;
    if (!filter.valuesOf(row).some((value) => wanted.includes(value))) return false;
  }
  if (words.length === 0) return true;
  const text = textOf(definition, row);
  return words.every((word) => text.includes(word));
}

/** A row's words in the form in which they are looked for; made once for each row. */
const texts = new WeakMap<object, string>();

function textOf<Row extends object>(definition: ListDefinition<Row>, row: Row): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const made = definition
    .textsOf(row)
    .map((text) => normal(text ?? ''))
    .join('\n');
  texts.set(row, made);
  return made;
}

const wordsIn = (find: string): readonly string[] =>
  normal(find)
    .split(' ')
    .filter((word) => word !== '');

/** The rows that are shown, in their order. Rows that are equal keep the order in which they came. */
export function shownRows<Row extends object>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  shape: ListShape,
): readonly Row[] {
  const words = wordsIn(shape.find);
  const shown = rows.filter((row) => lets(definition, shape, words, row, null));
  const column = definition.columns.find(({ id }) => id === shape.sort?.column);
  if (shape.sort === null || column === undefined) return shown;
  const turned = shape.sort.descending ? -1 : 1;
  const keyed = shown.map((row) => ({ row, key: column.order(row) }));
  keyed.sort((left, right) => compareKeys(left.key, right.key, turned));
  return keyed.map(({ row }) => row);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compareKeys(left: number | string | null, right: number | string | null, turned: 1 | -1): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (typeof left === 'number' && typeof right === 'number') return (left - right) * turned;
  return collator.compare(String(left), String(right)) * turned;
}

export type Offered = { readonly value: string; readonly count: number };

/** The values of a filter with how many rows the list would hold with this value alone, all else as it is. */
export function offeredBy<Row extends object>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  shape: ListShape,
  filter: Filter<Row>,
): readonly Offered[] {
  const words = wordsIn(shape.find);
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (!lets(definition, shape, words, row, filter.id)) continue;
    for (const value of new Set(filter.valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // What was chosen stays to be taken back, also where nothing has it any more.
  for (const value of shape.filters[filter.id] ?? []) if (!counts.has(value)) counts.set(value, 0);
  const place = (value: string): number => {
    const at = filter.all?.indexOf(value) ?? -1;
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => place(left.value) - place(right.value) || right.count - left.count);
}

/** The shape with one value of a filter let through, or not any more. */
export function withValue(shape: ListShape, filter: string, value: string, on: boolean): ListShape {
  const before = shape.filters[filter] ?? [];
  const after = on
    ? [...before.filter((one) => one !== value), value]
    : before.filter((one) => one !== value);
  const { [filter]: _replaced, ...others } = shape.filters;
  return { ...shape, filters: after.length === 0 ? others : { ...others, [filter]: after } };
}

/** How many filters are set, finding included: for whoever wonders where the rest is. */
export const askedOf = (shape: ListShape): number =>
  Object.values(shape.filters).filter((values) => values.length > 0).length +
  (shape.find.trim() === '' ? 0 : 1);

/** The filters in words, for people who read later what was exported or what a view holds. */
export function filterWords<Row>(definition: ListDefinition<Row>, shape: ListShape): readonly string[] {
  const set = definition.filters.flatMap((filter) => {
    const values = shape.filters[filter.id] ?? [];
    return values.length === 0 ? [] : [`${filter.title}: ${values.map(filter.wordOf).join(', ')}`];
  });
  const find = shape.find.trim();
  return find === '' ? set : [...set, `“${find}”`];
}

/** A shape as it was kept or shared, by this version or another: what is not understood is left out. */
export function readShape(json: unknown): ListShape {
  const given = isObject(json) ? json : {};
  const filters = isObject(given['filters']) ? given['filters'] : {};
  const sort = isObject(given['sort']) ? given['sort'] : null;
  return {
    filters: Object.fromEntries(
      Object.entries(filters).flatMap(([id, values]) => {
        const texts = stringsIn(values);
        return texts.length === 0 ? [] : [[id, texts]];
      }),
    ),
    find: typeof given['find'] === 'string' ? given['find'] : '',
    sort:
      sort !== null && typeof sort['column'] === 'string'
        ? { column: sort['column'], descending: sort['descending'] === true }
        : null,
    columns: stringsIn(given['columns']),
  };
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const stringsIn = (json: unknown): readonly string[] =>
  Array.isArray(json) ? json.filter((one): one is string => typeof one === 'string') : [];

export type Table = readonly (readonly string[])[];

/** What is shown, as a table with its headings: exactly these rows, in this order, with these columns. */
export function tableOf<Row>(shown: readonly Row[], columns: readonly Column<Row>[]): Table {
  return [columns.map(({ title }) => title), ...shown.map((row) => columns.map(({ text }) => text(row)))];
}

/** The columns of a shape, the list's first one before them. */
export function columnsOf<Row>(definition: ListDefinition<Row>, shape: ListShape): readonly Column<Row>[] {
  const [first] = definition.columns;
  const chosen = shape.columns.flatMap((id) => definition.columns.find((column) => column.id === id) ?? []);
  return first === undefined ? chosen : [first, ...chosen.filter((column) => column !== first)];
}
