import type { Mechanism } from '../mechanism.ts';
import type { Speaker } from './speaker.ts';

/** "up to USD 5,000 a month (2024)". The year stands with the figure: money grows old. */
export function saySum(speaker: Speaker, sum: Mechanism['gives']['sums'][number]): string {
  const money = speaker.text(`sum.${sum.is}`, { money: speaker.money(sum.amount, sum.currency) });
  const each = speaker.text(`sum.per.${sum.per}`, { sum: money });
  return sum.year === null
    ? speaker.text('sum.undated', { sum: each })
    : speaker.text('sum.dated', { sum: each, year: speaker.date(String(sum.year)) });
}
