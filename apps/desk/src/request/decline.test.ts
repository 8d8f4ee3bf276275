import { describe, expect, it } from 'vitest';
import { declineProblem, keptWords, linesOf } from './decline.ts';

const whole = {
  reason: 'close_declined_covered',
  words: 'Kind words',
  alternatives: 'Another one',
  noneKnown: false,
};

describe('declining a request', () => {
  it('asks for a reason, for words, and for what else may help or that nothing is known [invariant 8]', () => {
    expect(declineProblem(whole)).toBeNull();
    expect(declineProblem({ ...whole, reason: '' })).toBe('decline.reasonNeeded');
    expect(declineProblem({ ...whole, words: ' \n' })).toBe('decline.wordsNeeded');
    expect(declineProblem({ ...whole, alternatives: ' ' })).toBe('decline.alternativesNeeded');
    expect(declineProblem({ ...whole, alternatives: '', noneKnown: true })).toBeNull();
  });

  it('takes every line as an alternative of its own', () => {
    expect(linesOf(' one \n\n two')).toEqual(['one', 'two']);
    expect(linesOf('')).toEqual([]);
  });
});

const version = (text: string) => ({ text, by: 'a', claimedTime: 1 });

describe('the team’s own words', () => {
  it('are those of one language, the last one where two were kept apart, and of no other occasion', () => {
    const kept = [
      {
        occasion: 'decline',
        code: 'close_declined_covered',
        language: 'ar',
        versions: [version('١'), version('٢')],
      },
      { occasion: 'decline', code: 'close_declined_covered', language: 'en', versions: [version('one')] },
      { occasion: 'greeting', code: 'close_declined_no_link', language: 'ar', versions: [version('no')] },
    ];
    expect(keptWords(kept, 'ar')).toEqual({ close_declined_covered: '٢' });
    expect(keptWords(kept, 'sw')).toEqual({});
  });
});
