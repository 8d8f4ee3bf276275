import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { lengthPrefixed, utf8 } from './bytes.ts';
import { commitmentTo, derive, hkdfSha256 } from './hkdf.ts';

describe('derived keys', () => {
  it('are the same from the platform and from noble', async () => {
    const bytes = fc.uint8Array({ maxLength: 80 }).map((value) => Uint8Array.from(value));
    await fc.assert(
      fc.asyncProperty(
        bytes,
        bytes,
        bytes,
        fc.integer({ min: 1, max: 200 }),
        async (ikm, salt, info, length) => {
          expect(await hkdfSha256(ikm, salt, info, length)).toEqual(hkdf(sha256, ikm, salt, info, length));
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('are refused in a length that HKDF cannot give', async () => {
    const none = new Uint8Array(0);
    for (const length of [0, -1, 1.5, 255 * 32 + 1]) {
      await expect(hkdfSha256(none, none, none, length)).rejects.toThrow(RangeError);
    }
  });

  it('are bound to label and to every part of the context', async () => {
    const key = new Uint8Array(32).fill(7);
    const one = await derive(key, 'wrap', utf8('a'), utf8('b'));
    expect(one).toEqual(
      hkdf(sha256, key, new Uint8Array(0), lengthPrefixed('leeward/v1/wrap', utf8('a'), utf8('b')), 32),
    );
    expect(one).not.toEqual(await derive(key, 'wrap', utf8('ab')));
    expect(one).not.toEqual(await derive(key, 'sign', utf8('a'), utf8('b')));
  });

  it('have commitments that no derived key can equal by a choice of label, and that name one key alone [rule 8]', async () => {
    const key = new Uint8Array(32).fill(7);
    const commitment = await commitmentTo(key, 'epoch', utf8('record'));
    expect(commitment).toEqual(await commitmentTo(key, 'epoch', utf8('record')));
    for (const label of ['epoch', 'commitment/epoch', '-commitment/epoch', '../v1-commitment/epoch']) {
      expect(await derive(key, label, utf8('record'))).not.toEqual(commitment);
    }
    expect(await commitmentTo(key, 'epoch', utf8('other record'))).not.toEqual(commitment);
    expect(await commitmentTo(new Uint8Array(32).fill(8), 'epoch', utf8('record'))).not.toEqual(commitment);
  });
});
