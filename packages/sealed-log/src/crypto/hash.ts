import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { type Bytes, lengthPrefixed } from './bytes.ts';

/** Every label of ours begins so: a later version of the formats can never be mistaken for this one. */
export const LABEL_PREFIX = 'leeward/v1/';

type NodeHash = { readonly hash: (algorithm: 'sha256', bytes: Bytes, form: 'buffer') => Uint8Array };
type MaybeNode = {
  readonly process?: { readonly getBuiltinModule?: (name: 'node:crypto') => NodeHash | undefined };
};

/**
 * Node hashes bytes that are at hand where it stands. WebCrypto hands them to another thread, and passing them there and
 * back takes ten times as long as a hash of the size of an entry. Browsers have WebCrypto alone.
 */
const node = /* @__PURE__ */ (() => (globalThis as MaybeNode).process?.getBuiltinModule?.('node:crypto'))();

/** SHA-256 of bytes that are at hand, by the platform. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  if (node !== undefined) return new Uint8Array(node.hash('sha256', bytes, 'buffer'));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-256 under a label of its own for every use: `SHA-256(lengthPrefixed('leeward/v1/' + label, ...parts))`. */
export async function labelledHash(label: string, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return sha256(lengthPrefixed(LABEL_PREFIX + label, ...parts));
}

/** A SHA-256 that is fed piece by piece. */
export interface Sha256Stream {
  /** Adds the next bytes. @throws Error after `digest`. */
  readonly update: (bytes: Uint8Array) => void;
  /** The hash of everything so far; ends the stream. @throws Error when called twice. */
  readonly digest: () => Bytes;
}

/** SHA-256 for streams, which WebCrypto does not offer: an attachment is hashed while it is sealed. */
export function sha256Stream(): Sha256Stream {
  const hash = nobleSha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => new Uint8Array(hash.digest()),
  };
}
