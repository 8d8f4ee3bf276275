import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Clock } from '@leeward/domain/clock/clock.ts';
import { clocksOfConversation } from '@leeward/domain/clock/conversation.ts';
import { clocksOfPapers } from '@leeward/domain/identity/clocks.ts';
import type { Ending, LetIn } from '@leeward/domain/identity/readers.ts';
import type { Access, IdentityState } from '@leeward/domain/identity/state.ts';
import { type IncidentTrace, tracesOf } from '@leeward/domain/incident/trace.ts';
import { type CaseKin, kinIn } from '@leeward/domain/people/kin.ts';
import { checkInStanding } from '@leeward/domain/request/alarm.ts';
import type { Joins } from '@leeward/domain/request/joins.ts';
import { standingJudgements } from '@leeward/domain/request/judgement.ts';
import { heardAt } from '@leeward/domain/request/otherwise.ts';
import {
  clockOf,
  lastTouched,
  phaseOf,
  suggestedUrgency,
  unreadItems,
  waitingSince,
} from '@leeward/domain/request/queue.ts';
import { saidBy } from '@leeward/domain/request/said.ts';
import { endWished } from '@leeward/domain/request/shown-to-her.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { countingItems, missingItems } from '@leeward/domain/request/state.ts';
import type { CaseLine } from './case-contract.ts';
import { caseLine } from './case-line.ts';
import type { QueueLine } from './conversation-contract.ts';
import { type Likeness, likenessOf } from './identity/known.ts';
import { namedMembers } from './identity/named-members.ts';
import type { RecordView } from './record-view.ts';
import { boxesIn, type SheetBox } from './sheet-boxes.ts';

/** What lists show of a record without loading it. A cache: it can be made again from the log at any time. */
export type Summary =
  | {
      readonly kind: 'conversation';
      readonly position: number;
      readonly rank: number;
      readonly line: QueueLine;
      /** What it says of being joined to others; missing where it says nothing, as in most. */
      readonly joins?: Joins;
      /** Numbers and addresses by which somebody may be known again; missing where there are none. */
      readonly reach?: readonly string[];
    }
  | {
      readonly kind: 'case';
      readonly position: number;
      readonly line: CaseLine;
      /** Mailboxes of its question sheets; missing where there are none, as in most. */
      readonly boxes?: readonly SheetBox[];
      /** Who is family of whom in it, for custody alone; missing where nobody is. */
      readonly kin?: CaseKin;
      /** What of its incidents is held against those of other cases; missing where it has none. */
      readonly traces?: readonly IncidentTrace[];
    }
  | {
      readonly kind: 'identity';
      readonly position: number;
      /** Whom custody has let in, and how that ended; null while it has not. */
      readonly readers: readonly ReaderLine[];
      /** Members by themselves for whom its present epoch was made. */
      readonly named: readonly string[];
      /** The last openings, for custody. */
      readonly accesses: readonly Access[];
      /** By what she may be known elsewhere; null on a device that is not of custody. */
      readonly likeness: Likeness | null;
      /** Papers that end, for custody; missing where there are none. */
      readonly papers?: readonly Clock[];
    }
  /** A case that somebody took out of sight. */
  | { readonly kind: 'out'; readonly position: number; readonly line: CaseLine }
  | {
      readonly kind: 'team' | 'directory' | 'unknown';
      readonly position: number;
      /** Of a record that was forgotten: whoever asks for it need not read it again. */
      readonly forgotten?: true;
    };

export type ReaderLine = Pick<LetIn, 'grant' | 'member' | 'until'> & { readonly how: Ending | null };

function joinsIn({ joins, unjoined }: RequestState): { readonly joins?: Joins } {
  if (joins.length + unjoined.length === 0) return {};
  return { joins: { joins: joins.map(({ join, record }) => ({ join, record })), unjoined } };
}

function reachIn(state: RequestState): { readonly reach?: readonly string[] } {
  const reach = saidBy(state).channels.flatMap(({ detail }) =>
    detail === undefined || detail === '' ? [] : [detail],
  );
  return reach.length === 0 ? {} : { reach };
}

function tracesIn(state: CaseState): { readonly traces?: readonly IncidentTrace[] } {
  const traces = tracesOf(state);
  return traces.length === 0 ? {} : { traces };
}

function familiesIn({ parts }: CaseState): { readonly kin?: CaseKin } {
  const kin = kinIn(parts.people);
  return kin === null ? {} : { kin };
}

function papersIn(state: IdentityState): { readonly papers?: readonly Clock[] } {
  const papers = clocksOfPapers(state);
  return papers.length === 0 ? {} : { papers };
}

const excerptLength = 160;
/** How many openings of one record the list of all openings takes from it. */
const accessesKept = 50;

export function summaryOf(view: RecordView, now: number, custody: boolean): Summary {
  const position = view.chain.links.length - 1;
  switch (view.folded.kind) {
    case 'conversation':
      return {
        kind: 'conversation',
        position,
        rank: 0,
        line: queueLine(view.id, view.folded.state, now),
        ...joinsIn(view.folded.state),
        ...reachIn(view.folded.state),
      };
    case 'case':
      // Nothing of it is left that a list could show.
      if (isForgotten(view)) return { kind: 'unknown', position, forgotten: true };
      // Taken out: no list, search or count knows it; its line stays for whoever puts it back.
      if (view.folded.state.parts.bring.out !== null)
        return { kind: 'out', position, line: caseLine(view.id, view.folded.state) };
      return {
        kind: 'case',
        position,
        line: caseLine(view.id, view.folded.state),
        ...boxesIn(view.folded.state),
        ...tracesIn(view.folded.state),
        ...(custody ? familiesIn(view.folded.state) : {}),
      };
    case 'identity': {
      // Nothing of it is left that could be compared or listed.
      if (isForgotten(view)) return { kind: 'unknown', position, forgotten: true };
      const { readers, accesses } = view.folded.state;
      return {
        kind: 'identity',
        position,
        readers: readers.map(({ grant, member, until, over }) => ({
          grant,
          member,
          until,
          how: over?.how ?? null,
        })),
        named: namedMembers(view),
        accesses: custody ? accesses.slice(-accessesKept) : [],
        likeness: custody ? likenessOf(view.folded.state) : null,
        ...(custody ? papersIn(view.folded.state) : {}),
      };
    }
    default:
      return { kind: view.folded.kind, position, ...(isForgotten(view) ? { forgotten: true } : {}) };
  }
}

const isForgotten = ({ judgement }: RecordView): boolean =>
  judgement.forgotten.some((one) => one.type === 'record');

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
    way: state.heard.find((one) => one.first)?.way ?? null,
    began: beganAt(state),
    touched: lastTouched(state),
    handedOver:
      state.handedOver === null || state.handedOver.seen !== null
        ? null
        : { by: state.handedOver.by, to: state.handedOver.to, since: state.handedOver.claimedTime },
    undecided: standingJudgements(state.urgencyHistory).length > 1,
    joined: 0,
    checkIn: checkInStanding(state),
    ...wishIn(state),
    ...clocksIn(state),
  };
}

function wishIn(state: RequestState): Pick<QueueLine, 'endWished'> {
  const wish = endWished(state);
  return wish === null ? {} : { endWished: wish.at };
}

function clocksIn(state: RequestState): Pick<QueueLine, 'clocks'> {
  const clocks = clocksOfConversation(state);
  return clocks.length === 0 ? {} : { clocks };
}

/** When it reached the team. */
function beganAt(state: RequestState): number | null {
  const first = state.items.at(0);
  if (first !== undefined) return first.admittedTime;
  const heard = state.heard.at(0);
  return heard === undefined ? null : heardAt(heard);
}
