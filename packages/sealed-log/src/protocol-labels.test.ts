import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMITMENT_CALLS, type FoundLabel, labelsIn } from './testing/labels.ts';
import { encode } from './wire/codec.ts';
import { header } from './wire/entry.ts';

const root = join(import.meta.dirname, '../../..');
const protocol = readFileSync(join(root, 'docs/protocol.md'), 'utf8');

/** The labels in the table of docs/protocol.md, section 1.2, in its order. */
function documented(): readonly string[] {
  const table = protocol.split('<!-- labels: begin')[1]?.split('<!-- labels: end')[0] ?? '';
  return [...table.matchAll(/^\| `(leeward\/[^`]+)` \|/gm)].map(([, label]) => label ?? '');
}

/** Every label that the sources of all rooms name. */
function inTheCode(): readonly FoundLabel[] {
  const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (path) => /node_modules|[/\\]testing$|\.test\.tsx?$/.test(String(path)),
  });
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // A function of one's own may be called `derive` where no key is derived.
    const derives = text.includes('hkdf');
    return labelsIn(file, text).filter(
      ({ label }) => derives || !label.startsWith('not a plain text: derive('),
    );
  });
}

describe('the list of labels in docs/protocol.md', () => {
  const listed = documented();

  it('names every label that a hash, a signature, a derivation or a context in the code uses', () => {
    const found = inTheCode();
    expect(found.length).toBeGreaterThan(40);
    const unlisted = found.filter(({ label }) => !listed.includes(label));
    expect(unlisted).toEqual([]);
  });

  it('names no label that the code does not use, and none twice', () => {
    const used = new Set(inTheCode().map(({ label }) => label));
    expect(listed.filter((label) => !used.has(label))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe('the search for labels', () => {
  it('finds them as plain texts, behind a prefix, and as arguments on any line', () => {
    const text = [
      "const a = lengthPrefixed('leeward/v1/plain', x);",
      `const b = lengthPrefixed(\`\${LABEL_PREFIX}template\`, x);`,
      "const c = await derive(concat(x, f(y, z)), 'derived', y);",
      "const d = commitmentTo(\n  key,\n  'committed',\n  y,\n);",
      "const e = labelledHash('hashed', y);",
    ].join('\n');
    expect(labelsIn('x.ts', text).map(({ label }) => label)).toEqual([
      'leeward/v1/plain',
      'leeward/v1/template',
      'leeward/v1/derived',
      'leeward/v1-commitment/committed',
      'leeward/v1/hashed',
    ]);
    expect(COMMITMENT_CALLS).toContain('commitmentTo');
  });

  it('calls out a label that is put together where nobody can look it up', () => {
    expect(labelsIn('x.ts', 'derive(key, name, y);').map(({ label }) => label)).toEqual([
      'not a plain text: derive(name)',
    ]);
  });
});

describe('the header in docs/protocol.md', () => {
  it('lies byte for byte where the table says', () => {
    const section = protocol.split('### 3.1')[1]?.split('### 3.2')[0] ?? '';
    const rows = [...section.matchAll(/^\| (\d+) \| (\w+) \| `(\w+)` \|/gm)].map(
      ([, offset, field, type]) => ({
        offset: Number(offset),
        field: field ?? '',
        size: { u8: 1, u32: 4, hash32: 32 }[type ?? ''] ?? Number.NaN,
      }),
    );
    let expected = 0;
    for (const { offset, size } of rows) {
      expect(offset).toBe(expected);
      expected += size;
    }
    const blank = Object.fromEntries(
      rows.map(({ field, size }) => [field, size === 32 ? new Uint8Array(32) : 0]),
    );
    const base = { ...blank, version: 1, log: 1, form: 1 } as Parameters<typeof encode<HeaderOf>>[1];
    const zero = encode(header, base);
    expect(zero.length).toBe(expected);
    // Changing one field changes bytes inside its own row and nowhere else.
    for (const { field, offset, size } of rows.filter((row) => row.size > 1)) {
      const value = size === 32 ? new Uint8Array(32).fill(255) : 0xffffffff;
      const changed = encode(header, { ...base, [field]: value });
      const where = [...changed.keys()].filter((index) => changed[index] !== zero[index]);
      expect(where).toEqual(Array.from({ length: size }, (_, index) => offset + index));
    }
  });
});

type HeaderOf = typeof header extends import('./wire/codec.ts').Codec<infer T> ? T : never;
