import type { Action } from '../organisation/permissions.ts';
import { type Context, memberOf, type OpenedItem } from '../shared/context.ts';
import { fold, type Noun } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { foldComeBack, wordsOf } from './come-back.ts';
import { type ComeBackEvent, comeBackShapes } from './come-back-events.ts';
import { foldCopy } from './copies.ts';
import {
  type GuestKeys,
  type GuestRight,
  type RequestEvent,
  requestShapes,
  requestUpcasts,
  type Sent,
} from './events.ts';
import { foldFileMark } from './file-marks.ts';
import { foldOtherwise } from './fold-otherwise.ts';
import { foldJoin } from './joins.ts';
import { foldJudgement } from './judgement.ts';
import type { GuestMessage } from './message.ts';
import { type GuestContent, readGuestMessage } from './read-message.ts';
import {
  type Guest,
  type GuestItem,
  hasBegun,
  nextSent,
  type RequestState,
  refOf,
  type TeamItem,
} from './state.ts';
import { foldTriage, type TriageEvent } from './triage.ts';

/** Folds one event of a conversation. */
export function foldRequest(state: RequestState, json: unknown, context: Context): RequestState {
  return fold(request, state, json, context);
}

const actions: Readonly<Record<RequestEvent['type'], Action>> = {
  GuestNamed: 'conversation.admit',
  GuestItemAdmitted: 'conversation.admit',
  GuestClosed: 'conversation.channel',
  GuestReplaced: 'conversation.channel',
  ReplyWritten: 'conversation.reply',
  QuestionsSent: 'conversation.reply',
  OpenedNoted: 'conversation.admit',
  ConversationConfirmed: 'conversation.admit',
  RequestClaimed: 'conversation.triage',
  RequestReleased: 'conversation.triage',
  HandOverSeen: 'conversation.triage',
  UrgencySet: 'conversation.triage',
  UrgencyTakenBack: 'conversation.triage',
  RequestJoined: 'conversation.triage',
  RequestUnjoined: 'conversation.triage',
  CopyMade: 'conversation.triage',
  FileMarked: 'conversation.triage',
  RequestEntered: 'conversation.triage',
  WordEntered: 'conversation.triage',
  ContactNoted: 'conversation.reply',
  DeclineTold: 'conversation.decline',
  RequestDeclined: 'conversation.decline',
  RequestTakenUpAgain: 'conversation.triage',
  RequestSetAside: 'conversation.triage',
  RequestReturned: 'conversation.triage',
  CaseOpened: 'conversation.triage',
  ConsentAsked: 'conversation.reply',
  ConsentDropped: 'conversation.reply',
  NextTold: 'conversation.reply',
  HeldTold: 'conversation.reply',
  CheckInProposed: 'conversation.reply',
  CheckInEnded: 'conversation.reply',
  QuestionAsked: 'conversation.reply',
  PlanShown: 'conversation.reply',
  RoundsTold: 'conversation.reply',
  AlarmAnswered: 'conversation.triage',
  ClosingTold: 'conversation.channel',
  ConversationLinked: 'conversation.channel',
};

const kinds = {
  ConsentAsked: 'consent',
  ConsentDropped: 'consentDropped',
  NextTold: 'next',
  HeldTold: 'held',
  CheckInProposed: 'checkIn',
  CheckInEnded: 'checkInEnded',
  QuestionAsked: 'question',
  PlanShown: 'shownPlan',
  RoundsTold: 'rounds',
  ClosingTold: 'closing',
} as const;

/** The conversation as a noun: see `Noun`. */
export const request: Noun<RequestState, RequestEvent> = {
  shapes: requestShapes,
  upcasts: requestUpcasts,
  action: (event) => actions[event.type],
  // Replacing a channel is told apart below: by readmission it closes the old one and opens none.
  gives: new Set(['ConversationLinked']),
  apply,
};

function apply(state: RequestState, event: RequestEvent, context: Context): Result<RequestState, Refusal> {
  if (event.type === 'GuestNamed') {
    // One conversation, one person: another key for her comes only by `GuestReplaced` (rule 16).
    if (hasBegun(state)) return err(refusal('exists'));
    return ok({ ...state, guests: [guestFrom(event, context)] });
  }
  if (event.type === 'RequestEntered') return foldOtherwise(state, event, context);
  if (!hasBegun(state)) return err(refusal('not_begun'));
  switch (event.type) {
    case 'GuestItemAdmitted':
      return admit(state, event, context);
    case 'GuestClosed':
      return close(state, event.mailbox, event.reason, context);
    case 'GuestReplaced': {
      // Burnt first and replaced days later: the old channel stays closed as it was.
      const isBurnt = state.guests.some((known) => known.mailbox === event.mailbox && known.closed !== null);
      const closed = isBurnt ? ok(state) : close(state, event.mailbox, 'replaced', context);
      if (!closed.ok) return closed;
      // A revocation takes effect at once, a new access only by a signature made for it (rule 3).
      if (context.readmitted === true) return closed;
      if (state.guests.some((guest) => guest.mailbox === event.by.mailbox)) return err(refusal('exists'));
      const guest = guestFrom(event.by, context, event.from);
      return ok({ ...closed.value, guests: [...closed.value.guests, guest] });
    }
    case 'ReplyWritten':
      return send(state, event.sent, { kind: 'reply', text: event.text, files: event.files }, context);
    case 'QuestionsSent': {
      const { text, form } = event;
      return send(state, event.sent, { kind: 'questions', text, files: [], form }, context);
    }
    case 'ConversationConfirmed':
      return send(state, event.sent, { kind: 'confirmed', text: '', files: [] }, context);
    case 'OpenedNoted': {
      const { mailbox } = event.sent;
      const held = state.items.some((item) => item.mailbox === mailbox && item.sequence === event.sequence);
      if (!held) return err(refusal('not_there'));
      if (event.sequence <= (state.opened.get(mailbox) ?? -1)) return err(refusal('no_change'));
      const sent = send(state, event.sent, { kind: 'opened', text: '', files: [] }, context);
      if (!sent.ok) return sent;
      return ok({ ...sent.value, opened: new Map(state.opened).set(mailbox, event.sequence) });
    }
    case 'RequestDeclined': {
      const { words, sent } = event;
      const answered = send(state, sent, { kind: 'declined', text: words, files: [] }, context);
      return answered.ok ? foldTriage(answered.value, event, context) : answered;
    }
    case 'WordEntered':
    case 'ContactNoted':
    case 'DeclineTold':
      return foldOtherwise(state, event, context);
    case 'RequestJoined':
    case 'RequestUnjoined':
      return foldJoin(state, event, context);
    case 'FileMarked':
      return foldFileMark(state, event, context);
    case 'CopyMade':
      return foldCopy(state, event, context);
    case 'UrgencySet':
    case 'UrgencyTakenBack':
      return foldJudgement(state, event, context);
    default:
      if (!isComeBack(event)) return foldTriage(state, event satisfies TriageEvent, context);
      if (!('sent' in event)) return foldComeBack(state, event, context);
      {
        const content = { kind: kinds[event.type], text: wordsOf(event), files: [] };
        const sent = send(state, event.sent, content, context);
        return sent.ok ? foldComeBack(sent.value, event, context) : sent;
      }
  }
}

const isComeBack = (event: RequestEvent): event is ComeBackEvent => Object.hasOwn(comeBackShapes, event.type);

function guestFrom(keys: GuestKeys, context: Context, from: Guest['from'] = null): Guest {
  const { mailbox, mailboxKey, sealingKey, may } = keys;
  return { mailbox, mailboxKey, sealingKey, may, namedAt: context.position, from, closed: null };
}

function close(
  state: RequestState,
  mailbox: string,
  reason: NonNullable<Guest['closed']>['reason'],
  context: Context,
): Result<RequestState, Refusal> {
  const guest = state.guests.find((known) => known.mailbox === mailbox);
  if (guest === undefined) return err(refusal('not_there'));
  if (guest.closed !== null) return err(refusal('channel_closed'));
  const closed = { reason, by: memberOf(context.author) ?? '', claimedTime: context.claimedTime };
  return ok({
    ...state,
    guests: state.guests.map((known) => (known === guest ? { ...known, closed } : known)),
  });
}

function send(
  state: RequestState,
  sent: Sent,
  content: Pick<TeamItem, 'kind' | 'text' | 'files' | 'form'>,
  context: Context,
): Result<RequestState, Refusal> {
  const guest = state.guests.find((known) => known.mailbox === sent.mailbox);
  if (guest === undefined) return err(refusal('not_there'));
  if (guest.closed !== null || state.comeBack.linkedTo !== null) return err(refusal('channel_closed'));
  const expected = nextSent(state, sent.mailbox);
  if (sent.sequence !== expected.sequence || sent.prev !== expected.prev) {
    return err(refusal('number_taken', { expected: expected.sequence }));
  }
  const item: TeamItem = {
    ...refOf(context),
    ...sent,
    ...content,
    position: context.position,
    by: memberOf(context.author) ?? '',
    claimedTime: context.claimedTime,
  };
  return ok({ ...state, sent: [...state.sent, item] });
}

function admit(
  state: RequestState,
  event: Extract<RequestEvent, { readonly type: 'GuestItemAdmitted' }>,
  context: Context,
): Result<RequestState, Refusal> {
  const guest = state.guests.find((known) => known.mailbox === event.mailbox);
  if (guest === undefined) return err(refusal('not_there'));
  // Two colleagues may admit the same item; it is one item (fault 6).
  const known = state.items.some((item) => item.mailbox === event.mailbox && item.hash === event.hash);
  if (known) return ok(state);
  const opened = context.quoted?.[event.item] ?? null;
  if (opened !== null && !matches(event, opened)) return err(refusal('item_differs'));
  const content = opened === null ? null : readGuestMessage(opened.message);
  const item: GuestItem = {
    ...refOf(context),
    mailbox: event.mailbox,
    sequence: event.sequence,
    hash: event.hash,
    prev: event.prev,
    position: context.position,
    quoted: event.item,
    admittedBy: memberOf(context.author) ?? '',
    admittedTime: context.claimedTime,
    claimedTime: opened?.claimedTime ?? null,
    repliesSeen: opened?.repliesSeen ?? 0,
    content,
    files: opened?.files ?? [],
    verdict: verdictOn(state, guest, event.sequence, content),
    readmitted: context.readmitted === true,
  };
  return ok({
    ...state,
    items: inOrder(state, [...state.items, item]),
    needsNewer: state.needsNewer || content?.kind === 'newer',
  });
}

function matches(
  event: Extract<RequestEvent, { readonly type: 'GuestItemAdmitted' }>,
  opened: OpenedItem,
): boolean {
  return (
    opened.mailbox === event.mailbox &&
    opened.hash === event.hash &&
    opened.sequence === event.sequence &&
    opened.prev === event.prev
  );
}

function verdictOn(
  state: RequestState,
  guest: Guest,
  sequence: number,
  content: GuestContent | null,
): GuestItem['verdict'] {
  if (guest.closed !== null) return 'after_close';
  const taken = state.items.some((item) => item.mailbox === guest.mailbox && item.sequence === sequence);
  if (taken) return 'doubled';
  return allowed(guest, content) ? 'counts' : 'not_allowed';
}

/** Everything else is a message. */
const rightFor: Readonly<Partial<Record<GuestMessage['type'], GuestRight>>> = {
  answer: 'answer',
  close: 'close',
  consent: 'consent',
  checkIn: 'checkIn',
  plan: 'checkIn',
  measure: 'answer',
  checkInWish: 'checkIn',
};

/** What a channel may say is fixed when it is named; what cannot be read yet is only a message. */
function allowed(guest: Guest, content: GuestContent | null): boolean {
  const type = content?.kind === 'read' ? content.message.type : 'message';
  return guest.may.includes(rightFor[type] ?? 'message');
}

function inOrder(state: RequestState, items: readonly GuestItem[]): readonly GuestItem[] {
  const channel = new Map(state.guests.map((guest, index) => [guest.mailbox, index]));
  return items.toSorted(
    (left, right) =>
      (channel.get(left.mailbox) ?? 0) - (channel.get(right.mailbox) ?? 0) ||
      left.sequence - right.sequence ||
      left.position - right.position ||
      left.index - right.index,
  );
}
