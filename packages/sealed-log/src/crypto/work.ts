import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concat, lengthPrefixed, randomBytes, u32 } from './bytes.ts';
import { LABEL_PREFIX, sha256 } from './hash.ts';
import { err, ok, type Result } from './result.ts';

/*
 * Proof of work at the door (rule 22): a nonce such that SHA-256(lengthPrefixed('leeward/v1/work', organisation, day,
 * hash of the submission, nonce)) begins with enough zero bits. Bound to all three, so that work can neither be kept
 * for another day nor used for another submission. Found while she types.
 */

/**
 * The most bits that this code ever works for, whatever a relay asks. Measured: 31,000 attempts a second without JIT
 * on the machine this was built on; a slow phone is taken to be ten times slower, so 2 seconds there are 6,200
 * attempts, and 12 bits need 4,096 on average. A relay that wants more has to use quotas.
 */
export const MAX_WORK_BITS = 12;
/** Length of the nonce, in bytes. */
export const WORK_NONCE_LENGTH = 8;

/** What work is done for. */
export interface WorkSubject {
  /** 32 bytes. */
  readonly orgId: Bytes;
  /** Whole days since 1970-01-01, UTC. */
  readonly day: number;
  /** 32 bytes. */
  readonly submissionHash: Bytes;
}

/** How long a slice may keep the thread, in milliseconds: short enough that typing stays smooth. */
const SLICE_MILLISECONDS = 12;
const ATTEMPTS_BETWEEN_CLOCK_READINGS = 32;

/**
 * Looks for a nonce, in slices that give the thread back in between.
 * @param signal stops the search when she changes her text.
 */
export async function findWork(
  subject: WorkSubject,
  bits: number,
  signal?: AbortSignal,
): Promise<Result<Bytes, 'too-hard' | 'aborted'>> {
  if (!isBits(bits)) return err('too-hard');
  const attempt = attemptsFor(subject);
  while (signal?.aborted !== true) {
    const end = performance.now() + SLICE_MILLISECONDS;
    do {
      for (let count = 0; count < ATTEMPTS_BETWEEN_CLOCK_READINGS; count += 1) {
        const found = attempt(bits);
        if (found !== undefined) return ok(found);
      }
    } while (performance.now() < end);
    await new Promise((resume) => setTimeout(resume, 0));
  }
  return err('aborted');
}

/**
 * Whether a nonce is enough work for this subject. A malformed nonce is no work.
 * @throws RangeError when the day is not a u32.
 */
export async function verifyWork(subject: WorkSubject, bits: number, nonce: Bytes): Promise<boolean> {
  if (!isBits(bits) || nonce.length !== WORK_NONCE_LENGTH) return false;
  return leadingZeroBits(await sha256(concat(prefixOf(subject), nonce))) >= bits;
}

/** A function that tries the next nonce each time it is called. The first block is hashed once and not again. */
function attemptsFor(subject: WorkSubject): (bits: number) => Bytes | undefined {
  const base = nobleSha256.create().update(prefixOf(subject));
  const hash = base.clone();
  const digest = new Uint8Array(32);
  // A random start, so that the nonce does not tell how long her device took.
  const nonce = randomBytes(WORK_NONCE_LENGTH);
  const view = new DataView(nonce.buffer);
  return (bits) => {
    view.setUint32(4, (view.getUint32(4) + 1) >>> 0);
    base._cloneInto(hash);
    hash.update(nonce).digestInto(digest);
    return leadingZeroBits(digest) >= bits ? nonce.slice() : undefined;
  };
}

/** Everything before the nonce, with the nonce's own length prefix. */
function prefixOf({ orgId, day, submissionHash }: WorkSubject): Bytes {
  return concat(
    lengthPrefixed(`${LABEL_PREFIX}work`, orgId, u32(day), submissionHash),
    u32(WORK_NONCE_LENGTH),
  );
}

function leadingZeroBits(digest: Uint8Array): number {
  const view = new DataView(digest.buffer, digest.byteOffset);
  return Math.clz32(view.getUint32(0));
}

function isBits(bits: number): boolean {
  return Number.isInteger(bits) && bits >= 0 && bits <= MAX_WORK_BITS;
}
