import { type Bytes, concat, equal, fromHex } from './bytes.ts';
import { type Ed25519Backend, publicKeyWith, signWith, verifyWith } from './ed25519.ts';
import { unwrap } from './result.ts';

/*
 * What a backend must get right before it is trusted (rule 15). Platforms are updated under our feet, so this runs at
 * every start and not only in our tests. The test beside this file makes each vector again from its description.
 */

const SEED = '6242cd96c5020812cd5af0dd4323a2574520813d2d11f995b349309686824aeb';
const KEY = 'b01c14779f1303308a62ad20eb953cdf35f734c58f1059e32b3b979968cfd598';
const MESSAGE = '6c656577617264';

type Vector = readonly [key: string, message: string, r: string, s: string, verdict: boolean];

/** An ordinary signature. */
const VALID: Vector = [
  KEY,
  MESSAGE,
  '59cb3de3d1e29ec9126d60b7c69e74c6f7160895607cf279d073cbdb8a93ec65',
  '5cd6dafee1464521ede2864659c85ca26bcc92450e9e4993201dc79a41cb2605',
  true,
];

/** Key, message, R, s (hexadecimal), and the verdict of our rule. */
export const SELF_TEST_VECTORS: readonly Vector[] = [
  VALID,
  // an ordinary signature of nothing
  [
    KEY,
    '',
    'ac2368e5e10091ab966e37427f114bd17b1bc8959773493a26d2b22a673bc240',
    'ff945afd0d051079aa691b07d13a7320a13b5d27ba7ee3aafda7f586b9de5d08',
    true,
  ],
  // the same signature under another message
  [
    KEY,
    '6c656577617263',
    '59cb3de3d1e29ec9126d60b7c69e74c6f7160895607cf279d073cbdb8a93ec65',
    '5cd6dafee1464521ede2864659c85ca26bcc92450e9e4993201dc79a41cb2605',
    false,
  ],
  // s off by one
  [
    KEY,
    MESSAGE,
    '59cb3de3d1e29ec9126d60b7c69e74c6f7160895607cf279d073cbdb8a93ec65',
    '5dd6dafee1464521ede2864659c85ca26bcc92450e9e4993201dc79a41cb2605',
    false,
  ],
  // s + L, the same number modulo L
  [
    KEY,
    MESSAGE,
    '59cb3de3d1e29ec9126d60b7c69e74c6f7160895607cf279d073cbdb8a93ec65',
    '49aad05bfca95779c37f7ee937c23bb76bcc92450e9e4993201dc79a41cb2615',
    false,
  ],
  // R plus a torsion point of order 8: what cofactored verifiers accept
  [
    KEY,
    MESSAGE,
    '7a8b1292cd02921d290d07a5efff639423ce9ba8448af1d2831f6355a4078e76',
    '84a5ad391d62ec6cd9ada66274eb7308eaa8e6e01427ac5dc828e5835df4b904',
    false,
  ],
  // R plus the torsion point of order 4
  [
    KEY,
    MESSAGE,
    'a7d8a72f4a2cf5c6eb9f70f9e879ee66fa25bae11699523e7cc871d9cf2fddea',
    '67284b96db85b4ed88f6a29e7ebac63497375e6324c8dec67a5e953fc78eb80c',
    false,
  ],
  // R plus the torsion point of order 2
  [
    KEY,
    MESSAGE,
    '2631f740c8f0ad9776c3f9c7606659c8c768b76ff660050fb95991eb9193511f',
    'f431d53763c8f821ab03842e2f6551541ed57dba70f4a18f62bb3e1b79c85701',
    false,
  ],
  // R is the identity, and the equation holds
  [
    KEY,
    MESSAGE,
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0e0e75966c1b52253346cbd8b41d194ddbe0194d6f73ac91ef95eac17b343a01',
    false,
  ],
  // R is the identity with the sign bit set
  [
    KEY,
    MESSAGE,
    '0100000000000000000000000000000000000000000000000000000000000080',
    '666a34dbbfde7e08e84670122e8f702cc6e835f880ec38a6ecc27d9e383e5709',
    false,
  ],
  // R is the identity written as y + p
  [
    KEY,
    MESSAGE,
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '2e930a06e253ae4c21f8308ed59a719f367dea9605a038c51e727f612bcfd507',
    false,
  ],
  // R is a point of order 8
  [
    KEY,
    MESSAGE,
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '6d5141915ee4498cdbf594e96b0f3ff3272e5f3bccf0a358d858b6729a647f02',
    false,
  ],
  // the key is the identity, and the equation holds
  [
    '0100000000000000000000000000000000000000000000000000000000000000',
    MESSAGE,
    'c7ce08bf370f5268893c06389f99a63738974890099ffaf046a66e146e6caee0',
    '8553fffb1431b101000000000000000000000000000000000000000000000000',
    false,
  ],
  // the key is the identity written as y + p
  [
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    MESSAGE,
    'c7ce08bf370f5268893c06389f99a63738974890099ffaf046a66e146e6caee0',
    '8553fffb1431b101000000000000000000000000000000000000000000000000',
    false,
  ],
  // the key has order 8, and the equation holds
  [
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    '02',
    'c7ce08bf370f5268893c06389f99a63738974890099ffaf046a66e146e6caee0',
    '8553fffb1431b101000000000000000000000000000000000000000000000000',
    false,
  ],
  // the key has a torsion part that the equation shows
  [
    '6a700365742b55d26804260972147137ca7db91c72690b4f6bf6ff9c2871e7d2',
    '10',
    'c7ce08bf370f5268893c06389f99a63738974890099ffaf046a66e146e6caee0',
    '9d9ed93ae9d37e47619ffea0a55d2567b224e88bea3e31b0d1d8dda1e39b850a',
    false,
  ],
];

/** Whether a backend gives our verdict on every vector. Never throws: a backend that throws has not passed. */
export async function verifiesRight(backend: Ed25519Backend): Promise<boolean> {
  try {
    const verdicts = await Promise.all(
      SELF_TEST_VECTORS.map(([key, message, r, s]) =>
        verifyWith(backend, bytes(key), bytes(message), concat(bytes(r), bytes(s))),
      ),
    );
    return SELF_TEST_VECTORS.every(([, , , , expected], index) => verdicts[index] === expected);
  } catch {
    return false;
  }
}

/**
 * Whether a backend derives the public key and makes the one signature of RFC 8032. Some platforms mix randomness
 * into their signatures; theirs are valid, but not reproducible.
 */
export async function signsRight(backend: Ed25519Backend): Promise<boolean> {
  try {
    const [, , r, s] = VALID;
    const signature = await signWith(backend, bytes(SEED), bytes(MESSAGE));
    const publicKey = await publicKeyWith(backend, bytes(SEED));
    return equal(publicKey, bytes(KEY)) && equal(signature, concat(bytes(r), bytes(s)));
  } catch {
    return false;
  }
}

function bytes(hex: string): Bytes {
  return unwrap(fromHex(hex));
}
