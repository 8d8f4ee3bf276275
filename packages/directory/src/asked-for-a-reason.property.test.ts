import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { judge } from './reason.ts';
import { anyAnswers, anyEntry } from './testing/entries.ts';

const today = '2026-11-21';

describe('a question about her', () => {
  it('is asked for a door only where a yes and a no to it lead to two different things there [invariant 12]', () => {
    fc.assert(
      fc.property(anyEntry, anyAnswers, (entry, answers) => {
        for (const { of, code } of judge(entry, answers, today).questions) {
          if (of !== 'her') continue;
          const truths = (answer: 'yes' | 'no') =>
            judge(entry, { ...answers, details: { ...answers.details, [code]: answer } }, today).findings.map(
              ({ truth }) => truth,
            );
          expect([code, truths('yes')]).not.toEqual([code, truths('no')]);
        }
      }),
      { numRuns: runs(600) },
    );
  });

  it('is never asked for a door that is shut, whatever she would say [invariant 12]', () => {
    fc.assert(
      fc.property(anyEntry, anyAnswers, (entry, answers) => {
        const verdict = judge(entry, answers, today);
        if (verdict.list !== 'ask') expect(verdict.questions).toEqual([]);
      }),
      { numRuns: runs(600) },
    );
  });
});
