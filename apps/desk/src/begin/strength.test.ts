import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength.ts';

describe('the hint for a passphrase', () => {
  it('calls short ones short, whatever they are made of', () => {
    expect(strengthOf('')).toBe('short');
    expect(strengthOf('Xk9!pQ2#vL')).toBe('short');
  });

  it('is not taken in by length alone', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaa')).toBe('weak');
    expect(strengthOf('1234567890123456')).toBe('weak');
    expect(strengthOf('password password password')).toBe('weak');
    expect(strengthOf('abcdefghijklmnop')).toBe('weak');
  });

  it('thinks better of more words that do not belong together, in any script', () => {
    expect(strengthOf('river moss tall')).toBe('weak');
    expect(strengthOf('river moss tall seven gate')).toBe('good');
    expect(strengthOf('river moss tall seven gate pump')).toBe('strong');
    expect(strengthOf('نهر طحلب عال سبعة بوابة مضخة')).toBe('strong');
  });

  it('accepts a long row of signs as well', () => {
    expect(strengthOf('vK2#mW9$rT5&pL8!')).toBe('strong');
  });
});
