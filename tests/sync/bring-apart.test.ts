import type { CaseState } from '@leeward/domain/case/state.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringing, given, rowsToBring } from '../support/bring.ts';
import { clockAt, type EngineDesk, foundDesk, joinDesk, minute, teamFor } from '../support/engine-desk.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { runs } from '../support/size.ts';
import { settle } from '../support/world.ts';

/* Two officers bring the same table, each without a line. Their logs meet later. */

const [mine, hers] = ['0a'.repeat(16), '0b'.repeat(16)];
const source = 'Cases of last year';
const headings = ['Case No', 'Alias', 'Priority', 'Country', 'Languages', 'Threats', 'Remarks', 'Next step'];

async function twoDesks() {
  const relay = await memoryRelay();
  const clock = clockAt();
  const first = await foundDesk(relay.fetch, clock);
  const second = await joinDesk(first, relay.fetch, clock);
  await settle([first, second]);
  return { relay, clock, first, second, teams: [teamFor(first, 'protection')] };
}
type House = Awaited<ReturnType<typeof twoDesks>>;

const bring = async (
  desk: EngineDesk,
  { teams }: House,
  batch: string,
  cells: readonly (readonly string[])[],
) =>
  given(await bringing(desk).bringCases({ batch, source, teams, rows: rowsToBring([headings, ...cells]) }));

async function casesOf(desk: EngineDesk): Promise<readonly CaseState[]> {
  const states: CaseState[] = [];
  for (const [record, summary] of [...desk.engine.summaries].toSorted(([left], [right]) =>
    left < right ? -1 : 1,
  ))
    if (summary.kind === 'case') states.push((await desk.case(record)).state);
  return states;
}

describe('one table on two desks without a line', () => {
  it('becomes one case for each row, with what both said; the second sees that they were there already', async () => {
    const house = await twoDesks();
    const { first, second, clock } = house;
    const same = ['A-1', 'Alder', 'high', 'Kenya', 'Swahili', 'Followed home', 'Speaks quietly', 'Call'];
    const older = ['A-2', 'Birch', 'high', 'Kenya', '', 'Summoned', '', ''];
    const newer = ['A-2', 'Birch', 'standard', 'Uganda', '', 'Summoned', 'Has moved', 'Write'];
    expect(await bring(first, house, mine, [same, older])).toMatchObject({ brought: 2, known: [] });
    clock.now += minute;
    const only = ['A-3', 'Cedar', '', '', '', '', '', ''];
    expect(await bring(second, house, hers, [same, newer, only])).toMatchObject({ brought: 3, known: [] });
    // Waiting rows are counted before anything is sent, and pressed again they are known.
    expect(given(await bringing(second).batches({}))).toMatchObject([{ batch: hers, waiting: 3, cases: 0 }]);
    expect(await bring(second, house, hers, [same, newer, only])).toMatchObject({ brought: 0 });
    await settle([first, second]);

    for (const desk of [first, second]) {
      const cases = await casesOf(desk);
      expect(cases.map(({ pseudonym }) => pseudonym.map(({ value }) => value)).toSorted()).toEqual([
        ['Alder'],
        ['Birch'],
        ['Cedar'],
      ]);
      expect(cases.flatMap(({ kept }) => kept)).toEqual([]);
      const named = (name: string): CaseState => {
        const found = cases.find(({ pseudonym }) => latest(pseudonym) === name);
        if (found === undefined) throw new Error(name);
        return found;
      };
      // The very same row: nothing of it stands twice.
      const alder = named('Alder');
      expect(alder.notes).toHaveLength(1);
      expect(alder.urgencyHistory).toHaveLength(1);
      expect(alder.nextStep).toHaveLength(1);
      expect([alder.parts.situation.size, alder.parts.people.persons.size]).toEqual([1, 1]);
      expect(alder.parts.bring.again.map(({ batch }) => batch)).toEqual([hers]);
      // Where the two tables differ, both stand until a person chooses.
      const birch = named('Birch');
      const [place] = [...birch.parts.situation.values()];
      expect(place?.fields.country?.map(({ value }) => value)).toEqual(['KE', 'UG']);
      expect(birch.urgencies.map(({ value }) => value)).toEqual(['urg_high', 'urg_standard']);
      expect(birch.summary.get('danger')?.map(({ value }) => value)).toEqual(['Summoned']);
      expect(birch.notes.map(({ text }) => text)).toEqual(['Remarks: Has moved']);
      expect(given(await bringing(desk).batches({}))).toMatchObject([
        { batch: hers, cases: 1, joined: 2, waiting: 0 },
        { batch: mine, cases: 2, joined: 0 },
      ]);
    }
    expect(first.engine.outbox).toEqual([]);
    expect(second.engine.outbox).toEqual([]);
  });

  it('is undone by each alone: what a colleague brought as well stays, and is named as hers', async () => {
    const house = await twoDesks();
    const { first, second, clock } = house;
    const rows = [
      ['A-1', 'Alder', 'high', '', '', '', '', ''],
      ['A-2', 'Birch', 'high', '', '', '', '', ''],
    ];
    await bring(first, house, mine, rows);
    clock.now += minute;
    await bring(second, house, hers, rows.slice(0, 1));
    await settle([first, second]);
    const [, batch] = given(await bringing(first).batches({}));
    expect(batch?.touched.map(({ pseudonym }) => pseudonym)).toEqual(['Alder']);
    given(await bringing(first).undoBatch({ batch: mine, reason: 'Wrong year.', untouched: true }));
    await settle([first, second]);
    expect((await casesOf(second)).map(({ pseudonym }) => latest(pseudonym))).toEqual(['Alder']);
    // Taken out and brought again: the same case comes back, and goes with the import that brought it back.
    clock.now += minute;
    expect(await bring(second, house, hers, rows)).toMatchObject({ brought: 1 });
    await settle([first, second]);
    expect((await casesOf(first)).map(({ pseudonym }) => latest(pseudonym)).toSorted()).toEqual([
      'Alder',
      'Birch',
    ]);
    given(await bringing(second).undoBatch({ batch: hers, reason: 'Again wrong.', untouched: false }));
    await settle([first, second]);
    expect((await casesOf(first)).map(({ pseudonym }) => latest(pseudonym))).toEqual(['Alder']);
  });

  it('never loses a word and never makes two of a row, whatever each desk’s copy says and whoever is first', async () => {
    const house = await twoDesks();
    let table = 0;
    const cell = (values: readonly string[]) => fc.constantFrom(...values);
    const row = fc.tuple(
      cell(['', 'high', 'standard']),
      cell(['', 'Kenya', 'Uganda']),
      cell(['', 'Swahili', 'Arabic; Swahili']),
      cell(['', 'Followed', 'Summoned']),
      cell(['', 'Quiet', 'Loud']),
      cell(['', 'Call', 'Write']),
    );
    const copy = fc.array(row, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(copy, copy, fc.boolean(), fc.boolean(), async (left, right, turned, between) => {
        table += 1;
        const own = `Table ${table}`;
        const cellsOf = (rows: readonly (readonly string[])[]) =>
          rows.map((one, index) => [`${table}-${index}`, `Tree ${table}.${index}`, ...one]);
        const [one, other] = turned ? [house.second, house.first] : [house.first, house.second];
        const batches = [`${table}`.padStart(32, 'c'), `${table}`.padStart(32, 'd')] as const;
        const put = (desk: EngineDesk, batch: string, rows: readonly (readonly string[])[]) =>
          bringing(desk).bringCases({
            batch,
            source: own,
            teams: house.teams,
            rows: rowsToBring([headings, ...cellsOf(rows)]),
          });
        given(await put(one, batches[0], left));
        if (between) await one.sync();
        given(await put(other, batches[1], right));
        await settle([house.first, house.second]);
        const found = (await casesOf(house.first)).filter(({ parts }) => parts.bring.brought?.source === own);
        const seen = (await casesOf(house.second)).filter(({ parts }) => parts.bring.brought?.source === own);
        expect(seen).toEqual(found);
        expect(found).toHaveLength(Math.max(left.length, right.length));
        for (const state of found) {
          expect(state.kept).toEqual([]);
          const at = Number(state.parts.bring.brought?.key.split('-')[1]);
          const [place] = [...state.parts.situation.values()];
          const [person] = [...state.parts.people.persons.values()];
          const said = JSON.stringify([
            state.urgencies.map(({ value }) => value),
            place?.fields.country?.map(({ value }) => value) ?? [],
            person === undefined ? [] : person.fields.languages,
            [...state.summary.values()].flat().map(({ value }) => value),
            state.notes.map(({ text }) => text),
            state.nextStep.map(({ value }) => value.text),
          ]);
          const codes: Readonly<Record<string, string>> = {
            high: 'urg_high',
            standard: 'urg_standard',
            Kenya: '"KE"',
            Uganda: '"UG"',
            Swahili: '["sw"]',
            'Arabic; Swahili': '["ar","sw"]',
          };
          for (const words of [left[at] ?? [], right[at] ?? []])
            for (const word of words) expect(said).toContain(codes[word] ?? word);
          // Nothing that both say is there twice.
          expect(state.notes.length).toBe(new Set(state.notes.map(({ text }) => text)).size);
          expect(state.urgencies.length).toBe(new Set(state.urgencies.map(({ value }) => value)).size);
          expect([...state.parts.situation.values()].length).toBeLessThan(2);
          if (person !== undefined) expect(valueIn(person, 'roles')).toEqual(['role_defender']);
        }
        expect([house.first.engine.outbox, house.second.engine.outbox]).toEqual([[], []]);
      }),
      { numRuns: runs(12) },
    );
  }, 120_000);
});
