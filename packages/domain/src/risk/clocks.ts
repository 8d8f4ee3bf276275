import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { addDays, dayOf } from '../clock/days.ts';
import { logOf, victimsOf } from '../incident/state.ts';
import { labelOf } from '../people/state.ts';
import { type Affected, isAffectedGroup } from '../shared/affected.ts';
import { widened } from '../shared/inexact-date.ts';
import { type Item, type ItemStep, standing, type Values, valueIn } from '../shared/items.ts';
import { type Assessment, cellsOf, inOrder, type Setting } from './assessment.ts';
import type { Band } from './matrix.ts';
import { plannedMoves, unjudgedOnTheWay } from './moves.ts';
import { assessmentsIn, shownAs } from './whom.ts';

/**
 * How many days a judgement may stand, by how grave it is. Monthly while high is the handbook's; the others are this
 * product's own. `never`: how long a file may stay without any judgement.
 */
export const reviewDays: Readonly<Record<Band, number>> & { readonly never: number } = {
  risk_low: 180,
  risk_medium: 90,
  risk_high: 30,
  risk_extreme: 7,
  never: 7,
};

/** Why a risk is to be judged anew. */
export type RiskReviewReason =
  /** Help is weighed or given, and nothing was judged yet. */
  | 'never'
  /** The rhythm of its band is over. */
  | 'rhythm'
  /** An earlier day was agreed. */
  | 'agreed'
  /** Something happened since. */
  | 'incident'
  /** She is about to move. */
  | 'move'
  /** Leadership, law, or where she is has changed. */
  | 'leadership'
  | 'law'
  | 'location'
  | 'other';

/** A review that is due, with its reason; screens hold its day against today. */
export type RiskReview = {
  /** The same for as long as the same thing is due: a task made of it stays one. */
  readonly key: string;
  readonly why: RiskReviewReason;
  /** Whose risk; null for the file as a whole. */
  readonly who: Affected | null;
  readonly setting: Setting | null;
  /** The day by which it is due, `2026-11-21`. */
  readonly due: string;
  /** The incident, change or place that asks for it; null where none does. */
  readonly of: string | null;
};

const changeReasons = {
  change_move: 'move',
  change_leadership: 'leadership',
  change_law: 'law',
  change_location: 'location',
  change_other: 'other',
} as const satisfies Record<string, RiskReviewReason>;

/**
 * The clocks of risk in a file: for the rhythm one of each person, by the setting that is first; one of each thing that
 * happened. Tasks are made of them.
 */
export function clocksOfRisk(state: CaseState): readonly Clock[] {
  const seen = new Set<string>();
  return reviewsDue(state).flatMap((review): readonly Clock[] => {
    const item =
      review.of === null
        ? `${review.why === 'never' ? 'never' : 'rhythm'} ${review.who ?? ''}`.trim()
        : review.of;
    if (seen.has(item)) return [];
    seen.add(item);
    const person = review.who === null || isAffectedGroup(review.who) ? null : review.who;
    const label = person === null ? '' : (labelOf(state.parts.people, person) ?? '');
    return [makeClock({ kind: 'risk_review', item, until: review.due, label, person, part: 'risk' })];
  });
}

/** Every review of risk that a file asks for, the earliest first. Closed files ask for none. */
export function reviewsDue(state: CaseState): readonly RiskReview[] {
  if (state.opened === null || state.phase === 'case_closed' || state.phase === 'case_erased') return [];
  const judged = inOrder(assessmentsIn(state));
  const clocks = [
    ...neverJudged(state, judged),
    ...ofRhythm(judged),
    ...ofIncidents(state, judged),
    ...ofChanges(state, judged),
    ...ofPlaces(state, judged),
    ...ofPlannedMoves(state, judged),
  ];
  return clocks.toSorted((left, right) =>
    left.due === right.due ? (left.key < right.key ? -1 : 1) : left.due < right.due ? -1 : 1,
  );
}

/** From when on a file without any judgement of its risk is late: help is being weighed or given. */
const weighing: ReadonlySet<CaseState['phase']> = new Set([
  'case_assessing',
  'case_ready_decision',
  'case_approved',
  'case_supporting',
  'case_long_term',
]);

function neverJudged(
  { phase, phaseHistory }: CaseState,
  judged: readonly Assessment[],
): readonly RiskReview[] {
  if (judged.length > 0 || !weighing.has(phase)) return [];
  const since = phaseHistory.find(({ state }) => weighing.has(state))?.claimedTime ?? 0;
  const due = addDays(dayOf(since), reviewDays.never);
  return [{ key: 'never', why: 'never', who: null, setting: null, due, of: null }];
}

function ofRhythm(judged: readonly Assessment[]): readonly RiskReview[] {
  return cellsOf(judged).map(({ who, setting, counts }): RiskReview => {
    const rhythm = addDays(counts.on, reviewDays[counts.band]);
    const agreed = counts.review !== null && counts.review < rhythm ? counts.review : null;
    const why = agreed === null ? 'rhythm' : 'agreed';
    return { key: `rhythm ${who} ${setting}`, why, who, setting, due: agreed ?? rhythm, of: null };
  });
}

/** When a thing came into the file, and whether somebody was judged after that. */
const begun = <V extends Values>(item: Item<V>): ItemStep<V> | undefined => item.steps[0];

function judgedAfter(
  judged: readonly Assessment[],
  step: { readonly position: number; readonly index: number },
  who: Affected | null,
): boolean {
  return judged.some(
    (one) =>
      (who === null || one.who === who) &&
      (one.position > step.position || (one.position === step.position && one.index > step.index)),
  );
}

/** Each incident asks that everybody to whom it was done be judged again; where nobody is named, anybody. */
function ofIncidents(state: CaseState, judged: readonly Assessment[]): readonly RiskReview[] {
  const { incident } = state.parts;
  return logOf(incident).flatMap((one): readonly RiskReview[] => {
    const step = begun(one);
    if (step === undefined) return [];
    const victims = [...new Set(victimsOf(incident, one.id).map((who) => shownAs(state, who)))];
    const open = (victims.length === 0 ? [null] : victims).filter((who) => !judgedAfter(judged, step, who));
    const due = dayOf(step.claimedTime);
    return open.map((who) => ({
      key: `incident ${one.id} ${who ?? ''}`.trim(),
      why: 'incident',
      who,
      setting: null,
      due,
      of: one.id,
    }));
  });
}

function ofChanges(state: CaseState, judged: readonly Assessment[]): readonly RiskReview[] {
  return standing(state.parts.risk.changes).flatMap((one): readonly RiskReview[] => {
    const step = begun(one);
    if (step === undefined || judgedAfter(judged, step, null)) return [];
    const why = changeReasons[valueIn(one, 'kind') ?? 'change_other'];
    const on = valueIn(one, 'on') ?? null;
    const told = dayOf(step.claimedTime);
    // A move is judged before it; everything else as soon as it is known.
    const due = why === 'move' && on !== null ? on : told;
    return [{ key: `change ${one.id}`, why, who: null, setting: null, due, of: one.id }];
  });
}

/**
 * A move that stands in the plan and has a day, or is under way: the road and the place are judged before anybody goes
 * (handbook 3.5). One that is only proposed, without a day, is advice and no clock.
 */
function ofPlannedMoves(state: CaseState, judged: readonly Assessment[]): readonly RiskReview[] {
  return plannedMoves(state).flatMap((measure): readonly RiskReview[] => {
    const step = begun(measure);
    if (step === undefined || unjudgedOnTheWay(judged, step.position).length === 0) return [];
    const by = valueIn(measure, 'by') ?? null;
    const stage = valueIn(measure, 'state') ?? 'proposed';
    if (by === null && stage === 'proposed') return [];
    const due = by ?? dayOf(step.claimedTime);
    return [{ key: `plan ${measure.id}`, why: 'move', who: null, setting: null, due, of: measure.id }];
  });
}

/** A place that was noted after the last judgement: somebody has moved, or will. */
function ofPlaces(state: CaseState, judged: readonly Assessment[]): readonly RiskReview[] {
  if (judged.length === 0) return [];
  return standing(state.parts.situation).flatMap((fact): readonly RiskReview[] => {
    const step = begun(fact);
    if (step === undefined || valueIn(fact, 'kind') !== 'place' || judgedAfter(judged, step, null)) return [];
    const noted = dayOf(step.claimedTime);
    const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
    const last = until === null ? null : widened(until).last;
    // Where she was once, and is no more, asks for nothing.
    if (last !== null && last < noted) return [];
    const due = (from === null ? null : widened(from).first) ?? noted;
    const who = valueIn(fact, 'person') ?? null;
    return [{ key: `place ${fact.id}`, why: 'location', who, setting: null, due, of: fact.id }];
  });
}
