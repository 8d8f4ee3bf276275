import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { conversationHandlers } from '@leeward/workspace/desk/conversation-handlers.ts';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import { afterEach, describe, expect, it } from 'vitest';
import {
  isAppend,
  isItem,
  isReply,
  offline,
  swallowsAnswers,
  swallowsRequests,
} from '../support/hostile-relay.ts';
import { claim, type House, openHouse, reply, urgency } from '../support/house.ts';
import { settle, spokenTwice } from '../support/world.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});
const house = async (): Promise<House> => {
  const opened = await openHouse();
  houses.push(opened);
  return opened;
};

describe('two desks at one request', () => {
  it('[fault 6][rule 16] adopt it at the same moment: it is one conversation, with one message', async () => {
    const { one, two, hostile, visitor } = await house();
    await visitor.ask('Both of you see this at once.');
    let crossed = false;
    hostile.does('one', async (exchange, next) => {
      if (isAppend(exchange) && !crossed) {
        crossed = true;
        await two.sync();
      }
      return next();
    });
    await one.sync();
    hostile.behaves();
    await settle([one, two]);
    for (const desk of [one, two]) {
      const conversations = [...desk.engine.records.values()].filter((view) => view.kind === 'conversation');
      expect(conversations).toHaveLength(1);
      const { state } = await desk.request(conversations[0]?.id ?? '');
      expect(state.items).toHaveLength(1);
      expect(state.guests).toHaveLength(1);
      expect(desk.engine.outbox).toEqual([]);
    }
    expect(spokenTwice(hostile)).toEqual([]);
  });

  it('[rule 6] claim it at the same moment: one has it, the other is told, and takes nothing from her unasked', async () => {
    for (const slow of ['one', 'two'] as const) {
      const { one, two, hostile, ask } = await house();
      const [later, first] = slow === 'one' ? [one, two] : [two, one];
      const record = await ask();
      hostile.does(slow, offline);
      await later.act(claim(record));
      await first.act(claim(record));
      hostile.behaves();
      await settle([one, two]);
      for (const desk of [one, two])
        expect((await desk.request(record)).state.claimedBy).toBe(toHex(first.engine.keys.member.id));
      // An administrator could take it over; that she wants to, she has not said.
      const told =
        slow === 'one' ? { delivery: 'conflict', changed: ['claimedBy'] } : { delivery: 'refused' };
      expect((await later.request(record)).pending).toMatchObject([{ command: 'claim', ...told }]);
      expect((await first.request(record)).pending).toEqual([]);
    }
  });

  it('[rule 6] set its urgency at the same moment: both stand in their order, and the later is told what had changed', async () => {
    const { one, two, hostile, ask } = await house();
    const record = await ask();
    hostile.does('one', offline);
    await one.act(urgency(record, 'urg_immediate'));
    await two.act(urgency(record, 'urg_urgent'));
    hostile.behaves();
    await settle([one, two]);
    const mine = await one.request(record);
    expect(mine.state).toEqual((await two.request(record)).state);
    expect(mine.state.urgency).toBe('urg_immediate');
    expect(mine.state.urgencyHistory.map((set) => set.reason)).toEqual([
      'Because of urg_urgent.',
      'Because of urg_immediate.',
    ]);
    expect(mine.pending).toMatchObject([
      { command: 'setUrgency', delivery: 'confirmed', changed: ['urgency'] },
    ]);
  });

  it('[rule 6] set its urgency while the other is still writing why: what she has not seen is not replaced', async () => {
    const { one, two, ask } = await house();
    const record = await ask();
    // She begins with nothing judged before her, and writes for some minutes.
    const seen: readonly never[] = [];
    await two.act(urgency(record, 'urg_immediate'));
    await one.sync();
    const tools = {
      act: async (items: (engine: typeof one.engine) => Promise<{ value: readonly NewItem[] }>) =>
        one.keep(...(await items(one.engine)).value),
      given: (_command: unknown, _record: unknown, answer: unknown) => answer,
    };
    const handlers = conversationHandlers(tools as unknown as Parameters<typeof conversationHandlers>[0]);
    await handlers.setUrgency({ record, urgency: 'urg_standard', reason: 'Begun before.', seen });
    await settle([one, two]);
    for (const desk of [one, two]) {
      const { state } = await desk.request(record);
      expect(state.urgency).toBe('urg_immediate');
      expect(standingJudgements(state.urgencyHistory).map(({ urgency: level }) => level)).toEqual([
        'urg_immediate',
        'urg_standard',
      ]);
    }
  });

  it('[fault 39][rule 3] answer while the lines are bad: she reads each answer once, in one order', async () => {
    const { one, two, hostile, ask, visitor } = await house();
    const record = await ask();
    await one.act(claim(record));
    hostile.does('one', swallowsAnswers(2), swallowsRequests(1, isReply));
    hostile.does('two', swallowsRequests(1), swallowsAnswers(2, isReply));
    await one.keep(reply(record, 'The first answer.'));
    await one.keep(reply(record, 'The second answer.'));
    // A colleague opens it at the same moment: her "opened" takes a number as well.
    await two.keep({ record, command: 'noteOpened', args: { sequence: 0 }, silent: true });
    await settle([one, two]);
    hostile.behaves();
    await settle([one, two]);
    const { replies } = await visitor.read();
    const texts = replies.flatMap((each) => (each.message?.type === 'reply' ? [each.message.text] : []));
    expect(texts).toEqual(['The first answer.', 'The second answer.']);
    expect(replies.filter((each) => each.message?.type === 'opened')).toHaveLength(1);
    expect(replies.every((each) => each.confirmed)).toBe(true);
    const { state } = await one.request(record);
    expect(state).toEqual((await two.request(record)).state);
    expect(state.sent.map((sent) => sent.sequence)).toEqual([0, 1, 2]);
    expect(spokenTwice(hostile)).toEqual([]);
  });

  it('[rule 6] a decline is never written again by itself when something has changed meanwhile', async () => {
    const { one, two, hostile, ask, visitor } = await house();
    const record = await ask();
    await one.act(claim(record));
    hostile.does('one', offline);
    await one.act({
      record,
      command: 'decline',
      args: {
        reason: 'close_declined_not_urgent',
        words: 'We cannot help this week.',
        alternatives: [],
        noneKnown: true,
        wayBackDays: 30,
      },
    });
    await visitor.write('They came back. It is tonight.');
    await two.sync();
    hostile.behaves();
    await settle([one, two]);
    const mine = await one.request(record);
    expect(mine.state.declined).toBeNull();
    expect(mine.pending).toMatchObject([
      { command: 'decline', delivery: 'conflict', text: 'We cannot help this week.' },
    ]);
    expect(mine.pending[0]?.changed).toContain('conversation');
  });
});

describe('a person at the door of such a relay', () => {
  it('[fault 39] whose connection dies when she has pressed send: her words arrive exactly once', async () => {
    const { one, two, hostile, visitor } = await house();
    hostile.does('visitor', swallowsAnswers(2, isItem), swallowsRequests(2, isItem));
    await visitor.ask('Once, whatever the line does.');
    hostile.behaves();
    expect((await visitor.read()).own).toMatchObject([{ state: 'stored' }]);
    await settle([one, two]);
    const conversations = [...one.engine.records.values()].filter((view) => view.kind === 'conversation');
    expect(conversations).toHaveLength(1);
    expect((await one.request(conversations[0]?.id ?? '')).state.items).toHaveLength(1);
  });

  it('[fault 8][rule 2] whose message a restored server has lost: a desk gives back her words and its own answers', async () => {
    const { one, two, visitor, ask, backUp } = await house();
    const restore = await backUp();
    const record = await ask();
    await one.act(claim(record));
    await one.act(reply(record, 'We have read it.'));
    await settle([one, two]);
    expect((await visitor.read()).replies).toHaveLength(1);
    await restore();
    await two.sync();
    expect(two.alerts('serverWentBack')).toHaveLength(1);
    await settle([one, two]);
    const conversation = await visitor.read();
    expect(conversation.own).toHaveLength(1);
    expect(conversation.replies.map((each) => each.message?.type)).toContain('reply');
    expect((await one.request(record)).state.items).toHaveLength(1);
  });
});
