import type { DoorWord } from '../request/shown-to-her.ts';
import type { MeasureAnswer } from './events.ts';
import { gapsOf, type Measure, type PlanState, type SheSaid, timesWritten } from './state.ts';

/**
 * Where a measure stands with her: what she said last, or that it was changed since, or that nobody asked. She says it
 * at her door, or an officer writes down what she said: the source is always told.
 */
export type HerWord =
  | { readonly kind: 'not_asked' }
  | { readonly kind: MeasureAnswer | 'changed_since'; readonly source: 'written'; readonly said: SheSaid }
  | { readonly kind: MeasureAnswer | 'changed_since'; readonly source: 'door'; readonly said: DoorWord };

/** What she wrote at her door, by measure: see `doorWordsIn`. */
export type DoorWords = ReadonlyMap<string, readonly DoorWord[]>;
const none: DoorWords = new Map();

/** Her last word on a measure, from the file and from her door. */
export function herWord(state: PlanState, measure: Measure, door: DoorWords = none): HerWord {
  const written = state.said.get(measure.id)?.at(-1);
  const own = (door.get(measure.id) ?? []).findLast(
    // Moving somebody is agreed to only where it was argued; her no needs no argument of ours.
    ({ answer, effect }) => effect === 'counts' && (answer !== 'agreed' || gapsOf(measure).length === 0),
  );
  if (own !== undefined && (written === undefined || !isLater(written, own)))
    return {
      kind:
        own.answer === 'agreed' && (own.outdated || timesWritten(measure) > own.seen)
          ? 'changed_since'
          : own.answer,
      source: 'door',
      said: own,
    };
  if (written === undefined) return { kind: 'not_asked' };
  const isChanged = written.answer === 'agreed' && timesWritten(measure) > written.seen;
  return { kind: isChanged ? 'changed_since' : written.answer, source: 'written', said: written };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Whether what an officer wrote down was said after what she wrote. It carries a day; on one day the moment of writing
 * decides where it was written on that very day. Where that says nothing, the word that stops counts.
 */
function isLater(written: SheSaid, own: DoorWord): boolean {
  const day = dayOf(own.at);
  if (written.on !== day) return written.on > day;
  if (dayOf(written.claimedTime) === day) return written.claimedTime > own.at;
  return own.answer === 'agreed' && written.answer !== 'agreed';
}
