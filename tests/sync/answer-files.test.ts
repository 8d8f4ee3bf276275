import { type AnswersEvent, answersItems, isBoxed } from '@leeward/domain/answers/events.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { readFileAnswer, writeForm } from '@leeward/forms';
import { formOf } from '@leeward/forms/testing/forms.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blackPoint } from '../support/black-point.ts';
import { doorTexts, foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/* A question that asks for a photo, and one whose scan only custody may open; an officer outside custody answers both. */

let relay: TestRelay;
let keeper: TestDesk;
let officer: TestDesk;
let record: string;
let form: string;
const sheet = '0d'.repeat(16);
const photo = new File([crypto.getRandomValues(new Uint8Array(40_000))], 'gate.jpg', { type: 'image/jpeg' });
const scan = new File([crypto.getRandomValues(new Uint8Array(9_000))], 'letter.pdf', {
  type: 'application/pdf',
});

beforeAll(async () => {
  relay = await startTestRelay();
  keeper = await openDesk(relay);
  officer = await openDesk(relay);
  const view = await foundAt(keeper, relay);
  const teams = [teamOf(view, 'intake'), teamOf(view, 'protection')];
  const invitation = await keeper.call('invite', { role: 'officer', teams });
  await officer.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
  await keeper.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
  await keeper.call('confirmInvitation', { join: invitation.join });
  await officer.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  const { link } = await keeper.call('publishDoor', { texts: doorTexts });
  const visitor = await visit(relay, link ?? '');
  await visitor.ask('Two lines.', 'no');
  const [line] = await keeper.until('queue', {}, (lines) => lines.length === 1);
  const opened = await keeper.call('openCase', {
    record: line?.record ?? '',
    pseudonym: 'Alder',
    teams: [teamOf(view, 'protection')],
    urgent: false,
  });
  record = opened.case;
  await keeper.call('placeQuestions', {
    text: textFor(teamOf(view, 'custody')),
    place: 'file',
    offered: true,
  });
  const [placed] = await officer.until('placedQuestions', {}, (all) => all.length === 1);
  form = placed?.form ?? '';
  await officer.until('cases', {}, (cases) =>
    cases.some((one) => one.record === record && one.pseudonym !== ''),
  );
});
afterAll(async () => {
  officer.stop();
  keeper.stop();
  await relay.end();
});

const textFor = (custody: string): string =>
  writeForm(formOf({ name: 'gate', type: 'file' }, { name: 'letter', type: 'file', sealedFor: [custody] }));

const openedBy = async (desk: TestDesk, value: unknown) => {
  const file = readFileAnswer(value);
  if (file === null) throw new Error('names no file');
  return desk.attempt('openFile', { record, file });
};
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

describe('a file as an answer', () => {
  it('is sealed as it is chosen, and kept with the answers; the page never holds its key', async () => {
    const { value: gate } = await officer.call('sealAnswerFile', { file: photo });
    const { value: letter } = await officer.call('sealAnswerFile', { file: scan });
    expect(readFileAnswer(gate)).toMatchObject({ name: 'gate.jpg', size: 40_000 });
    const event = editOf(answersItems, baseOf(undefined, sheet), {
      '@form': form,
      '@about': 'case',
      gate,
      letter,
    });
    if (event === null) throw new Error('nothing changes');
    // Looked at before it is kept, and before it is sent.
    expect(await openedBy(officer, gate)).toMatchObject({ ok: true });
    await officer.call('actOnCase', { record, events: [event satisfies AnswersEvent], form: null });
    await officer.until('session', {}, (one) => one.type === 'open' && one.unsent === 0);
    const { state } = await keeper.until('case', { record }, (one) => one.state.parts.answers.has(sheet));
    const shown = await openedBy(keeper, state.parts.answers.get(sheet)?.fields['gate']?.[0]?.value);
    if (!shown.ok) throw new Error(JSON.stringify(shown.error));
    expect(new Uint8Array(shown.value.bytes)).toEqual(await bytesOf(photo));
    expect(shown.value.mediaType).toBe('image/jpeg');
  });

  it('that is for a team is opened by its members alone: name and key lie in their box, and nowhere else', async () => {
    const { state } = await keeper.call('case', { record });
    expect(isBoxed(state.parts.answers.get(sheet)?.fields['letter']?.[0]?.value)).toBe(true);
    const boxes = Object.values(await keeper.call('openedAnswers', { record, sheet }));
    const value = boxes.map(({ letter }) => letter).find((one) => one !== undefined);
    expect(readFileAnswer(value)?.name).toBe('letter.pdf');
    const shown = await openedBy(keeper, value);
    expect(shown.ok && new Uint8Array(shown.value.bytes)).toEqual(await bytesOf(scan));
    expect(JSON.stringify(await officer.call('openedAnswers', { record, sheet }))).not.toContain(
      'letter.pdf',
    );
  });

  it('has its copy with something blacked out among the documents, and none where it is for a team', async () => {
    const boxes = Object.values(await keeper.call('openedAnswers', { record, sheet }));
    const letter = readFileAnswer(boxes.map((box) => box['letter']).find((one) => one !== undefined));
    const { state } = await keeper.call('case', { record });
    const gate = readFileAnswer(state.parts.answers.get(sheet)?.fields['gate']?.[0]?.value);
    if (letter === null || gate === null) throw new Error('no files');
    const copy = { record, name: 'for the court.png', bytes: blackPoint() };
    expect((await keeper.attempt('keepCopy', { ...copy, of: letter })).ok).toBe(false);
    await keeper.call('keepCopy', { ...copy, of: gate });
    const { state: after } = await officer.until(
      'case',
      { record },
      (one) => one.state.parts.documents.size === 1,
    );
    const [made] = after.parts.documents.values();
    expect(made?.fields.madeFrom?.[0]?.value).toEqual({ blob: gate.blob, hash: gate.hash });
  });

  it('is named in a copy by name, length and hash, and only where the answer is not sealed', async () => {
    const copy = await keeper.call('takeCopy', {
      record,
      format: 'json',
      parts: ['answers'],
      reason: 'For the archive.',
      use: null,
      passphrase: '',
    });
    const text = new TextDecoder().decode(copy.bytes ?? new ArrayBuffer(0));
    expect(text).toContain('gate.jpg');
    expect(text).not.toContain('letter.pdf');
  });

  it('is asked at the desk alone: at the door and in a conversation such a form is refused in words', async () => {
    const text = writeForm(formOf({ name: 'gate', type: 'file' }));
    expect(await keeper.attempt('publishQuestions', { forms: [text] })).toMatchObject({
      ok: false,
      error: { code: 'refused', refusal: { code: 'no_files_at_door' } },
    });
  });

  it('without a key is no answer: nothing is written that nobody could open', async () => {
    const event: AnswersEvent = {
      type: 'AnswersKept',
      v: 1,
      id: sheet,
      set: {
        gate: JSON.stringify({
          blob: 'ab'.repeat(32),
          name: 'x',
          mediaType: '',
          size: 1,
          hash: 'cd'.repeat(32),
        }),
      },
      replaces: { gate: [] },
    };
    await officer.call('actOnCase', { record, events: [event], form: null });
    const { pending } = await officer.until('case', { record }, (one) =>
      one.pending.some(({ failure }) => failure !== null),
    );
    expect(pending.map(({ failure }) => failure)).toMatchObject([
      { code: 'refused', refusal: { code: 'not_there' } },
    ]);
  });
});
