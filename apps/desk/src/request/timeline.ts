import type { ContactMade, Heard } from '@leeward/domain/request/otherwise.ts';
import { seenReplies } from '@leeward/domain/request/queue.ts';
import {
  brokenItems,
  type Claim,
  type GuestItem,
  isUnopened,
  type RequestJudgement,
  type RequestState,
  type TeamItem,
} from '@leeward/domain/request/state.ts';
import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';

/** One thing on the time line of a conversation. */
export type Moment =
  | {
      readonly kind: 'hers';
      readonly key: string;
      readonly item: GuestItem;
      /** Nobody of the team has opened it yet. */
      readonly unopened: boolean;
      /** It does not follow the item before it, although that one is here. */
      readonly broken: boolean;
    }
  | { readonly kind: 'gap'; readonly key: string; readonly count: number }
  | {
      readonly kind: 'ours';
      readonly key: string;
      readonly item: TeamItem;
      readonly seen: Seen;
      /** A later item took it away from her page. */
      readonly taken: boolean;
    }
  | { readonly kind: 'opened'; readonly key: string; readonly item: TeamItem }
  | { readonly kind: 'urgency'; readonly key: string; readonly judgement: RequestJudgement }
  | { readonly kind: 'heard'; readonly key: string; readonly heard: Heard }
  | { readonly kind: 'contact'; readonly key: string; readonly contact: ContactMade }
  | { readonly kind: 'claim'; readonly key: string; readonly claim: Claim; readonly seen: boolean }
  | { readonly kind: 'pending'; readonly key: string; readonly edit: PendingEdit };

/** What is known about whether she has seen a message: said only at the last one of each kind. */
export type Seen = 'last-seen' | 'not-yet' | null;

type Placed = { readonly position: number; readonly index: number; readonly moment: Moment };

/**
 * The conversation as it is read: her items in the order of her numbers, ours and what we decided where the record has
 * them, gaps where numbers are missing, and at the end what of ours is not confirmed yet.
 */
export function timelineOf(state: RequestState, pending: readonly PendingEdit[]): readonly Moment[] {
  const placed = [...hers(state), ...ours(state), ...judgements(state), ...otherwise(state)].sort(
    (left, right) => left.position - right.position || left.index - right.index,
  );
  const waiting = pending
    .filter(
      (edit) =>
        edit.text !== null &&
        (edit.command === 'reply' || edit.command === 'decline') &&
        // What met a conflict or was refused is no part of the conversation: it stands above, to be decided.
        (edit.delivery === 'kept' || edit.delivery === 'sent'),
    )
    .map((edit): Moment => ({ kind: 'pending', key: edit.action, edit }));
  return [...placed.map(({ moment }) => moment), ...waiting];
}

/** How many of her items nobody has opened: before anybody has opened one, the request itself is still closed. */
export function unopenedCount(state: RequestState): number {
  return state.items.filter((item) => isUnopened(state, item)).length;
}

/** Whether the team has opened anything of hers yet. */
export function isOpened(state: RequestState): boolean {
  return state.heard.length > 0 || state.items.some((item) => !isUnopened(state, item));
}

function hers(state: RequestState): readonly Placed[] {
  const broken = new Set(brokenItems(state));
  const placed: Placed[] = [];
  // An item that was admitted late still stands where its number puts it, so places never go back within a channel.
  let place = { position: -1, index: 0 };
  let mailbox = '';
  let next = 0;
  for (const item of state.items) {
    if (item.mailbox !== mailbox) {
      mailbox = item.mailbox;
      next = 0;
    }
    const later =
      item.position > place.position || (item.position === place.position && item.index > place.index);
    if (later) place = { position: item.position, index: item.index };
    const key = `${item.mailbox} ${item.sequence} ${item.hash}`;
    if (item.sequence > next) {
      placed.push({ ...place, moment: { kind: 'gap', key: `gap ${key}`, count: item.sequence - next } });
    }
    next = Math.max(next, item.sequence + 1);
    placed.push({
      ...place,
      moment: { kind: 'hers', key, item, unopened: isUnopened(state, item), broken: broken.has(item) },
    });
  }
  return placed;
}

function ours(state: RequestState): readonly Placed[] {
  const seen = seenReplies(state);
  const mailbox = state.items.at(-1)?.mailbox;
  const worded = state.sent.filter((item) => ['reply', 'questions', 'declined'].includes(item.kind));
  const lastSeen = worded.findLast((item) => item.mailbox === mailbox && item.sequence < seen);
  const last = worded.at(-1);
  const takenBelow = (item: TeamItem): number =>
    Math.max(0, ...state.sent.map(({ mailbox: of, below = 0 }) => (of === item.mailbox ? below : 0)));
  return state.sent.flatMap((item): Placed[] => {
    const key = `${item.mailbox} ours ${item.sequence} ${item.hash}`;
    if (item.kind === 'confirmed') return [];
    const mark: Seen = item === lastSeen ? 'last-seen' : item === last ? 'not-yet' : null;
    const moment: Moment =
      item.kind === 'opened'
        ? { kind: 'opened', key, item }
        : { kind: 'ours', key, item, seen: mark, taken: item.sequence < takenBelow(item) };
    return [{ position: item.position, index: item.index, moment }];
  });
}

function judgements(state: RequestState): readonly Placed[] {
  return state.urgencyHistory.map((judgement) => ({
    position: judgement.position,
    index: judgement.index,
    moment: { kind: 'urgency', key: `urgency ${judgement.entry} ${judgement.index}`, judgement },
  }));
}

/** What was said and heard by other ways, and who had the request from when on. */
function otherwise(state: RequestState): readonly Placed[] {
  const keyOf = (
    what: string,
    { entry, index }: { readonly entry: string; readonly index: number },
  ): string => `${what} ${entry} ${index}`;
  return [
    ...state.heard.map((heard) => ({
      ...heard,
      moment: { kind: 'heard', key: keyOf('heard', heard), heard } as const,
    })),
    ...state.contacts.map((contact) => ({
      ...contact,
      moment: { kind: 'contact', key: keyOf('contact', contact), contact } as const,
    })),
    // Taking on what nobody had is said at the top; whoever was given it, and by whom, is worth a line.
    ...state.claims
      .filter((claim) => claim.member !== null && claim.member !== claim.by)
      .map((claim) => ({
        ...claim,
        moment: {
          kind: 'claim',
          key: keyOf('claim', claim),
          claim,
          seen: state.handedOver?.entry === claim.entry && state.handedOver.seen !== null,
        } as const,
      })),
  ].map(({ position, index, moment }) => ({ position, index, moment }));
}
