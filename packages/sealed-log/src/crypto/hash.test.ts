import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { concat, lengthPrefixed, toHex, utf8 } from './bytes.ts';
import { labelledHash, sha256, sha256Stream } from './hash.ts';

describe('hashes', () => {
  it('know the published answer for "abc"', async () => {
    expect(toHex(await sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('are the same in one go and piece by piece, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), async (pieces) => {
        const stream = sha256Stream();
        for (const piece of pieces) stream.update(piece);
        expect(stream.digest()).toEqual(await sha256(concat(...pieces)));
      }),
      { numRuns: runs(100) },
    );
  });

  it('end a stream once', () => {
    const stream = sha256Stream();
    stream.digest();
    expect(() => stream.digest()).toThrow();
    expect(() => stream.update(utf8('more'))).toThrow();
  });

  it('differ by label, so that a hash made for one use is no hash for another', async () => {
    const part = utf8('part');
    expect(await labelledHash('one', part)).toEqual(await sha256(lengthPrefixed('leeward/v1/one', part)));
    expect(await labelledHash('one', part)).not.toEqual(await labelledHash('two', part));
  });
});
