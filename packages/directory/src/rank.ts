import type { Answers } from './answers.ts';
import { lastDay } from './dates.ts';
import type { Entry } from './entry.ts';
import type { Finding } from './finding.ts';
import { fastestDays, reach } from './judge.ts';
import { judgeGate, type Setting } from './judge-gate.ts';

/**
 * Where an entry stands within its list. Five shares, each between 0 and 1, with weights that anybody may read and
 * argue with; a screen says the same in words. None of them can move an entry from one list to another.
 */
export type Standing = {
  /** How much of what she needs it gives. */
  readonly reach: number;
  /** How closely it is meant for somebody like her: her country and her work before "anybody, anywhere". */
  readonly closeness: number;
  /** How fast it is known to be, against how soon she needs it. */
  readonly speed: number;
  /** How much of what it prefers, she has. */
  readonly wishes: number;
  /** How young and how sure our knowledge of it is. */
  readonly knowledge: number;
  readonly total: number;
};

export const weights = { reach: 4, closeness: 2, speed: 2, wishes: 1, knowledge: 2 } as const;

export function standing(
  entry: Entry,
  answers: Answers,
  findings: readonly Finding[],
  setting: Setting,
): Standing {
  const shares = {
    reach: answers.needs === undefined ? 0.5 : reach(entry, answers.needs),
    closeness: closeness(findings),
    speed: speed(entry, answers),
    wishes: wishes(entry, answers, setting),
    knowledge: knowledge(entry, setting.today),
  };
  const total = Object.entries(weights).reduce(
    (sum, [name, weight]) => sum + weight * shares[name as keyof typeof weights],
    0,
  );
  // Rounded, so that sums of fractions in another order cannot turn a tie into an order.
  return { ...shares, total: Math.round(total * 1e6) / 1e6 };
}

/** Up to here a list of places names countries; beyond, it is a part of the world. */
const FEW_PLACES = 3;

function closeness(findings: readonly Finding[]): number {
  let place = 0.2;
  let work = 0.2;
  for (const { truth, code, details } of findings) {
    if (truth === 'no') continue;
    const near =
      (details?.places?.length ?? 99) <= FEW_PLACES && !details?.places?.some((one) => one.startsWith('R-'));
    if (
      code === 'for-where-you-are' ||
      code === 'for-where-you-come-from' ||
      code === 'region-matches' ||
      code === 'for-where-you-have-effect'
    ) {
      place = Math.max(place, near ? 1 : 0.6);
    }
    if (code === 'for-your-work')
      work = Math.max(work, details?.codes?.every((one) => one === 'defender') ? 0.6 : 1);
  }
  return (place + work) / 2;
}

function speed(entry: Entry, answers: Answers): number {
  const days = fastestDays(entry);
  if (days === undefined) return 0.3;
  if (answers.soon === undefined || answers.soon === 'later') return 0.6;
  const wanted = { hours: 2, week: 7, month: 30 }[answers.soon];
  return days <= wanted ? 1 : Math.max(0, 1 - Math.log10(days / wanted));
}

function wishes(entry: Entry, answers: Answers, setting: Setting): number {
  if (entry.wishes.length === 0) return 0.5;
  const value = { yes: 1, unknown: 0.5, no: 0 } as const;
  return (
    entry.wishes.reduce((sum, wish) => sum + value[judgeGate(wish, answers, setting).truth], 0) /
    entry.wishes.length
  );
}

const SURE = { high: 1, medium: 0.6, low: 0.1 } as const;
/** After ten years a source says nothing more about today. */
const WORTHLESS_DAYS = 10 * 365;

function knowledge(entry: Entry, today: number): number {
  const dated = entry.sourceDated.to ?? entry.sourceDated.from;
  const age = dated === null ? WORTHLESS_DAYS / 2 : Math.max(0, today - lastDay(dated));
  const young = Math.max(0, 1 - age / WORTHLESS_DAYS);
  return (SURE[entry.confidence] + young + (entry.checked ? 1 : 0.5)) / 3;
}
