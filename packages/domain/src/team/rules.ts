import { type Actor, type EventRef, sameEvent } from '../shared/context.ts';
import { latest } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import {
  checkpointHeads,
  type PreparedWords,
  type RecordKind,
  type SeenHead,
  type TeamEvent,
} from './events.ts';
import type { QuietEvent } from './quiet.ts';
import { type TeamState, team, wordsKey } from './state.ts';

type Allowed = Result<readonly TeamEvent[], Refusal>;

/** Show a record to the team (rule 11). */
export function canListRecord(state: TeamState, actor: Actor, record: string, kind: RecordKind): Allowed {
  if (state.records.has(record)) return err(refusal('exists', { record }));
  return ask(state, actor, { type: 'RecordListed', v: 1, record, kind });
}

/** Take a record out of the team's list. What was read stays read. */
export function canUnlistRecord(state: TeamState, actor: Actor, record: string): Allowed {
  return ask(state, actor, { type: 'RecordUnlisted', v: 1, record });
}

/** Tell colleagues which heads this device has seen; split over as many events as are needed. */
export function canTakeCheckpoint(state: TeamState, actor: Actor, heads: readonly SeenHead[]): Allowed {
  if (heads.length === 0) return err(refusal('no_change'));
  const events: TeamEvent[] = [];
  for (let from = 0; from < heads.length; from += checkpointHeads) {
    events.push({ type: 'CheckpointTaken', v: 1, heads: heads.slice(from, from + checkpointHeads) });
  }
  return ask(state, actor, ...events);
}

/** Keep prepared words for the team. `replaces` in the event is what stands now: what a colleague kept meanwhile stays too. */
export function canKeepWords(
  state: TeamState,
  actor: Actor,
  words: PreparedWords,
  seen: readonly EventRef[],
): Allowed {
  const field = state.words.get(wordsKey(words)) ?? [];
  if (field.length === 1 && latest(field) === words.text) return err(refusal('no_change'));
  if (field.length === 0 && words.text === '') return err(refusal('no_change'));
  // Her own earlier version she has always seen, sent or not.
  const own = field.filter((one) => one.by === actor.member).map((one) => one.at);
  const replaces = [...own, ...seen.filter((ref) => !own.some((one) => sameEvent(one, ref)))];
  return ask(state, actor, { type: 'WordsKept', v: 1, ...words, replaces });
}

/** Say when one is not to be disturbed. */
export function canSetQuiet(state: TeamState, actor: Actor, quiet: Omit<QuietEvent, 'type' | 'v'>): Allowed {
  const before = state.quiet.get(actor.member) ?? { hours: null, exceptDanger: true };
  const same =
    JSON.stringify(before.hours) === JSON.stringify(quiet.hours) &&
    before.exceptDanger === quiet.exceptDanger;
  return same ? err(refusal('no_change')) : ask(state, actor, { type: 'QuietHoursSet', v: 1, ...quiet });
}

function ask(state: TeamState, actor: Actor, ...events: readonly TeamEvent[]): Allowed {
  return propose(team, state, actor, events);
}
