import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import {
  columnsOf,
  filterWords,
  type ListDefinition,
  type ListShape,
  offeredBy,
  plainShape,
  readShape,
  shownRows,
  tableOf,
  withValue,
} from './shape.ts';

type Row = {
  readonly id: string;
  readonly colour: string;
  readonly flags: readonly string[];
  readonly size: number | null;
};

const definition: ListDefinition<Row> = {
  list: 'requests',
  idOf: (row) => row.id,
  textsOf: (row) => [row.id, row.colour],
  columns: [
    { id: 'id', title: 'Id', text: (row) => row.id, order: (row) => row.id },
    { id: 'size', title: 'Size', text: (row) => String(row.size ?? ''), order: (row) => row.size },
    { id: 'colour', title: 'Colour', text: (row) => row.colour, order: (row) => row.colour },
  ],
  filters: [
    {
      id: 'colour',
      title: 'Colour',
      valuesOf: (row) => [row.colour],
      wordOf: (value) => value.toUpperCase(),
    },
    { id: 'flags', title: 'Flags', valuesOf: (row) => row.flags, wordOf: (value) => value },
  ],
};

const colours = ['red', 'green', 'blue'];
const flags = ['new', 'late'];
const anyRow = fc.record({
  id: fc.string({ minLength: 1, maxLength: 4 }),
  colour: fc.constantFrom(...colours),
  flags: fc.subarray(flags),
  size: fc.option(fc.integer({ min: 0, max: 5 })),
});
const anyShape: fc.Arbitrary<ListShape> = fc.record({
  filters: fc.record({ colour: fc.subarray(colours), flags: fc.subarray(flags) }),
  find: fc.constantFrom('', 're', 'E', 'zz'),
  sort: fc.option(fc.record({ column: fc.constantFrom('id', 'size', 'colour'), descending: fc.boolean() })),
  columns: fc.subarray(['size', 'colour']),
});

describe('what a list shows', () => {
  it('combines filters: one of the values of each, and all of them', () => {
    const rows: readonly Row[] = [
      { id: 'a', colour: 'red', flags: ['new'], size: 1 },
      { id: 'b', colour: 'red', flags: [], size: 2 },
      { id: 'c', colour: 'blue', flags: ['new', 'late'], size: 3 },
    ];
    const ids = (shape: Partial<ListShape>): string =>
      shownRows(definition, rows, { ...plainShape, ...shape })
        .map((row) => row.id)
        .join('');
    expect(ids({})).toBe('abc');
    expect(ids({ filters: { colour: ['red'] } })).toBe('ab');
    expect(ids({ filters: { colour: ['red', 'blue'], flags: ['new'] } })).toBe('ac');
    expect(ids({ filters: { flags: ['late'] }, find: 'RED' })).toBe('');
    expect(ids({ sort: { column: 'size', descending: true } })).toBe('cba');
  });

  it('counts beside every value exactly the rows that the list would hold with that value alone', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), anyShape, (rows, shape) => {
        for (const filter of definition.filters)
          for (const { value, count } of offeredBy(definition, rows, shape, filter)) {
            const only = { ...shape, filters: { ...shape.filters, [filter.id]: [value] } };
            expect(shownRows(definition, rows, only)).toHaveLength(count);
          }
      }),
      { numRuns: runs(300) },
    );
  });

  it('loses and doubles no row by sorting, and puts those without a value last', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.boolean(), (rows, descending) => {
        const sorted = shownRows(definition, rows, { ...plainShape, sort: { column: 'size', descending } });
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sorted).toHaveLength(rows.length);
        const sizes = sorted.map((row) => row.size);
        const values = sizes.filter((size) => size !== null);
        expect(sizes.slice(values.length).every((size) => size === null)).toBe(true);
        expect(values).toEqual([...values].sort((left, right) => (left - right) * (descending ? -1 : 1)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('exports exactly what is shown: its rows, its columns, its order, and nothing that a filter holds back', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), anyShape, (rows, shape) => {
        const shown = shownRows(definition, rows, shape);
        const columns = columnsOf(definition, shape);
        const [head, ...body] = tableOf(shown, columns);
        expect(head).toEqual(columns.map((column) => column.title));
        expect(body).toHaveLength(shown.length);
        const wanted = shape.filters['colour'] ?? [];
        const held = rows.filter((row) => wanted.length > 0 && !wanted.includes(row.colour));
        for (const row of held) expect(shown).not.toContain(row);
        expect(body.map((cells) => cells[0])).toEqual(shown.map((row) => row.id));
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes a value in and out, and says in words what is asked', () => {
    const once = withValue(plainShape, 'colour', 'red', true);
    expect(filterWords(definition, { ...once, find: ' x ' })).toEqual(['Colour: RED', '“x”']);
    expect(withValue(once, 'colour', 'red', false)).toEqual(plainShape);
  });

  it('reads back what it wrote, and takes nothing else for a shape', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const read = readShape(JSON.parse(JSON.stringify(shape)));
        expect(readShape(read)).toEqual(read);
        expect({ ...read, filters: {} }).toEqual({ ...shape, filters: {} });
      }),
      { numRuns: runs(100) },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readShape(readShape(json))).toEqual(readShape(json));
      }),
      { numRuns: runs(200) },
    );
  });
});
