import { readTeamMessage, type TeamMessage } from '@leeward/domain/request/reply.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { BlobReference, OutMessage } from '@leeward/sealed-log/wire/box.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { ForgottenConversation } from './forgotten.ts';

/** An item of hers that her own key signed, in the chain without a gap. */
export type OwnLink = {
  readonly sequence: number;
  readonly prev: Bytes;
  readonly hash: Bytes;
  /** The hour in the relay's receipt, in seconds since 1970; null where there is no valid one. */
  readonly stored: number | null;
};

/** A reply whose signature holds. */
export type ReplyLink = {
  readonly sequence: number;
  readonly prev: Bytes;
  readonly hash: Bytes;
  readonly lastItem: number;
  readonly lastItemHash: Bytes;
  /** Whether its device stands in the roster of the door as it is today. */
  readonly inRoster: boolean;
  /** The last day on which it is given out, in whole days since 1970. */
  readonly until: number;
  /** What stands under lower numbers is given out no more. */
  readonly below: number;
  /** Whether the relay gives what is sealed in it. */
  readonly isHere: boolean;
  /** Null where it does not open with her key, or is not here. */
  readonly message: OutMessage | null;
};

/** The three states, never confused (rule 21). */
export type ItemState = 'not-sent' | 'stored' | 'opened';

export type OwnItem = {
  readonly sequence: number;
  readonly hash: Bytes;
  readonly state: ItemState;
  /** Milliseconds since 1970: when the relay says it got it, or when the team says it opened it; null where unknown. */
  readonly at: number | null;
};

export type Reply = {
  readonly sequence: number;
  readonly hash: Bytes;
  /**
   * Signed by a device that may answer today, or older than such a reply, which then vouches for it. What is not
   * confirmed is shown as such: it may be the word of somebody who has left.
   */
  readonly confirmed: boolean;
  /** When its author says that it was written, in milliseconds since 1970. */
  readonly at: number;
  /** Its time is over, as its author had set it, or a later reply took it away: nothing of it is shown. */
  readonly ended: boolean;
  /** It is not given although its time is not over: counted among the gaps. */
  readonly keptBack: boolean;
  /** The last day on which it can be read here, as `2026-11-21`; null where it has none. */
  readonly until: string | null;
  /** How many items of hers the team had when it wrote this: where it stands among them. */
  readonly after: number;
  /** Null where it does not open, or where this page is too old to read it. */
  readonly message: TeamMessage | null;
  readonly blobs: readonly BlobReference[];
};

export type Conversation = {
  readonly own: readonly OwnItem[];
  /** By number. Of two with one number both are there, and `forked` says so. */
  readonly replies: readonly Reply[];
  /** Replies that the team sent and the relay does not give: so many before a number, or under it. */
  readonly gaps: readonly { readonly before: number; readonly count: number }[];
  /** Items of hers that the team has seen and the relay does not give back. */
  readonly ownMissing: number;
  /** Things in the box that nobody of the team signed. They are not shown. */
  readonly refused: number;
  /** Two different lines of replies, or of her items, are about: somebody is lying, or an old device came back. */
  readonly forked: boolean;
  /** The newest word of somebody who may answer today, in milliseconds since 1970 (rule 20). */
  readonly confirmedAt: number | null;
  /** What is known of its deletion; null where it stands. Nothing more can then be sent under these words. */
  readonly forgotten: ForgottenConversation | null;
  /** Where her next item goes. */
  readonly next: NextPlace;
};

export type NextPlace = {
  readonly sequence: number;
  readonly prev: Bytes;
  readonly lastReply: number;
  readonly lastReplyHash: Bytes;
};

/**
 * Puts together what was verified. A pure function of the links and of the day, whatever the order of their arrival.
 * @param today whole days since 1970.
 */
export function conversationOf(
  own: readonly OwnLink[],
  replies: readonly ReplyLink[],
  refused: number,
  today: number,
): Conversation {
  const confirmed = confirmedHashes(replies);
  const isConfirmed = (link: ReplyLink): boolean => confirmed.has(toHex(link.hash));
  const sorted = [...replies].sort((left, right) => left.sequence - right.sequence);
  const trusted = sorted.filter(isConfirmed);
  const taken = Math.max(0, ...trusted.map(({ below }) => below));
  const hasEnded = ({ until, sequence, isHere }: ReplyLink): boolean =>
    sequence < taken || until < today || (!isHere && until < today + clockDays);
  const last = trusted.at(-1);
  const lastOwn = own.at(-1);
  const newest = replies.filter(({ inRoster }) => inRoster).map(({ message }) => message?.claimedTime ?? 0);
  const confirmedAt = Math.max(0, ...newest);
  return {
    own: own.map((link) => ownItem(link, own, trusted)),
    replies: sorted.map((link) => ({
      sequence: link.sequence,
      hash: link.hash,
      confirmed: isConfirmed(link),
      at: link.message?.claimedTime ?? 0,
      after: link.lastItem,
      ended: hasEnded(link),
      keptBack: !link.isHere && !hasEnded(link),
      until: link.until > lastDate ? null : new Date(link.until * 86_400_000).toISOString().slice(0, 10),
      ...contentOf(hasEnded(link) ? null : link.message),
    })),
    gaps: gapsIn(trusted, (link) => !link.isHere && !hasEnded(link)),
    ownMissing: Math.max(0, ...trusted.map(({ lastItem }) => lastItem - own.length)),
    refused,
    forked: isForked(trusted) || trusted.some((link) => differs(link, own)),
    confirmedAt: confirmedAt === 0 ? null : confirmedAt,
    forgotten: null,
    next: {
      sequence: own.length,
      prev: lastOwn?.hash ?? zeros32,
      lastReply: last === undefined ? 0 : last.sequence + 1,
      lastReplyHash: last?.hash ?? zeros32,
    },
  };
}

const contentOf = (message: OutMessage | null): Pick<Reply, 'message' | 'blobs'> => ({
  message: message === null ? null : readTeamMessage(message.message),
  blobs: message?.blobs ?? [],
});

/** A phone may be a day behind: what a relay has dropped since is not held against it. */
const clockDays = 1;
/** The last day that a date can name here: the end of the year 9999. */
const lastDate = 2_932_896;

/** Replies of devices in the roster, and everything that those replies build on (rule 18). */
function confirmedHashes(replies: readonly ReplyLink[]): ReadonlySet<string> {
  const byHash = new Map(replies.map((link) => [toHex(link.hash), link]));
  const confirmed = new Set<string>();
  for (const start of replies) {
    if (!start.inRoster) continue;
    for (let link: ReplyLink | undefined = start; link !== undefined; ) {
      const name = toHex(link.hash);
      if (confirmed.has(name)) break;
      confirmed.add(name);
      const before = byHash.get(toHex(link.prev));
      link = before?.sequence === link.sequence - 1 ? before : undefined;
    }
  }
  return confirmed;
}

/** What was signed and is not given although its time is not over is missing like what was never shown. */
function gapsIn(
  trusted: readonly ReplyLink[],
  isKeptBack: (link: ReplyLink) => boolean,
): Conversation['gaps'] {
  const gaps: { before: number; count: number }[] = [];
  let expected = 0;
  for (const link of trusted) {
    const { sequence } = link;
    const count = Math.max(0, sequence - expected) + (isKeptBack(link) ? 1 : 0);
    if (count > 0) gaps.push({ before: sequence, count });
    expected = Math.max(expected, sequence + 1);
  }
  return gaps;
}

/** Whether two replies of the team stand in one place, or one does not follow the one before it. */
function isForked(trusted: readonly ReplyLink[]): boolean {
  return trusted.some((link, index) => {
    const before = trusted[index - 1];
    if (before === undefined) return link.sequence === 0 && !equal(link.prev, zeros32);
    if (before.sequence === link.sequence) return true;
    return before.sequence === link.sequence - 1 && !equal(link.prev, before.hash);
  });
}

/** Whether the team has seen another item of hers than the one that the relay shows her. */
function differs({ lastItem, lastItemHash }: ReplyLink, own: readonly OwnLink[]): boolean {
  const mine = own[lastItem - 1];
  return mine !== undefined && !equal(mine.hash, lastItemHash);
}

function ownItem(link: OwnLink, own: readonly OwnLink[], trusted: readonly ReplyLink[]): OwnItem {
  const { sequence, hash } = link;
  // Only a word of the team about this very item opens it: its chain must have had the item, by its hash (rule 21).
  const opened = trusted.find((reply) => {
    const message = reply.message === null ? null : readTeamMessage(reply.message.message);
    return (
      message?.type === 'opened' &&
      message.sequence >= sequence &&
      reply.lastItem > sequence &&
      own[reply.lastItem - 1] !== undefined &&
      !differs(reply, own)
    );
  });
  if (opened !== undefined)
    return { sequence, hash, state: 'opened', at: opened.message?.claimedTime ?? null };
  const { stored } = link;
  return {
    sequence,
    hash,
    state: stored === null ? 'not-sent' : 'stored',
    at: stored === null ? null : stored * 1000,
  };
}
