import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admitKey } from '@leeward/sealed-log/crypto/ed25519.ts';
import { describe, expect, it } from 'vitest';
import { keyAdmissions, releaseKeys } from './keys.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/release.md'), 'utf8');
const table = page.split('<!-- release keys: begin')[1]?.split('<!-- release keys: end')[0] ?? '';

describe('the keys that sign releases', () => {
  it('are the same in the code and in docs/release.md', () => {
    const documented = [...table.matchAll(/^\| `([0-9a-f]{64})` \| (\S+) \| (\S+) \|$/gm)].map(
      ([, key, from = '', until = '']) => ({
        key,
        kind: 'release',
        from: Date.parse(from) / 1000,
        until: Date.parse(until) / 1000,
      }),
    );
    expect(table).toContain('| Public key | From | Until |');
    expect(documented).toEqual(releaseKeys);
  });

  it('are keys for releases alone, each admissible and with an end', async () => {
    for (const { key, kind, from, until } of releaseKeys) {
      expect(kind).toBe('release');
      expect(await admitKey(Uint8Array.from(Buffer.from(key, 'hex')))).toBe(true);
      expect(until - from).toBeGreaterThan(0);
      expect(until - from).toBeLessThan(10 * 366 * 24 * 3600);
    }
    for (const { from, until } of keyAdmissions) expect(until).toBeGreaterThan(from);
  });
});
