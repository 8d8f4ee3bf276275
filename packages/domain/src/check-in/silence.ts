import type { CheckInStanding } from '../request/alarm.ts';
import { type CheckInPlan, firstOpenRound, roundsBetween } from '../request/check-in.ts';
import type { Watch, WatchStep } from './watch.ts';

/*
 * Silence is an event: missed check-ins follow the agreed rule, not an officer's guess (invariant 10). Nobody writes that a
 * sign of life did not come, and nobody can leave it out: every open desk derives it from what was agreed and what came.
 */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** So long before a sign of life is due it stands on the day of whoever looks after it; sooner where rounds are close. */
const lead = 2 * hour;

export type SilenceStage =
  /** A sign of life is due soon. */
  | 'coming'
  /** Its time has come, and its grace runs. */
  | 'waited'
  /** It did not come. */
  | 'late'
  /** She says that she is not safe, or the word that she says under force. */
  | 'danger';

/** One rung, held against the time. */
export type Rung = WatchStep & {
  /** When it is to be climbed, milliseconds since 1970. */
  readonly dueAt: number;
  /** Everybody who said that it was done, the first one first. */
  readonly done: readonly { readonly by: string; readonly on: number }[];
};

export type Silence = {
  readonly stage: SilenceStage;
  /** The round that nothing answers; for danger the moment of her word. */
  readonly round: number;
  /** When it counts as missed. */
  readonly lateAt: number;
  /** How many rounds have gone by. */
  readonly missed: number;
  readonly rungs: readonly Rung[];
};

const nothing: Watch = {
  agreed: [],
  ladder: [],
  pauses: [],
  covers: [],
  lastSafe: null,
  notSafe: null,
  endedUpTo: null,
  climbed: [],
};

/**
 * What silence stands at `now`, from the file and from the conversation: the round that counts as missed first. Null where
 * nothing is due for a while.
 */
export function silenceAt(
  watch: Watch | null,
  standing: CheckInStanding | null,
  now: number,
): Silence | null {
  const known = watch ?? nothing;
  const lastSafe = latestOf(known.lastSafe, standing?.lastSafe ?? null);
  const since = dangerSince(known, standing);
  if (since !== null)
    return { stage: 'danger', round: since, lateAt: since, missed: 0, ...climb(known, since, since) };
  const open = plansOf(known, standing)
    .flatMap((plan) => {
      const round = openRound(plan, lastSafe, known);
      return round === null ? [] : [{ plan, round, lateAt: round + plan.grace * minute }];
    })
    .toSorted((left, right) => left.lateAt - right.lateAt)[0];
  if (open === undefined) return null;
  const { plan, round, lateAt } = open;
  if (now < round - leadOf(plan, round)) return null;
  const stage = now >= lateAt ? 'late' : now >= round ? 'waited' : 'coming';
  const missed = roundsBetween(plan, round - 1, now - plan.grace * minute).filter(
    (one) => !isPaused(known, one),
  ).length;
  return { stage, round, lateAt, missed, ...climb(known, round, lateAt) };
}

/** The next moments at which somebody should be called although every desk is closed: a round that turns late, and each rung. */
export function silenceCalls(
  watch: Watch | null,
  standing: CheckInStanding | null,
  now: number,
): readonly number[] {
  const known = watch ?? nothing;
  const current = silenceAt(watch, standing, now);
  const next = current ?? nextSilence(known, standing);
  if (next === null) return [];
  const rungs = next.rungs.filter(({ done }) => done.length === 0).map(({ dueAt }) => dueAt);
  return [...new Set([next.lateAt, ...rungs])].filter((time) => time > now).sort((one, other) => one - other);
}

/** The silence that begins if nothing comes any more, seen from before its time. */
function nextSilence(known: Watch, standing: CheckInStanding | null): Silence | null {
  const lastSafe = latestOf(known.lastSafe, standing?.lastSafe ?? null);
  const rounds = plansOf(known, standing).flatMap((plan) => {
    const round = openRound(plan, lastSafe, known);
    return round === null ? [] : [{ round, lateAt: round + plan.grace * minute }];
  });
  const first = rounds.toSorted((left, right) => left.lateAt - right.lateAt)[0];
  if (first === undefined) return null;
  return { stage: 'coming', missed: 0, ...first, ...climb(known, first.round, first.lateAt) };
}

/** When the next sign of life is due, paused rounds left out; null where none is agreed. */
export function nextSignDue(watch: Watch | null, standing: CheckInStanding | null): number | null {
  return nextSilence(watch ?? nothing, standing)?.round ?? null;
}

/** Who looks after the check-ins at a moment: whoever covers, else whoever is responsible. */
export function looksAfter(watch: Watch | null, responsible: string | null, now: number): string | null {
  const cover = watch?.covers.find(({ from, until }) => from <= now && now < until);
  return cover?.member ?? responsible;
}

/** What is to be done now: rungs whose time has come and that nobody has climbed. */
export const rungsDue = ({ rungs }: Silence, now: number): readonly Rung[] =>
  rungs.filter(({ dueAt, done }) => dueAt <= now && done.length === 0);

/** One past or coming round, for a list of them. */
export type Round = {
  readonly at: number;
  readonly came: 'answered' | 'paused' | 'missed' | 'open';
};

/** The rounds of an agreement between two moments, each with what became of it. `safe`: the moments of signs that count. */
export function roundsOf(
  plan: CheckInPlan,
  { pauses }: Pick<Watch, 'pauses'>,
  safe: readonly number[],
  span: { readonly from: number; readonly to: number; readonly now: number },
): readonly Round[] {
  const inTime = safe.toSorted((one, other) => one - other);
  const rounds = roundsBetween(plan, span.from - 1, span.to);
  return rounds.map((at, index): Round => {
    if (pauses.some((pause) => pause.from <= at && at < pause.until)) return { at, came: 'paused' };
    // The last sign before the next round must answer this one: that is what the fold of silence asks, too.
    const next = rounds[index + 1] ?? Number.POSITIVE_INFINITY;
    const answered = inTime.some((sign) => sign < next && (firstOpenRound(plan, sign) ?? next) > at);
    if (answered) return { at, came: 'answered' };
    return { at, came: at + plan.grace * minute <= span.now ? 'missed' : 'open' };
  });
}

function plansOf(known: Watch, standing: CheckInStanding | null): readonly CheckInPlan[] {
  return standing?.plan == null ? known.agreed : [...known.agreed, standing.plan];
}

const latestOf = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.max(one, other);

/** Her last word of danger that no later word of safety, by any way, has answered. */
function dangerSince(known: Watch, standing: CheckInStanding | null): number | null {
  const byFile = known.notSafe;
  const atDoor = standing?.notSafe ?? null;
  const isCalm = (since: number | null, safe: number | null): boolean =>
    since === null ||
    (safe !== null && safe > since) ||
    (known.endedUpTo !== null && known.endedUpTo > since);
  const open = [
    isCalm(byFile, standing?.lastSafe ?? null) ? null : byFile,
    isCalm(atDoor, known.lastSafe) ? null : atDoor,
  ].filter((since) => since !== null);
  return open.length === 0 ? null : Math.min(...open);
}

const isPaused = ({ pauses }: Pick<Watch, 'pauses'>, at: number): boolean =>
  pauses.some(({ from, until }) => from <= at && at < until);

/** The first round that neither a sign of life, nor a pause, nor the known end of a silence answers. */
function openRound(plan: CheckInPlan, lastSafe: number | null, known: Watch): number | null {
  const first = firstOpenRound(plan, lastSafe);
  if (first === null) return null;
  let after = Math.max(first, (known.endedUpTo ?? -1) + 1);
  while (true) {
    const [round] = roundsBetween(plan, after - 1, after + 64 * day, 1);
    if (round === undefined) return null;
    const pause = known.pauses.find(({ from, until }) => from <= round && round < until);
    if (pause === undefined) return round;
    after = pause.until;
  }
}

/** Rounds that follow each other closely are told of not so long before: a quarter of the way at most. */
function leadOf(plan: CheckInPlan, round: number): number {
  const next = roundsBetween(plan, round, round + 32 * day, 1)[0];
  return next === undefined ? lead : Math.min(lead, (next - round) / 4);
}

function climb(known: Watch, round: number, lateAt: number): Pick<Silence, 'rungs'> {
  return {
    rungs: known.ladder.map(
      (step): Rung => ({
        ...step,
        dueAt: lateAt + step.after * minute,
        done: known.climbed
          .filter((one) => one.step === step.id && one.round === round)
          .map(({ by, on }) => ({ by, on })),
      }),
    ),
  };
}
