import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { askForIdentity, withdrawQuestion } from '@leeward/domain/custody/rules.ts';
import { standingOf } from '@leeward/domain/custody/state.ts';
import {
  type DocumentValues,
  identityDocuments,
  identityNames,
  type SheetEvent,
} from '@leeward/domain/identity/sheet.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import { baseOf, editOf, standing } from '@leeward/domain/shared/items.ts';
import { nextEpochOf } from '@leeward/sealed-log/keys/rotation.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { namedMembers } from '@leeward/workspace/desk/identity/named-members.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { sealingKeyOf } from '@leeward/workspace/desk/rotation.ts';
import { send } from '@leeward/workspace/desk/send.ts';
import { keepSigned } from '@leeward/workspace/desk/slots.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Clock,
  clockAt,
  day,
  type EngineDesk,
  foundDesk,
  joinDesk,
  minute,
  teamFor,
} from '../support/engine-desk.ts';
import { appendIn, forking, type HostileRelay, hostileRelay, isAppend } from '../support/hostile-relay.ts';
import { type MemoryRelay, memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* Who opens an identity, who is let in, and who is not: three of custody's and one officer outside it. */

type Commands = ReturnType<typeof identityHandlers>;
type House = {
  readonly relay: MemoryRelay;
  readonly hostile: HostileRelay;
  readonly clock: Clock;
  readonly keeper: EngineDesk;
  readonly second: EngineDesk;
  readonly officer: EngineDesk;
  readonly record: string;
  readonly settle: () => Promise<void>;
};

/** The session's own commands over a desk without its clockwork. */
function at(desk: EngineDesk): Commands {
  const { engine } = desk;
  const act = async (items: Parameters<Parameters<typeof identityHandlers>[0]['act']>[0]) => {
    const wanted = await items(engine);
    if (!wanted.ok) return wanted;
    await keep(engine, wanted.value);
    return { ok: true, value: null } as const;
  };
  return identityHandlers({
    opened: (work) => work(engine, () => undefined),
    inOrder: (work) => work(),
    act,
    given: (_command, _record, answer) => answer,
  });
}

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

async function makeHouse(urgent = true): Promise<House> {
  const relay = await memoryRelay();
  const hostile = hostileRelay(relay.fetch);
  const clock = clockAt();
  const keeper = await foundDesk(hostile.of('keeper'), clock);
  const second = await joinDesk(keeper, hostile.of('second'), clock, { role: 'administrator' });
  const officer = await joinDesk(keeper, hostile.of('officer'), clock, { teams: ['intake', 'protection'] });
  const record = 'ca'.repeat(32);
  const teams = [teamFor(keeper, 'protection')];
  const items = await caseItems(keeper.engine, '', record, 'Heron', teams, urgent);
  await keeper.act(...items.filter(({ command }) => command !== 'linkCase'));
  const all = () => settle([keeper, second, officer]);
  await all();
  return { relay, hostile, clock, keeper, second, officer, record, settle: all };
}

const her = (house: House) => ({ caseRecord: house.record, person: null });
const kept = (id: string, name: string): SheetEvent =>
  editOf(identityNames, baseOf(undefined, id), {
    name,
    use: 'documents',
    script: '',
    note: '',
  }) as SheetEvent;
const nameId = '0b'.repeat(16);
const question = '0c'.repeat(16);

/** Opens it and says the names that its sheet shows. */
async function names(desk: EngineDesk, house: House): Promise<readonly string[] | null> {
  const view = value(await at(desk).identity(her(house)));
  const [first] = view.records;
  if (first === undefined || first.state === null) return null;
  return standing(first.state.sheet.names).map(({ fields }) => latest(fields.name ?? []) ?? '');
}
const acts = (house: House, ...events: readonly CaseEvent[]) => ({
  record: house.record,
  command: 'actOnCase',
  args: { events },
});
async function openAndName(house: House, name: string): Promise<string> {
  value(await at(house.keeper).openIdentity({ ...her(house), reason: 'She gave her name.', form: null }));
  const view = value(await at(house.keeper).identity(her(house)));
  const record = view.records[0]?.record ?? '';
  value(await at(house.keeper).actOnIdentity({ record, events: [kept(nameId, name)], form: null }));
  await house.settle();
  return record;
}
/** The officer asks, and custody grants. */
async function letIn(house: House, until = house.clock.now + 5 * day): Promise<void> {
  await house.officer.act(acts(house, askForIdentity(question, null, 'For the visa letter.', until)));
  await house.settle();
  value(
    await at(house.keeper).answerIdentityQuestion({
      caseRecord: house.record,
      question,
      granted: true,
      until,
      reason: 'The consulate needs it.',
      form: null,
    }),
  );
  await house.settle();
}

let house: House;

describe('an identity behind its own key', () => {
  beforeAll(async () => {
    house = await makeHouse();
  });

  it('[rule 14] is closed until somebody in custody opens it with a reason, which is kept before anything is shown', async () => {
    const record = await openAndName(house, 'Sample Name');
    expect(await names(house.second, house)).toBe(null);
    expect(await at(house.second).openIdentity({ ...her(house), reason: ' ', form: null })).toMatchObject({
      ok: false,
    });
    value(await at(house.second).openIdentity({ ...her(house), reason: 'Visa letter.', form: null }));
    expect(await names(house.second, house)).toEqual(['Sample Name']);
    const waiting = house.second.engine.outbox.filter(({ command }) => command === 'noteAccess');
    expect(waiting).toHaveLength(1);
    await house.settle();
    const seen = value(await at(house.keeper).identity(her(house))).records[0]?.accesses;
    expect(seen?.map(({ reason }) => reason)).toEqual(['She gave her name.', 'Visa letter.']);
    const listed = value(await at(house.keeper).custody({}));
    expect(listed?.openings.map(({ record: of, reason }) => [of, reason])).toEqual([
      [record, 'She gave her name.'],
      [record, 'Visa letter.'],
    ]);
  });

  it('tells custody before a passport in it ends, and says nothing of it but the day and whose [invariant 9]', async () => {
    const record = value(await at(house.second).identity(her(house))).records[0]?.record ?? '';
    const passport = editOf(identityDocuments, baseOf<DocumentValues>(undefined, '0e'.repeat(16)), {
      kind: 'doc_passport',
      number: 'P1234567',
      until: { kind: 'point', at: '2031-02-01', about: false, said: '' },
    }) as SheetEvent;
    value(await at(house.second).actOnIdentity({ record, events: [passport], form: null }));
    await house.settle();
    const papers = value(await at(house.keeper).custody({}))?.papers ?? [];
    expect(papers).toMatchObject([
      {
        of: { caseRecord: house.record, person: null, pseudonym: 'Heron' },
        clock: { kind: 'document', until: '2031-02-01', label: '', warns: [180, 90, 30] },
      },
    ]);
    expect(JSON.stringify(papers)).not.toMatch(/P1234567|Sample Name/);
  });

  it('closes by itself after some minutes, and at once where she leaves it', async () => {
    value(await at(house.second).closeIdentity(her(house)));
    expect(await names(house.second, house)).toBe(null);
    value(await at(house.second).openIdentity({ ...her(house), reason: 'Again.', form: null }));
    expect(await names(house.second, house)).toEqual(['Sample Name']);
    house.clock.now += 11 * minute;
    expect(await names(house.second, house)).toBe(null);
    const record = value(await at(house.second).identity(her(house))).records[0]?.record ?? '';
    const edit = { record, events: [kept(nameId, 'Unseen')], form: null };
    expect(await at(house.second).actOnIdentity(edit)).toMatchObject({ error: { code: 'not-here' } });
  });

  it('is nothing to a colleague outside custody: neither her screens nor her keys have it', async () => {
    const view = value(await at(house.officer).identity(her(house)));
    expect([view.as, view.records, view.keepers.length]).toEqual(['outside', [], 2]);
    expect(
      await at(house.officer).openIdentity({ ...her(house), reason: 'Let me.', form: null }),
    ).toMatchObject({
      ok: false,
    });
    expect(value(await at(house.officer).custody({}))).toBe(null);
    const record = value(await at(house.keeper).identity(her(house))).records[0]?.record ?? '';
    const held = await openRecord(house.officer.engine, record);
    expect(held.chain.links.length).toBeGreaterThan(1);
    expect([held.kind, held.chain.keys.size, held.judgement.effects]).toEqual(['unknown', 0, []]);
  });
});

describe('an identity that an officer outside custody needs', () => {
  beforeAll(async () => {
    house = await makeHouse();
    await openAndName(house, 'Sample Name');
  });

  it('is asked for in the case and granted for a time; from then on she opens it, and every opening is noted', async () => {
    await letIn(house);
    const state = (await house.officer.case(house.record)).state.parts.custody.get(question);
    expect(state === undefined ? '' : standingOf(state, house.clock.now)).toBe('granted');
    expect(value(await at(house.officer).identity(her(house))).as).toBe('reader');
    expect(await names(house.officer, house)).toBe(null);
    value(await at(house.officer).openIdentity({ ...her(house), reason: 'Writing the letter.', form: null }));
    expect(await names(house.officer, house)).toEqual(['Sample Name']);
    await house.settle();
    const custody = value(await at(house.second).custody({}));
    expect(custody?.given).toMatchObject([
      { grant: question, over: null, reason: 'The consulate needs it.' },
    ]);
    expect(custody?.openings.map(({ reason }) => reason)).toContain('Writing the letter.');
    // She reads this one record, and what custody knows of others stays closed to her.
    expect(value(await at(house.officer).custody({}))).toBe(null);
    expect(await at(house.officer).knownElsewhere(her(house))).toMatchObject({ ok: false });
  });

  it('lets her change nothing of who reads it', async () => {
    const record = value(await at(house.officer).identity(her(house))).records[0]?.record ?? '';
    const friend = { grant: '0d'.repeat(16), member: '0e'.repeat(16), until: 1, reason: 'A friend.' };
    await house.officer.act({ record, command: 'letIn', args: friend });
    expect(house.officer.engine.outbox.map(({ failure }) => failure)).toMatchObject([
      { code: 'refused', refusal: { code: 'not_custody' } },
    ]);
    house.officer.engine.outbox = [];
  });

  it('[rule 11] is closed to her again by one step, and what is written from then on she cannot open at all', async () => {
    value(
      await at(house.second).endIdentityAccess({
        grant: question,
        reason: 'The letter is written.',
        form: null,
      }),
    );
    await house.settle();
    const view = value(await at(house.officer).identity(her(house)));
    expect(view.as).toBe('outside');
    const state = (await house.officer.case(house.record)).state.parts.custody.get(question);
    expect(state === undefined ? '' : standingOf(state, house.clock.now)).toBe('over');
    const record = value(await at(house.keeper).identity(her(house))).records[0]?.record ?? '';
    value(await at(house.keeper).openIdentity({ ...her(house), reason: 'A new name.', form: null }));
    value(
      await at(house.keeper).actOnIdentity({
        record,
        events: [kept('0f'.repeat(16), 'New Name')],
        form: null,
      }),
    );
    await house.settle();
    expect(await names(house.keeper, house)).toEqual(['Sample Name', 'New Name']);
    const held = await openRecord(house.officer.engine, record);
    const epoch = held.judgement.epoch?.hash;
    expect(epoch === undefined || held.chain.keys.has(toHex(epoch))).toBe(false);
    const words = held.judgement.effects.map(({ body }) => body.events).join();
    // What was read stays known, and is said so; what is new is not there.
    expect([words.includes('Sample Name'), words.includes('New Name')]).toEqual([true, false]);
    const custody = value(await at(house.keeper).custody({}));
    expect(custody?.given).toMatchObject([{ over: { how: 'ended', reason: 'The letter is written.' } }]);
  });
});

describe('an access with a date', () => {
  it('ends by it: custody’s devices change the key and say so in their log, whoever of them is there first', async () => {
    const own = await makeHouse();
    await openAndName(own, 'Sample Name');
    await letIn(own, own.clock.now + 2 * day);
    value(await at(own.officer).openIdentity({ ...her(own), reason: 'Writing.', form: null }));
    expect(await names(own.officer, own)).toEqual(['Sample Name']);
    own.clock.now += 3 * day;
    expect(await names(own.officer, own)).toBe(null);
    expect(value(await at(own.officer).identity(her(own))).as).toBe('outside');
    await own.settle();
    const custody = value(await at(own.second).custody({}));
    expect(custody?.given).toMatchObject([{ over: { how: 'date' } }]);
    const record = value(await at(own.keeper).identity(her(own))).records[0]?.record ?? '';
    const { judgement, chain } = await openRecord(own.officer.engine, record);
    const newest = judgement.judged.findLast(
      ({ link }) => link.opened.type === 'epoch' || link.header.form === 2,
    );
    expect(newest === undefined ? true : chain.keys.has(toHex(newest.link.hash))).toBe(false);
    // Nothing more happens: the readers are as they are to be.
    const length = chain.links.length;
    await own.settle();
    expect((await openRecord(own.officer.engine, record)).chain.links.length).toBe(length);
  });

  it('is given back by her who has it, and custody’s log follows', async () => {
    const own = await makeHouse();
    await openAndName(own, 'Sample Name');
    await letIn(own);
    value(
      await at(own.officer).endIdentityAccess({ grant: question, reason: 'No longer needed.', form: null }),
    );
    await own.settle();
    expect(value(await at(own.officer).identity(her(own))).as).toBe('outside');
    expect(value(await at(own.keeper).custody({}))?.given).toMatchObject([{ over: { how: 'returned' } }]);
  });

  it('[fault 16][rule 11] ends also for a keeper from whom the relay hides the end in the record: custody’s log says it too', async () => {
    const own = await makeHouse();
    await openAndName(own, 'Sample Name');
    await letIn(own);
    const record = value(await at(own.keeper).identity(her(own))).records[0]?.record ?? '';
    const fork = own.relay.fork();
    own.hostile.does(
      'second',
      forking(own.relay, fork, (id) => id === record),
    );
    value(await at(own.keeper).endIdentityAccess({ grant: question, reason: 'Over.', form: null }));
    await own.keeper.sync();
    await own.second.sync();
    const before = await openRecord(own.second.engine, record);
    expect(before.folded.kind === 'identity' && before.folded.state.readers[0]?.over).toBe(null);
    value(await at(own.second).openIdentity({ ...her(own), reason: 'A new name.', form: null }));
    const events = [kept('0f'.repeat(16), 'New Name')];
    value(await at(own.second).actOnIdentity({ record, events, form: null }));
    await own.second.sync();
    const { judgement } = await openRecord(own.second.engine, record);
    const newest = judgement.effects.at(-1);
    expect(newest?.body.events).toContain('New Name');
    const opened = judgement.epoch?.link.opened;
    const recipients = opened?.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
    expect(recipients.map(({ recipient }) => recipient.type)).toEqual(['team']);
    expect(judgement.epoch?.link.header.position).toBeLessThan(newest?.position ?? 0);
    // And the two histories come to light as any fork does.
    own.clock.now += 2 * day;
    await own.keeper.sync();
    await own.second.sync();
    own.hostile.behaves();
    await own.settle();
    const alerts = [...own.keeper.alerts(), ...own.second.alerts()].filter((one) => one.record === record);
    expect(alerts.length).toBeGreaterThan(0);
  });
});

describe('a question that custody refuses, or that is taken back', () => {
  it('gives her no key; she reads why', async () => {
    const own = await makeHouse();
    await openAndName(own, 'Sample Name');
    await own.officer.act(acts(own, askForIdentity(question, null, 'For a letter.', own.clock.now + day)));
    await own.settle();
    expect(value(await at(own.keeper).custody({}))?.questions).toMatchObject([
      { pseudonym: 'Heron', person: null, question: { reason: 'For a letter.' } },
    ]);
    const answer = {
      caseRecord: own.record,
      question,
      granted: false,
      until: 0,
      reason: 'A pseudonym will do.',
      form: null,
    };
    expect(await at(own.officer).answerIdentityQuestion(answer)).toMatchObject({ ok: false });
    value(await at(own.second).answerIdentityQuestion(answer));
    await own.settle();
    const state = (await own.officer.case(own.record)).state.parts.custody.get(question);
    expect(state?.answer).toMatchObject({ granted: false, reason: 'A pseudonym will do.' });
    expect(value(await at(own.officer).identity(her(own))).as).toBe('outside');
    const again = '1c'.repeat(16);
    await own.officer.act(acts(own, askForIdentity(again, null, 'Again.', own.clock.now + day)));
    await own.officer.act(acts(own, withdrawQuestion(again)));
    await own.settle();
    expect(value(await at(own.keeper).custody({}))?.questions).toEqual([]);
    expect(await at(own.keeper).answerIdentityQuestion({ ...answer, question: again })).toMatchObject({
      ok: false,
    });
  });

  it('is never answered by her who asked, in custody or not', async () => {
    const own = await makeHouse();
    await own.keeper.act(acts(own, askForIdentity(question, null, 'Mine.', own.clock.now + day)));
    const answer = {
      caseRecord: own.record,
      question,
      granted: true,
      until: own.clock.now + day,
      reason: 'Yes.',
      form: null,
    };
    expect(await at(own.keeper).answerIdentityQuestion(answer)).toMatchObject({
      error: { refusal: { code: 'not_oneself' } },
    });
  });
});

describe('an identity that waits for its random hour', () => {
  it('[rule 14] takes what is typed at once, and shows it to the others once it is made', async () => {
    const own = await makeHouse(false);
    expect(value(await at(own.second).identity(her(own))).records).toEqual([]);
    const coming = value(await at(own.keeper).identity(her(own))).records[0];
    expect(coming?.comesAt).toBeGreaterThan(own.clock.now);
    await openAndName(own, 'Sample Name');
    expect(await names(own.keeper, own)).toEqual(['Sample Name']);
    expect(value(await at(own.second).identity(her(own))).records).toEqual([]);
    own.clock.now += 25 * 60 * minute;
    await own.settle();
    value(await at(own.second).openIdentity({ ...her(own), reason: 'Reading.', form: null }));
    expect(await names(own.second, own)).toEqual(['Sample Name']);
    const accesses = value(await at(own.second).identity(her(own))).records[0]?.accesses;
    expect(accesses?.map(({ reason }) => reason)).toEqual(['She gave her name.', 'Reading.']);
  });

  it('is made at once where somebody says so', async () => {
    const own = await makeHouse(false);
    value(await at(own.keeper).makeIdentityNow(her(own)));
    await own.settle();
    expect(value(await at(own.second).identity(her(own))).records).toHaveLength(1);
  });
});

describe('a relay that is asked to carry a grant', () => {
  it('sees no name, no question and no case in it', async () => {
    const own = await makeHouse();
    await openAndName(own, 'Sample Name');
    await letIn(own);
    const sent = own.hostile.asked
      .filter(isAppend)
      .map((one) => Buffer.from(appendIn(one).entry).toString('latin1'));
    expect(sent.length).toBeGreaterThan(5);
    for (const words of ['Sample Name', question, 'visa letter', 'ReaderLetIn'])
      expect([words, sent.some((bytes) => bytes.includes(words))]).toEqual([words, false]);
  });
});

describe('somebody who reads an identity and seals it to a friend', () => {
  it('[rule 11] is found out: custody’s devices say so, and change the key again before anybody writes', async () => {
    const own = await makeHouse();
    const record = await openAndName(own, 'Sample Name');
    const { engine } = own.second;
    const { skeleton, keyring } = engine.organisation;
    const friend = toHex(own.officer.engine.keys.member.id);
    const team = skeleton.teams.get(teamFor(own.second, 'custody'));
    const generation = team === undefined ? null : currentGeneration(team);
    const sealingKey = await sealingKeyOf(engine, friend);
    if (team === undefined || generation === null || sealingKey === null) throw new Error('no keys');
    const secret = teamSecret(keyring, team.id, generation.generation);
    if (secret === null) throw new Error('no secret');
    const context = { org: skeleton.org, team: team.id, generation: generation.generation };
    const { chain, judgement } = await openRecord(engine, record);
    const next = await nextEpochOf(
      engine.keys.device,
      skeleton,
      chain,
      judgement,
      [
        { type: 'team', context, secret, recoverable: true },
        { type: 'member', member: own.officer.engine.keys.member.id, sealingKey },
      ],
      () => null,
    );
    if (!next.ok) throw new Error(next.error);
    const signed = await keepSigned(engine, record, next.value);
    await send(engine, signed.bytes, signed.proof);
    await own.keeper.sync();
    expect(own.keeper.alerts('extraRecipient')).toMatchObject([{ record }]);
    const after = await openRecord(own.keeper.engine, record);
    expect(after.judgement.epoch?.hash).not.toEqual(next.value.hash);
    expect(namedMembers(after)).toEqual([]);
    value(await at(own.keeper).openIdentity({ ...her(own), reason: 'A new name.', form: null }));
    value(
      await at(own.keeper).actOnIdentity({ record, events: [kept('0f'.repeat(16), 'New Name')], form: null }),
    );
    await own.settle();
    // She reads what was there, no desk shows it to her as an identity, and what is new she cannot open.
    const held = await openRecord(own.officer.engine, record);
    expect(held.kind).toBe('unknown');
    expect(held.judgement.effects.some(({ body }) => body.events.includes('New Name'))).toBe(false);
  });
});
