import { may } from '../organisation/permissions.ts';
import type { Actor, FileNote, OpenedItem } from '../shared/context.ts';
import { seenIn } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CopyEvent, filesOf } from './copies.ts';
import type { GuestKeys, GuestRight, RequestEvent, Sent } from './events.ts';
import { request } from './fold.ts';
import type { Account, ContactMade, OtherwiseEvent } from './otherwise.ts';
import { mayWriteTo } from './routing.ts';
import { openGuest, type RequestState } from './state.ts';

type Allowed = Result<readonly RequestEvent[], Refusal>;
type Of<Type extends RequestEvent['type']> = Omit<
  Extract<RequestEvent, { readonly type: Type }>,
  'type' | 'v'
>;

/** What a defender's channel may do unless something is taken from it. */
export const usualRights: readonly GuestRight[] = ['message', 'answer', 'consent', 'checkIn', 'close'];

/** Begin the record of a conversation with one guest (rule 16). */
export function canAdopt(state: RequestState, actor: Actor, guest: GuestKeys): Allowed {
  return ask(state, actor, { type: 'GuestNamed', v: 1, ...guest });
}

/** One of her items, on its way into the record. */
export type Admission = { readonly item: OpenedItem; readonly contentKey: string | null };

/** Admit her items as they came; the entry quotes their bytes in this order. Items that are here already are left out. */
export function canAdmit(state: RequestState, actor: Actor, admissions: readonly Admission[]): Allowed {
  const events = admissions.map(
    ({ item, contentKey }, index): RequestEvent => ({
      type: 'GuestItemAdmitted',
      v: 1,
      mailbox: item.mailbox,
      item: index,
      hash: item.hash,
      sequence: item.sequence,
      prev: item.prev,
      contentKey,
    }),
  );
  const quoted = admissions.map(({ item }) => item);
  const isNew = (event: RequestEvent) =>
    event.type !== 'GuestItemAdmitted' ||
    !state.items.some((held) => held.mailbox === event.mailbox && held.hash === event.hash);
  const fresh = events.filter(isNew);
  if (fresh.length === 0) return err(refusal('no_change'));
  return propose(request, state, actor, fresh, quoted);
}

/** Note that the team has opened her items up to a number: she reads "opened by the team" (rule 21). */
export function canNoteOpened(state: RequestState, actor: Actor, noted: Of<'OpenedNoted'>): Allowed {
  return ask(state, actor, { type: 'OpenedNoted', v: 1, ...noted });
}

/** Give her the weekly sign that nothing newer is held back (rule 20). */
export function canConfirm(state: RequestState, actor: Actor, sent: Sent): Allowed {
  return ask(state, actor, { type: 'ConversationConfirmed', v: 1, sent });
}

/**
 * Whether the actor may answer now, before she types: the role allows it, the channel is open, the person has not
 * closed it, and the request is hers, so that two people do not answer.
 */
export function mayAnswer(state: RequestState, actor: Actor): Result<true, Refusal> {
  const allowed = may(actor.role, 'conversation.reply', actor.permissions);
  if (!allowed.ok) return allowed;
  if (openGuest(state) === undefined) return err(refusal(noChannel(state)));
  const routed = mayWriteTo(state, 'chan_door_code');
  if (!routed.ok) return routed;
  if (state.claimedBy === null) return err(refusal('claim_first'));
  if (state.claimedBy !== actor.member) return err(refusal('claimed_by_other', { member: state.claimedBy }));
  return ok(true);
}

/** Write to her. `sent` is the sealed item, made with `nextSent`. */
export function canReply(
  state: RequestState,
  actor: Actor,
  reply: { readonly text: string; readonly files: readonly FileNote[]; readonly sent: Sent },
): Allowed {
  const answer = mayAnswer(state, actor);
  return answer.ok ? ask(state, actor, { type: 'ReplyWritten', v: 1, ...reply }) : answer;
}

/** Send her questions of the organisation. */
export function canSendQuestions(
  state: RequestState,
  actor: Actor,
  questions: { readonly form: string; readonly text: string; readonly sent: Sent },
): Allowed {
  const answer = mayAnswer(state, actor);
  return answer.ok ? ask(state, actor, { type: 'QuestionsSent', v: 1, ...questions }) : answer;
}

/** Take a request on. */
export function canClaim(state: RequestState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'RequestClaimed', v: 1, member: actor.member });
}

function noChannel(state: RequestState): 'channel_closed' | 'no_mailbox' | 'not_begun' {
  if (state.guests.length > 0) return 'channel_closed';
  return state.heard.length > 0 ? 'no_mailbox' : 'not_begun';
}

/**
 * Give a request to a colleague, without having to say why. Whoever gives it may take it back until that was seen. Whether
 * the colleague can read it is the session's to know.
 */
export function canHandOver(state: RequestState, actor: Actor, member: string): Allowed {
  if (member === actor.member) return err(refusal('no_change'));
  return ask(state, actor, { type: 'RequestClaimed', v: 1, member });
}

/** Give a request back to everybody. */
export function canRelease(state: RequestState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'RequestReleased', v: 1 });
}

/** Say that one has seen what a colleague handed over. */
export function canSeeHandOver(state: RequestState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'HandOverSeen', v: 1 });
}

/** Set the urgency, with its reason: every change keeps one (handbook 3.2). */
export function canSetUrgency(state: RequestState, actor: Actor, judged: Of<'UrgencySet'>): Allowed {
  return ask(state, actor, { type: 'UrgencySet', v: 2, ...judged });
}

/** Take back one's own last judgement of the urgency; what it had replaced stands again. */
export function canTakeBackUrgency(state: RequestState, actor: Actor): Allowed {
  const own = state.urgencyHistory.findLast((one) => one.by === actor.member && one.takenBack === null);
  if (own === undefined) return err(refusal('no_change'));
  const judgement = { entry: own.entry, index: own.index };
  return ask(state, actor, { type: 'UrgencyTakenBack', v: 1, judgement });
}

/**
 * Begin a request that did not come through the door, with what an officer wrote down. `answered` is what she was told at
 * once; null where nobody has answered yet.
 */
export function canEnter(
  state: RequestState,
  actor: Actor,
  account: Account,
  more: {
    readonly answered: Pick<ContactMade, 'channel' | 'at' | 'words'> | null;
    readonly judged: Of<'UrgencySet'> | null;
    readonly claim: boolean;
  },
): Allowed {
  const { answered, judged, claim } = more;
  const events: RequestEvent[] = [{ type: 'RequestEntered', v: 1, ...account }];
  if (claim) events.push({ type: 'RequestClaimed', v: 1, member: actor.member });
  if (judged !== null) events.push({ type: 'UrgencySet', v: 2, ...judged });
  if (answered !== null) events.push({ type: 'ContactNoted', v: 1, ...answered });
  return ask(state, actor, ...events);
}

/** Write down what she said by another way, in a conversation that has begun. */
export function canEnterWord(state: RequestState, actor: Actor, account: Account): Allowed {
  return ask(state, actor, { type: 'WordEntered', v: 1, ...account });
}

/** Write down that somebody of the team has spoken with her, and how. It has happened: no rule can undo it. */
export function canNoteContact(
  state: RequestState,
  actor: Actor,
  contact: Pick<ContactMade, 'channel' | 'at' | 'words'>,
): Allowed {
  return ask(state, actor, { type: 'ContactNoted', v: 1, ...contact });
}

/** Decline where there is no mailbox: she is told by a way that she called safe, and the same is kept (invariant 8). */
export function canTellDecline(
  state: RequestState,
  actor: Actor,
  decline: Omit<Extract<OtherwiseEvent, { readonly type: 'DeclineTold' }>, 'type' | 'v'>,
): Allowed {
  const routed = mayWriteTo(state, decline.channel);
  if (!routed.ok) return routed;
  if (state.claimedBy === null) return err(refusal('claim_first'));
  if (state.claimedBy !== actor.member) return err(refusal('claimed_by_other', { member: state.claimedBy }));
  return ask(state, actor, { type: 'DeclineTold', v: 1, ...decline });
}

/** Say that another request is of the same person; the other record says the same, under the same id. */
export function canJoin(state: RequestState, actor: Actor, join: string, record: string): Allowed {
  return ask(state, actor, { type: 'RequestJoined', v: 1, join, record });
}

/** Undo joins by their ids. Nothing is lost: each conversation has always been a record of its own. */
export function canUnjoin(state: RequestState, actor: Actor, joins: readonly string[]): Allowed {
  return ask(state, actor, { type: 'RequestUnjoined', v: 1, joins });
}

/** Decline: with a reason, words, what else may help, and a way back (invariant 8). */
export function canDecline(state: RequestState, actor: Actor, decline: Of<'RequestDeclined'>): Allowed {
  const answer = mayAnswer(state, actor);
  return answer.ok ? ask(state, actor, { type: 'RequestDeclined', v: 1, ...decline }) : answer;
}

/** Take a declined request up again. */
export function canTakeUpAgain(state: RequestState, actor: Actor, reason: string): Allowed {
  return ask(state, actor, { type: 'RequestTakenUpAgain', v: 1, reason });
}

/** Set junk aside; it can be returned at any time. A reason may be given, for what is set aside by the hundred it need not. */
export function canSetAside(state: RequestState, actor: Actor, reason = ''): Allowed {
  return ask(state, actor, { type: 'RequestSetAside', v: 1, reason });
}

/** Put back what was set aside. */
export function canReturn(state: RequestState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'RequestReturned', v: 1 });
}

/** Say in the conversation which case it led to. The case says the same from its side. */
export function canLinkCase(state: RequestState, actor: Actor, caseRecord: string): Allowed {
  return ask(state, actor, { type: 'CaseOpened', v: 1, case: caseRecord });
}

/** Close her channel, for example when the words were seized (fault 50). */
export function canCloseChannel(state: RequestState, actor: Actor, closing: Of<'GuestClosed'>): Allowed {
  return ask(state, actor, { type: 'GuestClosed', v: 1, ...closing });
}

/** Open a new channel for the same person after a check, and close the old one (fault 49). */
export function canReplaceChannel(
  state: RequestState,
  actor: Actor,
  replacing: Of<'GuestReplaced'>,
): Allowed {
  return ask(state, actor, { type: 'GuestReplaced', v: 2, ...replacing });
}

/** Whether somebody may keep such a copy at all: offered to nobody else, so that no work is thrown away at its end. */
export const mayKeepCopies = ({ role, permissions }: Actor): boolean =>
  may(role, 'conversation.triage', permissions).ok;

/** Say what a file shows, so that nobody sees it unwarned; or that it is not hard to see after all. */
export function canMarkFile(
  state: RequestState,
  actor: Actor,
  mark: { readonly blob: string; readonly graphic: boolean; readonly shows: string },
): Allowed {
  const replaces = seenIn(state.marks.get(mark.blob) ?? []);
  return ask(state, actor, { type: 'FileMarked', v: 1, ...mark, replaces });
}

/** Keep a copy of an attachment on which something was blacked out; the attachment stays as it is. */
export function canKeepCopy(state: RequestState, actor: Actor, copy: Omit<CopyEvent, 'type' | 'v'>): Allowed {
  const isHere = filesOf(state).some(({ blob, hash }) => blob === copy.of && hash === copy.original);
  return isHere ? ask(state, actor, { type: 'CopyMade', v: 1, ...copy }) : err(refusal('not_there'));
}

function ask(state: RequestState, actor: Actor, ...events: readonly RequestEvent[]): Allowed {
  return propose(request, state, actor, events);
}
