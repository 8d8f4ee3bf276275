import { latest } from '@leeward/domain/shared/field.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { bringing, given, rowsToBring } from '../support/bring.ts';
import { clockAt, type EngineDesk, foundDesk, joinDesk, minute, teamFor } from '../support/engine-desk.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* Names, births and papers that come with a table: into identity records of their own, and never into a case. */

const headings = [
  'Case No',
  'Alias',
  'First name',
  'Surname',
  'Born',
  'Citizen of',
  'Passport',
  'Expires',
  'Mobile',
];
const columns = {
  'First name': 'identity:givenName',
  Surname: 'identity:familyName',
  Born: 'identity:born',
  'Citizen of': 'identity:identityNationality',
  Passport: 'identity:passport',
  Expires: 'identity:passportUntil',
  Mobile: 'identity:phone',
} as const;
const rows = rowsToBring(
  [
    headings,
    ['A-1', 'Alder', 'Sample', 'Sampledottir', '1984', 'Kenya', 'P0000001', '2027-03', '0000 000 001'],
    ['A-2', 'Birch', 'Ensample', '', '', '', '', '', ''],
    ['A-3', 'Cedar', '', '', '', '', '', '', ''],
  ],
  columns,
);
const batch = '0a'.repeat(16);
const source = 'Cases of last year';
const day = 24 * 60 * minute;

async function house() {
  const relay = await memoryRelay();
  const clock = clockAt();
  const keeper = await foundDesk(relay.fetch, clock);
  const second = await joinDesk(keeper, relay.fetch, clock);
  const officer = await joinDesk(keeper, relay.fetch, clock, { teams: ['protection'] });
  await settle([keeper, second, officer]);
  const teams = [teamFor(keeper, 'protection')];
  return { clock, keeper, second, officer, teams, all: [keeper, second, officer] };
}
const identities = ({ engine }: EngineDesk) =>
  identityHandlers({
    opened: (work) => work(engine, () => undefined),
    inOrder: (work) => work(),
    act: async (items) => {
      const wanted = await items(engine);
      if (!wanted.ok) return wanted;
      await keep(engine, wanted.value);
      return { ok: true, value: null };
    },
    given: (_command, _record, answer) => answer,
  });
const caseOf = (desk: EngineDesk, name: string): string => {
  for (const [record, summary] of desk.engine.summaries)
    if (summary.kind === 'case' && summary.line.pseudonym === name) return record;
  throw new Error(`no case ${name}`);
};
async function sheetOf(desk: EngineDesk, name: string) {
  const her = { caseRecord: caseOf(desk, name), person: null };
  given(await identities(desk).openIdentity({ ...her, reason: 'To look.', form: null }));
  const { records } = given(await identities(desk).identity(her));
  return records.flatMap(({ state }) => (state === null ? [] : [state.sheet]));
}

let own: Awaited<ReturnType<typeof house>>;
beforeAll(async () => {
  own = await house();
});

describe('names in a table', () => {
  it('[rule 14] are refused to somebody who may hold no identities, before anything is kept, and the cases come without them', async () => {
    const { officer, teams } = own;
    const refused = await bringing(officer).bringCases({ batch, source, teams, rows });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'refused', refusal: { code: 'not_custody' } },
    });
    expect(officer.engine.outbox).toEqual([]);
    const without = rows.map((row) => ({ ...row, identity: [] }));
    expect(given(await bringing(officer).bringCases({ batch, source, teams, rows: without }))).toEqual({
      brought: 3,
      known: [],
      identities: 0,
    });
    await settle(own.all);
  });

  it('[rule 14] become identity records at hours of their own, also of cases that are here already, and stand in no case', async () => {
    const { keeper, officer, teams, clock } = own;
    const said = given(await bringing(keeper).bringCases({ batch: '0c'.repeat(16), source, teams, rows }));
    expect(said).toEqual({ brought: 0, known: ['A-1', 'A-2', 'A-3'], identities: 2 });
    const hours = keeper.engine.outbox.map(({ notBefore }) => notBefore);
    expect(hours).toHaveLength(4);
    for (const hour of hours) {
      expect(hour).toBeGreaterThanOrEqual(clock.now + 60 * minute);
      expect(hour).toBeLessThanOrEqual(clock.now + day);
    }
    expect(new Set(hours).size).toBe(2);
    // She who brought them can open them meanwhile.
    const [sheet] = await sheetOf(keeper, 'Alder');
    const names = standing(sheet?.names ?? new Map());
    expect(names.map((one) => [valueIn(one, 'name'), valueIn(one, 'use')])).toEqual([
      ['Sample Sampledottir', 'documents'],
    ]);
    await settle(own.all);
    const before = [...keeper.engine.summaries.values()].filter(({ kind }) => kind === 'identity');
    expect(before).toEqual([]);
    clock.now += day + minute;
    await settle(own.all);
    const made = [...keeper.engine.summaries.values()].filter(({ kind }) => kind === 'identity');
    expect(made).toHaveLength(2);
    const [there] = await sheetOf(own.second, 'Alder');
    if (there === undefined) throw new Error('no sheet');
    const [particulars] = standing(there.particulars);
    expect(particulars === undefined ? null : valueIn(particulars, 'born')).toMatchObject({ at: '1984' });
    expect(particulars === undefined ? null : valueIn(particulars, 'nationalities')).toEqual(['KE']);
    const [paper] = standing(there.documents);
    expect(paper === undefined ? null : [valueIn(paper, 'number'), valueIn(paper, 'until')]).toMatchObject([
      'P0000001',
      { at: '2027-03' },
    ]);
    // Nobody has called the number safe.
    const [reach] = standing(there.reaches);
    expect(reach === undefined ? null : [valueIn(reach, 'detail'), valueIn(reach, 'safe')]).toEqual([
      '0000 000 001',
      false,
    ]);
    // Whoever reads the cases has nothing of it, in no entry and no list.
    for (const [record, summary] of officer.engine.summaries) {
      if (summary.kind === 'identity') throw new Error('an identity outside custody');
      const { judgement } = await openRecord(officer.engine, record);
      const words = judgement.effects.map(({ body }) => body.events).join();
      for (const secret of ['Sampledottir', 'P0000001', '0000 000 001', '1984'])
        expect([secret, `${words} ${JSON.stringify(summary)}`.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('go out of sight with their cases as one step, and come back with them', async () => {
    const { keeper, second } = own;
    const her = { caseRecord: caseOf(keeper, 'Alder'), person: null };
    const openings = async () => given(await identities(second).custody({}))?.openings.length ?? 0;
    expect(await openings()).toBeGreaterThan(0);
    given(await bringing(keeper).undoBatch({ batch, reason: 'Wrong year.', untouched: false }));
    await settle(own.all);
    expect(await openings()).toBe(0);
    given(await bringing(keeper).redoBatch({ batch, reason: 'It was right.' }));
    await settle(own.all);
    expect(await openings()).toBeGreaterThan(0);
    expect(given(await identities(second).identity(her)).records).toHaveLength(1);
  });
});

describe('names in a table that two of custody bring without a line', () => {
  it('become one record of each person, with what both said; those whose case is taken out first are not made', async () => {
    const apart = await house();
    const { keeper, second, clock, teams } = apart;
    const other = rowsToBring(
      [headings, ['A-1', 'Alder', 'Sample', 'Sampledaughter', '1984', 'Kenya', 'P0000001', '', '']],
      columns,
    );
    given(await bringing(keeper).bringCases({ batch, source, teams, rows }));
    given(await bringing(second).bringCases({ batch: '0d'.repeat(16), source, teams, rows: other }));
    await settle(apart.all);
    given(await bringing(keeper).undoBatch({ batch, reason: 'Not Birch.', untouched: true }));
    await settle(apart.all);
    clock.now += day + minute;
    await settle(apart.all);
    for (const desk of [keeper, second]) {
      const made = [...desk.engine.summaries.values()].filter(({ kind }) => kind === 'identity');
      expect(made).toHaveLength(1);
      const sheets = await sheetOf(desk, 'Alder');
      expect(sheets).toHaveLength(1);
      const [name] = standing(sheets[0]?.names ?? new Map());
      // Two spellings, both kept until a person chooses; the same passport once.
      expect([...(name?.fields.name ?? [])].map(({ value }) => value).toSorted()).toEqual([
        'Sample Sampledaughter',
        'Sample Sampledottir',
      ]);
      expect(standing(sheets[0]?.documents ?? new Map())).toHaveLength(1);
    }
    // Put back, its hour comes after all.
    given(await bringing(keeper).redoBatch({ batch, reason: 'Birch too.' }));
    clock.now += day + minute;
    await settle(apart.all);
    clock.now += day + minute;
    await settle(apart.all);
    const [sheet] = await sheetOf(second, 'Birch');
    expect(standing(sheet?.names ?? new Map()).map(({ fields }) => latest(fields.name ?? []))).toEqual([
      'Ensample',
    ]);
  });
});

describe('a table of many rows', () => {
  it('[fault 14] goes on where it stopped when the desk is killed in the middle, and makes each row once', async () => {
    const big = await house();
    const { keeper, second, teams } = big;
    const many = 60;
    const cells = Array.from({ length: many }, (_, index) => [
      `A-${index}`,
      `Tree ${index}`,
      ...headings.slice(2).map(() => ''),
    ]);
    let lines = 0;
    const relayed = keeper.engine.client;
    given(
      await bringing(keeper).bringCases({ batch, source, teams, rows: rowsToBring([headings, ...cells]) }),
    );
    expect(given(await bringing(keeper).batches({}))).toMatchObject([{ waiting: many, cases: 0 }]);
    // The line goes after some of them, and then the device dies.
    Object.assign(keeper.engine, {
      client: new Proxy(relayed, {
        get: (target, name, self) => {
          if (name !== 'append') return Reflect.get(target, name, self);
          return async (...args: Parameters<typeof relayed.append>) => {
            lines += 1;
            if (lines > 45) return { ok: false, error: { code: 'offline' } };
            return target.append(...args);
          };
        },
      }),
    });
    await keeper.sync();
    const waiting = given(await bringing(keeper).batches({}))[0];
    expect(waiting?.waiting).toBeGreaterThan(10);
    expect(waiting?.cases).toBeGreaterThan(10);
    const again = await keeper.reopened();
    await settle([again, second]);
    expect(given(await bringing(again).batches({}))).toMatchObject([{ waiting: 0, cases: many }]);
    expect([...second.engine.summaries.values()].filter(({ kind }) => kind === 'case')).toHaveLength(many);
    expect(again.engine.outbox).toEqual([]);
  }, 60_000);
});
