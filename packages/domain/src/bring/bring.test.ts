import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { latest } from '../shared/field.ts';
import { valueIn } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { guessMapping, shapeOf } from './guess.ts';
import type { Mapping } from './mapping.ts';
import { type PlannedRow, planRow, pseudonymPlace, type Words, withDoubles } from './plan-row.ts';
import { readAge } from './read-cell.ts';
import { type BroughtTable, tableOfJson, tableOfRows } from './table.ts';

const officer = colleague(1, 'officer');
const words: Words = {
  urgency: {
    urg_immediate: ['immediate'],
    urg_urgent: ['urgent'],
    urg_high: ['high'],
    urg_standard: ['standard'],
  },
  state: { case_new: ['open'], case_verifying: ['verifying'], case_closed: ['closed'] },
  status: {},
  countries: { KE: ['Kenya'], UG: ['Uganda', 'أوغندا'] },
  languages: { sw: ['Swahili'], ar: ['Arabic'] },
  ties: { fam_child: ['child', 'son', 'daughter'] },
  reason: 'Brought from a table.',
  person: 'Person',
  answer: (_form, _question, cell) => (cell === 'no answer' ? null : cell),
  asksDate: () => false,
  otherDate: () => ({ problem: 'not-a-date' }),
};
const means = () => {
  let count = 0;
  return {
    newId: () => {
      count += 1;
      return id(count);
    },
  };
};
const plan = (table: BroughtTable, mapping: Mapping): readonly PlannedRow[] =>
  table.rows.map((row) => planRow({ ...row, digest: `row ${row.number}` }, mapping, {}, words, means()));

/** What a case says after the row was brought; nothing may be refused on the way. */
function brought(row: PlannedRow): CaseState {
  const opening = { type: 'CaseOpened', v: 1, pseudonym: row.pseudonym, fromConversation: null, teams: [] };
  const state = [opening, ...row.events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(1, officer, { index })),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}

describe('a spreadsheet of cases', () => {
  const table = tableOfRows([
    [
      'Case No',
      'Alias',
      'Full name',
      'Priority',
      'Country',
      'Since',
      'Protection concern',
      'Remarks',
      'Next step',
      'Due',
    ],
    [
      'A-1',
      'Alder',
      'Somebody',
      'High',
      'Kenya',
      '14/03/2026',
      'Followed home',
      'Speaks quietly',
      'Call',
      '01/12/2026',
    ],
    ['', '', '', '', '', '', '', '', '', ''],
    ['A-2', 'Birch', 'Somebody', 'soon', 'أوغندا', '2026-02', 'Summoned', '', '', ''],
  ]);
  const mapping: Mapping = {
    ...guessMapping(table),
    prefix: 'Row',
    ways: { Due: { order: 'day-first' } },
  };

  it('is understood by its headings, and names of people are left out by themselves', () => {
    expect(mapping.columns).toMatchObject({
      'Case No': 'key',
      Alias: 'pseudonym',
      'Full name': 'leaveOut',
      Priority: 'urgency',
      Country: 'place',
      Since: 'placeSince',
      'Protection concern': 'summary:danger',
      Remarks: 'note',
      'Next step': 'nextStep',
      Due: 'nextDate',
    });
  });

  it('becomes cases that say what it said, and the name is nowhere in them', () => {
    const [first] = plan(table, mapping);
    if (first === undefined) throw new Error('no row');
    expect([first.number, first.key, first.problems]).toEqual([1, 'A-1', []]);
    const state = brought(first);
    expect(latest(state.pseudonym)).toBe('Alder');
    expect(state.urgency).toBe('urg_high');
    expect(latest(state.nextStep)).toEqual({ text: 'Call', date: '2026-12-01' });
    expect(latest(state.summary.get('danger') ?? [])).toBe('Followed home');
    expect(state.notes.map(({ text }) => text)).toEqual(['Remarks: Speaks quietly']);
    const [place] = [...state.parts.situation.values()];
    expect(place === undefined ? null : [valueIn(place, 'country'), valueIn(place, 'from')]).toEqual([
      'KE',
      { kind: 'point', at: '2026-03-14', about: false, said: '' },
    ]);
    expect(JSON.stringify(first)).not.toContain('Somebody');
  });

  it('says where a cell is in no list, takes what a person chose for it, and a cell that was mended', () => {
    const [, second] = plan(table, mapping);
    expect(second?.problems).toMatchObject([{ column: 'Priority', code: 'not-in-list', cell: 'soon' }]);
    const chosen = { ...mapping, values: { Priority: { soon: 'urg_urgent' } } };
    const row = table.rows[1];
    if (row === undefined) throw new Error('no row');
    expect(planRow(row, chosen, {}, words, means()).problems).toEqual([]);
    const mended = planRow(row, mapping, { [row.number]: { Priority: 'Urgent' } }, words, means());
    expect(mended.problems).toEqual([]);
    expect(brought(mended).urgency).toBe('urg_urgent');
  });

  it('with one key or pseudonym twice is not brought before somebody has looked', () => {
    const rows = plan(
      tableOfRows([
        ['Case No', 'Alias'],
        ['A-1', 'Alder'],
        ['A-1', 'alder '],
      ]),
      guessMapping(table),
    );
    expect(withDoubles(rows, () => false).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['same-key', 'same-pseudonym'],
      ['same-key', 'same-pseudonym'],
    ]);
    const taken = withDoubles(plan(table, mapping), (name) => name === 'Birch');
    expect(taken[1]?.problems.at(-1)).toMatchObject({ column: '', code: 'same-pseudonym', cell: 'Birch' });
  });

  it('without keys brings rows that say the very same once, and a pseudonym that stands in no column is mended in its row', () => {
    const twice = tableOfRows([['Priority'], ['high'], ['high']]);
    const same = { ...guessMapping(twice), prefix: 'Row' };
    const rows = twice.rows.map((row) => planRow({ ...row, digest: 'same' }, same, {}, words, means()));
    expect(withDoubles(rows, () => false).map(({ problems }) => problems)).toMatchObject([
      [],
      [{ code: 'same-row', cell: '1' }],
    ]);
    const [row] = twice.rows;
    if (row === undefined) throw new Error('no row');
    const mended = planRow(row, same, { 1: { [pseudonymPlace]: 'Alder' } }, words, means());
    expect(mended.pseudonym).toBe('Alder');
  });

  it('keeps cells to the right of all headings, and tells equal headings apart', () => {
    const odd = tableOfRows([
      ['A', 'A', ''],
      ['1', '2', '3', 'beyond'],
    ]);
    expect(odd.columns).toEqual(['A', 'A (2)', 'Column 3', 'Column 4']);
    expect(odd.rows[0]?.cells).toEqual({ A: '1', 'A (2)': '2', 'Column 3': '3', 'Column 4': 'beyond' });
  });

  it('without keys knows a row again by what it says', () => {
    const rows = plan(tableOfRows([['Alias'], ['Alder'], ['Birch']]), guessMapping(tableOfRows([['Alias']])));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  it('may have headings and cells that mean something to the machine', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'Priority'];
    const table = tableOfRows([odd, ['first', 'second', 'third', 'constructor']]);
    for (const mapping of [guessMapping(table), { ...guessMapping(table), columns: {} }]) {
      const chosen = { ...mapping, values: { Priority: {} }, prefix: 'Row' };
      const [row] = plan(table, chosen);
      if (row === undefined) throw new Error('no row');
      const noted = brought(row)
        .notes.map(({ text }) => text)
        .join();
      for (const said of ['first', 'second', 'third']) expect(noted).toContain(said);
    }
    const json = tableOfJson(
      JSON.parse('[{"__proto__": "kept", "a": {"__proto__": {"b": 1}}, "constructor": [{"x": 2}]}]'),
    );
    const [row] = plan(json ?? table, { ...guessMapping(json ?? table), prefix: 'Row' });
    expect(JSON.stringify(row)).toContain('kept');
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false);
  });

  it('loses no word that nobody left out, whatever the table says', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('3/4/2021', 'high', '36', 'Kenya'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        (rows) => {
          const made = tableOfRows(rows);
          const all: Mapping = {
            columns: {},
            values: {},
            ways: {},
            asksCalendar: false,
            inner: {},
            prefix: 'Row',
          };
          for (const row of made.rows) {
            const planned = planRow(row, all, {}, words, means());
            const noted = brought(planned)
              .notes.map(({ text }) => text)
              .join('\n');
            for (const said of Object.values(row.cells))
              expect(noted.includes(said.trim()) || said === '').toBe(true);
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('an export of Primero', () => {
  const table = tableOfJson([
    {
      case_id_display: 'abc1234',
      module_id: 'primeromodule-cp',
      name: 'Somebody',
      age: 31,
      nationality: ['Kenya', 'Uganda'],
      protection_concerns: ['Followed', 'Summoned'],
      family_details_section: [
        { unique_id: 'x', relation_name: 'A child', relation: 'child', relation_age: 7 },
        { unique_id: 'y', relation_name: 'Another', relation: 'neighbour of', relation_age: 70 },
      ],
      incident_details: [{ incident_date: '2026-05-03', incident_type: 'Threat', description: 'A letter.' }],
    },
  ]);
  if (table === null) throw new Error('no table');

  it('is known by its shape; people and incidents inside of a case become people and incidents', () => {
    expect(shapeOf(table)).toBe('primero');
    const mapping = { ...guessMapping(table), prefix: 'Row' };
    const [row] = plan(table, mapping);
    if (row === undefined) throw new Error('no row');
    expect(row.key).toBe('abc1234');
    expect(row.problems).toMatchObject([
      { column: 'family_details_section/relation', code: 'not-in-list', cell: 'neighbour of' },
    ]);
    const state = brought(row);
    expect([row.persons, row.incidents]).toEqual([3, 1]);
    const people = [...state.parts.people.persons.values()].map((one) => [
      valueIn(one, 'label'),
      valueIn(one, 'ageBand'),
    ]);
    expect(people).toEqual([
      ['Row 1', '25_59'],
      ['Person 2', '5_11'],
      ['Person 3', '60_up'],
    ]);
    expect([...state.parts.people.relations.values()].map((one) => valueIn(one, 'tie'))).toEqual([
      'fam_child',
    ]);
    expect(JSON.stringify(row)).not.toMatch(/Somebody|A child|Another/);
  });
});

describe('an export of KoboToolbox', () => {
  it('is known by its shape; groups and repeats are read, its own bookkeeping is left out', () => {
    const table = tableOfJson({
      results: [
        {
          _id: 4,
          'formhub/uuid': 'f',
          _uuid: 'u-1',
          _submission_time: '2026-01-02T03:04:05',
          'intake/country': 'Kenya',
          'intake/threat': 'A call',
          household: [{ 'household/age': '9', 'household/relation': 'son' }],
        },
      ],
    });
    if (table === null) throw new Error('no table');
    expect(shapeOf(table)).toBe('kobo');
    const mapping = guessMapping(table);
    expect(mapping.columns).toMatchObject({
      _id: 'leaveOut',
      'formhub/uuid': 'leaveOut',
      _uuid: 'key',
      'intake/country': 'place',
      'intake/threat': 'summary:danger',
    });
    const [row] = plan(table, { ...mapping, prefix: 'Kobo' });
    expect([row?.key, row?.pseudonym, row?.persons, row?.problems]).toEqual(['u-1', 'Kobo 1', 2, []]);
  });

  it('that is none is said to be none', () => {
    for (const json of [null, 1, 'text', {}, [], [1, 2], { data: 'x' }]) expect(tableOfJson(json)).toBeNull();
  });
});

describe('an age in a cell', () => {
  it('is a band', () => {
    expect([
      readAge('4'),
      readAge('36 years'),
      readAge('60+'),
      readAge('٧'),
      readAge('old'),
      readAge('400'),
    ]).toEqual(['0_4', '25_59', '60_up', '5_11', null, null]);
  });
});

describe('a case that was brought', () => {
  const case1 = {
    type: 'CaseBrought',
    v: 1,
    batch: id(9),
    source: 'table.xlsx',
    key: 'A-1',
    row: 1,
  } as const;
  const opened = foldCase(
    emptyCase,
    { type: 'CaseOpened', v: 1, pseudonym: 'Alder', fromConversation: null, teams: [] },
    at(1, officer),
  );

  it('says from where, once', () => {
    const state = foldCase(opened, case1, at(2, officer));
    expect(state.parts.bring.brought).toMatchObject({ source: 'table.xlsx', key: 'A-1', row: 1 });
    expect(foldCase(state, case1, at(3, officer))).toBe(state);
    const other = foldCase(state, { ...case1, key: 'A-2' }, at(3, officer));
    expect(other.kept[0]?.why).toMatchObject({ refusal: { code: 'exists' } });
  });

  it('is taken out with a reason and put back with everything that was written meanwhile', () => {
    const out = foldCase(opened, { type: 'CaseTakenOut', v: 1, reason: 'Wrong table.' }, at(2, officer));
    expect(out.parts.bring.out).toMatchObject({ reason: 'Wrong table.' });
    const noted = foldCase(out, { type: 'NoteWritten', v: 1, text: 'Still true.' }, at(3, officer));
    const back = foldCase(noted, { type: 'CasePutBack', v: 1, reason: 'It was right.' }, at(4, officer));
    expect(back.parts.bring.out).toBeNull();
    expect(back.notes.map(({ text }) => text)).toEqual(['Still true.']);
  });
});
