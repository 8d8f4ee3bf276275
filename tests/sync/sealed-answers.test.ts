import {
  type AnswersEvent,
  answersItems,
  isBoxed,
  type PlainAnswer,
} from '@leeward/domain/answers/events.ts';
import type { AnswerSheet } from '@leeward/domain/answers/state.ts';
import { treeOf, valuesIn } from '@leeward/domain/answers/tree.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { baseOf, conflictsOf, editOf } from '@leeward/domain/shared/items.ts';
import { writeForm } from '@leeward/forms';
import { formOf } from '@leeward/forms/testing/forms.ts';
import type { OpenedAnswers } from '@leeward/workspace/desk/answer-boxes.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { placedQuestions, placeQuestions, publishQuestions } from '@leeward/workspace/desk/questions.ts';
import { openedAnswersView } from '@leeward/workspace/desk/views.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockAt, type EngineDesk, foundDesk, joinDesk, teamFor } from '../support/engine-desk.ts';
import { hostileRelay } from '../support/hostile-relay.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* A question that only custody may read the answer to; an officer outside custody reads the same case. */

let keeper: EngineDesk;
let officer: EngineDesk;
let form: string;
const record = 'ca'.repeat(32);
const sheet = '0d'.repeat(16);

beforeAll(async () => {
  const relay = await memoryRelay();
  const hostile = hostileRelay(relay.fetch);
  const clock = clockAt();
  keeper = await foundDesk(hostile.of('keeper'), clock);
  officer = await joinDesk(keeper, hostile.of('officer'), clock, { teams: ['intake', 'protection'] });
  const items = await caseItems(keeper.engine, '', record, 'Heron', [teamFor(keeper, 'protection')], true);
  await keeper.act(...items.filter(({ command }) => command !== 'linkCase'));
  const custody = teamFor(keeper, 'custody');
  const text = writeForm(
    formOf(
      { name: 'village', type: 'text' },
      { name: 'ill', type: 'text', sealedFor: [custody] },
      {
        name: 'visits',
        type: 'repeat',
        questions: [{ name: 'doctor', type: 'text', label: { en: 'Doctor' }, sealedFor: [custody] }],
      },
    ),
  );
  const placed = await placeQuestions(keeper.engine, { text, place: 'file', offered: true });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  await settle([keeper, officer]);
  form = (await placedQuestions(officer.engine))[0]?.form ?? '';
});

async function sheetAt(desk: EngineDesk): Promise<AnswerSheet> {
  const found = (await desk.case(record)).state.parts.answers.get(sheet);
  if (found === undefined) throw new Error('no such sheet');
  return found;
}

async function opened(desk: EngineDesk): Promise<OpenedAnswers> {
  const answer = await openedAnswersView(desk.engine, record, sheet);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** The answers as this desk can read them. */
async function read(desk: EngineDesk) {
  const boxes = await opened(desk);
  return treeOf(valuesIn(await sheetAt(desk), (path, { at }) => boxes[`${at.entry}:${at.index}`]?.[path]));
}

async function answered(desk: EngineDesk, values: { readonly [path: string]: PlainAnswer }) {
  const item = (await desk.case(record)).state.parts.answers.get(sheet);
  const begins = item === undefined ? { '@form': form, '@about': 'case' } : {};
  const event = editOf(answersItems, baseOf(item, sheet), { ...begins, ...values });
  if (event === null) throw new Error('nothing changes');
  return { record, command: 'actOnCase', args: { events: [event] } };
}

describe('an answer that only a team can open', () => {
  it('is written by an officer outside of it, who reads all else and cannot open it again [invariant 4]', async () => {
    const act = await answered(officer, { village: 'By the river', ill: 'Asthma' });
    await officer.keep(act);
    // What was not sent yet is her own, as she typed it.
    expect((await sheetAt(officer)).fields['ill']?.[0]?.value).toBe('Asthma');
    await settle([officer, keeper]);
    expect(await read(keeper)).toEqual({ village: 'By the river', ill: 'Asthma' });
    expect(await read(officer)).toEqual({ village: 'By the river' });
    expect(isBoxed((await sheetAt(officer)).fields['ill']?.[0]?.value)).toBe(true);
    const { state } = await officer.case(record);
    const held = JSON.stringify([...state.parts.answers], (_key, one: unknown) =>
      one instanceof Map ? [...one] : one,
    );
    expect(held).toContain('By the river');
    expect(held).not.toContain('Asthma');
  });

  it('stands twice where two people wrote it apart, and those who can open it choose', async () => {
    await keeper.keep(await answered(keeper, { ill: 'Asthma, since spring' }));
    await officer.keep(await answered(officer, { ill: 'Diabetes', 'visits/0a0a0a0a': true }));
    await settle([keeper, officer]);
    expect(conflictsOf(await sheetAt(keeper))).toEqual(['ill']);
    const boxes = Object.values(await opened(keeper)).map(({ ill }) => ill);
    expect(boxes.toSorted()).toEqual(['Asthma, since spring', 'Diabetes']);
    await keeper.act(await answered(keeper, { ill: 'Both' }));
    await settle([keeper, officer]);
    expect([await read(keeper), await read(officer)]).toMatchObject([
      { ill: 'Both', visits: [{}] },
      { village: 'By the river', visits: [{}] },
    ]);
    expect(await sheetAt(officer)).toEqual(await sheetAt(keeper));
  });

  it('is sealed inside a turn of a repeat too, and an edit on one that waits finds its place', async () => {
    await officer.keep(await answered(officer, { 'visits/0a0a0a0a/doctor': 'Dr A' }));
    await officer.keep(await answered(officer, { 'visits/0a0a0a0a/doctor': 'Dr B' }));
    await settle([keeper, officer]);
    expect(conflictsOf(await sheetAt(keeper))).toEqual([]);
    expect(await read(keeper)).toMatchObject({ visits: [{ doctor: 'Dr B' }] });
    expect(await opened(officer)).not.toHaveProperty(['doctor']);
  });

  it('is never taken from a box that a screen brings', async () => {
    const boxed = (await sheetAt(keeper)).fields['ill']?.[0]?.value;
    if (!isBoxed(boxed)) throw new Error('no box');
    const copied: AnswersEvent = {
      type: 'AnswersSealed',
      v: 1,
      id: sheet,
      set: { ill: { box: 0 } },
      replaces: {},
      boxes: [boxed],
    };
    await officer.act({ record, command: 'actOnCase', args: { events: [copied satisfies CaseEvent] } });
    expect((await officer.case(record)).pending.map(({ failure }) => failure?.code)).toEqual(['refused']);
  });

  it('is never asked at the door, where whoever reads the request reads the answer', async () => {
    const text = writeForm(formOf({ name: 'ill', type: 'text', sealedFor: [teamFor(keeper, 'custody')] }));
    expect(await publishQuestions(keeper.engine, [text], 'http://door.localhost')).toMatchObject({
      ok: false,
      error: { code: 'refused', refusal: { code: 'not_at_door' } },
    });
  });
});
