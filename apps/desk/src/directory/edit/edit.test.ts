import { readEntries } from '@leeward/directory/build/read-entries.ts';
import { compileDirectory } from '@leeward/ui/language/compile.ts';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import { fieldOf, fields } from '@leeward/workspace/directory/fields.ts';
import { describe, expect, it } from 'vitest';
import { locales } from '../../testing/texts.ts';
import { differencesOf } from './differences.ts';
import { editors } from './kinds.ts';
import { sayValue } from './say-value.ts';

const entries = readEntries();
const words = { none: 'nothing', yes: 'yes', no: 'no' };

describe('a fact of an entry', () => {
  it('can be typed, whatever it holds, and what stands there is among what can be chosen', () => {
    expect(Object.keys(editors).sort()).toEqual([...fields].sort());
    for (const field of fields) {
      const kind = editors[field];
      if (kind.type !== 'one' && kind.type !== 'many') continue;
      const held = entries.flatMap((entry) => fieldOf(entry, field) ?? []);
      expect(
        held.filter((code) => !kind.codes.includes(String(code))),
        field,
      ).toEqual([]);
    }
  });

  it('is said in words in every language, and never breaks the screen', () => {
    for (const locale of locales) {
      const speaker = createDirectorySpeaker(locale, compileDirectory(locale));
      for (const entry of entries) {
        for (const field of fields) {
          const lines = sayValue(speaker, field, fieldOf(entry, field), words);
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.join(' '), `${entry.id} ${field}`).not.toMatch(
            /\{\w+\}|\[object|^(?:kind|exile|state|family|return|danger|secure|confidence)\.[a-z-]+$/,
          );
        }
      }
      expect(sayValue(speaker, 'where', 'not what it was', words)).toEqual(['"not what it was"']);
      expect(sayValue(speaker, 'gives.sums', null, words)).toEqual(['nothing']);
    }
  });
});

describe('a proposal', () => {
  it('shows a whole entry fact by fact to whoever must confirm it', () => {
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entries');
    const added = differencesOf({ changes: [{ field: '', from: null, to: entry }] });
    expect(added.map(({ field }) => field)).toContain('link.url');
    expect(added.every(({ to }) => to !== null && to !== '')).toBe(true);
    const moved = { ...entry, link: { ...entry.link, url: 'https://sample.example/' } };
    expect(differencesOf({ changes: [{ field: '', from: entry, to: moved }] })).toEqual([
      { field: 'link.url', from: entry.link.url, to: 'https://sample.example/' },
    ]);
    const change = { field: 'exile', from: 'ask', to: 'yes' };
    expect(differencesOf({ changes: [change] })).toEqual([change]);
    expect(differencesOf({ changes: [{ field: '', from: null, to: 7 }] })).toEqual([]);
  });
});
