import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyInclusion } from '@leeward/sealed-log/crypto/merkle.ts';
import { ok } from '@leeward/sealed-log/crypto/result.ts';
import { verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import { openReply, type VerifiedReply, verifyReply } from '@leeward/sealed-log/door/replies.ts';
import type { OutMessage } from '@leeward/sealed-log/wire/box.ts';
import { rosterLeaf, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { MailboxPage } from '@leeward/sealed-log/wire/relay.ts';
import { dayOf } from '@leeward/sealed-log/wire/reply.ts';
import type { Outcome } from '../transport/connection.ts';
import type { DoorCalls } from '../transport/door-calls.ts';
import { type Conversation, conversationOf, type OwnLink, type ReplyLink } from './conversation.ts';
import { readForgotten, unproven } from './forgotten.ts';
import type { Mailbox } from './mailbox.ts';
import type { Door } from './open-door.ts';
import { storedSince } from './receipt.ts';

/** Reads one mailbox again and again; what was verified and opened once is not opened a second time. */
export type MailboxReader = {
  /** Fetches everything and verifies it. A wrong phrase and an empty mailbox give the same: a conversation without items. */
  readonly read: (signal?: AbortSignal) => Outcome<Conversation>;
};

/** A relay that always says "more" is not believed for ever (fault 14). */
const MOST_PAGES = 64;

export function createMailboxReader(
  door: Door,
  mailbox: Mailbox,
  client: Pick<DoorCalls, 'mailbox' | 'forgottenMailbox'>,
  /** By the phone's clock, in milliseconds since 1970. */
  now: () => number,
): MailboxReader {
  const opened = new Map<string, OutMessage | null>();

  const openOnce = async (reply: VerifiedReply): Promise<OutMessage | null> => {
    if (reply.box === null) return null;
    const name = toHex(reply.hash);
    const known = opened.get(name);
    if (known !== undefined) return known;
    const message = await openReply(reply, mailbox.sealingSeed);
    const content = message.ok ? message.value : null;
    opened.set(name, content);
    return content;
  };

  /** Not below what the team's renewal says, which a phone that is behind by more than a day does not get past (rule 19). */
  const today = (): number => dayOf(Math.max(now(), door.renewal.from * 1000));

  /** Nothing is accused of being missing where all of it was deleted: what is known of that is said. */
  const gone = async (signal?: AbortSignal): Promise<Conversation> => {
    const shown = await client.forgottenMailbox(door.org, mailbox.id, mailbox.signer, signal);
    const forgotten = shown.ok ? await readForgotten(door, mailbox.id, shown.value) : unproven;
    return { ...conversationOf([], [], 0, today()), forgotten };
  };

  return {
    read: async (signal) => {
      const own: OwnLink[] = [];
      const replies: ReplyLink[] = [];
      let refused = 0;
      // Numbers asked for are those received, verified or not: a relay that sends junk is asked for what follows.
      let items = 0;
      let answers = 0;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const page = await client.mailbox(
          door.org,
          mailbox.id,
          { items, replies: answers },
          mailbox.signer,
          signal,
        );
        if (!page.ok && page.error.code === 'forgotten') return ok(await gone(signal));
        if (!page.ok) return page;
        for (const { item, receipt } of page.value.items) {
          const link = await ownLink(door, mailbox, item, receipt);
          if (link !== null && equal(link.prev, own.at(-1)?.hash ?? zeros32) && link.sequence === own.length)
            own.push(link);
        }
        for (const one of page.value.replies) {
          const link = await replyLink(door, mailbox, one, openOnce);
          if (link === null) refused += 1;
          else if (!replies.some(({ hash }) => equal(hash, link.hash))) replies.push(link);
        }
        items += page.value.items.length;
        answers += page.value.replies.length;
        const grew = page.value.items.length + page.value.replies.length > 0;
        if (page.value.more === 0 || !grew) break;
      }
      return ok(conversationOf(own, replies, refused, today()));
    },
  };
}

/** An item of hers with its receipt; null for what she has not signed. */
async function ownLink(
  door: Door,
  mailbox: Mailbox,
  item: MailboxPage['items'][number]['item'],
  receipt: MailboxPage['items'][number]['receipt'],
): Promise<OwnLink | null> {
  const verified = await verifyItem(item, door.org);
  if (!verified.ok || !equal(verified.value.mailbox, mailbox.id)) return null;
  const { sequence, prev } = verified.value.item;
  const { hash } = verified.value;
  return {
    sequence,
    prev,
    hash,
    stored: await storedSince(door, { mailbox: mailbox.id, sequence, hash }, receipt),
  };
}

/** A reply whose signature holds, opened, with what the roster says of its device (rule 18); null for any other. */
async function replyLink(
  door: Door,
  mailbox: Mailbox,
  { reply, index, path }: MailboxPage['replies'][number],
  open: (reply: VerifiedReply) => Promise<OutMessage | null>,
): Promise<ReplyLink | null> {
  const verified = await verifyReply(reply, door.org, mailbox.id);
  if (!verified.ok) return null;
  const { place, box, hash } = verified.value;
  const { sequence, prev, lastItem, lastItemHash, until, below, device } = place;
  const proof = { index, size: door.renewal.rosterCount, path };
  return {
    sequence,
    prev,
    hash,
    lastItem,
    lastItemHash,
    until,
    below,
    isHere: box !== null,
    inRoster: await verifyInclusion(await rosterLeaf(device), proof, door.renewal.roster),
    message: await open(verified.value),
  };
}
