import { admitKey, type Ed25519Backend, verifyWith } from '@leeward/sealed-log/crypto/ed25519.ts';
import { hex, notebook, type Report, type Suite, type Wycheproof } from './suite.ts';

interface EdgeVector {
  readonly number: number;
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
}

/** What is wrong with a key under part 1 of our rule. */
const NOT_ADMITTED = ['low_order_A', 'low_order_component_A', 'non_canonical_A'];
/**
 * What is wrong with a signature under parts 2 and 3: R of small order is the identity or cannot equal sB - kA for an
 * admitted key; a residue or a k over re-encoded points means that R does not equal it byte for byte.
 */
const NOT_ACCEPTED = ['low_order_R', 'non_canonical_R', 'low_order_residue', 'reencoded_k'];

/**
 * The edge cases of C2SP/CCTV. They carry no verdict, because verifiers differ; ours is read from the flags alone and
 * never from running code. A key is judged apart from the signature, and the signature also under keys that are not
 * admitted for a torsion part, where both backends still have to agree.
 */
async function edgeCases(backend: Ed25519Backend, json: unknown): Promise<Report> {
  const book = notebook();
  for (const vector of json as readonly EdgeVector[]) {
    const flags = vector.flags ?? [];
    const has = (wrong: readonly string[]): boolean => flags.some((flag) => wrong.includes(flag));
    const admitted = !has(NOT_ADMITTED);
    const equationAccepts = !has([...NOT_ACCEPTED, 'low_order_A', 'non_canonical_A']);
    const key = hex(vector.key);
    const message = new TextEncoder().encode(vector.msg);
    const isAdmitted = await admitKey(key);
    const isAccepted = await verifyWith(backend, key, message, hex(vector.sig));
    const asExpected = isAdmitted === admitted && isAccepted === equationAccepts;
    book.note(
      vector.number,
      !asExpected && `admitted ${isAdmitted}, accepted ${isAccepted}, flags ${flags.join(' ')}`,
    );
  }
  return book.report();
}

interface KeyGroup {
  readonly publicKey: { readonly pk: string };
}

interface SignatureVector {
  readonly msg: string;
  readonly sig: string;
}

async function wycheproof(backend: Ed25519Backend, json: unknown): Promise<Report> {
  const book = notebook();
  for (const group of (json as Wycheproof<KeyGroup, SignatureVector>).testGroups) {
    const key = hex(group.publicKey.pk);
    const admitted = await admitKey(key);
    for (const { tcId, msg, sig, result } of group.tests) {
      const accepted = await verifyWith(backend, key, hex(msg), hex(sig));
      const asExpected = admitted && accepted === (result === 'valid');
      book.note(tcId, !asExpected && `admitted ${admitted}, accepted ${accepted}, expected ${result}`);
    }
  }
  return book.report();
}

export const ed25519EdgeCases: Suite = {
  file: 'cctv-ed25519vectors.json',
  primitive: 'Ed25519, edge cases',
  atLeast: 914,
  backends: {
    webcrypto: (json) => edgeCases('webcrypto', json),
    noble: (json) => edgeCases('noble', json),
  },
};

export const ed25519Wycheproof: Suite = {
  file: 'wycheproof-ed25519_test.json',
  primitive: 'Ed25519',
  atLeast: 151,
  backends: {
    webcrypto: (json) => wycheproof('webcrypto', json),
    noble: (json) => wycheproof('noble', json),
  },
};
