import { standingOf } from '@leeward/domain/consent/state.ts';
import { alarmAt, checkInStanding } from '@leeward/domain/request/alarm.ts';
import { consentsIn } from '@leeward/domain/request/come-back.ts';
import { openGuest } from '@leeward/domain/request/state.ts';
import { closingSteps } from '@leeward/workspace/desk/closing-steps.ts';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import { comeBackOf } from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { isPull, showing } from '../support/hostile-relay.ts';
import { claim, type House, openHouse, reply } from '../support/house.ts';
import { settle } from '../support/world.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

const id = (number: number): string => number.toString(16).padStart(32, '0');
const ask = (record: string): NewItem => ({
  record,
  command: 'askConsent',
  args: {
    id: id(1),
    purpose: 'con_referral_identity',
    recipient: 'The shelter in the hills',
    fields: ['name'],
    text: 'May we give your name to the shelter?',
    version: 1,
    language: 'en',
    until: null,
  },
});
const close = (record: string, mailbox: string, reason: string): NewItem => ({
  record,
  command: 'closeChannel',
  args: { mailbox, reason },
});

/** A conversation that an officer has taken on and answered. */
async function talked() {
  const house = await openHouse();
  houses.push(house);
  const { one, two, ask: asks } = house;
  const record = await asks();
  await two.act(claim(record), reply(record, 'We have read it.'));
  await settle([one, two]);
  const mailbox = openGuest((await two.request(record)).state)?.mailbox ?? '';
  return { ...house, record, mailbox };
}

/** The conversation that another person's first item founded. */
async function other({
  one,
  record,
}: {
  readonly one: House['one'];
  readonly record: string;
}): Promise<string> {
  const found = [...one.engine.records.values()].find(
    (view) => view.kind === 'conversation' && view.id !== record,
  );
  if (found === undefined) throw new Error('nothing else was adopted');
  return found.id;
}

describe('words that were lost', () => {
  it('[fault 49] [rule 16] are replaced: the conversation goes on by the new words on every desk, and the old ones see nothing new', async () => {
    const house = await talked();
    const { one, two, visitor, record, mailbox } = house;
    const fresh = await house.visitAgain();
    await fresh.ask('I have lost my words. It is me again.');
    await settle([one, two]);
    const from = await other(house);
    // Somebody has opened it already: our chain to the new words has begun.
    await one.act({ record: from, command: 'noteOpened', args: { sequence: 0 }, silent: true });
    await settle([one, two]);
    const checked = 'Spoke on the phone; she knew the day of our first talk.';
    await two.act(
      { record: from, command: 'linkConversation', args: { to: record, checked } },
      { record, command: 'replaceChannel', args: { from, checked } },
    );
    await settle([one, two]);
    const read = await one.request(record);
    expect(read.state.guests.map(({ closed }) => closed?.reason ?? 'open')).toEqual(['replaced', 'open']);
    expect(
      read.state.items.map((item) => item.content?.kind === 'read' && item.content.message.type),
    ).toEqual(['request', 'request']);
    expect((await one.request(from)).phase).toBe('closed');

    await two.act(reply(record, 'Good that you are back.'));
    await fresh.write('Thank you.');
    await settle([one, two]);
    const there = await fresh.readUntil(({ replies }) =>
      replies.some((one) => one.message?.type === 'reply'),
    );
    expect(there.gaps).toEqual([]);
    expect(there.forked).toBe(false);
    expect(there.replies.map((one) => one.message?.type)).toEqual(['opened', 'reply']);
    const now = await one.request(record);
    expect(now.state.items.at(-1)?.content).toMatchObject({ message: { text: 'Thank you.' } });
    expect(now.pending).toEqual([]);

    const old = await visitor.read();
    expect(old.replies.map((one) => one.message?.type)).toEqual(['reply']);
    await visitor.write('Somebody else has found the paper.');
    await settle([one, two]);
    const late = (await one.request(record)).state.items.find(
      (item) => item.mailbox === mailbox && item.sequence === 1,
    );
    expect(late?.verdict).toBe('after_close');
  });

  it('[fault 49] take their mailbox with them only once the other conversation has ended for sure', async () => {
    const house = await talked();
    const { one, two, record } = house;
    const fresh = await house.visitAgain();
    await fresh.ask('It is me again.');
    await settle([one, two]);
    const from = await other(house);
    await two.act({ record, command: 'replaceChannel', args: { from, checked: 'Not yet.' } });
    expect((await two.request(record)).state.guests).toHaveLength(1);
    expect((await two.request(record)).pending.map(({ delivery }) => delivery)).toEqual(['refused']);
  });
});

describe('words that were seized', () => {
  it('[fault 50] are burnt: what lay there is taken away, nothing more goes to whoever holds them, and what they write is shown and changes nothing but a stop', async () => {
    const { one, two, visitor, record } = await talked();
    await two.act(ask(record));
    await settle([one, two]);
    const asked = (await visitor.readUntil(({ replies }) => replies.length === 2)).replies[1];
    const say = (answer: 'given' | 'withdrawn') =>
      plainItem({
        type: 'consent',
        v: 1,
        id: id(1),
        asked: Buffer.from(asked?.hash ?? []).toString('hex'),
        answer,
      });
    const steps = closingSteps((await one.request(record)).state, record, 'seized');
    await one.act(...(steps ?? []));
    await settle([one, two]);
    await visitor.say(say('given'), plainItem({ type: 'checkIn', v: 1, safe: true }));
    await two.keep(reply(record, 'Are you there?'));
    await settle([one, two]);
    const { state, pending } = await two.request(record);
    expect(openGuest(state)).toBeUndefined();
    expect(pending.map(({ delivery }) => delivery)).not.toContain('sent');
    // What lay there is gone with its seals, from her page and from the relay; it looks as if its time were over.
    const left = await visitor.readUntil(({ replies }) => replies.length === 3);
    expect(left).toMatchObject({ gaps: [], refused: 0, forked: false });
    expect(left.replies).toMatchObject([
      { ended: true, keptBack: false, message: null },
      { ended: true, keptBack: false, message: null },
      { ended: false, message: { type: 'confirmed' } },
    ]);
    const standing = () =>
      one.request(record).then((view) => standingOf(consentsIn(view.state)[0]!, '2026-11-21'));
    expect(await standing()).toBe('asked');
    expect(checkInStanding(state).lastSafe).toBeNull();
    // A stop is believed from anybody: it can only make her safer.
    await visitor.say(say('withdrawn'));
    await settle([one, two]);
    expect(await standing()).toBe('withdrawn');
  });

  it('[fault 50] are told nothing, while a channel that is closed because the work is done says so first', async () => {
    const { one, two, visitor, record, mailbox } = await talked();
    await two.act(
      { record, command: 'tellClosing', args: { mailbox, moved: false } },
      close(record, mailbox, 'finished'),
    );
    await settle([one, two]);
    const read = await visitor.readUntil(({ replies }) => replies.length === 2);
    expect(read.replies[1]?.message).toEqual({ type: 'closed', v: 1, moved: false });
    expect((await one.request(record)).state.guests[0]?.closed?.reason).toBe('finished');
  });
});

describe('a consent over a line that lies', () => {
  it('[rule 3] [fault 6] that was withdrawn counts at once when it comes, however long it was held back or how often it is shown', async () => {
    const { one, two, hostile, visitor, record } = await talked();
    await two.act(ask(record));
    await settle([one, two]);
    const read = await visitor.readUntil(({ replies }) => replies.length === 2);
    const consent = comeBackOf(read, [], '2026-11-21').consents[0]!;
    const answer = (word: 'given' | 'withdrawn') =>
      plainItem({ type: 'consent', v: 1, id: consent.ask.id, asked: consent.asked, answer: word });
    await visitor.say(answer('given'));
    await settle([one, two]);
    const standing = async (desk: House['one']) =>
      standingOf(consentsIn((await desk.request(record)).state)[0]!, '2026-11-21');
    expect([await standing(one), await standing(two)]).toEqual(['given', 'given']);

    // The relay keeps her next word from everybody, and shows the older one again and again.
    const known = new Set((await one.request(record)).state.items.map((item) => item.sequence)).size;
    const hold = showing((rows) => rows.filter((row) => row.kind !== 2));
    for (const desk of ['one', 'two'])
      hostile.does(desk, (exchange, next) => (isPull(exchange) ? hold(exchange, next) : next()));
    await visitor.say(answer('withdrawn'));
    await settle([one, two]);
    expect(await standing(one)).toBe('given');
    hostile.behaves();
    await settle([one, two]);
    await settle([one, two]);
    expect([await standing(one), await standing(two)]).toEqual(['withdrawn', 'withdrawn']);
    expect((await one.request(record)).state.items).toHaveLength(known + 1);

    // The team says what it took her word for: a phone that keeps nothing reads it back.
    await two.act({ record, command: 'noteOpened', args: { sequence: known }, silent: true });
    await settle([one, two]);
    const again = await visitor.readUntil(({ replies }) =>
      replies.some((one) => one.message?.type === 'opened'),
    );
    expect(comeBackOf(again, [], '2026-11-21').consents[0]).toMatchObject({
      standing: 'withdrawn',
      onItsWay: null,
    });
  });
});

describe('signs of life', () => {
  it('call when they fail to come, also where the relay keeps them back, and stop when they are there', async () => {
    const { one, two, visitor, record } = await talked();
    const from = Date.now() - 3 * 3_600_000;
    const plan = {
      id: id(9),
      rhythm: { every: 1 },
      from,
      until: null,
      grace: 5,
      silence: 'We ring.',
      language: 'en',
    };
    await two.act({ record, command: 'proposeCheckIn', args: { plan, text: plan.silence } });
    await settle([one, two]);
    const read = await visitor.readUntil(({ replies }) => replies.length === 2);
    expect(comeBackOf(read, [], '2026-11-21').proposed?.id).toBe(id(9));
    await visitor.say(plainItem({ type: 'plan', v: 1, plan: id(9), answer: 'accepted' }));
    await settle([one, two]);
    const alarm = async () => alarmAt(checkInStanding((await one.request(record)).state), Date.now());
    expect(await alarm()).toMatchObject({ kind: 'missed' });
    await visitor.say(plainItem({ type: 'checkIn', v: 1, safe: true, plan: id(9) }));
    await settle([one, two]);
    expect(await alarm()).toBeNull();
    await visitor.say(plainItem({ type: 'checkIn', v: 1, safe: false }));
    await settle([one, two]);
    expect(await alarm()).toMatchObject({ kind: 'not_safe' });
    await one.act({ record, command: 'answerAlarm', args: { reason: 'Rang the lawyer.' } });
    await settle([one, two]);
    expect(await alarm()).toBeNull();
  });
});
