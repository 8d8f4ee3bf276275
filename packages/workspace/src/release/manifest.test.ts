import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { filesOf, integrityOf, type Manifest, readSigned, writeManifest, writeSigned } from './manifest.ts';

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const times = fc.integer({ min: 0, max: 4_000_000_000 });
const admissions = fc.record({ key: hex(64), from: times, until: times, by: hex(64), signature: hex(128) });
const files = fc.record({
  hash: hex(64),
  size: fc.integer({ min: 0, max: 1_000_000_000 }),
  path: fc
    .tuple(fc.constantFrom('desk', 'door', 'files'), fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,12}$/))
    .map(([site, name]) => `${site}/assets/${name}`),
});
const manifests: fc.Arbitrary<Manifest> = fc.record({
  kind: fc.constantFrom('release', 'test', 'development'),
  version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => parts.join('.')),
  date: times,
  floor: fc.integer({ min: 1, max: 255 }),
  commit: hex(40),
  admissions: fc.array(admissions, { maxLength: 3 }),
  files: fc
    .uniqueArray(files, { maxLength: 6, selector: ({ path }) => path })
    .map((listed) => [...listed].sort((left, right) => (left.path < right.path ? -1 : 1))),
});
const signatures = fc.array(fc.record({ key: hex(64), signature: hex(128) }), { maxLength: 3 });

describe('a release manifest', () => {
  it('is read back as it was written, whatever it lists', () => {
    fc.assert(
      fc.property(manifests, signatures, (manifest, signed) => {
        const body = writeManifest(manifest);
        expect(readSigned(writeSigned(body, signed))).toEqual({
          ok: true,
          value: { manifest, body, signatures: signed },
        });
      }),
      { numRuns: runs(200) },
    );
  });

  it('has one spelling: any one character changed, added or left out is another manifest or none', () => {
    fc.assert(
      fc.property(
        manifests,
        signatures,
        fc.nat(),
        fc.string({ maxLength: 1 }),
        (manifest, signed, at, other) => {
          const text = writeSigned(writeManifest(manifest), signed);
          const place = at % text.length;
          const changed = text.slice(0, place) + other + text.slice(place + 1);
          const read = readSigned(changed);
          if (changed === text || !read.ok) return;
          expect(writeSigned(writeManifest(read.value.manifest), read.value.signatures)).toBe(changed);
          expect(read.value).not.toEqual({ manifest, body: writeManifest(manifest), signatures: signed });
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('is refused without a word when it is anything else, however strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (noise) => {
        expect(readSigned(noise)).toEqual({ ok: false, error: 'malformed' });
        expect(readSigned(`leeward release 1\n${noise}\n\n`)).toEqual({ ok: false, error: 'malformed' });
      }),
      { numRuns: runs(200) },
    );
    expect(readSigned('leeward release 1\n'.repeat(100_000))).toEqual({ ok: false, error: 'malformed' });
  });

  it('names no file outside of its app, none twice and none out of order', () => {
    const facts = {
      kind: 'release',
      version: '1.0.0',
      date: 0,
      floor: 1,
      commit: '0'.repeat(40),
      admissions: [],
    } as const;
    const file = (path: string) => ({ path, hash: 'a'.repeat(64), size: 1 });
    for (const path of [
      'desk/../door/a.js',
      'desk//a.js',
      'relay/a.js',
      'desk/.git',
      'desk',
      'desk/a b.js',
      '/desk/a.js',
    ])
      expect(() => writeManifest({ ...facts, files: [file(path)] })).toThrow(RangeError);
    for (const paths of [
      ['desk/b.js', 'desk/a.js'],
      ['desk/a.js', 'desk/a.js'],
    ])
      expect(() => writeManifest({ ...facts, files: paths.map(file) })).toThrow(RangeError);
  });

  it('gives the files of one app by the paths of its origin, and their hashes as browsers write them', () => {
    const manifest = readSigned(
      `leeward release 1\nkind test\nversion 0.1.0\ndate 2026-01-01T00:00:00Z\nfloor 1\ncommit ${'0'.repeat(40)}\nfile ${'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'} 0 desk/assets/a.js\nfile ${'f'.repeat(64)} 1 door/index.html\n\n`,
    );
    if (!manifest.ok) throw new Error('the example cannot be read');
    const own = filesOf(manifest.value.manifest, 'desk');
    expect([...own.keys()]).toEqual(['/assets/a.js']);
    expect(integrityOf(own.get('/assets/a.js')?.hash ?? '')).toBe(
      'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    );
  });
});
