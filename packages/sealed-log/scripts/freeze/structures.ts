import fc from 'fast-check';
import type { Bytes } from '../../src/crypto/bytes.ts';
import { arbitraries } from '../../src/testing/arbitraries.ts';
import type { Codec } from '../../src/wire/codec.ts';
import { encode } from '../../src/wire/codec.ts';
import * as wire from '../../src/wire/index.ts';

/** Of replies with a last day, and of the page in which they travel since: all others stand in the first file. */
const since = ['replyHeader', 'replyBox', 'sentReply', 'mailboxPage'];

/** Some values of these structures, with their bytes. */
export function structures(): readonly {
  readonly codec: string;
  readonly value: unknown;
  readonly bytes: Bytes;
}[] {
  const named = Object.entries(arbitraries).filter(([name]) => since.includes(name));
  return named.flatMap(([name, arbitrary]) => {
    const codec = (wire as unknown as Record<string, Codec<unknown>>)[name];
    if (codec === undefined) throw new Error(`no codec ${name}`);
    return fc
      .sample(arbitrary as fc.Arbitrary<unknown>, { seed: 20, numRuns: 3 })
      .map((value) => ({ codec: name, value, bytes: encode(codec, value) }));
  });
}
