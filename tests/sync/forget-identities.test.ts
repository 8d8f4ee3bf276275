import { forgetCase } from '@leeward/workspace/desk/forget-conversation.ts';
import { custodyTeam } from '@leeward/workspace/desk/identity/custody-team.ts';
import { custodyView } from '@leeward/workspace/desk/identity/custody-view.ts';
import { caseForgetting, forgetIdentities } from '@leeward/workspace/desk/identity/forget.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { identityItems } from '@leeward/workspace/desk/identity/make.ts';
import { identityView } from '@leeward/workspace/desk/identity/view.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Clock,
  clockAt,
  type EngineDesk,
  foundDesk,
  joinDesk,
  minute,
  teamFor,
} from '../support/engine-desk.ts';
import { hostileRelay } from '../support/hostile-relay.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* Forgetting a case with the identities of its people: two of custody, and one officer outside it. */

const [first, other] = ['ca'.repeat(32), 'cb'.repeat(32)];
let clock: Clock;
let keeper: EngineDesk;
let second: EngineDesk;
let officer: EngineDesk;
let outsider: () => ReturnType<ReturnType<typeof hostileRelay>['of']>;
const all = () => settle([keeper, second, officer]);

async function openCase(record: string, pseudonym: string, urgent = true): Promise<void> {
  const items = await caseItems(
    keeper.engine,
    '',
    record,
    pseudonym,
    [teamFor(keeper, 'protection')],
    urgent,
  );
  await keeper.act(...items.filter(({ command }) => command !== 'linkCase'));
  await all();
}
const isForgotten = async ({ engine }: EngineDesk, record: string): Promise<boolean> =>
  (await openRecord(engine, record)).judgement.forgotten.some((one) => one.type === 'record');
const identityOf = async (record: string): Promise<string> =>
  (await identityView(keeper.engine, { caseRecord: record, person: null })).records[0]?.record ?? '';
const inCustodysLog = async (command: string, args: object): Promise<void> => {
  const log = (await custodyTeam(keeper.engine))?.log ?? '';
  await keeper.act({ record: log, command, args: args as never });
  await all();
};

beforeEach(async () => {
  const relay = await memoryRelay();
  const hostile = hostileRelay(relay.fetch);
  outsider = () => hostile.of('outsider');
  clock = clockAt();
  keeper = await foundDesk(hostile.of('keeper'), clock);
  second = await joinDesk(keeper, hostile.of('second'), clock, { role: 'administrator' });
  officer = await joinDesk(keeper, hostile.of('officer'), clock, { teams: ['intake', 'protection'] });
});

describe('a case that is forgotten', () => {
  it('[rule 23] takes the identities of its people with it, on every desk of custody [invariant 14]', async () => {
    await openCase(first, 'Heron');
    const identity = await identityOf(first);
    const plan = await caseForgetting(keeper.engine, first);
    expect(plan).toMatchObject({
      custody: true,
      identities: [
        { record: identity, stays: null, coming: false, of: [{ person: null, pseudonym: 'Heron' }] },
      ],
    });
    expect(await forgetIdentities(keeper.engine, first, [identity])).toEqual({ ok: true, value: null });
    expect(await forgetCase(keeper.engine, first)).toEqual({ ok: true, value: null });
    await all();
    for (const desk of [keeper, second]) {
      expect(await isForgotten(desk, identity)).toBe(true);
      expect(await isForgotten(desk, first)).toBe(true);
      expect(desk.engine.summaries.get(identity)?.kind).toBe('unknown');
      expect((await identityView(desk.engine, { caseRecord: first, person: null })).records).toEqual([]);
    }
    // Done again, also by a colleague who saw the older list, it changes nothing.
    expect((await caseForgetting(second.engine, first)).identities).toEqual([]);
    expect(await forgetIdentities(second.engine, first, [identity])).toEqual({ ok: true, value: null });
  });

  it('leaves an identity that another case holds too, and says which; it goes with the last of them', async () => {
    await openCase(first, 'Heron');
    await openCase(other, 'Egret');
    const identity = await identityOf(first);
    await inCustodysLog('indexCustody', { identity, case: other, person: null });
    expect((await caseForgetting(keeper.engine, first)).identities).toMatchObject([
      { record: identity, stays: { why: 'other_case', cases: [{ pseudonym: 'Egret' }] } },
    ]);
    expect(await forgetIdentities(keeper.engine, first, [identity])).toMatchObject({
      error: { refusal: { code: 'identity_needed' } },
    });
    expect(await isForgotten(keeper, identity)).toBe(false);
    await forgetCase(keeper.engine, first);
    await all();
    const left = (await caseForgetting(keeper.engine, other)).identities;
    expect(left.find(({ record }) => record === identity)?.stays).toBeNull();
  });

  it('leaves what is read together with another case of the same person, unless somebody chooses it', async () => {
    await openCase(first, 'Heron');
    await openCase(other, 'Egret');
    const [left, right] = [await identityOf(first), await identityOf(other)];
    await inCustodysLog('comparePersons', {
      comparison: '0d'.repeat(16),
      left,
      right,
      verdict: 'same',
      grounds: [],
      reason: 'She said so.',
    });
    expect((await caseForgetting(keeper.engine, first)).identities).toMatchObject([
      { record: left, stays: { why: 'same_person', cases: [{ pseudonym: 'Egret' }] } },
    ]);
    expect(await forgetIdentities(keeper.engine, first, [left])).toEqual({ ok: true, value: null });
    await all();
    expect(await isForgotten(second, left)).toBe(true);
    expect(await isForgotten(second, right)).toBe(false);
    const still = await identityView(second.engine, { caseRecord: other, person: null });
    expect(still.records.map(({ record }) => record)).toEqual([right]);
  });

  it('[rule 14] does not make an identity any more that still waited for its hour', async () => {
    await openCase(first, 'Heron', false);
    const coming = (await caseForgetting(keeper.engine, first)).identities;
    expect(coming).toMatchObject([{ coming: true, stays: null }]);
    const [identity] = coming.map(({ record }) => record);
    await forgetIdentities(keeper.engine, first, [identity ?? '']);
    clock.now += 25 * 60 * minute;
    await all();
    expect(keeper.engine.outbox).toEqual([]);
    expect((await identityView(second.engine, { caseRecord: first, person: null })).records).toEqual([]);
  });

  it('keeps its identities where somebody outside custody forgets it: she cannot see whether there are any', async () => {
    await openCase(first, 'Heron');
    const identity = await identityOf(first);
    expect(await caseForgetting(officer.engine, first)).toEqual({ custody: false, identities: [] });
    expect(await forgetIdentities(officer.engine, first, [identity])).toMatchObject({
      error: { refusal: { code: 'not_custody' } },
    });
    await keeper.act(...(await identityItems(keeper.engine, first, 'a0'.repeat(16), true)));
    await all();
    expect((await caseForgetting(second.engine, first)).identities).toHaveLength(2);
    // What she leaves stands in custody's list until custody forgets it; nothing does while the case is there.
    expect((await custodyView(second.engine))?.left).toEqual([]);
    const admin = await joinDesk(keeper, outsider(), clock, { role: 'administrator', teams: ['protection'] });
    await settle([keeper, second, officer, admin]);
    expect(await custodyView(admin.engine)).toBeNull();
    expect(await forgetCase(admin.engine, first)).toEqual({ ok: true, value: null });
    await settle([keeper, second, officer, admin]);
    const left = (await custodyView(second.engine))?.left ?? [];
    expect(left).toHaveLength(2);
    expect(left).toContainEqual({
      record: identity,
      caseRecord: first,
      person: null,
      alike: [],
      opened: null,
    });
    // Custody can still see whose it is, with a reason that is noted as ever.
    const whose = { caseRecord: first, person: null };
    const closed = await identityView(second.engine, whose);
    expect(closed).toMatchObject({
      as: 'custody',
      openUntil: null,
      records: [{ record: identity, state: null }],
    });
    const tools = {
      opened: async (work: (engine: typeof second.engine, sync: () => void) => unknown) =>
        work(second.engine, () => undefined),
      inOrder: (work: () => unknown) => work(),
      act: () => undefined,
      given: (_form: unknown, answer: unknown) => answer,
    };
    const handlers = identityHandlers(tools as unknown as Parameters<typeof identityHandlers>[0]);
    const reason = 'She asks what we hold about her.';
    expect(await handlers.openIdentity({ ...whose, reason, form: null })).toMatchObject({ ok: true });
    await settle([keeper, second, officer, admin]);
    expect((await identityView(second.engine, whose)).records[0]?.state).not.toBeNull();
    expect(
      (await custodyView(keeper.engine))?.left.find(({ record }) => record === identity)?.opened,
    ).toMatchObject({
      reason,
    });
    expect(await forgetIdentities(second.engine, first, [identity])).toEqual({ ok: true, value: null });
    await settle([keeper, second, officer, admin]);
    expect((await custodyView(keeper.engine))?.left).toHaveLength(1);
    admin.stop();
  });
});
