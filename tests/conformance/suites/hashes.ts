import { type Bytes, equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { hkdfSha256 } from '@leeward/sealed-log/crypto/hkdf.ts';
import { sha512ByNoble } from '@leeward/sealed-log/crypto/testing/primitives.ts';
import { undefinedOnFailure } from '@leeward/sealed-log/crypto/testing/undefined-on-failure.ts';
import { hex, notebook, type Report, type Suite, type Wycheproof } from './suite.ts';

interface HkdfVector {
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
}

type Hkdf = (ikm: Bytes, salt: Bytes, info: Bytes, length: number) => Promise<Bytes | undefined>;

async function runHkdf(hkdf: Hkdf, json: unknown): Promise<Report> {
  const book = notebook();
  for (const group of (json as Wycheproof<object, HkdfVector>).testGroups) {
    for (const { tcId, ikm, salt, info, size, okm, result } of group.tests) {
      const derived = await hkdf(hex(ikm), hex(salt), hex(info), size);
      const right =
        result === 'valid' ? derived !== undefined && equal(derived, hex(okm)) : derived === undefined;
      book.note(tcId, !right && `another result than the ${result} one`);
    }
  }
  return book.report();
}

interface MacVector {
  readonly key: string;
  readonly msg: string;
  readonly tag: string;
}

async function runHmac(hmac: (key: Bytes, message: Bytes) => Bytes, json: unknown): Promise<Report> {
  const book = notebook();
  for (const group of (json as Wycheproof<{ readonly tagSize: number }, MacVector>).testGroups) {
    for (const { tcId, key, msg, tag, result } of group.tests) {
      const fits = equal(hmac(hex(key), hex(msg)).subarray(0, group.tagSize / 8), hex(tag));
      book.note(tcId, fits !== (result === 'valid') && `expected ${result}`);
    }
  }
  return book.report();
}

export const hkdfSha256Suite: Suite = {
  file: 'wycheproof-hkdf_sha256_test.json',
  primitive: 'HKDF-SHA-256',
  atLeast: 86,
  backends: {
    webcrypto: (json) => runHkdf((...asked) => undefinedOnFailure(() => hkdfSha256(...asked)), json),
  },
};

export const hkdfSha512Suite: Suite = {
  file: 'wycheproof-hkdf_sha512_test.json',
  primitive: 'HKDF-SHA-512, below Cobblestone-256',
  atLeast: 83,
  backends: { noble: (json) => runHkdf(sha512ByNoble.hkdf, json) },
};

export const hmacSha512Suite: Suite = {
  file: 'wycheproof-hmac_sha512_test.json',
  primitive: 'HMAC-SHA-512, below Cobblestone-256',
  atLeast: 174,
  backends: { noble: (json) => runHmac(sha512ByNoble.hmac, json) },
};
