import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { type KemUnderTest, mlKem768By, xWingBy } from '@leeward/sealed-log/crypto/testing/kems.ts';
import { type X25519UnderTest, x25519By } from '@leeward/sealed-log/crypto/testing/primitives.ts';
import { hex, MISSING, notebook, type Report, type Suite, type Wycheproof } from './suite.ts';

interface ExchangeVector {
  readonly public: string;
  readonly private: string;
  readonly shared: string;
}

/** What RFC 7748 leaves to the implementation we decide: a shared secret of zero is refused, all else is computed. */
async function runX25519(x25519: X25519UnderTest, json: unknown): Promise<Report> {
  const book = notebook();
  for (const group of (json as Wycheproof<object, ExchangeVector>).testGroups) {
    for (const vector of group.tests) {
      const shared = await x25519(hex(vector.private), hex(vector.public));
      const right = vector.flags.includes('ZeroSharedSecret')
        ? shared === undefined
        : shared !== undefined && equal(shared, hex(vector.shared));
      book.note(vector.tcId, !right && `another secret, flags ${vector.flags.join(' ')}`);
    }
  }
  return book.report();
}

interface DecapsulationVector {
  readonly seed: string;
  readonly ek?: string;
  readonly c: string;
  readonly K: string;
}

async function runMlKem(kem: KemUnderTest, json: unknown): Promise<Report> {
  if (!(await kem.available())) return MISSING;
  const book = notebook();
  for (const group of (json as Wycheproof<object, DecapsulationVector>).testGroups) {
    for (const { tcId, seed, ek, c, K, result, comment } of group.tests) {
      const secret = await kem.decapsulate(hex(seed), hex(c));
      if (result !== 'valid') {
        book.note(tcId, secret !== undefined && `takes what is malformed: ${comment}`);
        continue;
      }
      const publicKey = await kem.publicKey?.(hex(seed));
      const keyRight = publicKey === undefined || ek === undefined || equal(publicKey, hex(ek));
      const right = keyRight && secret !== undefined && equal(secret, hex(K));
      book.note(tcId, !right && `another key or secret: ${comment}`);
    }
  }
  return book.report();
}

interface XWingVector {
  readonly seed: string;
  readonly eseed: string;
  readonly ss: string;
  readonly sk: string;
  readonly pk: string;
  readonly ct: string;
}

async function runXWing(kem: KemUnderTest, json: unknown): Promise<Report> {
  if (!(await kem.available())) return MISSING;
  const book = notebook();
  for (const [index, { sk, eseed, ss, pk, ct }] of (json as readonly XWingVector[]).entries()) {
    const publicKey = await kem.publicKey?.(hex(sk));
    const secret = await kem.decapsulate(hex(sk), hex(ct));
    const sealed = await kem.encapsulate?.(hex(pk), hex(eseed));
    const wrong = [
      publicKey !== undefined && !equal(publicKey, hex(pk)) && 'public key',
      (secret === undefined || !equal(secret, hex(ss))) && 'decapsulated secret',
      sealed !== undefined && !equal(sealed.encapsulated, hex(ct)) && 'encapsulation',
      sealed !== undefined && !equal(sealed.secret, hex(ss)) && 'encapsulated secret',
    ].filter((part) => part !== false);
    book.note(index, wrong.length > 0 && `another ${wrong.join(', ')}`);
  }
  return book.report();
}

export const x25519: Suite = {
  file: 'wycheproof-x25519_test.json',
  primitive: 'X25519, in X-Wing',
  atLeast: 518,
  backends: {
    webcrypto: (json) => runX25519(x25519By.webcrypto, json),
    noble: (json) => runX25519(x25519By.noble, json),
  },
};

export const mlKem768: Suite = {
  file: 'wycheproof-mlkem_768_test.json',
  primitive: 'ML-KEM-768, in X-Wing',
  atLeast: 193,
  backends: {
    webcrypto: (json) => runMlKem(mlKem768By.webcrypto, json),
    noble: (json) => runMlKem(mlKem768By.noble, json),
  },
};

export const xWing: Suite = {
  file: 'xwing-draft.json',
  primitive: 'X-Wing',
  atLeast: 3,
  backends: Object.fromEntries(
    Object.entries(xWingBy).map(([name, kem]) => [name, (json: unknown) => runXWing(kem, json)]),
  ),
};
