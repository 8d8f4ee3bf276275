import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { lengthPrefixed, u32 } from './bytes.ts';
import { sha256 } from './hash.ts';
import { err, unwrap } from './result.ts';
import { findWork, MAX_WORK_BITS, verifyWork, type WorkSubject } from './work.ts';

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => Uint8Array.from(value));
const subjects: fc.Arbitrary<WorkSubject> = fc.record({
  orgId: hashes,
  day: fc.nat(100_000),
  submissionHash: hashes,
});
const SUBJECT: WorkSubject = { orgId: new Uint8Array(32), day: 20_000, submissionHash: new Uint8Array(32) };

describe('proof of work at the door', () => {
  it('is found, has the zero bits that the protocol asks for, and is accepted [rule 22]', async () => {
    await fc.assert(
      fc.asyncProperty(subjects, fc.integer({ min: 0, max: 8 }), async (subject, bits) => {
        const nonce = unwrap(await findWork(subject, bits));
        expect(await verifyWork(subject, bits, nonce)).toBe(true);
        const { orgId, day, submissionHash } = subject;
        const digest = await sha256(
          lengthPrefixed('leeward/v1/work', orgId, u32(day), submissionHash, nonce),
        );
        const zeros = digest.findIndex((byte) => byte !== 0);
        expect(zeros * 8 + Math.clz32(digest[zeros]!) - 24).toBeGreaterThanOrEqual(bits);
      }),
      { numRuns: runs(50) },
    );
  });

  it('reaches the ceiling, and is worth nothing for another organisation, day or submission [rule 22]', async () => {
    const nonce = unwrap(await findWork(SUBJECT, MAX_WORK_BITS));
    expect(await verifyWork(SUBJECT, MAX_WORK_BITS, nonce)).toBe(true);
    // One in 4,096 other subjects would be right by chance, so many are tried and nearly all must fail.
    const others: WorkSubject[] = [];
    for (let index = 1; index <= 100; index += 1) {
      others.push({ ...SUBJECT, day: SUBJECT.day + index });
      others.push({ ...SUBJECT, orgId: new Uint8Array(32).fill(index) });
      others.push({ ...SUBJECT, submissionHash: new Uint8Array(32).fill(index) });
    }
    const accepted = await Promise.all(others.map((other) => verifyWork(other, MAX_WORK_BITS, nonce)));
    expect(accepted.filter((right) => right).length).toBeLessThan(10);
  });

  it('is never done beyond the ceiling, whatever a relay asks [rule 22]', async () => {
    for (const bits of [MAX_WORK_BITS + 1, 64, -1, 0.5, Number.NaN]) {
      expect(await findWork(SUBJECT, bits)).toEqual(err('too-hard'));
      expect(await verifyWork(SUBJECT, bits, new Uint8Array(8))).toBe(false);
    }
  });

  it('is refused in another length', async () => {
    expect(await verifyWork(SUBJECT, 0, new Uint8Array(8))).toBe(true);
    for (const length of [0, 7, 9]) expect(await verifyWork(SUBJECT, 0, new Uint8Array(length))).toBe(false);
  });

  it('stops when she changes her text', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await findWork(SUBJECT, MAX_WORK_BITS, controller.signal)).toEqual(err('aborted'));
  });
});
