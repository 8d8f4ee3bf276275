import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Bytes, concat, u32 } from './bytes.ts';
import {
  FIRST_MESSAGE_LENGTH,
  MAX_ENTRY_CONTENT,
  MAX_FIRST_MESSAGE_CONTENT,
  padEntry,
  padFirstMessage,
  unpadEntry,
  unpadFirstMessage,
} from './padding.ts';
import { err, ok, type Result, unwrap } from './result.ts';

const KIB = 1024;
const kinds: readonly {
  readonly name: string;
  readonly most: number;
  readonly pad: (content: Uint8Array) => Result<Bytes, 'too-long'>;
  readonly unpad: (padded: Bytes) => Result<Bytes, 'malformed'>;
}[] = [
  { name: 'an entry', most: MAX_ENTRY_CONTENT, pad: padEntry, unpad: unpadEntry },
  {
    name: 'a first message',
    most: MAX_FIRST_MESSAGE_CONTENT,
    pad: padFirstMessage,
    unpad: unpadFirstMessage,
  },
];

describe.each(kinds)('the padding of $name', ({ most, pad, unpad }) => {
  it('comes off again and leaves what was padded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: most }), fc.nat(255), (length, fill) => {
        const content = new Uint8Array(length).fill(fill);
        expect(unpad(unwrap(pad(content)))).toEqual(ok(content));
      }),
      { numRuns: runs(60) },
    );
    expect(unpad(unwrap(pad(new Uint8Array(most))))).toEqual(ok(new Uint8Array(most)));
  });

  it('is refused when any byte of it is not zero, so that nothing can be hidden there', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(), fc.integer({ min: 1, max: 255 }), (length, at, value) => {
        const padded = unwrap(pad(new Uint8Array(length).fill(1)));
        const room = padded.length - 4 - length;
        padded[4 + length + (at % room)] = value;
        expect(unpad(padded)).toEqual(err('malformed'));
      }),
      { numRuns: runs(100) },
    );
  });

  it('is refused in any length but its own', () => {
    const padded = unwrap(pad(new Uint8Array(100).fill(1)));
    for (const wrong of [
      new Uint8Array(0),
      padded.slice(0, 3),
      padded.slice(0, -1),
      concat(padded, new Uint8Array(1)),
      concat(padded, new Uint8Array(padded.length)),
      concat(u32(0xffffffff), padded.slice(4)),
      concat(u32(padded.length - 3), padded.slice(4)),
    ]) {
      expect(unpad(wrong)).toEqual(err('malformed'));
    }
  });
});

describe('the length of what was padded', () => {
  it('is one of seven for an entry, the smallest that fits', () => {
    for (const [content, bucket] of [
      [0, 1],
      [KIB - 4, 1],
      [KIB - 3, 2],
      [2 * KIB - 4, 2],
      [2 * KIB - 3, 4],
      [16 * KIB - 3, 32],
      [64 * KIB - 4, 64],
    ] as const) {
      expect(unwrap(padEntry(new Uint8Array(content))).length).toBe(bucket * KIB);
    }
    expect(padEntry(new Uint8Array(MAX_ENTRY_CONTENT + 1))).toEqual(err('too-long'));
  });

  it('is always the same for a first message', () => {
    expect(unwrap(padFirstMessage(new Uint8Array(0))).length).toBe(FIRST_MESSAGE_LENGTH);
    expect(unwrap(padFirstMessage(new Uint8Array(MAX_FIRST_MESSAGE_CONTENT))).length).toBe(32 * KIB);
    expect(padFirstMessage(new Uint8Array(MAX_FIRST_MESSAGE_CONTENT + 1))).toEqual(err('too-long'));
  });
});
