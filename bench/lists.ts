import { type ListDefinition, offeredBy, plainShape, shownRows } from '../apps/desk/src/list/shape.ts';
import { type Measured, median } from './support/measured.ts';

/*
 * One key in the field above a list of twenty thousand rows: which rows are shown, in which order, and what stands beside
 * every value of seven filters. Beside it one plain pass over the rows that looks for the same letters. How many rows are
 * on the page meanwhile is counted in a browser (tests/browser/desk-find.browser.test.ts).
 */

type Row = { readonly id: string; readonly text: string; readonly tags: readonly string[] };

const filters = 7;

export async function measureLists(rows: number, rounds: number): Promise<readonly Measured[]> {
  const all: readonly Row[] = Array.from({ length: rows }, (_, index) => ({
    id: String(index),
    text: `Sample ${index} asks for a place for ${index % 40} nights, and for ${index % 7 === 0 ? 'a lawyer' : 'advice'}`,
    tags: Array.from(
      { length: filters },
      (_unused, filter) => `${filter} ${(index * (filter + 3)) % (filter + 4)}`,
    ),
  }));
  const definition: ListDefinition<Row> = {
    list: 'requests',
    idOf: (row) => row.id,
    textsOf: (row) => [row.text],
    columns: [{ id: 'text', title: 'Text', text: (row) => row.text, order: (row) => Number(row.id) % 977 }],
    filters: Array.from({ length: filters }, (_, filter) => ({
      id: String(filter),
      title: '',
      valuesOf: (row: Row) => [row.tags[filter] ?? ''],
      wordOf: (value: string) => value,
    })),
  };
  const keys = ['l', 'la', 'law', 'lawy', 'lawyer'];
  const shapeOf = (find: string) => ({ ...plainShape, find, sort: { column: 'text', descending: true } });
  const lower = all.map((row) => row.text.toLowerCase());
  const time = (work: (key: string) => unknown): number =>
    median(
      keys.map((key) => {
        const started = performance.now();
        work(key);
        return performance.now() - started;
      }),
    );
  const shown = (key: string): unknown => shownRows(definition, all, shapeOf(key));
  const counts = (key: string): unknown =>
    definition.filters.map((filter) => offeredBy(definition, all, shapeOf(key), filter));
  const scan = (key: string): unknown => lower.filter((text) => text.includes(key));
  time(shown);
  const found = Array.from({ length: rounds }, () => [time(shown), time(counts), time(scan)] as const);
  const [rowsTime, countsTime, scanTime] = [0, 1, 2].map((at) => median(found.map((one) => one[at] ?? 0)));
  const ms = (value: number | undefined): string => `${(value ?? 0).toFixed(1)} ms`;
  return [
    {
      name: `a key typed into a list of ${rows} rows / one plain pass over them`,
      ratio: (rowsTime ?? 0) / (scanTime ?? 1),
      goal: null,
      rounds,
      detail: `${ms(rowsTime)} with sorting / ${ms(scanTime)}; counts beside all values of ${filters} filters ${ms(countsTime)}, where they are open`,
    },
  ];
}
