import type { Context } from '../shared/context.ts';
import { applyItem, type Items, withItems } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import {
  type AgreedCheckIn,
  type CheckInCover,
  type CheckInEvent,
  type CheckInPause,
  checkInItems,
  coverItems,
  type LadderStep,
  ladderItems,
  pauseItems,
  type SaidWord,
  type SilenceEnd,
} from './events.ts';

export type Sign = Stamp & {
  readonly at: number;
  readonly safe: boolean;
  readonly word: SaidWord;
  readonly way: string;
  readonly note: string;
};
export type Climbed = Stamp & {
  readonly step: string;
  readonly round: number;
  readonly on: number;
  readonly note: string;
};
export type EndedSilence = Stamp & {
  readonly round: number;
  readonly on: number;
  readonly how: SilenceEnd;
  readonly note: string;
};

/** What a case holds of check-ins. */
export type CheckInState = {
  readonly agreed: Items<AgreedCheckIn>;
  readonly ladder: Items<LadderStep>;
  readonly pauses: Items<CheckInPause>;
  readonly covers: Items<CheckInCover>;
  readonly signs: readonly Sign[];
  readonly climbed: readonly Climbed[];
  readonly ended: readonly EndedSilence[];
};

export const noCheckIns: CheckInState = {
  agreed: new Map(),
  ladder: new Map(),
  pauses: new Map(),
  covers: new Map(),
  signs: [],
  climbed: [],
  ended: [],
};

/** What an event makes of the check-ins. */
export function applyCheckIn(
  state: CheckInState,
  event: CheckInEvent,
  context: Context,
): Result<CheckInState, Refusal> {
  const stamp = stampOf(context);
  /** A second click, or a retry after a lost answer, is not a second deed. */
  const isKnown = <Known extends Stamp>(all: readonly Known[], fields: Partial<Known>): boolean =>
    all.some(
      (one) =>
        one.by === stamp.by &&
        (Object.keys(fields) as (keyof Known)[]).every((name) => one[name] === fields[name]),
    );
  switch (event.type) {
    case 'SignHeard': {
      const { type: _type, v: _v, ...said } = event;
      if (isKnown(state.signs, said)) return ok(state);
      return ok({ ...state, signs: [...state.signs, { ...stamp, ...said }] });
    }
    case 'LadderStepDone': {
      const { type: _type, v: _v, ...done } = event;
      if (!state.ladder.has(done.step)) return err(refusal('not_there'));
      const { step, round, note } = done;
      if (isKnown(state.climbed, { step, round, note })) return ok(state);
      return ok({ ...state, climbed: [...state.climbed, { ...stamp, ...done }] });
    }
    case 'SilenceEnded': {
      const { type: _type, v: _v, ...ended } = event;
      const { round, how, note } = ended;
      if (isKnown(state.ended, { round, how, note })) return ok(state);
      return ok({ ...state, ended: [...state.ended, { ...stamp, ...ended }] });
    }
    case 'CheckInKept':
    case 'CheckInPutAway':
    case 'CheckInTakenBack':
      return withItems(state, 'agreed', applyItem(checkInItems, state.agreed, event, context));
    case 'LadderStepKept':
    case 'LadderStepPutAway':
    case 'LadderStepTakenBack':
      return withItems(state, 'ladder', applyItem(ladderItems, state.ladder, event, context));
    case 'CheckInPauseKept':
    case 'CheckInPausePutAway':
    case 'CheckInPauseTakenBack':
      return withItems(state, 'pauses', applyItem(pauseItems, state.pauses, event, context));
    case 'CheckInCoverKept':
    case 'CheckInCoverPutAway':
    case 'CheckInCoverTakenBack':
      return withItems(state, 'covers', applyItem(coverItems, state.covers, event, context));
  }
}
