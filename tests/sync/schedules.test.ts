import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../support/engine-desk.ts';
import { faultsOf, runSchedule, schedules } from '../support/schedules.ts';
import { runs } from '../support/size.ts';
import { makeWorld, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
  // The checkpoints of the first day are behind us.
  made.clock.now += day;
  await made.settle();
});

describe('three desks and a relay that does what it likes', () => {
  it('[rule 2] give back what comes after an entry of which the relay showed an altered copy while it had lost some', async () => {
    const run = await runSchedule(made, [
      { do: 'note', desk: 2 },
      { do: 'sync', desk: 2 },
      { do: 'relay', desk: 2, deed: 'alters', amount: 1 },
      { do: 'go-back', rows: 1 },
      { do: 'sync', desk: 2 },
      { do: 'wait', minutes: 7 },
    ]);
    expect(await faultsOf(run)).toEqual([]);
  });

  it('[fault 7][fault 8][fault 39][rule 2][rule 3][rule 5][rule 6] end equal when it behaves again, with every note once', async () => {
    await fc.assert(
      fc.asyncProperty(schedules(false), async (steps) => {
        expect(await faultsOf(await runSchedule(made, steps))).toEqual([]);
      }),
      { numRuns: runs(600, 12_000) },
    );
  });
});
