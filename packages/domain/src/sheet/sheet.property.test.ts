import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { Context } from '../shared/context.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import type { SheetEvent } from './events.ts';
import {
  type GivenAnswer,
  readSheet,
  readSheetAnswer,
  sheetAnswers,
  sheetLimits,
  sheetQuestions,
  sheetStakes,
  writeSheet,
  writeSheetAnswer,
} from './message.ts';
import { countAnswer, endSheet, outdateSheet, readAnswer, sheetLine } from './rules.ts';
import { doesCount } from './state.ts';
import { answered, answerTo, sheetSent, told } from './testing/story.ts';

const officer = colleague(1, 'officer');

type Step = readonly ['send' | 'answer' | 'count' | 'read' | 'end' | 'outdate', number, number, number];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('send', 'answer', 'count', 'read', 'end', 'outdate'),
  fc.integer({ min: 1, max: 3 }),
  fc.nat(3),
  fc.integer({ min: 2, max: 12_000 }),
);

const eventOf = ([kind, sheet, item, minutes]: Step, index: number): readonly [SheetEvent, Context] => {
  // Entries in their order, by clocks that are not.
  const context = { ...at(index + 2, officer), claimedTime: minutes * 60_000 };
  const hashOf = hash(600_000 + 1000 * sheet + item);
  switch (kind) {
    case 'send':
      return [sheetSent(sheet), context];
    case 'answer':
      return answered(sheet, item, context, answerTo(sheet));
    case 'count':
      return [countAnswer(id(sheet), hashOf, 'Known.'), context];
    case 'read':
      return [readAnswer(id(sheet), hashOf), context];
    case 'end':
      return [endSheet(id(sheet), ''), context];
    case 'outdate':
      return [outdateSheet(id(sheet), 1 + item), context];
  }
};

const text = (length: number) =>
  fc.string({ unit: 'grapheme', maxLength: length / 4 }).map((one) => one.trim());
const filled = (length: number) => text(length).filter((one) => one !== '');

describe('question sheets, whatever happens to them', () => {
  it('never lose an answer, never take one in twice, and let at most one count by itself', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let before = told();
        const events = steps.map(eventOf);
        for (const [index] of events.entries()) {
          const now = told(...events.slice(0, index + 1));
          for (const sheet of now.values()) {
            const earlier = before.get(sheet.id)?.answers.map(({ hash: one }) => one) ?? [];
            expect(sheet.answers.map(({ hash: one }) => one).slice(0, earlier.length)).toEqual(earlier);
            expect(new Set(sheet.answers.map(({ hash: one }) => one)).size).toBe(sheet.answers.length);
            expect(sheet.answers.filter(({ standing }) => standing === 'first').length).toBeLessThan(2);
            for (const answer of sheet.answers) {
              if (answer.standing === 'late') expect(answer.taken.claimedTime).toBeGreaterThan(sheet.until);
              if (answer.standing !== 'first') expect(doesCount(answer)).toBe(answer.counted !== null);
            }
          }
          expect(now.size).toBeGreaterThanOrEqual(before.size);
          before = now;
        }
        const unread = [...before.values()].flatMap(({ answers }) =>
          answers.filter(({ read }) => read === null),
        );
        expect(sheetLine(before).unread).toBe(unread.length);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are the same on every device: what was told twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(24), (steps, again) => {
        const events = steps.map(eventOf);
        const repeated = events[again];
        const once = told(...events);
        if (repeated === undefined || repeated[0].type === 'SheetAnswered') return;
        const twice = told(...events, repeated);
        const hashes = (state: typeof once) => [...state.values()].map(({ answers }) => answers.length);
        expect(hashes(twice)).toEqual(hashes(once));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('what travels', () => {
  const given: fc.Arbitrary<GivenAnswer> = fc.record({
    answer: fc.constantFrom(...sheetAnswers, null),
    words: text(sheetLimits.words),
  });

  it('is read as it was written, in every script', () => {
    const answers = fc.record({
      type: fc.constant('sheetAnswer' as const),
      v: fc.constant(1 as const),
      sheet: fc.nat().map(hash),
      answers: fc.array(given, { maxLength: sheetLimits.questions }),
      stake: fc.constantFrom(...sheetStakes, null),
      stakeWords: text(sheetLimits.words),
      again: fc.constantFrom(true, false, null),
      how: text(sheetLimits.how),
      word: text(sheetLimits.word),
      language: fc.constantFrom('en', 'ar', 'fa-AF'),
    });
    fc.assert(
      fc.property(answers, (message) => {
        expect(readSheetAnswer(writeSheetAnswer(message))).toEqual(message);
      }),
      { numRuns: runs(150) },
    );
    const sheets = fc.record({
      type: fc.constant('sheet' as const),
      v: fc.constant(1 as const),
      from: text(sheetLimits.from),
      language: fc.constantFrom('en', 'ar'),
      questions: fc.array(
        fc.record({ ask: fc.constantFrom(...sheetQuestions), about: filled(sheetLimits.about) }),
        { maxLength: sheetLimits.questions },
      ),
      until: fc.nat(),
      word: fc.boolean(),
      to: fc.constant({ team: id(1), generation: 2, key: 'ab'.repeat(1216) }),
    });
    fc.assert(
      fc.property(sheets, (message) => {
        expect(readSheet(writeSheet(message))).toEqual(message);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is never half read: any text gives a whole message or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (noise) => {
        expect(readSheet(noise)).toBeNull();
        expect(readSheetAnswer(noise)).toBeNull();
      }),
      { numRuns: runs(200) },
    );
  });

  it('has no field that could say that help was asked for, or where anybody is [invariant 4]', () => {
    const sheet = writeSheet({
      type: 'sheet',
      v: 1,
      from: '',
      language: 'en',
      questions: [],
      until: 1,
      word: false,
      to: { team: id(1), generation: 1, key: '' },
    });
    expect(Object.keys(JSON.parse(sheet) as object)).toEqual([
      'type',
      'v',
      'from',
      'language',
      'questions',
      'until',
      'word',
      'to',
    ]);
    for (const extra of ['case', 'country', 'reason', 'source', 'whom'])
      expect(readSheet(sheet.replace('{', `{"${extra}":"x",`))).toBeNull();
  });
});
