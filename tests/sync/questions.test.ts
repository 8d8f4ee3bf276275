import { examineAnswers, type Question, readForm, writeForm } from '@leeward/forms';
import { formOf } from '@leeward/forms/testing/forms.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { doorTexts, foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const first = writeForm(
  formOf(
    { name: 'threatened', type: 'yesNoUnsure' },
    { name: 'by_whom', type: 'text', relevant: "${threatened} = 'yes'" },
  ),
);
const second = writeForm(formOf({ name: 'children', type: 'integer' }));

async function founded() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  await desk.call('publishDoor', { texts: doorTexts });
  return { relay, desk, view };
}

/** Words that pack badly, so that the packed form needs several entries. */
function noise(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 12 }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return (state >>> 0).toString(36);
  }).join(' ');
}

/** 1,400 questions in two languages on 93 pages: larger than any entry. */
const large = writeForm(
  formOf(
    ...Array.from(
      { length: 93 },
      (_, page): Question => ({
        name: `page_${page}`,
        type: 'group',
        label: { en: `Page ${page}`, ar: `صفحة ${page}` },
        questions: Array.from(
          { length: 15 },
          (_, number): Question => ({
            name: `q_${page}_${number}`,
            type: 'text',
            label: {
              en: `What was said about harvest ${number} of year ${page}? ${noise(page * 15 + number)}`,
              ar: `ماذا قيل عن حصاد ${number} في سنة ${page}؟`,
            },
          }),
        ),
      }),
    ),
  ),
);

describe('questions that are asked in files', () => {
  it('may be larger than any entry, are read by colleagues under their hash, and are taken away again', async () => {
    const { desk } = await founded();
    expect(large.length).toBeGreaterThan(200_000);
    await desk.call('placeQuestions', { text: large, place: 'people', offered: true });
    const [placed] = await desk.until('placedQuestions', {}, (list) => list.length === 1);
    expect(placed?.place).toBe('people');
    expect(await desk.call('formText', { form: placed?.form ?? '' })).toEqual({ text: large });
    // What stands at the door is not touched by it.
    expect((await desk.call('questions', {})).atDoor).toEqual([]);
    await desk.call('placeQuestions', { text: large, place: 'people', offered: true });
    await desk.call('placeQuestions', { text: large, place: 'people', offered: false });
    await desk.until('placedQuestions', {}, (list) => list.length === 0);
    expect(await desk.call('formText', { form: placed?.form ?? '' })).toEqual({ text: large });
  });
});

describe('the organisation’s own questions', () => {
  it('are answered at the door and evaluated again at the desk, which sees through a forged answer [fault 48]', async () => {
    const { relay, desk } = await founded();
    const door = await desk.call('publishQuestions', { forms: [first] });
    const visitor = await visit(relay, door.link ?? '');
    const [asked] = await visitor.questions();
    expect(asked?.text).toBe(first);
    const form = asked?.form ?? '';
    await visitor.ask('Two lines.', 'no', {
      answers: [{ form, values: { threatened: 'no', by_whom: 'forged' } }],
    });
    const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
    const { said } = await desk.call('request', { record: line?.record ?? '' });
    expect(said.unread).toEqual([]);
    const { forms } = await desk.call('questions', {});
    const kept = readForm(forms.find((one) => one.form === said.answers?.[0]?.form)?.text ?? '');
    if (!kept.ok) throw new Error('the form is not here');
    const { answers } = examineAnswers(kept.value, said.answers?.[0]?.values, '2026-11-21');
    expect(answers.map(({ place, flags }) => [place.name, flags])).toEqual([
      ['threatened', []],
      ['by_whom', ['hidden']],
    ]);
  });

  it('stay readable when others have taken their place, and keep the door’s texts as they were', async () => {
    const { relay, desk } = await founded();
    const before = await desk.call('publishQuestions', { forms: [first] });
    const visitor = await visit(relay, before.link ?? '');
    const [asked] = await visitor.questions();
    await visitor.ask('Before.', undefined, {
      answers: [{ form: asked?.form ?? '', values: { threatened: 'yes' } }],
    });
    const after = await desk.call('publishQuestions', { forms: [second] });
    expect(after.texts).toEqual(before.texts);
    const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
    const { said } = await desk.call('request', { record: line?.record ?? '' });
    const { forms, atDoor } = await desk.call('questions', {});
    expect(forms.map(({ text }) => text)).toEqual([first, second]);
    expect(forms.some(({ form }) => form === said.answers?.[0]?.form)).toBe(true);
    expect(atDoor).toEqual([forms[1]?.form]);
    const later = await visit(relay, after.link ?? '');
    expect((await later.questions()).map(({ text }) => text)).toEqual([second]);
    // The same questions again are the same form, kept once.
    await desk.call('publishQuestions', { forms: [first] });
    expect((await desk.call('questions', {})).forms).toHaveLength(2);
    // Other texts keep the questions.
    const texts = await desk.call('publishDoor', { texts: { ...doorTexts, languages: ['ar'] } });
    const last = await visit(relay, texts.link ?? '');
    expect((await last.questions()).map(({ text }) => text)).toEqual([first]);
  });

  it('[rule 17] wait for a second administrator before the door asks them', async () => {
    const { relay, desk, view } = await founded();
    const invitation = await desk.call('invite', { role: 'administrator', teams: [teamOf(view, 'intake')] });
    const other = await openDesk(relay);
    open.push(other);
    await other.call('join', { link: invitation.link, name: 'Administrator Two', passphrase });
    await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
    await desk.call('confirmInvitation', { join: invitation.join });
    await other.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
    expect(await desk.call('publishQuestions', { forms: [first] })).toMatchObject({ waitingForSecond: true });
    await other.until('door', {}, (door) => door.waitingForSecond);
    // She reads what she signs.
    expect((await other.call('questions', {})).forms.map(({ text }) => text)).toEqual([first]);
    const signed = await other.call('signDoor', {});
    const visitor = await visit(relay, signed.link ?? '');
    expect((await visitor.questions()).map(({ text }) => text)).toEqual([first]);
  });

  it('open no door: where it says nothing yet, they are refused', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    await foundAt(desk, relay);
    expect(await desk.attempt('publishQuestions', { forms: [first] })).toMatchObject({
      error: { code: 'not-here' },
    });
    expect((await desk.call('door', {})).link).toBe(null);
    expect((await desk.call('questions', {})).forms).toEqual([]);
  });

  it('are refused where they are broken, too long, or nobody may publish them', async () => {
    const { desk } = await founded();
    expect(await desk.attempt('publishQuestions', { forms: ['{"v":1}'] })).toMatchObject({
      error: { code: 'refused', refusal: { code: 'malformed' } },
    });
    const long = formOf(
      ...Array.from({ length: 60 }, (_, index) => ({
        name: `q${index}`,
        type: 'text' as const,
        label: { en: 'x'.repeat(1500) },
      })),
    );
    expect(await desk.attempt('publishQuestions', { forms: [writeForm(long)] })).toMatchObject({
      error: { code: 'too-long' },
    });
    expect((await desk.call('questions', {})).forms).toEqual([]);
  });

  it('go to her in the conversation, and her answers come back with the form that they answer', async () => {
    const { relay, desk, view } = await founded();
    const door = await desk.call('publishQuestions', { forms: [second] });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Two lines.');
    const [line] = await desk.until('queue', {}, (lines) => lines.length === 1);
    const record = line?.record ?? '';
    await desk.call('claim', { record });
    await desk.until('request', { record }, (request) => request.state.claimedBy === view.me.member);
    const { forms } = await desk.call('questions', {});
    const form = forms[0]?.form ?? '';
    expect(await desk.attempt('sendQuestions', { record, form: '00'.repeat(32), text: '' })).toMatchObject({
      error: { code: 'not-here' },
    });
    await desk.call('sendQuestions', { record, form, text: 'One question about your children.' });
    const read = await visitor.readUntil(({ replies }) =>
      replies.some((one) => one.message?.type === 'questions'),
    );
    const message = read.replies.find((one) => one.message?.type === 'questions')?.message;
    expect(message).toMatchObject({ text: 'One question about your children.', form: second });
    await visitor.answer([{ form, values: { children: 2 } }]);
    const seen = await desk.until('request', { record }, ({ said }) => said.answers !== undefined);
    expect(seen.said.answers).toEqual([{ form, values: { children: 2 } }]);
    expect(seen.state.sent.find(({ kind }) => kind === 'questions')).toMatchObject({ form });
  });
});
