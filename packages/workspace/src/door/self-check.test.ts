import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { selfCheckAtMost, selfCheckIn } from './self-check.ts';
import { readTexts, wordsIn } from './texts.ts';

describe('the questions of a self-check', () => {
  it('are read as an administrator writes them: a question, what is said to a no, an empty line', () => {
    expect(
      selfCheckIn(
        'Do you defend rights?\nWe help defenders.\nOthers help everybody.\n\n\nAre you in danger?\n',
      ),
    ).toEqual([
      { question: 'Do you defend rights?', ifNo: 'We help defenders. Others help everybody.' },
      { question: 'Are you in danger?', ifNo: '' },
    ]);
    expect(selfCheckIn('  \n \n')).toEqual([]);
  });

  it('are a few and never break the door, whatever was written', () => {
    const line = fc
      .string({ maxLength: 20 })
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    fc.assert(
      fc.property(
        fc.array(fc.record({ question: line, ifNo: line }), { maxLength: 12 }),
        fc.string(),
        (asked, noise) => {
          const text = asked.map(({ question, ifNo }) => `${question}\n${ifNo}`).join('\n\n');
          expect(selfCheckIn(text)).toEqual(asked.slice(0, selfCheckAtMost));
          expect(selfCheckIn(noise).length).toBeLessThanOrEqual(selfCheckAtMost);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('come with the texts of the door, in her language, and a door without any has none', () => {
    const texts = readTexts(
      JSON.stringify({ v: 1, languages: ['en', 'ar'], selfCheck: { en: 'A?', ar: 'أ؟' } }),
    );
    expect(wordsIn(texts, 'ar').selfCheck).toBe('أ؟');
    expect(wordsIn(readTexts('{"v":1,"languages":["en"]}'), 'en').selfCheck).toBe('');
    expect(wordsIn(readTexts('{"v":1,"selfCheck":7}'), 'en').selfCheck).toBe('');
  });
});
