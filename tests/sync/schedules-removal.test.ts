import { toHex } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, joinDesk } from '../support/engine-desk.ts';
import { faultsOf, runSchedule, schedules } from '../support/schedules.ts';
import { runs } from '../support/size.ts';
import { makeWorld, settle, type World } from '../support/world.ts';

let made: World;
let four: EngineDesk;
beforeAll(async () => {
  made = await makeWorld();
  four = await joinDesk(made.one, made.hostile.of('four'), made.clock);
  made.clock.now += day;
  await settle([...made.desks, four]);
});

describe('three desks that remove a fourth, and a relay that does what it likes', () => {
  it('[fault 3][fault 16][rule 1][rule 2][rule 4][rule 9][rule 28] end equal with every note once, or say what differs', async () => {
    const member = toHex(four.engine.keys.member.id);
    await fc.assert(
      fc.asyncProperty(schedules(true), async (steps) => {
        const run = await runSchedule(made, steps, member);
        // Two histories of who may do what are healed by nobody but two administrators: whoever sees both stops and
        // says so. The others still hold the same, and nobody has signed twice.
        const stopped = run.desks.filter((each) => each.alerts('organisationFork').length > 0);
        const going = run.desks.filter((each) => !stopped.includes(each));
        const seen = stopped.length === 0 ? run : { ...run, desks: going, kept: [], facts: [] };
        for (const each of stopped) expect(each.engine.organisationStopped).toBe(true);
        if (going.length > 0) expect(await faultsOf(seen)).toEqual([]);
      }),
      { numRuns: runs(400, 8_000) },
    );
  });
});
