import { describe, expect, it } from 'vitest';
import { declineProblem, linesOf } from './decline.ts';

const whole = {
  reason: 'close_declined_covered',
  words: 'Kind words',
  alternatives: 'Another one',
  noneKnown: false,
};

describe('declining a request', () => {
  it('asks for a reason, for words, and for what else may help or that nothing is known', () => {
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
