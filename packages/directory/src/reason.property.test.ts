import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import type { Answers } from './answers.ts';
import { judge, lists, reason } from './reason.ts';
import { anyAnswers, anyEntry } from './testing/entries.ts';

const today = '2026-11-21';
const size = { numRuns: runs(1500) };

/** The same answers, and one more: to a question that was open, or one more detail. */
const oneMore = fc
  .tuple(anyAnswers, anyAnswers, fc.nat())
  .map(([before, other, pick]): readonly [Answers, Answers] => {
    const open = Object.keys(other).filter((key) => !(key in before) || key === 'details');
    const key = open[pick % Math.max(1, open.length)] as keyof Answers | undefined;
    if (key === undefined) return [before, before];
    // What was answered stands: a detail is added, none is changed.
    if (key === 'details') return [before, { ...before, details: { ...other.details, ...before.details } }];
    return [before, { ...before, [key]: other[key] }];
  });

describe('reasoning, whatever the mechanism and whatever was answered', () => {
  it('never moves a mechanism from "not for you" to anywhere else because one more question was answered', () => {
    fc.assert(
      fc.property(anyEntry, oneMore, (entry, [before, after]) => {
        if (judge(entry, before, today).list === 'not') expect(judge(entry, after, today).list).toBe('not');
      }),
      size,
    );
  });

  it('never moves a mechanism from "fits" to "ask first" by an answer about her: what was settled stays settled or ends', () => {
    fc.assert(
      fc.property(anyEntry, oneMore, (entry, [before, after]) => {
        const was = judge(entry, before, today);
        if (was.list !== 'fits') return;
        const shutNow = judge(entry, after, today).findings.filter((one) => one.truth === 'no');
        const is = judge(entry, after, today).list;
        // A need, a length, a haste that she had not named may open a question that did not exist; nothing else may.
        const fresh = ['needs', 'months', 'atMost', 'soon', 'canReturn', 'happened'].some(
          (key) => key in after && !(key in before),
        );
        expect(is === 'fits' || shutNow.length > 0 || fresh).toBe(true);
      }),
      size,
    );
  });

  it('lets every entry explain itself: a closed door has a reason, an open question has words to ask', () => {
    fc.assert(
      fc.property(anyEntry, anyAnswers, (entry, answers) => {
        const verdict = judge(entry, answers, today);
        expect(verdict.findings.length).toBeGreaterThan(0);
        if (verdict.list === 'not') expect(verdict.findings.some((one) => one.truth === 'no')).toBe(true);
        expect(verdict.questions.length > 0).toBe(verdict.list === 'ask');
        for (const one of verdict.findings) expect(one.question !== undefined).toBe(one.truth === 'unknown');
      }),
      size,
    );
  });

  it('never calls closed or paused doors a fit, nor one whose facts are too old', () => {
    fc.assert(
      fc.property(anyEntry, anyAnswers, (entry, answers) => {
        const told = { ...answers, told: { [entry.id]: { 'is-open-now': 'yes' as const } } };
        if (entry.state.is === 'closed' || entry.state.is === 'paused') {
          expect(judge(entry, told, today).list).toBe('not');
        }
        expect(judge(entry, answers, '2028-01-01').list).not.toBe('fits');
      }),
      size,
    );
  });

  it('puts every entry into exactly one list, in an order that does not depend on how they came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, { selector: (entry) => entry.id, maxLength: 12 }),
        anyAnswers,
        (entries, answers) => {
          const there = reason(entries, answers, today);
          const back = reason([...entries].reverse(), answers, today);
          expect(back).toEqual(there);
          const ids = lists.flatMap((name) => there[name].map((one) => one.id));
          expect([...ids].sort()).toEqual(entries.map((entry) => entry.id).sort());
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
