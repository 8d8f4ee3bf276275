import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockAt, day, type EngineDesk } from '../support/engine-desk.ts';
import { claim, type House, openHouse, reply } from '../support/house.ts';
import { settle } from '../support/world.ts';

/* A desk whose date is wrong by months. The relay, her phone and the colleague have the right one. */

let house: House;
let record: string;
beforeEach(async () => {
  house = await openHouse();
  record = await house.ask();
});
afterEach(() => house.end());

/** The first desk, with a clock that is so many days beside the true one. */
const besideBy = (days: number): EngineDesk =>
  house.one.copied(house.hostile.of('one'), clockAt(Date.now() + days * day));

const daysLeft = async (desk: EngineDesk): Promise<number> => {
  const until = (await desk.request(record)).state.sent.at(-1)?.until ?? 0;
  return until - Math.floor(Date.now() / day);
};

describe('a desk whose date is wrong', () => {
  it('[fault 32][fault 50] by 120 days behind writes an answer that she can still read for its days, and says that its date is wrong', async () => {
    const desk = besideBy(-120);
    await desk.act(claim(record));
    await desk.act(reply(record, 'Come on Monday.'));
    expect(await daysLeft(desk)).toBeGreaterThanOrEqual(89);
    await settle([desk]);
    const said = await house.visitor.readUntil(({ replies }) => replies.length > 0);
    expect(said.replies.map(({ message }) => message?.type === 'reply' && message.text)).toContain(
      'Come on Monday.',
    );
    expect(desk.alerts('ownClock')).toHaveLength(1);
  });

  it('[fault 32] by years ahead says so; her answer is not over too early', async () => {
    const desk = besideBy(1000);
    await desk.act(claim(record));
    await desk.act(reply(record, 'Come on Monday.'));
    expect(await daysLeft(desk)).toBeGreaterThanOrEqual(90);
    expect(desk.alerts('ownClock')).toHaveLength(1);
  });

  it('[fault 32] says nothing of it while it is right, nor any more once it was set right', async () => {
    await house.one.act(claim(record));
    expect(house.one.alerts('ownClock')).toEqual([]);
    const clock = clockAt(Date.now() - 120 * day);
    const desk = house.one.copied(house.hostile.of('one'), clock);
    await desk.sync();
    expect(desk.alerts('ownClock')).toHaveLength(1);
    clock.now = Date.now();
    await desk.sync();
    expect(desk.alerts('ownClock')).toEqual([]);
  });

  it('[fault 32] is not led on by one colleague whose date is years ahead', async () => {
    const ahead = house.two.copied(house.hostile.of('two'), clockAt(Date.now() + 1000 * day));
    await ahead.act({ record, command: 'setUrgency', args: { urgency: 'urg_high', reason: 'Soon.' } });
    await house.one.act(claim(record));
    await house.one.act(reply(record, 'Come on Monday.'));
    expect(await daysLeft(house.one)).toBeLessThanOrEqual(90);
    expect(house.one.alerts('ownClock')).toEqual([]);
  });
});
