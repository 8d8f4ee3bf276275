import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256, sha256Stream } from '@leeward/sealed-log/crypto/hash.ts';

/** Up to here the platform hashes a file at once, which without JIT is a hundred times faster; in bytes. */
const AT_ONCE = 16 * 1024 * 1024;

/** SHA-256 of a file of known size that comes in pieces. */
export type FileHasher = {
  /** @throws RangeError when more comes than the size says. */
  readonly add: (piece: Uint8Array) => void;
  readonly digest: () => Promise<Bytes>;
};

export function createFileHasher(size: number): FileHasher {
  if (size > AT_ONCE) {
    const stream = sha256Stream();
    return { add: stream.update, digest: async () => stream.digest() };
  }
  const whole = new Uint8Array(size);
  let at = 0;
  return {
    add: (piece) => {
      whole.set(piece, at);
      at += piece.length;
    },
    digest: () => sha256(whole.subarray(0, at)),
  };
}
