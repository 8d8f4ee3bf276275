/** Everything that relays, verifiers and second clients need of the format: codecs, limits, signature verdicts. */
export {
  concat,
  equal,
  fromBase64url,
  fromHex,
  fromUtf8,
  lengthPrefixed,
  randomBytes,
  toBase64url,
  toHex,
  u32 as fourBytes,
  utf8,
} from '../crypto/bytes.ts';
export { admitKey, sign, verify } from '../crypto/ed25519.ts';
export { labelledHash, sha256 } from '../crypto/hash.ts';
export * from '../crypto/merkle.ts';
export type { Result } from '../crypto/result.ts';
export { err, ok } from '../crypto/result.ts';
export * from '../crypto/work.ts';
export * from './body.ts';
export * from './box.ts';
export * from './codec.ts';
export * from './descriptor.ts';
export * from './entry.ts';
export * from './grow.ts';
export * from './hashes.ts';
export * from './limits.ts';
export * from './organisation.ts';
export * from './record.ts';
export * from './relay.ts';
export * from './reply.ts';
export * from './skeleton.ts';
export * from './verify.ts';
