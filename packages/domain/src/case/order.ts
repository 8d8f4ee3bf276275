import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';

/** What of a case decides where it stands in a list. */
export type InOrder = {
  /** Tells cases apart that are alike in all else. */
  readonly record: string;
  readonly state: string;
  readonly urgency: Urgency;
  /** What is next, with the day of it, empty for none; null where nothing is next. */
  readonly next: { readonly date: string } | null;
  /** When it was last worked on, in milliseconds since 1970. */
  readonly updated: number;
};

/** As in the queue of requests: what nobody has judged stands near the top. */
const ranks: Readonly<Record<Urgency, number>> = {
  urg_immediate: 0,
  urg_unset: 1,
  urg_urgent: 2,
  urg_high: 3,
  urg_standard: 4,
};

/**
 * The order of a list of cases before anybody asks for another: what goes on before what is over, the more urgent first,
 * then by the day of the next step, without a day last. Of those that are over, the latest stands first. Total: lists do not
 * jump.
 */
export function compareCases(left: InOrder, right: InOrder): number {
  const over = Number(isOver(left)) - Number(isOver(right));
  if (over !== 0) return over;
  const order = isOver(left)
    ? right.updated - left.updated
    : ranks[left.urgency] - ranks[right.urgency] || compareDays(dayOf(left), dayOf(right));
  return order !== 0 ? order : compareDays(left.record, right.record);
}

/** Whether the work on a case is over. */
export const isOver = ({ state }: Pick<InOrder, 'state'>): boolean =>
  state === 'case_closed' || state === 'case_erased';

/** After every day that is written with digits. */
const noDay = '~';
const dayOf = ({ next }: InOrder): string => (next === null || next.date === '' ? noDay : next.date);
const compareDays = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
