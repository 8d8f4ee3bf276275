import { usualAnswerHours } from '@leeward/domain/request/answer-hours.ts';
import { hoursNow, inAnswerHours, setAnswerHours } from '@leeward/workspace/desk/answer-hours.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { requestDesk } from '../support/request-desk.ts';
import { copyWorld, makeWorld, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const hour = 3_600_000;
const linesOf = ({ engine }: EngineDesk) =>
  [...engine.summaries.values()].flatMap((one) => (one.kind === 'conversation' ? [one.line] : []));

describe('the hours of an answer', () => {
  it('are set by an administrator, and count at every desk for those who wait already [invariant 13]', async () => {
    const world = copyWorld(made);
    const { one, three, clock } = world;
    const account = {
      way: 'phone',
      from: '',
      at: clock.now - 20 * hour,
      words: 'She asks for a place to stay.',
      locale: 'en',
      details: {},
    } as const;
    const entered = { account, answered: null, judged: null, claim: false, joinWith: null };
    const { record } = await requestDesk(three).call('enterRequest', entered);
    await settle([three, one]);
    const shown = (desk: EngineDesk) =>
      inAnswerHours(hoursNow(desk.engine), linesOf(desk), clock.now).find((line) => line.record === record)
        ?.clock;
    expect(shown(three)).toMatchObject({ limit: 24 * hour, overdue: false });

    const hours = { ...usualAnswerHours, urg_unset: 12 };
    const wanted = { hours, reason: 'Agreed in the team.' };
    // An officer may not.
    expect(await setAnswerHours(three.engine, wanted)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
    expect(await setAnswerHours(one.engine, wanted)).toMatchObject({ ok: true });
    await settle([one, three]);
    for (const desk of [one, three]) {
      expect(hoursNow(desk.engine)).toEqual(hours);
      expect(shown(desk)).toMatchObject({ limit: 12 * hour, overdue: true });
      expect((await desk.request(record)).clock).toMatchObject({ limit: 12 * hour, overdue: true });
    }
    // The same once more is no change, and nothing is written.
    expect(await setAnswerHours(one.engine, wanted)).toMatchObject({ ok: false });
  });
});
