import type { Answers } from '../answers.ts';
import type { Entry } from '../entry.ts';
import { fastestDays } from '../judge.ts';
import { type Standing, weights } from '../rank.ts';
import type { Speaker } from './speaker.ts';

/**
 * Why an entry stands where it stands within its list: one sentence for each of the five shares, the one that counted
 * most in front. What the numbers say and nothing more: a place in a list is no promise.
 */
export function sayStanding(
  speaker: Speaker,
  standing: Standing,
  entry: Entry,
  answers: Answers,
): readonly string[] {
  const words: Readonly<Record<keyof typeof weights, string>> = {
    reach: reachWord(standing.reach, answers),
    closeness: level(standing.closeness, ['near', 'middle', 'far']),
    speed: speedWord(standing.speed, entry, answers),
    knowledge: level(standing.knowledge, ['good', 'middle', 'poor']),
    wishes: entry.wishes.length === 0 ? 'none' : level(standing.wishes, ['most', 'some', 'few']),
  };
  return (Object.keys(words) as readonly (keyof typeof weights)[])
    .map((share) => ({ share, counted: standing[share] * weights[share] }))
    .sort((a, b) => b.counted - a.counted)
    .map(({ share }) => speaker.text(`standing.${share}.${words[share]}`));
}

/** How the order is made, for whoever asks: the five shares and their weights. */
export function sayHowOrdered(speaker: Speaker): string {
  return speaker.text('standing.how', weights);
}

function reachWord(share: number, answers: Answers): string {
  if (answers.needs === undefined || answers.needs.length === 0) return 'unsaid';
  if (share === 1) return 'all';
  if (share >= 0.5) return 'much';
  return share > 0 ? 'little' : 'none';
}

function speedWord(share: number, entry: Entry, answers: Answers): string {
  if (fastestDays(entry) === undefined) return 'unknown';
  if (answers.soon === undefined) return 'unsaid';
  if (answers.soon === 'later') return 'later';
  return share === 1 ? 'fast' : 'middle';
}

function level(share: number, [high, middle, low]: readonly [string, string, string]): string {
  if (share >= 0.7) return high;
  return share >= 0.4 ? middle : low;
}
