import { createTranslator, type DeskKey, type Messages } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import type { Trouble } from '@leeward/workspace/release/guard-messages.ts';
import { describe, expect, it } from 'vitest';
import { locales } from '../testing/texts.ts';
import type { ReleaseView } from './release-watch.ts';
import { releaseLine, releaseNotes } from './release-words.ts';

const facts = {
  kind: 'release',
  version: '1.2.3',
  date: 1_780_000_000,
  commit: 'c'.repeat(40),
  key: 'k',
} as const;
const calm: ReleaseView = {
  guard: 'guarding',
  running: facts,
  offered: null,
  refused: null,
  missing: [],
  replaced: false,
  stranger: false,
};
const codes: readonly Trouble['code'][] = [
  'malformed',
  'unknown-key',
  'wrong-kind',
  'key-expired',
  'bad-signature',
  'older',
  'lesser-kind',
  'conflict',
  'no-manifest',
  'file-differs',
  'headers-missing',
];

describe.each(locales)('what the desk says of its release (%s)', (locale) => {
  const t = createTranslator<DeskKey>(locale, compileCatalogue('desk', locale) as Messages<DeskKey>, locale);
  const notes = (part: Partial<ReleaseView>) => releaseNotes(t, locale, { ...calm, ...part });
  const kinds = (part: Partial<ReleaseView>) => notes(part).map(({ kind }) => kind);

  it('is nothing while all is well', () => {
    expect(notes({})).toEqual([]);
    expect(notes({ guard: 'starting', running: null })).toEqual([]);
  });

  it('[fault 68] has words for every reason to refuse, with what is safe and what to do', () => {
    const said = codes.map((code) => {
      const [note, ...more] = notes({ refused: { code, details: ['/assets/x.js'] } });
      expect(more).toEqual([]);
      expect(note?.lines).toHaveLength(3);
      expect([note?.title, ...(note?.lines ?? [])].join(' ')).not.toMatch(/release\.|undefined|\{/);
      return note?.lines[0];
    });
    expect(new Set(said).size).toBe(7);
    expect(said[codes.indexOf('file-differs')]).toContain('/assets/x.js');
  });

  it('[fault 67] names the protections that are missing, and puts the gravest first', () => {
    expect(notes({ missing: ['Integrity-Policy'] })[0]?.lines[0]).toContain('Integrity-Policy');
    expect(kinds({ missing: ['x'], replaced: true, stranger: true, offered: facts })).toEqual([
      'replaced',
      'missing',
      'stranger',
      'newer',
    ]);
  });

  it('tells a browser that cannot check from a server that does not fit', () => {
    expect(notes({ guard: 'unsupported', running: null })[0]).toMatchObject({
      kind: 'unchecked',
      tone: 'warn',
    });
    const failed = notes({ guard: 'failed', running: null, refused: { code: 'bad-signature', details: [] } });
    expect(failed[0]).toMatchObject({ kind: 'unchecked', tone: 'danger' });
  });

  it('calls a build what its key allows', () => {
    const lines = (['release', 'test', 'development'] as const).map((kind) =>
      releaseLine(t, locale, { ...facts, kind }),
    );
    expect(new Set(lines).size).toBe(3);
    for (const line of lines) expect(line).toContain('1.2.3');
  });
});
