import type { CheckInPlan } from '../request/check-in.ts';
import { type Item, standing, type Values, valueIn } from '../shared/items.ts';
import type { AgreedCheckIn, CheckInCover, CheckInPause, LadderStep } from './events.ts';
import type { CheckInState, Sign } from './state.ts';

export type WatchStep = LadderStep & { readonly id: string };

/** What a list keeps of a case's check-ins: small, without a clock, to be held against the time by any open desk. */
export type Watch = {
  /** Agreements by word of mouth. */
  readonly agreed: readonly CheckInPlan[];
  /** The rungs, the first to be climbed first. */
  readonly ladder: readonly WatchStep[];
  readonly pauses: readonly Pick<CheckInPause, 'from' | 'until'>[];
  readonly covers: readonly CheckInCover[];
  /** The last sign of life that counts and came elsewhere than at the door. */
  readonly lastSafe: number | null;
  /** Since when she has been in danger by a word that came elsewhere. */
  readonly notSafe: number | null;
  /** The last moment up to which somebody ended a silence otherwise. */
  readonly endedUpTo: number | null;
  readonly climbed: readonly {
    readonly step: string;
    readonly round: number;
    readonly by: string;
    readonly on: number;
  }[];
};

/** Who climbed what in past silences is history: a line keeps no more than this. */
const keptClimbed = 60;

/** What a case says of check-ins; null where it says nothing. */
export function watchOf(state: CheckInState): Watch | null {
  const agreed = standing(state.agreed).map(planOf);
  const ladder = standing(state.ladder)
    .map((step): WatchStep => ({ id: step.id, ...stepOf(step) }))
    .toSorted((left, right) => left.after - right.after || (left.id < right.id ? -1 : 1));
  const pauses = standing(state.pauses).map((pause) => ({
    from: soonest(pause, 'from', 'most'),
    until: soonest(pause, 'until'),
  }));
  const covers = standing(state.covers).map((cover) => ({
    member: valueIn(cover, 'member') ?? '',
    from: valueIn(cover, 'from') ?? 0,
    until: valueIn(cover, 'until') ?? 0,
  }));
  const isEmpty = agreed.length + ladder.length + pauses.length + covers.length + state.signs.length === 0;
  if (isEmpty) return null;
  return {
    agreed,
    ladder,
    pauses,
    covers,
    ...lastWords(state.signs),
    endedUpTo: state.ended.reduce<number | null>((last, { on }) => Math.max(last ?? 0, on), null),
    climbed: state.climbed.slice(-keptClimbed).map(({ step, round, by, on }) => ({ step, round, by, on })),
  };
}

/** Whether a sign of life closes a round: she says that she is safe, and the agreed word where one was agreed. */
export const countsAsSafe = ({ safe, word }: Pick<Sign, 'safe' | 'word'>): boolean =>
  safe && (word === 'safe' || word === 'none_agreed');

/** Whether a sign says that she is in danger: in so many words, or by the word that she says when she is forced. */
export const saysDanger = ({ safe, word }: Pick<Sign, 'safe' | 'word'>): boolean => !safe || word === 'force';

/** What the signs come to, by the moments at which she gave them, whenever they were written down. */
function lastWords(signs: readonly Sign[]): Pick<Watch, 'lastSafe' | 'notSafe'> {
  const inTime = signs.toSorted((left, right) => left.at - right.at || left.position - right.position);
  const lastSafe = inTime.findLast(countsAsSafe)?.at ?? null;
  const danger = inTime.find((sign) => saysDanger(sign) && (lastSafe === null || sign.at >= lastSafe));
  return { lastSafe, notSafe: danger?.at ?? null };
}

/** Where two people wrote a number apart, the one that calls somebody sooner counts until a person chooses. */
function soonest<V extends Values>(
  item: Item<V>,
  name: { readonly [Name in keyof V]: V[Name] extends number ? Name : never }[keyof V] & string,
  which: 'least' | 'most' = 'least',
): number {
  const all = (item.fields[name] ?? []).map(({ value }) => value as number);
  if (all.length === 0) return 0;
  return which === 'least' ? Math.min(...all) : Math.max(...all);
}

function planOf(item: Item<AgreedCheckIn>): CheckInPlan {
  return {
    id: item.id,
    rhythm: valueIn(item, 'rhythm') ?? { every: 24 },
    from: valueIn(item, 'from') ?? 0,
    until: valueIn(item, 'until') ?? null,
    grace: soonest(item, 'grace'),
    silence: valueIn(item, 'silence') ?? '',
    language: valueIn(item, 'language') ?? 'en',
  };
}

function stepOf(item: Item<LadderStep>): LadderStep {
  return {
    after: soonest(item, 'after'),
    what: valueIn(item, 'what') ?? '',
    who: valueIn(item, 'who') ?? null,
    whom: valueIn(item, 'whom') ?? '',
    contact: valueIn(item, 'contact') ?? null,
  };
}
