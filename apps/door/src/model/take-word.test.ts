import { describe, expect, it } from 'vitest';
import { takeWord } from './take-word.ts';

describe('taking a near word in the place of a wrong one', () => {
  it('leaves everything else as it was typed', () => {
    expect(takeWord('1. Ladder\n2. sprng\n3) kettle', 2, 3, 'spring')).toBe(
      '1. Ladder\n2. spring\n3) kettle',
    );
    expect(takeWord('سُلَّم  مفتح باب', 2, 3, 'مفتاح')).toBe('سُلَّم  مفتاح باب');
    expect(takeWord('می\u200cخواهم کتب', 2, 2, 'کتاب')).toBe('می\u200cخواهم کتاب');
  });

  it('does not guess where the place cannot be told', () => {
    expect(takeWord('one two', 3, 3, 'three')).toBeNull();
    expect(takeWord('山水火', 2, 3, '木')).toBeNull();
  });
});
