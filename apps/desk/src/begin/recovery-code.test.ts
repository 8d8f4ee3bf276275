import { describe, expect, it } from 'vitest';
import { groupsOf, isGroup } from './recovery-code.ts';

describe('typing back a group of the recovery code', () => {
  it('takes small letters, spaces, other digits and the letters that eyes confuse', () => {
    expect(isGroup('a0b1c', 'A0B1C')).toBe(true);
    expect(isGroup(' A0 B1 C ', 'A0B1C')).toBe(true);
    expect(isGroup('aObIc', 'A0B1C')).toBe(true);
    expect(isGroup('A٠B١C', 'A0B1C')).toBe(true);
  });

  it('does not take another group, and not nothing', () => {
    expect(isGroup('A0B1D', 'A0B1C')).toBe(false);
    expect(isGroup('', 'A0B1C')).toBe(false);
    expect(isGroup(' - ', '')).toBe(false);
  });

  it('finds the groups however they are joined', () => {
    expect(groupsOf('AAAAA BBBBB-CCCCC\nDDDDD')).toEqual(['AAAAA', 'BBBBB', 'CCCCC', 'DDDDD']);
  });
});
