import { guessMapping } from '@leeward/domain/bring/guess.ts';
import { planRow, type Words } from '@leeward/domain/bring/plan-row.ts';
import type { RowToBring } from '@leeward/workspace/bring/contract.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const batch = '0b'.repeat(16);
const other = '0c'.repeat(16);
const source = 'Cases of last year';
const words: Words = {
  urgency: { urg_high: ['high'], urg_standard: ['standard'] },
  state: {},
  status: {},
  countries: { KE: ['Kenya'], UG: ['Uganda'] },
  languages: {},
  ties: {},
  reason: 'Brought from a table.',
  person: 'Person',
  answer: () => null,
  asksDate: () => false,
  otherDate: () => ({ problem: 'not-a-date' }),
};

async function founded() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  return { relay, desk, teams: [teamOf(view, 'protection')] };
}

/** A table as a file of text, read by the desk and planned as its screen plans it. */
async function rowsOf(desk: TestDesk, text: string): Promise<readonly RowToBring[]> {
  const file = new TextEncoder().encode(text).buffer;
  const read = await desk.call('readTable', { file, name: 'table.csv' });
  if (!('table' in read)) throw new Error(read.problem);
  const mapping = guessMapping(read.table);
  let count = 0;
  const newId = () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
  return read.table.rows.map((row) => {
    const planned = planRow(row, mapping, {}, words, { newId });
    expect(planned.problems).toEqual([]);
    const { key, number, pseudonym, events, identity, people, ids } = planned;
    return { key, row: number, pseudonym, events, identity, people, ids };
  });
}

const table = (rows: number): string =>
  [
    'Case No;Alias;Priority;Country;Remarks',
    ...Array.from(
      { length: rows },
      (_, index) =>
        `A-${index};Sample ${index};high;${index % 2 === 0 ? 'Kenya' : 'Uganda'};"Said: ${index}; and more"`,
    ),
  ].join('\r\n');

describe('cases that are brought from a table', () => {
  it('are as many as it has rows, however often somebody clicks', async () => {
    const { desk, teams } = await founded();
    const many = 12;
    const rows = await rowsOf(desk, table(many));
    // Two clicks at once, and one more after everything is there.
    const [first, second] = await Promise.all([
      desk.call('bringCases', { batch, source, teams, rows }),
      desk.call('bringCases', { batch, source, teams, rows }),
    ]);
    expect([first?.brought, second?.brought]).toEqual([many, 0]);
    await desk.until('cases', {}, (lines) => lines.length === many && lines.every((line) => line.brought));
    await desk.until('session', {}, (view) => view.type === 'open' && view.unsent === 0);
    const again = await desk.call('bringCases', { batch: other, source, teams, rows });
    expect([again.brought, again.known.length]).toEqual([0, many]);
    const lines = await desk.call('cases', {});
    expect(lines.length).toBe(many);
    expect(lines.every((line) => line.urgency === 'urg_high')).toBe(true);
    const line = lines.find(({ pseudonym }) => pseudonym === 'Sample 3');
    const { state, refused } = await desk.call('case', { record: line?.record ?? '' });
    expect(refused).toEqual([]);
    expect(state.notes.map(({ text }) => text)).toEqual(['Remarks: Said: 3; and more']);
  });

  it('are undone as one step, put back as one, and a case on which somebody has worked is named first', async () => {
    const { desk, teams } = await founded();
    const rows = await rowsOf(desk, table(6));
    await desk.call('bringCases', { batch, source, teams, rows });
    const lines = await desk.until('cases', {}, (all) => all.length === 6 && all.every((one) => one.brought));
    await desk.until('session', {}, (view) => view.type === 'open' && view.unsent === 0);
    const worked = lines[2]?.record ?? '';
    await desk.call('addNote', { record: worked, text: 'She called.' });
    await desk.until('batches', {}, ([one]) => one?.touched.length === 1);
    const [known] = await desk.call('batches', {});
    expect(known).toMatchObject({ source, cases: 6, out: 0, touched: [{ record: worked }] });
    expect(await desk.call('undoBatch', { batch, reason: 'Wrong year.', untouched: true })).toEqual({
      cases: 5,
    });
    await desk.until('cases', {}, (all) => all.length === 1);
    // What was taken out may be brought again; what stayed may not.
    const keys = await desk.call('broughtKeys', {});
    expect(keys.map(({ record }) => record)).toEqual([worked]);
    expect(await desk.call('redoBatch', { batch, reason: 'It was right.' })).toEqual({ cases: 5 });
    await desk.until('cases', {}, (all) => all.length === 6);
    const { state } = await desk.call('case', { record: worked });
    expect(state.notes.at(-1)?.text).toBe('She called.');
  });
});
