import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import type { Account } from '@leeward/domain/request/otherwise.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { joinedLines } from '@leeward/workspace/desk/joined.ts';
import { provisionalLines } from '@leeward/workspace/desk/provisional.ts';
import type { EnteredRequest } from '@leeward/workspace/desk/requests-contract.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { offline } from '../support/hostile-relay.ts';
import { requestDesk } from '../support/request-desk.ts';
import { copyWorld, makeWorld, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);

function called(world: World, callName: string, more: Partial<Account['details']> = {}): EnteredRequest {
  return {
    account: {
      way: 'phone',
      from: '',
      at: world.clock.now - 3_600_000,
      words: `${callName} asks for a place to stay.`,
      locale: 'en',
      details: { callName, ...more },
    },
    answered: null,
    judged: null,
    claim: false,
    joinWith: null,
  };
}

const enter = async (desk: EngineDesk, entered: EnteredRequest): Promise<string> =>
  (await requestDesk(desk).call('enterRequest', entered)).record;

describe('a request that an officer enters', () => {
  it('is there at once without a line, with its clock, and for everybody once there is one', async () => {
    const world = copyWorld(made);
    const { one, two, three, hostile } = world;
    hostile.does('three', offline);
    const record = await enter(three, called(world, 'Yusuf', { danger48h: 'yes' }));
    const [line] = provisionalLines(three.engine);
    expect(line).toMatchObject({ record, way: 'phone', callName: 'Yusuf', suggested: 'urg_immediate' });
    expect(line?.clock?.since).toBe(world.clock.now - 3_600_000);
    const before = await three.request(record);
    expect(before.pending).toMatchObject([{ command: 'enterRequest', delivery: 'kept' }]);
    // The desk is closed and opened again before there is a line.
    const again = await three.reopened();
    expect(provisionalLines(again.engine)).toHaveLength(1);
    hostile.behaves();
    for (const desk of [again, one, two, again, one]) await desk.sync();
    expect(provisionalLines(again.engine)).toEqual([]);
    for (const desk of [one, again]) {
      const view = await desk.request(record);
      expect(view.said).toMatchObject({ what: 'Yusuf asks for a place to stay.', callName: 'Yusuf' });
      expect(view.pending).toEqual([]);
      expect(view.refused).toEqual([]);
      expect(view.colleagues).not.toContain(memberOf(desk));
    }
    expect(before.clock).toEqual((await one.request(record)).clock);
  });

  it('is looked for before it is entered, in every spelling and script, and by number', async () => {
    const world = copyWorld(made);
    const { three } = world;
    const reach = [{ channel: 'chan_phone_call', detail: '+254 712 345 678', safe: true }] as const;
    const record = await enter(three, called(world, 'Yusuf Abdi', { channels: reach }));
    await enter(three, called(world, 'Amara'));
    await three.sync();
    const waiting = await enter(three, called(world, 'Joseph Otieno'));
    const look = (callName: string, more: { readonly reach?: readonly string[] } = {}) =>
      requestDesk(three).call('possibleMatches', {
        callName,
        words: '',
        reach: more.reach ?? [],
        country: null,
        except: null,
      });
    for (const spelling of ['Youssef Abdi', 'يوسف عبدي', 'Yousuf Abdi'])
      expect((await look(spelling))[0], spelling).toMatchObject({ record, why: ['name'] });
    for (const number of ['0712345678', '٠٧١٢٣٤٥٦٧٨', '00254-712-345-678'])
      expect(await look('', { reach: [number] }), number).toMatchObject([{ record, why: ['reach'] }]);
    expect((await look('Joseph Otieno'))[0]).toMatchObject({ record: waiting });
    expect(await look('Ngozi')).toEqual([]);
    expect(await look('')).toEqual([]);
  });
});

describe('several requests of one person', () => {
  it('are joined by one act, seen from both, and stand alone again by another; nothing is lost', async () => {
    const world = copyWorld(made);
    const { one, three, settle } = world;
    const [left, right] = [
      await enter(three, called(world, 'Amara')),
      await enter(three, called(world, 'Amarah')),
    ];
    await settle();
    await requestDesk(three).call('joinRequests', { record: left, with: right });
    await settle();
    for (const desk of [one, three]) {
      expect((await desk.request(left)).joined.map((line) => line.record)).toEqual([right]);
      expect((await desk.request(right)).joined).toMatchObject([
        { record: left, here: true, callName: 'Amara' },
      ]);
    }
    await requestDesk(one).call('unjoinRequest', { record: right });
    await settle();
    for (const desk of [one, three]) {
      expect(joinedLines(desk.engine, left)).toEqual([]);
      expect((await desk.request(right)).said.what).toBe('Amarah asks for a place to stay.');
    }
  });

  it('joined by one and parted by another at the same moment come out alike on every desk', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const [left, right] = [
      await enter(three, called(world, 'Amara')),
      await enter(three, called(world, 'Amarah')),
    ];
    await requestDesk(three).call('joinRequests', { record: left, with: right });
    await settle();
    hostile.does('one', offline);
    await requestDesk(one).call('unjoinRequest', { record: left });
    const third = await enter(three, { ...called(world, 'Amara again'), joinWith: right });
    await three.sync();
    hostile.behaves();
    await settle();
    for (const desk of [one, three]) {
      expect(joinedLines(desk.engine, left)).toEqual([]);
      expect(joinedLines(desk.engine, right).map((line) => line.record)).toEqual([third]);
    }
  });

  it('are undone before the join was ever sent', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const [left, right] = [
      await enter(three, called(world, 'Amara')),
      await enter(three, called(world, 'Amarah')),
    ];
    await settle();
    hostile.does('three', offline);
    await requestDesk(three).call('joinRequests', { record: left, with: right });
    await requestDesk(three).call('unjoinRequest', { record: left });
    hostile.behaves();
    await settle();
    expect(joinedLines(one.engine, right)).toEqual([]);
    expect(three.engine.outbox).toEqual([]);
  });
});

describe('handing over', () => {
  it('reaches the colleague, who sees it; until then it can be taken back', async () => {
    const world = copyWorld(made);
    const { one, three, settle } = world;
    const record = await enter(three, { ...called(world, 'Amara'), claim: true });
    await settle();
    expect((await three.request(record)).colleagues).toContain(memberOf(one));
    await requestDesk(three).call('handOver', { record, member: memberOf(one) });
    await settle();
    expect((await one.request(record)).state).toMatchObject({
      claimedBy: memberOf(one),
      handedOver: { by: memberOf(three), seen: null },
    });
    await three.act({ record, command: 'claim', args: {} });
    await settle();
    expect((await one.request(record)).state).toMatchObject({ claimedBy: memberOf(three), handedOver: null });
    await requestDesk(three).call('handOver', { record, member: memberOf(one) });
    await settle();
    await requestDesk(one).call('seeHandOver', { record });
    await settle();
    expect((await three.request(record)).state.handedOver?.seen).not.toBeNull();
  });
});

describe('acts without a line', () => {
  it('pressed again and again are one act each, and undone again leave what was before', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const record = await enter(three, called(world, 'Amara'));
    await settle();
    hostile.does('three', offline);
    for (let press = 0; press < 5; press += 1) {
      await three.act({ record, command: 'claim', args: {} });
      await three.sync();
    }
    const judged = { urgency: 'urg_high', reason: 'Threats grow.', replaces: [] };
    for (let press = 0; press < 5; press += 1)
      await three.act({ record, command: 'setUrgency', args: judged });
    expect(three.engine.outbox.map((item) => item.command)).toEqual(['claim', 'setUrgency']);
    hostile.behaves();
    await settle();
    const { state } = await one.request(record);
    expect(state.claims).toHaveLength(1);
    expect(state.urgencyHistory).toHaveLength(1);
  });

  it('in a row on one record are not taken for a colleague’s: claimed, given back and claimed again stands', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const record = await enter(three, called(world, 'Amara'));
    await settle();
    hostile.does('three', offline);
    for (const command of ['claim', 'release', 'claim']) await three.act({ record, command, args: {} });
    hostile.behaves();
    await settle();
    expect((await three.request(record)).pending).toEqual([]);
    expect((await one.request(record)).state.claimedBy).toBe(memberOf(three));
    expect((await one.request(record)).state.claims).toHaveLength(3);
  });

  it('[fault 46] sets aside thirty at once and puts them back as one, twice over, without a line in between', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const records: string[] = [];
    for (let number = 0; number < 30; number += 1)
      records.push(await enter(three, called(world, `Junk ${number}`)));
    const real = await enter(three, called(world, 'Amara'));
    await settle();
    hostile.does('three', offline);
    const aside = () =>
      three.keep(...records.map((record) => ({ record, command: 'setAside', args: { reason: '' } })));
    await aside();
    await aside();
    expect(three.engine.outbox).toHaveLength(30);
    hostile.behaves();
    await settle();
    for (const record of records) expect((await one.request(record)).phase).toBe('set_aside');
    expect((await one.request(real)).phase).toBe('new');
    await requestDesk(three).call('putBackAll', { records: [...records, ...records] });
    await settle();
    for (const record of records) {
      const { state, refused } = await one.request(record);
      expect(state.setAside).toBeNull();
      expect(refused).toEqual([]);
    }
    expect(three.engine.outbox).toEqual([]);
  });
});

describe('two judgements made apart', () => {
  it('are both shown to everybody until one is chosen, and both stay in the history', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const record = await enter(three, called(world, 'Amara'));
    await settle();
    hostile.does('three', offline);
    await three.act({
      record,
      command: 'setUrgency',
      args: { urgency: 'urg_standard', reason: 'Abroad.', replaces: [] },
    });
    await one.act({
      record,
      command: 'setUrgency',
      args: { urgency: 'urg_urgent', reason: 'Followed.', replaces: [] },
    });
    hostile.behaves();
    await settle();
    const { state } = await three.request(record);
    expect(standingJudgements(state.urgencyHistory).map((set) => set.reason)).toEqual([
      'Followed.',
      'Abroad.',
    ]);
    expect(state.urgency).toBe('urg_urgent');
    await requestDesk(one).call('settleUrgency', { record, urgency: 'urg_standard', reason: 'Abroad.' });
    await settle();
    const after = (await three.request(record)).state;
    expect(standingJudgements(after.urgencyHistory)).toHaveLength(1);
    expect(after.urgencyHistory.map((set) => set.reason)).toEqual(['Followed.', 'Abroad.', 'Abroad.']);
    expect(after.urgency).toBe('urg_standard');
  });

  it('can be taken back by whoever made one, sent or not', async () => {
    const world = copyWorld(made);
    const { one, three, hostile, settle } = world;
    const record = await enter(three, called(world, 'Amara'));
    await settle();
    const judged = { urgency: 'urg_urgent', reason: 'Misread.', replaces: [] };
    hostile.does('three', offline);
    await three.act({ record, command: 'setUrgency', args: judged });
    await requestDesk(three).call('takeBackUrgency', { record });
    hostile.behaves();
    await settle();
    expect((await one.request(record)).state.urgency).toBe('urg_unset');
    await three.act({ record, command: 'setUrgency', args: judged });
    await settle();
    expect((await one.request(record)).state.urgency).toBe('urg_urgent');
    await requestDesk(three).call('takeBackUrgency', { record });
    await settle();
    expect((await one.request(record)).state).toMatchObject({ urgency: 'urg_unset' });
    expect((await one.request(record)).state.urgencyHistory).toHaveLength(1);
  });
});

describe('prepared words', () => {
  it('are kept for the team, read by colleagues, and given up for those that came with Leeward', async () => {
    const world = copyWorld(made);
    const { one, three, settle } = world;
    const words = { occasion: 'decline', code: 'close_declined_covered', language: 'ar', text: 'نأسف.' };
    await requestDesk(three).call('keepWords', words);
    expect(await requestDesk(three).call('preparedWords', {})).toMatchObject([
      { versions: [{ text: 'نأسف.' }] },
    ]);
    await settle();
    expect(await requestDesk(one).call('preparedWords', {})).toMatchObject([
      { code: 'close_declined_covered', language: 'ar', versions: [{ text: 'نأسف.', by: memberOf(three) }] },
    ]);
    await requestDesk(one).call('keepWords', { ...words, text: '' });
    await settle();
    expect(await requestDesk(three).call('preparedWords', {})).toEqual([]);
  });
});
