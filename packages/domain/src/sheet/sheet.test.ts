import { describe, expect, it } from 'vitest';
import { emptyCase } from '../case/state.ts';
import type { Context, OpenedItem } from '../shared/context.ts';
import { at, colleague, days, hash, hour, id, minute } from '../testing/people.ts';
import { clocksOfSheets } from './clocks.ts';
import { sheetPart } from './part.ts';
import {
  countAnswer,
  endSheet,
  hindrances,
  outdateSheet,
  phaseOf,
  readAnswer,
  sheetLine,
  sheetsAbout,
  sheetsTo,
  toSendAnew,
} from './rules.ts';
import { doesCount, type Sheet, type SheetState } from './state.ts';
import { answered, answerTo, sheetSent, terms, told } from './testing/story.ts';

const officer = colleague(1, 'officer');
const verifier = colleague(5, 'verifier');
const reader = colleague(4, 'reader');

const only = (state: SheetState): Sheet => {
  const [sheet] = [...state.values()];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

/** A referee is asked at minute 1 and has a week; then whatever the test tells. */
const story = (...events: readonly (readonly [unknown, Context])[]): SheetState =>
  told([sheetSent(1), at(1, officer)], ...events);

const answer = (number: number, entry: number, more: Partial<OpenedItem> = {}, message = answerTo(1)) =>
  answered(1, number, at(entry, officer), message, more);

describe('a question sheet', () => {
  it('goes out with its questions, and waits', () => {
    const sheet = only(story());
    expect(sheet).toMatchObject({ whom: 'The head of the village union', answers: [], ended: null });
    expect(phaseOf(sheet, 2 * hour)).toBe('open');
    expect(phaseOf(sheet, 8 * days)).toBe('expired');
    expect(sheetLine(story())).toEqual({ unread: 0, open: [terms.until] });
  });

  it('that nobody answers says so before it closes, and asks for nothing once it was answered or ended [invariant 9]', () => {
    const clocks = (state: SheetState) =>
      clocksOfSheets({ ...emptyCase, parts: { ...emptyCase.parts, sheet: state } });
    const day = new Date(terms.until).toISOString().slice(0, 10);
    expect(clocks(story())).toMatchObject([
      { kind: 'question_sheet', item: id(1), until: day, label: '', part: 'sheets', warns: [3, 1] },
    ]);
    expect(clocks(story(answer(0, 5)))).toEqual([]);
    expect(clocks(story([endSheet(id(1), 'Asked by phone.'), at(5, officer)]))).toEqual([]);
  });

  it('comes back with an answer that is new until somebody has read it', () => {
    const state = story(answer(0, 5));
    const [first] = only(state).answers;
    expect(first).toMatchObject({ standing: 'first', wordFits: true, read: null });
    expect(first?.message?.answers).toEqual([
      { answer: 'yes', words: 'For many years.' },
      { answer: 'unknown', words: '' },
    ]);
    expect(phaseOf(only(state), 6 * minute)).toBe('answered');
    expect(sheetLine(state)).toEqual({ unread: 1, open: [] });
    const read = story(answer(0, 5), [readAnswer(id(1), hash(601_000)), at(6, verifier)]);
    expect(sheetLine(read).unread).toBe(0);
    expect(only(read).answers[0]?.read?.by).toBe(verifier.member);
  });

  it('takes an “I don’t know” like every other answer', () => {
    const message = answerTo(1, { answers: Array(2).fill({ answer: 'unknown', words: '' }) });
    const [first] = only(story(answer(0, 5, {}, message))).answers;
    expect(first).toMatchObject({ standing: 'first' });
    expect(doesCount(first!)).toBe(true);
  });

  it('is never answered anew in silence: a second answer stands beside the first, and counts where a person says so', () => {
    const second = answerTo(1, { answers: Array(2).fill({ answer: 'no', words: '' }) });
    const state = story(answer(0, 5), answer(1, 6, {}, second));
    expect(only(state).answers.map(({ standing }) => standing)).toEqual(['first', 'again']);
    expect(only(state).answers.map(doesCount)).toEqual([true, false]);
    const counted = story(answer(0, 5), answer(1, 6, {}, second), [
      countAnswer(id(1), hash(601_001), 'She called: the first one was a slip.'),
      at(7, officer),
    ]);
    expect(only(counted).answers.map(doesCount)).toEqual([true, true]);
    expect(only(counted).answers[1]?.counted?.reason).toContain('slip');
  });

  it('[fault 39] that two desks take in at once holds each answer once', () => {
    const state = story(answer(0, 5), answer(0, 6));
    expect(only(state).answers).toHaveLength(1);
    expect(only(state).answers[0]?.taken.entry).toBe(hash(5));
  });
});

describe('the end of a question sheet', () => {
  const lateEntry = 7 * 24 * 60 + 30;

  it('keeps what comes after the last day, and lets it count only where a person says why', () => {
    const state = story(answer(0, lateEntry));
    expect(only(state).answers[0]).toMatchObject({ standing: 'late' });
    expect(only(state).answers.filter(doesCount)).toEqual([]);
    const counted = story(answer(0, lateEntry), [
      countAnswer(id(1), hash(601_000), 'Our desks were closed on the last day.'),
      at(lateEntry + 1, officer),
    ]);
    expect(phaseOf({ ...only(counted), until: 20 * days }, 8 * days)).toBe('answered');
  });

  it('can be made in one step, and what comes afterwards does not count by itself', () => {
    const state = story([endSheet(id(1), 'She found somebody else.'), at(4, verifier)], answer(0, 5));
    expect(phaseOf(only(state), 5 * minute)).toBe('ended');
    expect(only(state).answers[0]?.standing).toBe('ended');
    expect(sheetLine(state)).toEqual({ unread: 1, open: [] });
  });

  it('is made once: who ends it later changes nothing', () => {
    const state = story(
      [endSheet(id(1), 'First.'), at(4, officer)],
      [endSheet(id(1), 'Second.'), at(5, verifier)],
    );
    expect(only(state).ended).toMatchObject({ reason: 'First.', by: officer.member });
  });
});

describe('a sheet whose team changed its key', () => {
  const left = outdateSheet(id(1), 4);

  it('is ended by a desk, once, and asks to be sent anew until it was', () => {
    const state = story([left, at(4, officer)], [left, at(5, verifier)], answer(0, 6));
    expect(only(state).ended).toMatchObject({ byKey: true, by: officer.member, reason: '' });
    expect(only(state).answers[0]?.standing).toBe('ended');
    expect(sheetLine(state)).toEqual({ unread: 1, open: [], again: 1 });
    expect(toSendAnew(state).map((sheet) => sheet.id)).toEqual([id(1)]);
    const again = sheetPart.apply(state, sheetSent(2), at(7, officer));
    expect(again.ok && toSendAnew(again.value)).toEqual([]);
    expect(again.ok && sheetLine(again.value).again).toBeUndefined();
  });

  it('asks for nothing where it was answered before, or where a person had ended it', () => {
    expect(toSendAnew(story(answer(0, 3), [left, at(4, officer)]))).toEqual([]);
    const byPerson = story([endSheet(id(1), 'Enough.'), at(3, officer)], [left, at(4, officer)]);
    expect(only(byPerson).ended).toMatchObject({ byKey: false, reason: 'Enough.' });
    expect(toSendAnew(byPerson)).toEqual([]);
  });

  it('is not ended by a key that is no newer', () => {
    const state = story();
    const { generation } = only(state);
    for (const same of [generation, Math.max(0, generation - 1)])
      expect(sheetPart.apply(state, outdateSheet(id(1), same), at(4, officer)).ok).toBe(false);
  });
});

describe('an answer that is not what it should be', () => {
  it('[rule 16] is another sheet’s: it is kept, shown, and never counts', () => {
    const state = story(answer(0, 5, {}, answerTo(2)));
    expect(only(state).answers[0]?.standing).toBe('other');
    const tried = sheetPart.apply(state, countAnswer(id(1), hash(601_000), 'All the same.'), at(6, officer));
    expect(tried).toMatchObject({ ok: false, error: { code: 'item_differs' } });
  });

  it('cannot be read: it is kept as it came', () => {
    const broken = [
      '{"type":"message","v":1,"text":"hello"}',
      'not JSON',
      '[]',
      '{"type":"sheetAnswer","v":2}',
    ];
    for (const message of broken) {
      const [first] = only(story(answer(0, 5, { message }))).answers;
      expect(first).toMatchObject({ standing: 'unreadable', message: null, raw: message });
    }
    const short = answerTo(1, { answers: [{ answer: 'yes', words: '' }] });
    expect(only(story(answer(0, 5, {}, short))).answers[0]?.standing).toBe('unreadable');
  });

  it('[rule 16] comes from another mailbox, or is another item than the entry says: nothing is taken in', () => {
    const [json, context] = answer(0, 5);
    const wrong: Partial<OpenedItem>[] = [{ mailbox: hash(1) }, { hash: hash(2) }, { sequence: 3 }];
    for (const more of wrong) {
      const quoted = [{ ...context.quoted![0]!, ...more }];
      const tried = sheetPart.apply(story(), json as never, { ...context, quoted });
      expect(tried).toMatchObject({ ok: false, error: { code: 'item_differs' } });
    }
    expect(sheetPart.apply(story(), json as never, { ...context, quoted: [] })).toMatchObject({ ok: false });
  });

  it('carries another word than the agreed one: said, and left to a person', () => {
    const word = (said: string) =>
      only(story(answer(0, 5, {}, answerTo(1, { word: said })))).answers[0]?.wordFits;
    expect(word(' Blue  HERON ')).toBe(true);
    expect(word('blue')).toBe(false);
    expect(word('')).toBe(false);
    const none = told([{ ...sheetSent(1), word: '' }, at(1, officer)], answer(0, 5));
    expect(only(none).answers[0]?.wordFits).toBeNull();
  });
});

describe('two sheets of one case', () => {
  it('never share a mailbox, so that nothing leads from one referee to another', () => {
    const second = { ...sheetSent(2), mailbox: sheetSent(1).mailbox, sent: sheetSent(1).sent };
    const tried = sheetPart.apply(story(), second, at(2, officer));
    expect(tried).toMatchObject({ ok: false, error: { code: 'exists' } });
    const both = story([sheetSent(2), at(2, officer)]);
    expect(new Set([...both.values()].map(({ mailbox }) => mailbox)).size).toBe(2);
  });

  it('are found by the question that they are for, and by who was asked', () => {
    const about = { ...sheetSent(2), about: id(70), source: id(80), whom: '' };
    const both = story([about, at(2, officer)]);
    expect(sheetsAbout(both, id(70)).map(({ id: sheet }) => sheet)).toEqual([id(2)]);
    expect(sheetsTo(both, id(80)).map(({ id: sheet }) => sheet)).toEqual([id(2)]);
  });
});

describe('sending a question sheet', () => {
  it('is for those who run the case; taking in, reading and ending is for all who work on it', () => {
    expect(sheetPart.action(sheetSent(1))).toBe('case.edit');
    expect(sheetPart.action(countAnswer(id(1), hash(1), 'x'))).toBe('case.edit');
    expect(sheetPart.action(readAnswer(id(1), hash(1)))).toBe('case.note');
    expect(sheetPart.action(endSheet(id(1), ''))).toBe('case.note');
    expect(reader.role).toBe('reader');
  });

  it('says all that stands against it, in its own words', () => {
    const codes = (changes: object, now = 0) =>
      hindrances({ ...terms, ...changes }, now).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ questions: [] })).toEqual(['no_questions']);
    expect(codes({ questions: Array(7).fill(terms.questions[0]) })).toEqual(['too_many_questions']);
    expect(codes({ questions: [{ ask: 'own', about: ' ' }] })).toEqual(['question_empty']);
    expect(codes({ whom: ' ' })).toEqual(['nobody_named']);
    expect(codes({}, 7 * days)).toEqual(['over_already']);
    expect(codes({ until: 40 * days })).toEqual(['too_long_open']);
  });

  it('asks the verification whether this person may be asked at all', () => {
    const never = hindrances({ ...terms, source: id(80) }, 0, [
      ({ source }) => (source === id(80) ? [{ code: 'do_not_contact' }] : []),
      () => [{ code: 'source_not_agreed' }],
    ]);
    expect(never.map(({ code }) => code)).toEqual(['do_not_contact', 'source_not_agreed']);
  });

  it('is refused without a question, without anybody who is asked, and with an item that is not the first', () => {
    const sent = sheetSent(1);
    const refused = (changes: object) =>
      sheetPart.apply(new Map(), { ...sent, ...changes }, at(1, officer)).ok;
    expect(refused({})).toBe(true);
    expect(refused({ questions: [] })).toBe(false);
    expect(refused({ whom: '' })).toBe(false);
    expect(refused({ sent: { ...sent.sent, sequence: 1 } })).toBe(false);
    expect(refused({ sent: { ...sent.sent, mailbox: hash(3) } })).toBe(false);
  });
});
