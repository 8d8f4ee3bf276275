import type { Affected } from '../shared/affected.ts';
import { type Assessment, type Cell, cellsOf, inOrder } from './assessment.ts';
import { type Band, graver, gravity } from './matrix.ts';

/** Whether danger grows: from one dated judgement to the next, never by a formula. */
export type Trend = 'trend_first' | 'trend_rising' | 'trend_steady' | 'trend_falling';

/** A day on which something was judged, and how grave everything together was from then on. */
export type TrendPoint = {
  readonly on: string;
  readonly band: Band;
  /** The judgement that made it what it is. */
  readonly by: Assessment;
};

/** How grave it is in all, and where that comes from. Null where nothing was judged yet. */
export type RiskStanding = {
  readonly band: Band;
  /** The gravest judgements that stand: the band is theirs. */
  readonly from: readonly Assessment[];
  readonly trend: Trend;
  /** The day of the latest judgement. */
  readonly on: string;
};

/** The gravest of what stands, with the way it came. */
export function standingOf(assessments: readonly Assessment[]): RiskStanding | null {
  const counting = cellsOf(assessments).map(({ counts }) => counts);
  const [first] = counting;
  if (first === undefined) return null;
  const band = counting.reduce<Band>((grave, one) => graver(grave, one.band), first.band);
  const points = trendOf(assessments);
  return {
    band,
    from: counting.filter((one) => one.band === band),
    trend: wordFor(points),
    on: points.at(-1)?.on ?? first.on,
  };
}

/** Rising, falling, or as it was: the last day against the one before it. */
export function wordFor(points: readonly TrendPoint[]): Trend {
  const [before, last] = [points.at(-2), points.at(-1)];
  if (before === undefined || last === undefined) return 'trend_first';
  const step = gravity(last.band) - gravity(before.band);
  return step > 0 ? 'trend_rising' : step < 0 ? 'trend_falling' : 'trend_steady';
}

/**
 * Day by day, how grave it was: of the file, or of one person. On each day that has a judgement, the gravest of those
 * that stood by then counts.
 */
export function trendOf(
  assessments: readonly Assessment[],
  who: Affected | null = null,
): readonly TrendPoint[] {
  const all = inOrder(assessments).filter((one) => who === null || one.who === who);
  const days = [...new Set(all.map(({ on }) => on))];
  return days.flatMap((on) => {
    const cells: readonly Cell[] = cellsOf(all.filter((one) => one.on <= on));
    const [first, ...rest] = cells.map(({ counts }) => counts);
    if (first === undefined) return [];
    const by = rest.reduce((grave, one) => (gravity(one.band) > gravity(grave.band) ? one : grave), first);
    return [{ on, band: by.band, by }];
  });
}
