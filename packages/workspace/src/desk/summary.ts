import type { CaseState } from '@leeward/domain/case/state.ts';
import {
  clockOf,
  phaseOf,
  suggestedUrgency,
  unreadItems,
  waitingSince,
} from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { countingItems, missingItems } from '@leeward/domain/request/state.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import type { CaseLine, QueueLine } from './contract.ts';
import type { RecordView } from './record-view.ts';

/** What lists show of a record without loading it. A cache: it can be made again from the log at any time. */
export type Summary =
  | {
      readonly kind: 'conversation';
      readonly position: number;
      readonly rank: number;
      readonly line: QueueLine;
    }
  | { readonly kind: 'case'; readonly position: number; readonly line: CaseLine }
  | { readonly kind: 'identity' | 'team' | 'directory' | 'unknown'; readonly position: number };

const excerptLength = 160;

export function summaryOf(view: RecordView, now: number): Summary {
  const position = view.chain.links.length - 1;
  switch (view.folded.kind) {
    case 'conversation':
      return { kind: 'conversation', position, rank: 0, line: queueLine(view.id, view.folded.state, now) };
    case 'case':
      return { kind: 'case', position, line: caseLine(view.id, view.folded.state) };
    default:
      return { kind: view.folded.kind, position };
  }
}

export function queueLine(record: string, state: RequestState, now: number): QueueLine {
  const said = saidBy(state);
  return {
    record,
    phase: phaseOf(state),
    urgency: state.urgency,
    suggested: suggestedUrgency(state),
    clock: clockOf(state, now),
    waitingSince: waitingSince(state),
    unread: unreadItems(state),
    missing: missingItems(state),
    claimedBy: state.claimedBy,
    excerpt: said.what.slice(0, excerptLength),
    locale: said.locale,
    callName: said.callName ?? null,
    country: said.country ?? null,
    forOther: said.about === 'other',
    files: countingItems(state).reduce((sum, item) => sum + item.files.length, 0),
    never: said.never,
    case: state.case,
  };
}

function caseLine(record: string, state: CaseState): CaseLine {
  const next = latest(state.nextStep);
  return {
    record,
    pseudonym: latest(state.pseudonym) ?? '',
    urgency: state.urgency,
    state: state.phase,
    responsible: state.responsible,
    next: next === undefined || next.text === '' ? null : { text: next.text, date: next.date ?? '' },
    conversation: state.opened?.fromConversation ?? null,
    updated: lastTouched(state),
  };
}

/** When somebody last wrote something in a case, by that person's clock. */
function lastTouched(state: CaseState): number {
  const stamps = [state.opened, ...state.notes, ...state.phaseHistory, ...state.responsibleHistory];
  return Math.max(0, ...stamps.map((stamp) => stamp?.claimedTime ?? 0));
}
