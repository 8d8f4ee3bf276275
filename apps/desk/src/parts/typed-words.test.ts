import { describe, expect, it } from 'vitest';
import { typedWords } from './typed-words.ts';

describe('the words of a form that somebody began', () => {
  it('are all that she wrote, whatever form it was', () => {
    expect(
      typedWords({
        base: { id: 'a'.repeat(32), values: { note: 'Stood there before.' }, seen: {} },
        values: {
          note: ' By night, with the children. ',
          country: 'GE',
          kind: 'ev_photo_video',
          from: { kind: 'point', at: '2026-11-03', about: false, said: 'in spring' },
          lines: ['على الطريق', 'على الطريق', ''],
        },
      }),
    ).toEqual(['By night, with the children.', 'GE', 'in spring', 'على الطريق']);
  });

  it('are none where only a machine wrote', () => {
    expect(typedWords({ id: '0f'.repeat(16), state: 'case_closed', reason: '', months: null })).toEqual([]);
    expect(typedWords(null)).toEqual([]);
  });
});
