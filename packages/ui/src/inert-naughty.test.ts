import { describe, expect, it } from 'vitest';
import { naughtyKinds, naughtyStrings } from '../../../tests/support/naughty-strings.ts';
import { isolate } from './bidi.ts';
import { defang, inertFileName, inertSegments, inertText, safeFileName } from './inert.ts';

/** Whatever can turn text around, hide in it, or act on a terminal or a page. */
const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not act
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

describe.each(Object.entries(naughtyKinds))('[fault 66] naughty texts of the kind "%s"', (_kind, texts) => {
  it('come out without anything that acts, and stay so', () => {
    for (const text of texts) {
      const inert = inertText(text);
      expect(inert).not.toMatch(acting);
      expect(inertText(inert)).toBe(inert);
      expect(defang(text)).not.toMatch(acting);
      expect(isolate(text)).not.toMatch(/[\u202a-\u202e]/);
    }
  });

  it('lose no letter that a person typed: what is hidden is named, and the rest stands as it was', () => {
    for (const text of texts) {
      const segments = inertSegments(text);
      const shown = segments.map((segment) => segment.text).join('');
      expect(shown).toBe(inertText(text));
      for (const segment of segments)
        if (segment.kind === 'hidden') expect(segment.text).toMatch(/^\[U\+[0-9A-F]{4,6}\]$/);
      const letters = text.replace(/\p{Surrogate}/gu, '').match(/[\p{L}\p{N}\p{P}\p{M}]/gu) ?? [];
      const kept = shown.match(/[\p{L}\p{N}\p{P}\p{M}]/gu) ?? [];
      expect(kept.length).toBeGreaterThanOrEqual(letters.length);
    }
  });

  it('make file names that show their ending, and that can be saved nowhere but where a person says', () => {
    for (const text of texts) {
      const { display } = inertFileName(text);
      expect(display.replace(/[^\u2066-\u2069]/g, '')).toBe('\u2066\u2068\u2069\u2069');
      const safe = safeFileName(text);
      expect(safe).not.toMatch(/[/\\:*?"<>|]|^\.|[\s.]$/);
      expect(safe).not.toMatch(acting);
      expect(safe).not.toBe('');
      expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(Array.from(safe).length).toBeLessThanOrEqual(121);
    }
  });
});

describe('the collection of naughty texts', () => {
  it('has no two alike, and all the kinds that have broken programs', () => {
    expect(new Set(naughtyStrings).size).toBeGreaterThan(naughtyStrings.length - 3);
    expect(Object.keys(naughtyKinds)).toEqual(
      expect.arrayContaining(['markup', 'templates', 'formulas', 'bidi', 'controls', 'surrogates', 'long']),
    );
    for (const texts of Object.values(naughtyKinds)) expect(texts.length).toBeGreaterThan(5);
  });
});
