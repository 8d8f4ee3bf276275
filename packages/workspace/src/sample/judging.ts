import { reviewDays } from '@leeward/domain/risk/clocks.ts';
import { bandBy, defaultMatrix } from '@leeward/domain/risk/matrix.ts';
import type { Impact } from '@leeward/vocabulary/lists/impact.ts';
import type { Likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import type { Chance } from './random.ts';

const day = 24 * 3600_000;

/** How danger is judged in a file of the sample, and how long after its opening, in milliseconds. */
export type SampleJudgement = {
  readonly after: number;
  readonly likelihood: Likelihood;
  readonly impact: Impact;
};

/**
 * Danger is judged anew as often as its band asks, in the last days of its time; it falls while somebody looks after it,
 * most of the time. In some open files the newest look is some days late, as it is at any desk.
 */
export function sampleJudgements(
  chance: Chance,
  { lasts, isOpen }: { readonly lasts: number; readonly isOpen: boolean },
): readonly SampleJudgement[] {
  const impact = chance.one(['impact_3', 'impact_3', 'impact_4'] as const);
  const all: SampleJudgement[] = [{ after: day, likelihood: 'like_3', impact }];
  for (let last = all[0]; last !== undefined; last = all.at(-1)) {
    const days = reviewDays[bandBy(defaultMatrix.cells, last.likelihood, last.impact)];
    const after = last.after + (days - 1 - chance.below(days / 7)) * day;
    const isLate = isOpen && lasts - after < 10 * day && chance.is(0.2);
    if (after >= lasts || isLate) return all;
    const likelihood =
      all.length > 5 ? 'like_2' : chance.one(['like_2', 'like_3', 'like_3', 'like_4'] as const);
    all.push({ after, likelihood, impact });
  }
  return all;
}
