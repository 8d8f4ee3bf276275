import { type CheckInPlan, firstOpenRound, missedRounds, nextRound } from './check-in.ts';
import { planAnswer, signOfLife, timeOf } from './come-back.ts';
import { saidBy } from './said.ts';
import type { RequestState } from './state.ts';

/** Where the check-ins of a conversation stand, without a clock: what a list keeps, to be held against the time. */
export type CheckInStanding = {
  /** The plan that she took on and nobody has ended; null where there is none. */
  readonly plan: CheckInPlan | null;
  /** A proposal that she has not answered. */
  readonly proposed: CheckInPlan | null;
  /** Her last word that she is safe, which answers rounds; null where there was none. */
  readonly lastSafe: number | null;
  /** Since when she has said that she is not safe, without a later word that she is, and without anybody's answer to it. */
  readonly notSafe: number | null;
  /** The last time that somebody saw to an alarm. */
  readonly seenTo: number | null;
};

/** Reads it out of her items. What is not safe counts however it came; what is safe only by a channel that may. */
export function checkInStanding(state: RequestState): CheckInStanding {
  const { plans, alarms } = state.comeBack;
  const open = plans.filter(({ endedAt }) => endedAt === null);
  const answered = open.map(({ plan }) => ({ plan, answer: planAnswer(state, plan.id) }));
  // One that she took on took the place of the one before: its end does not bring that back.
  const last = answered.findLast(({ answer }) => answer === 'accepted' || answer === 'ended');
  const taken = last?.answer === 'accepted' ? last : undefined;
  const waiting = answered.findLast(({ answer }) => answer === null);
  const force = plainWord(saidBy(state).codeWords?.underForce ?? '');
  let lastSafe: number | null = null;
  let notSafe = calm;
  for (const item of state.items) {
    const sign = signOfLife(item);
    if (sign === null) continue;
    const at = timeOf(item);
    // Who writes "safe" with the word that she uses when somebody forces her says the opposite.
    const isForced = force !== '' && [sign.word, sign.text].some((words) => saysWord(words, force));
    if (!sign.safe || isForced)
      notSafe = { at: notSafe?.at ?? at, position: Math.max(notSafe?.position ?? -1, item.position) };
    else if (item.verdict === 'counts') {
      lastSafe = Math.max(lastSafe ?? 0, at);
      // By her own order: a word of danger from before does not come back because it arrived late.
      notSafe = calm;
    }
  }
  const answer = alarms.at(-1);
  const seenTo = notSafe !== null && answer !== undefined && answer.position > notSafe.position;
  return {
    plan: taken?.plan ?? null,
    proposed: waiting?.plan ?? null,
    lastSafe,
    notSafe: seenTo ? null : (notSafe?.at ?? null),
    seenTo: answer?.claimedTime ?? null,
  };
}

/** Since when she has been in danger, and where her last word of it stands. */
type Danger = { readonly at: number; readonly position: number } | null;
const calm = null as Danger;

const plainWord = (words: string): string =>
  words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether words hold the agreed one; rather once too often than once too seldom. */
const saysWord = (words: string, agreed: string): boolean => plainWord(words).includes(agreed);

export type Alarm =
  | { readonly kind: 'not_safe'; readonly since: number }
  | { readonly kind: 'missed'; readonly since: number; readonly rounds: number };

/** Whether somebody has to act at `now`. Her own word that she is not safe comes before silence. */
export function alarmAt(standing: CheckInStanding, now: number): Alarm | null {
  if (standing.notSafe !== null) return { kind: 'not_safe', since: standing.notSafe };
  if (standing.plan === null) return null;
  const missed = missedSince(standing, standing.plan, now);
  const first = missed[0];
  return first === undefined ? null : { kind: 'missed', since: first, rounds: missed.length };
}

function missedSince(
  { lastSafe, seenTo }: CheckInStanding,
  plan: CheckInPlan,
  now: number,
): readonly number[] {
  const seen = seenTo ?? Number.NEGATIVE_INFINITY;
  // Somebody who saw to the silence is asked again by the next round, not by the same one.
  return missedRounds(plan, lastSafe, now).filter((round) => round + plan.grace * 60_000 > seen);
}

/** When the next sign of life is due; null where none is agreed. One that is over is missed, and not due any more. */
export function dueAt({ plan, lastSafe }: CheckInStanding, now: number): number | null {
  if (plan === null) return null;
  const open = firstOpenRound(plan, lastSafe);
  return open !== null && open >= now ? open : nextRound(plan, now);
}
