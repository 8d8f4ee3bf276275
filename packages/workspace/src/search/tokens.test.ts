import { describe, expect, it } from 'vitest';
import { signsOf } from './tokens.ts';

const cut = (text: string, by?: null): readonly string[] =>
  (by === null ? signsOf(text, null) : signsOf(text)).map(({ segment }) => segment);

describe('the written signs of a text', () => {
  it('are the same where a browser has nothing that cuts them, for what people look up', () => {
    for (const text of ['护照已经过期', 'หนังสือเดินทาง', 'မြန်မာ', 'ขอความช่วยเหลือ'])
      expect(cut(text, null).join('')).toBe(text);
    expect(cut('护照已经过期', null)).toEqual(cut('护照已经过期'));
    // A mark stays with its letter, so that half a sign is never looked up.
    expect(cut('กี่', null)).toEqual(cut('กี่'));
  });

  it('begin where they stand', () => {
    expect(signsOf('护照', null)).toEqual([
      { segment: '护', index: 0 },
      { segment: '照', index: 1 },
    ]);
  });
});
