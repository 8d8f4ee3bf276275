import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Bytes } from '@leeward/sealed-log/wire';
import { challengeBytes, concat, randomBytes } from '@leeward/sealed-log/wire';

/**
 * Challenges without memory: 16 random bytes, the second at which it expires (8 bytes), and 24 bytes of HMAC-SHA-256
 * under a secret that lives as long as this process. The record of used proofs (./replay.ts) lives as long, so a
 * proof that was used before a restart is refused after it, with its challenge.
 */
export type Challenges = {
  readonly issue: () => Bytes;
  /** When a challenge of ours expires, in seconds since 1970; null when it is not ours, or has expired. */
  readonly expiryOf: (challenge: Bytes) => number | null;
};

/** How long a challenge may be used, in seconds. */
export const challengeSeconds = 600;
const tagBytes = 24;

export function openChallenges(now: () => number = () => Math.floor(Date.now() / 1000)): Challenges {
  const secret = createSecretKey(randomBytes(32));
  const tag = (stated: Uint8Array): Buffer =>
    createHmac('sha256', secret).update(stated).digest().subarray(0, tagBytes);
  return {
    issue: () => {
      const expiry = new Uint8Array(8);
      new DataView(expiry.buffer).setBigUint64(0, BigInt(now() + challengeSeconds));
      const stated = concat(randomBytes(16), expiry);
      return concat(stated, tag(stated));
    },
    expiryOf: (challenge) => {
      if (challenge.length !== challengeBytes) return null;
      const stated = challenge.subarray(0, challengeBytes - tagBytes);
      if (!timingSafeEqual(tag(stated), challenge.subarray(challengeBytes - tagBytes))) return null;
      const expiry = Number(new DataView(stated.buffer, stated.byteOffset).getBigUint64(16));
      return expiry > now() ? expiry : null;
    },
  };
}
