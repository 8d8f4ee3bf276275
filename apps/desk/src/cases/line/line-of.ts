import { emptyParts, type PartName } from '@leeward/domain/case/parts.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { GuestMessage } from '@leeward/domain/request/message.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type Moment, timelineOf } from '../../request/timeline.ts';
import { type CaseMoment, caseTimeline } from '../case-timeline.ts';

/** What a line of the file is about, for who looks for one kind only. */
export const lineKinds = ['note', 'message', 'state', 'hands', 'fact'] as const;
export type LineKind = (typeof lineKinds)[number];

/** Where something happened: in the file itself, in its conversation, in one of its parts. */
export type LinePlace = 'file' | 'conversation' | PartName;

/** One line of everything that happened. */
export type Line = {
  readonly key: string;
  readonly kind: LineKind;
  readonly place: LinePlace;
  /** A member; `her` for the person herself; null where nobody is named. */
  readonly who: string | null;
  /** Milliseconds since 1970, by the clock of whoever wrote it. */
  readonly time: number;
  /**
   * The time by which it is put among others: never before what stands before it in its own log. A clock is a claim; the
   * log is an order.
   */
  readonly order: number;
  /** Where it stands in the record of the case; null for the conversation, which has readers of its own. */
  readonly position: number | null;
  /** What can be looked for in it. */
  readonly find: readonly string[];
  readonly shown:
    | { readonly from: 'case'; readonly moment: CaseMoment }
    | { readonly from: 'conversation'; readonly moment: Moment };
};

/** Everything that happened in a file and in the conversation that it comes from, the newest first. */
export function lineOf(
  view: Pick<CaseView, 'state' | 'pending'>,
  conversation: RequestView | null,
): readonly Line[] {
  const own = inOrder(
    caseTimeline(view.state, [])
      .map(({ key, moment }) => caseLine(key, moment))
      .toReversed(),
  );
  const talk =
    conversation === null
      ? []
      : inOrder(timelineOf(conversation.state, []).flatMap((moment) => talkLine(moment) ?? []));
  const waiting = caseTimeline(emptied(view.state), view.pending)
    .filter(({ moment }) => moment.kind === 'pending')
    .map(({ key, moment }) => caseLine(key, moment))
    .map((line) => ({ ...line, order: line.time }));
  return [...waiting, ...merged(own, talk)];
}

/** Only what waits is asked for: nothing that stands is drawn twice. */
const emptied = (state: CaseState): CaseState => ({
  ...state,
  opened: null,
  notes: [],
  urgencyHistory: [],
  phaseHistory: [],
  responsibleHistory: [],
  edits: [],
  parts: emptyParts,
});

/** Each line not before the one before it. */
function inOrder(lines: readonly Omit<Line, 'order'>[]): readonly Line[] {
  let latest = 0;
  return lines.map((line) => {
    latest = Math.max(latest, line.time);
    return { ...line, order: latest };
  });
}

/** Two logs into one line, the newest first; each keeps its own order. */
function merged(left: readonly Line[], right: readonly Line[]): readonly Line[] {
  const all: Line[] = [];
  let [one, other] = [left.length - 1, right.length - 1];
  for (;;) {
    const [mine, hers] = [left[one], right[other]];
    if (mine === undefined && hers === undefined) return all;
    if (hers === undefined || (mine !== undefined && mine.order >= hers.order)) {
      if (mine !== undefined) all.push(mine);
      one -= 1;
    } else {
      all.push(hers);
      other -= 1;
    }
  }
}

function caseLine(key: string, moment: CaseMoment): Omit<Line, 'order'> {
  const shown = { from: 'case', moment } as const;
  const base = { key: `case ${key}`, shown, place: 'file' as LinePlace };
  switch (moment.kind) {
    case 'opened':
      return {
        ...base,
        kind: 'state',
        who: moment.by,
        time: moment.claimedTime,
        position: moment.position,
        find: [],
      };
    case 'note': {
      const { by, claimedTime, position, text } = moment.note;
      return { ...base, kind: 'note', who: by, time: claimedTime, position, find: [text] };
    }
    case 'urgency': {
      const { by, claimedTime, position, reason } = moment.judgement;
      return { ...base, kind: 'state', who: by, time: claimedTime, position, find: [reason] };
    }
    case 'phase': {
      const { by, claimedTime, position, reason } = moment.change;
      return { ...base, kind: 'state', who: by, time: claimedTime, position, find: [reason] };
    }
    case 'handover': {
      const { by, claimedTime, position } = moment.handover;
      return { ...base, kind: 'hands', who: by, time: claimedTime, position, find: [] };
    }
    case 'edit': {
      const { by, claimedTime, position, text, field } = moment.edit;
      const kind = field === 'nextStep' ? 'state' : 'fact';
      return { ...base, kind, who: by, time: claimedTime, position, find: [text] };
    }
    case 'part': {
      const { part, at, find = [] } = moment.part;
      const kind = part === 'responsibility' ? 'hands' : part === 'stages' ? 'state' : 'fact';
      return { ...base, kind, place: part, who: at.by, time: at.claimedTime, position: at.position, find };
    }
    case 'pending':
      return {
        ...base,
        kind: 'note',
        who: null,
        time: moment.pending.since,
        position: null,
        find: [moment.pending.text ?? ''],
      };
  }
}

/** What of a conversation belongs on the line of the file: words that came and went, and what was agreed. */
function talkLine(moment: Moment): Omit<Line, 'order'> | null {
  const base = {
    key: `talk ${moment.key}`,
    place: 'conversation' as LinePlace,
    position: null,
    shown: { from: 'conversation', moment } as const,
  };
  switch (moment.kind) {
    case 'hers': {
      const { item, unopened } = moment;
      const read = !unopened && item.content?.kind === 'read' ? textIn(item.content.message) : '';
      return { ...base, kind: 'message', who: 'her', time: item.admittedTime, find: [read] };
    }
    case 'ours':
      return {
        ...base,
        kind: 'message',
        who: moment.item.by,
        time: moment.item.claimedTime,
        find: [moment.item.text],
      };
    case 'heard':
      return {
        ...base,
        kind: 'message',
        who: moment.heard.by,
        time: moment.heard.claimedTime,
        find: [moment.heard.words],
      };
    case 'contact':
      return {
        ...base,
        kind: 'message',
        who: moment.contact.by,
        time: moment.contact.claimedTime,
        find: [moment.contact.words],
      };
    case 'urgency': {
      const { by, claimedTime, reason } = moment.judgement;
      return { ...base, kind: 'state', who: by, time: claimedTime, find: [reason] };
    }
    case 'claim':
      return { ...base, kind: 'hands', who: moment.claim.by, time: moment.claim.claimedTime, find: [] };
    case 'gap':
    case 'opened':
    case 'pending':
      return null;
  }
}

/** What one message of hers says, as words. */
export function textIn(message: GuestMessage): string {
  switch (message.type) {
    case 'request':
      return message.what;
    case 'answer':
      return message.question === 'check-in' ? '' : message.value;
    case 'consent':
      return message.words ?? '';
    default:
      return message.text ?? '';
  }
}
