import type { Answers } from './answers.ts';
import type { Danger, NotCovered } from './codes.ts';
import { lastDay } from './dates.ts';
import type { Entry } from './entry.ts';
import { fastestDays } from './judge.ts';

/** What she must know before she writes, however well the rest fits. */
export type Warning =
  | { readonly code: 'low-confidence' | 'undated' | 'not-its-own-site' | 'never-checked' | 'speed-unseen' }
  | { readonly code: 'old-source'; readonly date: string }
  | { readonly code: 'less-than-you-need'; readonly amount: number; readonly currency: string }
  | { readonly code: 'danger'; readonly danger: Danger }
  | { readonly code: 'not-covered'; readonly what: readonly NotCovered[] };

/** A source of this age or older is named as old: three years. */
const OLD_DAYS = 3 * 365;

export function warningsOf(entry: Entry, answers: Answers, today: number): readonly Warning[] {
  const warnings: Warning[] = entry.dangers.map((danger) => ({ code: 'danger', danger }));
  const most = mostInHerCurrency(entry, answers);
  if (most !== undefined && answers.amount && most < answers.amount.value) {
    warnings.push({ code: 'less-than-you-need', amount: most, currency: answers.amount.currency });
  }
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

/** The largest sum that is paid at once, in the currency that she named: nothing is converted, rates move. */
function mostInHerCurrency(entry: Entry, { amount }: Answers): number | undefined {
  const sums = entry.gives.sums.filter(
    (sum) => sum.per === 'once' && sum.is === 'maximum' && sum.currency === amount?.currency,
  );
  return sums.length > 0 ? Math.max(...sums.map((sum) => sum.amount)) : undefined;
}
