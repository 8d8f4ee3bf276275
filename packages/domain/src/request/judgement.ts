import { type Urgency, urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { Context, EventRef } from '../shared/context.ts';
import { sameEvent } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { eventRef, replaced } from '../shared/references.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { code, object, orNull, type Shape, sizes, text } from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type ActStamp, stampOf } from './otherwise.ts';

/*
 * How urgent people judge a request. Each judgement names those that its author saw; two that were made apart stand side
 * by side until somebody chooses, and until then the more urgent one counts.
 */

export type SetUrgency = Exclude<Urgency, 'urg_unset'>;

export type JudgementEvent =
  | {
      readonly type: 'UrgencySet';
      readonly v: 2;
      readonly urgency: SetUrgency;
      readonly reason: string;
      /** The judgements that it takes the place of; null for all that stand, as the first version meant it. */
      readonly replaces: readonly EventRef[] | null;
    }
  /** Its author takes a judgement back; what it had replaced stands again. Both stay in the history. */
  | { readonly type: 'UrgencyTakenBack'; readonly v: 1; readonly judgement: EventRef };

/** The urgencies that a person can set: not being triaged is where a request begins, not a judgement. */
export const urgencies = {
  ...urgency,
  items: urgency.items.filter(
    (item): item is Exclude<typeof item, { readonly code: 'urg_unset' }> => item.code !== 'urg_unset',
  ),
};

export const urgencyCode: Shape<SetUrgency> = code(urgencies);

export const judgementShapes: EventShapes<JudgementEvent> = {
  UrgencySet: {
    v: 2,
    fields: object({ urgency: urgencyCode, reason: text(sizes.line), replaces: orNull(replaced) }),
  },
  UrgencyTakenBack: { v: 1, fields: object({ judgement: eventRef }) },
};

/** The first version named nothing, and took the place of everything. */
export const judgementUpcasts: readonly Upcast[] = [
  { type: 'UrgencySet', from: 1, to: (event) => ({ ...event, replaces: null }) },
];

export type UrgencyJudgement = ActStamp & { readonly urgency: SetUrgency; readonly reason: string };

/** A judgement of a request, with what it means for the others. */
export type RequestJudgement = UrgencyJudgement & {
  /** The judgements that it took the place of. */
  readonly replaces: readonly EventRef[];
  /** When its author took it back, by her clock. */
  readonly takenBack: number | null;
};

type Judged = { readonly urgency: Urgency; readonly urgencyHistory: readonly RequestJudgement[] };

export function foldJudgement<State extends Judged>(
  state: State,
  event: JudgementEvent,
  context: Context,
): Result<State, Refusal> {
  const stamp = stampOf(context);
  if (event.type === 'UrgencySet') {
    const { urgency: level, reason } = event;
    const standing = standingJudgements(state.urgencyHistory);
    // Her own earlier judgement she has always seen, sent or not.
    const replaces = standing.filter(
      (one) =>
        event.replaces === null || one.by === stamp.by || event.replaces.some((ref) => sameEvent(ref, one)),
    );
    const refs = replaces.map(({ entry, index }) => ({ entry, index }));
    const judgement = { ...stamp, urgency: level, reason, replaces: refs, takenBack: null };
    return ok(withHistory(state, [...state.urgencyHistory, judgement]));
  }
  const meant = state.urgencyHistory.find((one) => sameEvent(one, event.judgement));
  if (meant === undefined) return err(refusal('not_there'));
  if (meant.takenBack !== null) return err(refusal('no_change'));
  if (meant.by !== stamp.by) return err(refusal('only_oneself'));
  const history = state.urgencyHistory.map((one) =>
    one === meant ? { ...one, takenBack: stamp.claimedTime } : one,
  );
  return ok(withHistory(state, history));
}

const withHistory = <State extends Judged>(
  state: State,
  urgencyHistory: readonly RequestJudgement[],
): State => ({ ...state, urgencyHistory, urgency: mostUrgent(standingJudgements(urgencyHistory)) });

/** The judgements that stand: more than one where two people judged apart and nobody has chosen yet. */
export function standingJudgements(history: readonly RequestJudgement[]): readonly RequestJudgement[] {
  const kept = history.filter((one) => one.takenBack === null);
  return kept.filter((one) => !kept.some((other) => other.replaces.some((ref) => sameEvent(ref, one))));
}

/** The most urgent of several; not triaged where there is none. */
function mostUrgent(standing: readonly RequestJudgement[]): Urgency {
  return (
    urgencies.items.find(({ code: level }) => standing.some((one) => one.urgency === level))?.code ??
    'urg_unset'
  );
}
