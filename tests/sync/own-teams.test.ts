import { answersItems, type PlainAnswer } from '@leeward/domain/answers/events.ts';
import { treeOf, valuesIn } from '@leeward/domain/answers/tree.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { writeForm } from '@leeward/forms';
import { formOf } from '@leeward/forms/testing/forms.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { giveCaseItems, takeCaseBackItems } from '@leeward/workspace/desk/case-teams.ts';
import { organisationNow } from '@leeward/workspace/desk/engine.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import {
  describeTeam,
  endTeam,
  foundTeam,
  putInTeam,
  takeOutOfTeam,
  teamViews,
} from '@leeward/workspace/desk/own-teams.ts';
import { placedQuestions, placeQuestions } from '@leeward/workspace/desk/questions.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { openedAnswersView } from '@leeward/workspace/desk/views.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Clock,
  clockAt,
  type EngineDesk,
  foundDesk,
  joinDesk,
  teamFor,
} from '../support/engine-desk.ts';
import { type HostileRelay, hostileRelay } from '../support/hostile-relay.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* A team of the organisation's own: an administrator founds it, two officers come and go, and a form is sealed for it. */

let hostile: HostileRelay;
let clock: Clock;
let admin: EngineDesk;
let one: EngineDesk;
let two: EngineDesk;
let nurse: EngineDesk;
const team = '7e'.repeat(16);
const wards = '5a'.repeat(16);
const record = 'ca'.repeat(32);
const sheet = '0d'.repeat(16);
let form: string;

const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);
const everybody = (): readonly EngineDesk[] => [admin, one, two];
const viewAt = async ({ engine }: EngineDesk, id = team) =>
  (await teamViews(engine)).find((view) => view.team === id);
const holds = ({ engine }: EngineDesk): readonly number[] => [
  ...(engine.organisation.keyring.teams.get(team)?.keys() ?? []),
];
const refusedWith = (code: string) => ({ ok: false, error: { code: 'refused', refusal: { code } } });

beforeAll(async () => {
  const relay = await memoryRelay();
  hostile = hostileRelay(relay.fetch);
  clock = clockAt();
  admin = await foundDesk(hostile.of('admin'), clock);
  one = await joinDesk(admin, hostile.of('one'), clock, { teams: ['intake', 'protection'] });
  two = await joinDesk(admin, hostile.of('two'), clock, { teams: ['intake', 'protection'] });
  await settle(everybody());
});

async function answer(desk: EngineDesk, values: { readonly [path: string]: PlainAnswer }): Promise<void> {
  const item = (await desk.case(record)).state.parts.answers.get(sheet);
  const begins = item === undefined ? { '@form': form, '@about': 'case' } : {};
  const event = editOf(answersItems, baseOf(item, sheet), { ...begins, ...values });
  if (event === null) throw new Error('nothing changes');
  await desk.act({ record, command: 'actOnCase', args: { events: [event] } });
}

async function read(desk: EngineDesk) {
  const boxes = await openedAnswersView(desk.engine, record, sheet);
  const item = (await desk.case(record)).state.parts.answers.get(sheet);
  if (!boxes.ok || item === undefined) throw new Error('not here');
  return treeOf(valuesIn(item, (path, { at }) => boxes.value[`${at.entry}:${at.index}`]?.[path]));
}

describe('a team of the organisation’s own', () => {
  it('is founded by an administrator with a name and words about what it is for, once however often she presses', async () => {
    const founding = {
      team,
      name: 'Medical care',
      aim: 'Doctors and those who pay them.',
      members: [memberOf(admin), memberOf(one)],
    };
    expect(await foundTeam(one.engine, founding)).toMatchObject(refusedWith('role'));
    expect(await foundTeam(admin.engine, founding)).toEqual({ ok: true, value: null });
    const length = admin.engine.organisation.links.length;
    expect(await foundTeam(admin.engine, founding)).toEqual({ ok: true, value: null });
    expect(admin.engine.organisation.links.length).toBe(length);
    await settle(everybody());
    const seen = await viewAt(two);
    expect([seen?.members.toSorted(), seen?.mayPutIn]).toEqual([
      [memberOf(admin), memberOf(one)].toSorted(),
      false,
    ]);
    expect([holds(admin), holds(one), holds(two)]).toEqual([[1], [1], []]);
    expect(organisationNow(two.engine).teams.get(team)).toMatchObject({
      purpose: 'own',
      name: 'Medical care',
    });
  });

  it('tells the relay neither its name nor what it is for', () => {
    const { links } = admin.engine.organisation;
    const bytes = new TextDecoder('latin1').decode(new Uint8Array(links.flatMap((link) => [...link.bytes])));
    expect(bytes).not.toContain('Medical');
    expect(bytes).not.toContain('Doctors');
  });

  it('never has the name of another: where it says who may read, the two would be taken for each other', async () => {
    const twin = { team: '7f'.repeat(16), name: ' medical CARE ', aim: 'x', members: [memberOf(admin)] };
    expect(await foundTeam(admin.engine, twin)).toMatchObject(refusedWith('name_taken'));
  });

  it('is given cases and answers like any other: who is in it opens them, a reader outside does not [invariant 4]', async () => {
    const teams = [teamFor(admin, 'protection'), team];
    const items = await caseItems(one.engine, '', record, 'Heron', teams, true);
    await one.act(...items.filter(({ command }) => command !== 'linkCase'));
    const text = writeForm(
      formOf({ name: 'village', type: 'text' }, { name: 'ill', type: 'text', sealedFor: [team] }),
    );
    await settle(everybody());
    expect(await placeQuestions(admin.engine, { text, place: 'file', offered: true })).toMatchObject({
      ok: true,
    });
    await settle(everybody());
    form = (await placedQuestions(one.engine))[0]?.form ?? '';
    await answer(one, { village: 'By the river', ill: 'Asthma' });
    await settle(everybody());
    expect(await read(admin)).toEqual({ village: 'By the river', ill: 'Asthma' });
    expect(await read(two)).toEqual({ village: 'By the river' });
    expect((await viewAt(one))?.cases).toBe(1);
    expect((await viewAt(two))?.cases).toBeNull();
  });

  it('lets somebody in by an administrator who is in it, and she reads what was sealed before', async () => {
    const wanted = { team, member: memberOf(two) };
    expect(await putInTeam(one.engine, wanted)).toMatchObject(refusedWith('not_in_team'));
    expect(await putInTeam(admin.engine, wanted)).toEqual({ ok: true, value: null });
    expect(await putInTeam(admin.engine, wanted)).toEqual({ ok: true, value: null });
    await settle(everybody());
    expect(await read(two)).toMatchObject({ ill: 'Asthma' });
    expect((await viewAt(two))?.cases).toBe(1);
  });

  it('has another key before anything new is sealed for it when somebody leaves [rule 9]', async () => {
    expect(await takeOutOfTeam(one.engine, { team, member: memberOf(two) })).toMatchObject(
      refusedWith('not_in_team'),
    );
    expect(await takeOutOfTeam(two.engine, { team, member: memberOf(two) })).toMatchObject({ ok: true });
    // Whoever left cannot give it another key; those who remain do, by themselves.
    await settle(everybody());
    expect([holds(admin).toSorted(), holds(two)]).toEqual([[1, 2], [1]]);
    await answer(one, { ill: 'Asthma, worse' });
    await settle(everybody());
    expect(await read(admin)).toMatchObject({ ill: 'Asthma, worse' });
    expect(await read(two)).toEqual({ village: 'By the river' });
  });

  it('keeps its last member: nobody else could give it a key again', async () => {
    expect(await takeOutOfTeam(admin.engine, { team, member: memberOf(one) })).toMatchObject({ ok: true });
    await settle(everybody());
    expect(await takeOutOfTeam(admin.engine, { team, member: memberOf(admin) })).toMatchObject(
      refusedWith('last_of_team'),
    );
    expect(await putInTeam(admin.engine, { team, member: memberOf(one) })).toMatchObject({ ok: true });
    await settle(everybody());
  });

  it('gets another name, and no team that every organisation begins with does', async () => {
    const named = { team, name: 'Health', aim: 'Doctors, hospitals, medicine.' };
    expect(await describeTeam(one.engine, named)).toMatchObject(refusedWith('role'));
    expect(await describeTeam(admin.engine, named)).toMatchObject({ ok: true });
    expect(
      await describeTeam(admin.engine, { ...named, name: 'Door', team: teamFor(admin, 'intake') }),
    ).toMatchObject(refusedWith('other_team'));
    await settle(everybody());
    expect(organisationNow(one.engine).teams.get(team)?.name).toBe('Health');
  });

  it('that two administrators change at once ends as the log has it, on all devices', async () => {
    const second = await joinDesk(admin, hostile.of('second'), clock, { role: 'administrator' });
    await settle([...everybody(), second]);
    const [left, right] = await Promise.all([
      describeTeam(admin.engine, { team, name: 'Health', aim: 'By the first.' }),
      describeTeam(second.engine, { team, name: 'Health', aim: 'By the second.' }),
    ]);
    expect([left.ok, right.ok]).toEqual([true, true]);
    await settle([...everybody(), second]);
    const aims = [...everybody(), second].map(({ engine }) => organisationNow(engine).teams.get(team)?.aim);
    expect(new Set(aims).size).toBe(1);
    second.stop();
  });

  it('is given a case that was opened for another one, and all that was written before; who is not in it cannot give it [invariant 4]', async () => {
    const founding = { team: wards, name: 'Ward', aim: 'Nurses.', members: [memberOf(admin)] };
    expect(await foundTeam(admin.engine, founding)).toMatchObject({ ok: true });
    nurse = await joinDesk(admin, hostile.of('nurse'), clock, { teams: [] });
    await putInTeam(admin.engine, { team: wards, member: memberOf(nurse) });
    await settle([...everybody(), nurse]);
    const wanted = { record, team: wards, reason: 'She is in the ward now.' };
    expect(await giveCaseItems(one.engine, wanted)).toMatchObject(refusedWith('not_in_team'));
    const items = await giveCaseItems(admin.engine, wanted);
    if (!items.ok) throw new Error(JSON.stringify(items.error));
    await admin.act(...items.value);
    await settle([...everybody(), nurse]);
    // Without another word in the case: its next key was made as soon as it was given.
    expect((await viewAt(nurse, wards))?.cases).toBe(1);
    const { state, access } = await nurse.case(record);
    expect([state.pseudonym.at(-1)?.value, state.parts.answers.size]).toEqual(['Heron', 1]);
    expect(access.map(({ id, ended }) => [id, ended])).toContainEqual([wards, null]);
    const entries = (await one.chain(record)).length;
    await settle([...everybody(), nurse]);
    expect((await one.chain(record)).length).toBe(entries);
  });

  it('is taken out of a case by somebody who goes on reading it, and opens nothing that comes after [rule 9]', async () => {
    const wanted = { record, team: wards, reason: 'She went home.' };
    expect(await takeCaseBackItems(nurse.engine, wanted)).toMatchObject(refusedWith('only_reader'));
    const responsible = async (member: string) => {
      const event = { type: 'ResponsibleSet', v: 2, member, replaces: null };
      await one.act({ record, command: 'actOnCase', args: { events: [event] } });
      await settle([...everybody(), nurse]);
    };
    await responsible(memberOf(nurse));
    expect(await takeCaseBackItems(one.engine, wanted)).toMatchObject(refusedWith('responsible_there'));
    await responsible(memberOf(one));
    const before = await nurse.case(record);
    const items = await takeCaseBackItems(one.engine, wanted);
    if (!items.ok) throw new Error(JSON.stringify(items.error));
    await one.act(...items.value);
    await settle([...everybody(), nurse]);
    await one.act({ record, command: 'addNote', args: { text: 'At her sister’s house' } });
    await settle([...everybody(), nurse]);
    const { access, state } = await two.case(record);
    expect(access.find(({ id }) => id === wards)?.ended).not.toBeNull();
    expect(state.notes.at(-1)?.text).toBe('At her sister’s house');
    // The bytes came to her as well, and no key of hers opens them.
    const { links } = (await openRecord(nurse.engine, record)).chain;
    expect(links.map(({ hash }) => toHex(hash))).toEqual(await one.chain(record));
    expect(links.slice(-2).map(({ opened }) => opened)).toMatchObject([
      { type: 'epoch', body: null },
      { type: 'waiting-for-key' },
    ]);
    expect(before.state.pseudonym.at(-1)?.value).toBe('Heron');
    // Nobody who is in both teams was asked to, but its list forgets the case, and she is told once why.
    expect((await viewAt(nurse, wards))?.cases).toBe(0);
    expect(nurse.alerts('caseTakenBack')).toMatchObject([{ details: { names: 'Heron', team: wards } }]);
    expect(nurse.engine.summaries.get(record)?.kind).toBe('unknown');
    expect(nurse.engine.alerts.all().map(({ kind }) => kind)).toEqual(['caseTakenBack']);
    expect(admin.engine.summaries.get(record)?.kind).toBe('case');
    const entries = links.length;
    await settle([...everybody(), nurse]);
    expect((await one.chain(record)).length).toBe(entries);
  });

  it('reads it again, and what was written meanwhile, when the case is given to it once more', async () => {
    const items = await giveCaseItems(admin.engine, { record, team: wards, reason: 'She is back.' });
    if (!items.ok) throw new Error(JSON.stringify(items.error));
    await admin.act(...items.value);
    await settle([...everybody(), nurse]);
    expect((await nurse.case(record)).state.notes.at(-1)?.text).toBe('At her sister’s house');
    expect((await viewAt(nurse, wards))?.cases).toBe(1);
    nurse.stop();
  });

  it('that was ended is given nothing new, and a case that others read goes on without it', async () => {
    const text = writeForm(
      formOf({ name: 'ill', type: 'text', sealedFor: [team, teamFor(admin, 'custody')] }),
    );
    await placeQuestions(admin.engine, { text, place: 'file', offered: true });
    await settle(everybody());
    expect(await endTeam(admin.engine, { team, reason: 'Its work is done.' })).toMatchObject({ ok: true });
    expect(await endTeam(admin.engine, { team, reason: 'Again.' })).toMatchObject(refusedWith('team_ended'));
    await settle(everybody());
    expect(await putInTeam(admin.engine, { team, member: memberOf(two) })).toMatchObject(
      refusedWith('team_ended'),
    );
    // What only it can open is still sealed for it: neither lost nor read by more people than the question says.
    await answer(one, { ill: 'Well again' });
    await settle(everybody());
    expect(await read(one)).toMatchObject({ ill: 'Well again' });
    const { access } = await admin.case(record);
    expect(access.find(({ id }) => id === team)?.ended).not.toBeNull();
    expect(access.find(({ id }) => id === teamFor(admin, 'protection'))?.ended).toBeNull();
  });
});
