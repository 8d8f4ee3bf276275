import { fromHex, randomBytes, teamRecord, toHex } from '@leeward/sealed-log/wire';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import { ensureTeamFresh } from '@leeward/workspace/desk/rotation.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EngineDesk, teamFor } from '../support/engine-desk.ts';
import { copyWorld, makeWorld, note, notesOf, type World } from '../support/world.ts';

/** The first desk alone is in finance; protection has all three. */
let made: World;
const shared = toHex(randomBytes(32));
const alone = toHex(randomBytes(32));

async function caseFor(
  desk: EngineDesk,
  id: string,
  purposes: readonly string[],
): Promise<readonly NewItem[]> {
  const teams = purposes.map((purpose) => teamFor(desk, purpose));
  const listings: NewItem[] = [];
  for (const team of teams) {
    const bytes = fromHex(team);
    if (!bytes.ok) throw new Error('a team');
    const log = toHex(await teamRecord(desk.engine.organisation.skeleton.org, bytes.value));
    const creates = { kind: 'team', teams: [team] };
    listings.push({
      record: log,
      command: 'listRecord',
      args: { listed: id, kind: 'case' },
      creates,
      silent: true,
    });
  }
  const args = { pseudonym: `Case ${id.slice(0, 4)}`, from: '', teams, case: id };
  return [...listings, { record: id, command: 'openCase', args, creates: { kind: 'case', teams } }];
}

beforeAll(async () => {
  made = await makeWorld();
  const { one } = made;
  await one.act(...(await caseFor(one, shared, ['protection', 'finance'])));
  await one.act(...(await caseFor(one, alone, ['finance'])));
  await made.settle();
});

async function withoutOne(): Promise<World> {
  const world = copyWorld(made);
  const { one, two, three } = world;
  const leaving = toHex(one.engine.keys.member.id);
  expect(await removeMember(two.engine, leaving)).toEqual({ ok: true, value: null });
  for (const _ of [1, 2]) for (const desk of [two, three]) await desk.sync();
  return world;
}

describe('a team in which nobody is left', () => {
  it('[rule 9] is said by name at every desk, and nobody is told that it mends itself', async () => {
    const { two, three } = await withoutOne();
    for (const desk of [two, three, await two.reopened()]) {
      await desk.sync();
      const abandoned = ['finance', 'documentation', 'research'].map((purpose) => teamFor(desk, purpose));
      expect(
        desk
          .alerts('teamAbandoned')
          .map((alert) => alert.record)
          .sort(),
      ).toEqual(abandoned.sort());
      for (const alert of desk.alerts('teamAbandoned')) {
        expect(alert.dismissable).toBe(false);
        expect(alert.details['team']).toMatch(/./);
      }
      expect(desk.alerts('staleTeam')).toEqual([]);
      expect(await ensureTeamFresh(desk.engine, teamFor(desk, 'finance'))).toBe('abandoned');
    }
  });

  it('[rule 9][rule 11] holds up nothing that others read as well: they get the next key without it', async () => {
    const { two, three } = await withoutOne();
    await three.act(note(shared, 'Work goes on.'));
    await two.sync();
    for (const desk of [two, three]) expect(await notesOf(desk, shared)).toEqual(['Work goes on.']);
    const { readers, stopped, pending } = (await two.case(shared)) as Awaited<ReturnType<typeof two.case>>;
    expect([readers, stopped, pending]).toEqual([
      [{ type: 'team', id: teamFor(two, 'protection') }],
      null,
      [],
    ]);
  });

  it('[rule 9] takes no new work, and whoever tries is told why; what was typed is kept', async () => {
    const { two } = await withoutOne();
    const team = teamFor(two, 'finance');
    const id = toHex(randomBytes(32));
    const creates = { kind: 'case', teams: [team] };
    await two.act({
      record: id,
      command: 'openCase',
      args: { pseudonym: 'Elder', from: '', teams: [team], case: id },
      creates,
    });
    expect(two.engine.outbox).toMatchObject([
      { args: { pseudonym: 'Elder' }, failure: { code: 'writing-stopped', alert: 'teamAbandoned' } },
    ]);
    expect(await two.chain(id)).toEqual([]);
  });
});
