import { entryOf } from '@leeward/directory/entry.ts';
import { utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { compareRelease, parseRelease, releaseAtMost } from './release-file.ts';
import { full, organisation, release, shipped, today } from './testing/organisation.ts';

const file = (json: unknown) => utf8(JSON.stringify(json));
const whyNot = async (json: unknown) => {
  const read = await parseRelease(file(json));
  return read.ok ? null : read.error.why;
};
const use = { version: '2026.10.0', hash: '', from: 'built-in', count: 2, imported: null } as const;

describe('a file that is said to be a public release', () => {
  it('is read with its hash, in the form of editors and in the form for everybody', async () => {
    const read = await parseRelease(file(shipped));
    expect(read).toMatchObject({ ok: true, value: { release: { version: '2026.10.0' } } });
    expect(read.ok && read.value.hash).toMatch(/^[0-9a-f]{64}$/);
    const everybody = { ...shipped, entries: shipped.entries.map(entryOf) };
    expect(await parseRelease(file(everybody))).toMatchObject({
      ok: true,
      value: { release: { entries: [{ sources: ['leeward-directory 2026.10.0'], mended: [] }, {}] } },
    });
  });

  it('is refused with the reason where it is something else', async () => {
    expect(await whyNot({ ...shipped, format: 'leeward-directory/2' })).toBe('other-format');
    expect(await whyNot([shipped])).toBe('other-format');
    expect(await whyNot({ ...shipped, version: '2026.10' })).toBe('bad-version');
    expect(await whyNot({ ...shipped, entries: [] })).toBe('nothing-in-it');
    expect(await whyNot({ ...shipped, entries: {} })).toBe('nothing-in-it');
    expect(await whyNot({ ...shipped, entries: Array(5001).fill(shipped.entries[0]) })).toBe('too-large');
    expect((await parseRelease(new Uint8Array(releaseAtMost + 1))).ok).toBe(false);
    expect(await parseRelease(new Uint8Array([0xff, 0xfe]))).toMatchObject({ error: { why: 'not-json' } });
  });

  it('names what is wrong with its entries, and takes none that could pass for an organisation’s own', async () => {
    const wrong = { ...shipped.entries[0], kind: 'castle' };
    expect(await parseRelease(file({ ...shipped, entries: [wrong] }))).toMatchObject({
      error: { why: 'flaws', flaws: [{ id: 'a-fund', field: 'kind' }] },
    });
    const own = release('2026.11.0', full({ id: 'local-0000000000000001' }));
    expect(await parseRelease(file(own))).toMatchObject({
      error: { why: 'flaws', flaws: [{ id: 'local-0000000000000001', field: 'id' }] },
    });
  });

  it('never stops the desk, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(utf8)), async (bytes) => {
        const read = await parseRelease(new Uint8Array(bytes));
        expect(read.ok).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('before it is imported', () => {
  it('says what is new, gone and changed, where addresses lead elsewhere, and on what somebody must choose', async () => {
    const { state } = organisation().change('family', 'case-by-case');
    const link = { url: 'https://example.net/other', own: true };
    const newer = release('2026.11.0', full({ id: 'a-fund', family: 'no', link }), full({ id: 'c-fund' }));
    const read = { release: newer, hash: 'ab'.repeat(32) };
    expect(compareRelease(read, { release: shipped, use }, state, today)).toMatchObject({
      type: 'release',
      count: 2,
      replaces: use,
      added: ['c-fund'],
      removed: ['b-fund'],
      changed: ['a-fund'],
      leadsElsewhere: [{ mechanism: 'a-fund', to: 'https://example.net/other' }],
      conflicts: [{ mechanism: 'a-fund', field: 'family' }],
    });
  });

  it('is told from an older one and from the one in use', () => {
    const { state } = organisation();
    const against = (version: string) =>
      compareRelease(
        { release: release(version, ...shipped.entries), hash: '' },
        { release: shipped, use },
        state,
        today,
      );
    expect(against('2026.9.9')).toMatchObject({ why: 'older', inUse: '2026.10.0' });
    expect(against('2026.10.0')).toMatchObject({ why: 'same' });
    expect(against('2026.10.1')).toMatchObject({ type: 'release', changed: [], conflicts: [] });
    // A version of a time to come would make every true release after it an older one.
    expect(against('2026.12.0')).toMatchObject({ type: 'release' });
    for (const version of ['2027.1.0', '9999.1.0', '2026.13.0', '2026.0.0'])
      expect(against(version)).toMatchObject({ why: 'bad-version' });
  });
});
