import { fitsItem } from '@leeward/sealed-log/door/boxes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { answersFit, answersItem, requestItems, sealable } from './request.ts';

const form = 'ab'.repeat(32);
/** Answers as long as is said, in a script of three bytes a letter. */
const answersOf = (length: number) => [{ form, values: { why: 'ယ'.repeat(length) } }];
const key = new Uint8Array(1216);

describe('answers to the organisation’s own questions', () => {
  it('fit one item up to a length that is told before she sends, and not beyond', () => {
    expect(answersFit([])).toBe(true);
    expect(answersFit(answersOf(8000))).toBe(true);
    expect(answersFit(answersOf(12_000))).toBe(false);
  });

  it('travel with the request where there is room, and else in an item of their own, each as large as every other', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9000 }), fc.nat({ max: 7900 }), (length, words) => {
        const answers = answersOf(length + 1);
        fc.pre(answersFit(answers));
        const items = requestItems({ what: 'ယ'.repeat(words + 1), locale: 'my', danger48h: 'yes', answers });
        for (const item of items) expect(fitsItem(sealable(item, 0, key))).toBe(true);
        const carried = items.flatMap(({ message }) => ('answers' in message ? (message.answers ?? []) : []));
        expect(carried).toEqual(answers);
      }),
      { numRuns: runs(30) },
    );
    expect(fitsItem(sealable(answersItem(answersOf(8000)), 0, key))).toBe(true);
  });
});
