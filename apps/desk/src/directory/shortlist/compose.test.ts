import { readEntries } from '@leeward/directory/build/read-entries.ts';
import { compileDirectory } from '@leeward/ui/language/compile.ts';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import { doorLanguages } from '@leeward/ui/language/languages.ts';
import { describe, expect, it } from 'vitest';
import { composeLine, composeList, composeShort, lineAtMost } from './compose.ts';
import { moved } from './use-shortlist.ts';

const entries = readEntries();

describe('what is picked, as words for somebody else', () => {
  for (const { tag: locale } of doorLanguages) {
    const speaker = createDirectorySpeaker(locale, compileDirectory(locale));

    it(`fits the alternatives of a decline in ${locale}, with its address and its warnings whole`, () => {
      for (const entry of entries) {
        const line = composeLine(speaker, entry);
        expect(line.length, entry.id).toBeLessThanOrEqual(lineAtMost);
        expect(line).not.toContain('\n');
        expect(line, entry.id).toContain(entry.link.url);
        for (const danger of entry.dangers)
          expect(line, entry.id).toContain(speaker.text(`danger.${danger}`));
      }
    });

    it(`says the dangers and the address in ${locale}, and leaves no key unspoken`, () => {
      for (const entry of entries) {
        const text = composeShort(speaker, entry);
        expect(text).toContain(entry.link.url);
        for (const danger of entry.dangers) expect(text).toContain(speaker.text(`danger.${danger}`));
        expect(text, entry.id).not.toMatch(/\{\w+\}|^(?:label|danger|state|exile|opener|where)\.[a-z]/m);
      }
    });
  }

  it('begins with the officer’s own words and ends with what nobody can promise', () => {
    const speaker = createDirectorySpeaker('en', compileDirectory('en'));
    const text = composeList(speaker, entries.slice(0, 2), 'short', ' For you. ');
    expect(text.startsWith('For you.\n\n')).toBe(true);
    expect(text.endsWith(speaker.text('label.notOurs'))).toBe(true);
    for (const entry of entries.slice(0, 2)) expect(text).toContain(entry.name);
  });
});

describe('the order of a list', () => {
  it('is changed by one place at a time, and never beyond its ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a'], 'x', 1)).toEqual(['a']);
  });
});
