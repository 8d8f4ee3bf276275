import type { Danger, NotCovered } from './codes.ts';
import { lastDay } from './dates.ts';
import type { Entry } from './entry.ts';
import { fastestDays } from './judge.ts';

/** What she must know before she writes, however well the rest fits. */
export type Warning =
  | { readonly code: 'low-confidence' | 'undated' | 'not-its-own-site' | 'never-checked' | 'speed-unseen' }
  | { readonly code: 'old-source'; readonly date: string }
  | { readonly code: 'danger'; readonly danger: Danger }
  | { readonly code: 'not-covered'; readonly what: readonly NotCovered[] };

/** A source of this age or older is named as old: three years. */
const OLD_DAYS = 3 * 365;

export function warningsOf(entry: Entry, today: number): readonly Warning[] {
  const warnings: Warning[] = entry.dangers.map((danger) => ({ code: 'danger', danger }));
  if (!entry.link.own) warnings.push({ code: 'not-its-own-site' });
  if (fastestDays(entry) === undefined) warnings.push({ code: 'speed-unseen' });
  if (entry.confidence === 'low') warnings.push({ code: 'low-confidence' });
  const dated = entry.sourceDated.to ?? entry.sourceDated.from;
  if (dated === null) warnings.push({ code: 'undated' });
  else if (today - lastDay(dated) >= OLD_DAYS) warnings.push({ code: 'old-source', date: dated });
  if (entry.checked === null) warnings.push({ code: 'never-checked' });
  if (entry.gives.notCovered.length > 0) warnings.push({ code: 'not-covered', what: entry.gives.notCovered });
  return warnings;
}
