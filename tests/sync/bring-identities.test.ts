import type { Mapping } from '@leeward/domain/bring/mapping.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { bringing, given, jsonToBring, rowsToBring } from '../support/bring.ts';
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
      unknownPeople: 0,
    });
    await settle(own.all);
  });

  it('[rule 14] become identity records at hours of their own, also of cases that are here already, and stand in no case', async () => {
    const { keeper, officer, teams, clock } = own;
    const said = given(await bringing(keeper).bringCases({ batch: '0c'.repeat(16), source, teams, rows }));
    expect(said).toEqual({ brought: 0, known: ['A-1', 'A-2', 'A-3'], identities: 2, unknownPeople: 0 });
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

describe('names inside of a row', () => {
  const family = 'family_details_section';
  type Member = Readonly<Record<string, unknown>>;
  const child: Member = {
    unique_id: 'u-7',
    relation_name: 'Small Sampledottir',
    relation: 'child',
    relation_age: 7,
  };
  const older: Member = {
    unique_id: 'u-9',
    relation_name: 'Tall Sampledottir',
    relation: 'child',
    relation_age: 15,
  };
  const table = (members: readonly Member[], columns: Mapping['inner'][string]['columns']) =>
    jsonToBring([{ case_id_display: 'P-1', pseudonym: 'Cedar', module_id: 'm', [family]: members }], {
      inner: { [family]: { as: 'persons', columns } },
    });
  const keyed = {
    unique_id: 'key',
    relation_name: 'identity:legalName',
    relation: 'relation',
    relation_age: 'age',
  } as const;
  const unkeyed = { ...keyed, unique_id: 'leaveOut' } as const;
  const bringTo = async (desk: EngineDesk, own: Awaited<ReturnType<typeof house>>, members: typeof rows) =>
    bringing(desk).bringCases({ batch: '0e'.repeat(16), source: 'Primero', teams: own.teams, rows: members });
  /** By age band of the person in the case, the names in the identities that are tied to that person. */
  async function namesByAge(desk: EngineDesk) {
    const caseRecord = caseOf(desk, 'Cedar');
    const { state } = await desk.case(caseRecord);
    const found: Record<string, readonly string[]> = {};
    for (const person of standing(state.parts.people.persons)) {
      const her = { caseRecord, person: person.id };
      // Of her whom the case is about the table says no name: there is no identity to open.
      const open = await identities(desk).openIdentity({ ...her, reason: 'To look.', form: null });
      if (!open.ok) continue;
      const { records } = given(await identities(desk).identity(her));
      const names = records.flatMap((one) =>
        one.state === null ? [] : standing(one.state.sheet.names).map((name) => valueIn(name, 'name') ?? ''),
      );
      if (names.length > 0) found[valueIn(person, 'ageBand') ?? ''] = names;
    }
    return found;
  }

  it('[rule 14] become identities of their own, tied to the person of the case each, and stand in no case; two of custody make one of each', async () => {
    const apart = await house();
    const { keeper, second, officer, clock } = apart;
    const members = table([child, older], keyed);
    expect(await bringTo(officer, apart, members)).toMatchObject({
      ok: false,
      error: { refusal: { code: 'not_custody' } },
    });
    expect(officer.engine.outbox).toEqual([]);
    expect(given(await bringTo(keeper, apart, members))).toMatchObject({
      brought: 1,
      identities: 2,
      unknownPeople: 0,
    });
    // A colleague in custody, without a line, with another one before them in her copy.
    const newborn = {
      unique_id: 'u-1',
      relation_name: 'New Sampledottir',
      relation: 'child',
      relation_age: 0,
    };
    expect(given(await bringTo(second, apart, table([newborn, child], keyed)))).toMatchObject({ brought: 1 });
    const hours = keeper.engine.outbox.map(({ notBefore }) => notBefore).filter((hour) => hour > 0);
    expect(new Set(hours).size).toBe(2);
    await settle(apart.all);
    clock.now += day + minute;
    await settle(apart.all);
    for (const desk of [keeper, second]) {
      expect(await namesByAge(desk)).toEqual({
        '0_4': ['New Sampledottir'],
        '5_11': ['Small Sampledottir'],
        '12_17': ['Tall Sampledottir'],
      });
      expect([...desk.engine.summaries.values()].filter(({ kind }) => kind === 'identity')).toHaveLength(3);
    }
    for (const [record, summary] of officer.engine.summaries) {
      const { judgement } = await openRecord(officer.engine, record);
      const words = judgement.effects.map(({ body }) => body.events).join();
      expect(`${words} ${JSON.stringify(summary)}`).not.toContain('Sampledottir');
    }
  });

  it('go to nobody where it is not certain which of the people of the case they are', async () => {
    const apart = await house();
    const { keeper, officer, clock } = apart;
    // An officer brings the cases first, and may not hold names.
    const nameless = { ...unkeyed, relation_name: 'leaveOut' } as const;
    given(await bringTo(officer, apart, table([child, older], nameless)));
    await settle(apart.all);
    // In the newer copy the older one stands first, and there is a third: by their places they would be mistaken.
    const third = { unique_id: 'u-1', relation_name: 'Third', relation: 'child', relation_age: 30 };
    expect(given(await bringTo(keeper, apart, table([older, child, third], unkeyed)))).toMatchObject({
      brought: 0,
      identities: 0,
      unknownPeople: 3,
    });
    expect(given(await bringTo(keeper, apart, table([child, older], unkeyed)))).toMatchObject({
      identities: 2,
      unknownPeople: 0,
    });
    clock.now += day + minute;
    await settle(apart.all);
    expect(await namesByAge(keeper)).toEqual({
      '5_11': ['Small Sampledottir'],
      '12_17': ['Tall Sampledottir'],
    });
  });
});
