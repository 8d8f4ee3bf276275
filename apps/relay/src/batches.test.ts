import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { inBatches } from './batches.ts';

describe('batches', () => {
  it('answer everybody with her own answer, one batch at a time, none too large, in the order of asking', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 60 }), async (pauses) => {
        let under = 0;
        const seen: number[] = [];
        const ask = inBatches<number, string>(8, async (asked) => {
          under += 1;
          expect(under).toBe(1);
          expect(asked.length).toBeLessThanOrEqual(8);
          await new Promise((resume) => setImmediate(resume));
          seen.push(...asked);
          under -= 1;
          return asked.map((one) => `answer ${one}`);
        });
        const answers: Promise<string>[] = [];
        for (const [index, pause] of pauses.entries()) {
          for (let turn = 0; turn < pause; turn += 1) await new Promise((resume) => setImmediate(resume));
          answers.push(ask(index));
        }
        expect(await Promise.all(answers)).toEqual(pauses.map((_, index) => `answer ${index}`));
        expect(seen).toEqual(pauses.map((_, index) => index));
      }),
      { numRuns: runs(50) },
    );
  });

  it('gather what is asked for while others are answered', async () => {
    const sizes: number[] = [];
    const ask = inBatches<number, number>(100, async (asked) => {
      sizes.push(asked.length);
      await new Promise((resume) => setImmediate(resume));
      return asked;
    });
    const first = ask(0);
    await new Promise((resume) => setImmediate(resume));
    const rest = Array.from({ length: 9 }, (_, index) => ask(index));
    await Promise.all([first, ...rest]);
    expect(sizes).toEqual([1, 9]);
  });

  it('fail for everybody in them and for nobody after them', async () => {
    let failing = true;
    const ask = inBatches<number, number>(10, async (asked) => {
      if (failing) throw new Error('the thread is gone');
      return asked;
    });
    const both = await Promise.allSettled([ask(1), ask(2)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await ask(3)).toBe(3);
  });
});
