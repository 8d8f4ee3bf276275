import type { SheetAnswerMessage, SheetMessage } from '@leeward/domain/sheet/message.ts';
import { readSheet, writeSheetAnswer } from '@leeward/domain/sheet/message.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromHex, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyInclusion } from '@leeward/sealed-log/crypto/merkle.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { SealedItem } from '@leeward/sealed-log/door/boxes.ts';
import { sealItem, verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import { writeDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { openReply, verifyReply } from '@leeward/sealed-log/door/replies.ts';
import { readSheetLink } from '@leeward/sealed-log/door/sheet-link.ts';
import { itemHash, rosterLeaf, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { MailboxPage } from '@leeward/sealed-log/wire/relay.ts';
import type { Outcome } from '../transport/connection.ts';
import type { DoorCalls } from '../transport/door-calls.ts';
import type { Patience } from '../transport/patience.ts';
import { ownProblem, type RelayProblem } from '../transport/problem.ts';
import type { Mailbox } from './mailbox.ts';
import { mailboxOf } from './mailbox.ts';
import { type Door, type DoorProblem, type OpeningDoor, openDoor } from './open-door.ts';
import { storedSince } from './receipt.ts';

/** A question sheet that was held against its link: everything on it was signed by a device of the team. */
export type OpenSheet = {
  readonly door: Door;
  readonly mailbox: Mailbox;
  readonly message: SheetMessage;
  /** Hash of the item with the questions: the answer names it. */
  readonly hash: Bytes;
  /** How many answers were sent with this link, by whoever held it. */
  readonly answered: number;
  readonly next: { readonly sequence: number; readonly prev: Bytes };
};

/** Why there is nothing to answer. In none of these cases was anything sent. */
export type SheetProblem =
  | DoorProblem
  /** Its time is over: by what the team wrote into it, by the server's word, or because the team ended it. */
  | { readonly code: 'ended' }
  /** The server has nothing under this link: not yet, or no more. */
  | { readonly code: 'empty' }
  /** What the server shows was not written by the team. */
  | { readonly code: 'untrusted' }
  /** Written by the team, for a newer page than this one. */
  | { readonly code: 'newer' };

type Calls = Pick<DoorCalls, 'descriptor' | 'mailbox'>;

/** Reads a sheet's link, holds the door against it, and fetches, verifies and opens what is asked. */
export async function openSheet(
  fragment: string,
  { client, now, builtAt, signal }: Omit<OpeningDoor, 'client'> & { readonly client: Calls },
): Promise<Result<OpenSheet, SheetProblem>> {
  if (fragment.replace(/^#/, '') === '') return err({ code: 'link-missing' });
  const link = readSheetLink(fragment);
  if (link === null) return err({ code: 'link-broken' });
  const door = await openDoor(writeDoorLink(link.door), { client, now, builtAt, signal });
  if (!door.ok) return door;
  const mailbox = await mailboxOf(link.secret, door.value.org);
  const page = await client.mailbox(
    door.value.org,
    mailbox.id,
    { items: 0, replies: 0 },
    mailbox.signer,
    signal,
  );
  if (!page.ok) {
    const { code } = page.error;
    if (code === 'ended' || code === 'forgotten') return err({ code: 'ended' });
    return err({ code: 'relay', problem: page.error });
  }
  const found = await questionsIn(door.value, mailbox, page.value);
  if (!found.ok) return found;
  // The later of the phone's clock and the code's build date, as for the door itself (rule 19).
  if (Math.max(now, builtAt) * 1000 > found.value.message.until) return err({ code: 'ended' });
  const own = await ownItems(door.value, mailbox, page.value);
  return ok({ door: door.value, mailbox, ...found.value, answered: own.sequence, next: own });
}

/** The first item of the out-box that a device in the roster signed and that opens: there is no other way to ask. */
async function questionsIn(
  door: Door,
  mailbox: Mailbox,
  { replies }: MailboxPage,
): Promise<Result<Pick<OpenSheet, 'message' | 'hash'>, SheetProblem>> {
  for (const { reply, index, path } of replies) {
    const verified = await verifyReply(reply, door.org, mailbox.id);
    if (!verified.ok) continue;
    const { place, hash } = verified.value;
    const proof = { index, size: door.renewal.rosterCount, path };
    const inRoster = await verifyInclusion(await rosterLeaf(place.device), proof, door.renewal.roster);
    if (!inRoster || place.sequence !== 0 || !equal(place.prev, zeros32)) continue;
    const opened = await openReply(verified.value, mailbox.sealingSeed);
    if (!opened.ok) continue;
    const message = readSheet(opened.value.message);
    return message === null ? err({ code: 'newer' }) : ok({ message, hash });
  }
  return err({ code: replies.length === 0 ? 'empty' : 'untrusted' });
}

/** The relay's receipt beside this very item; null where it shows none. */
async function receiptIn(
  { items }: Pick<MailboxPage, 'items'>,
  hash: Bytes,
): Promise<MailboxPage['items'][number]['receipt'] | null> {
  for (const { item, receipt } of items) if (equal(await itemHash(item.bytes), hash)) return receipt;
  return null;
}

/** Where the next answer goes: after those that this very link has signed already. */
async function ownItems(
  door: Door,
  mailbox: Mailbox,
  { items }: Pick<MailboxPage, 'items'>,
): Promise<OpenSheet['next']> {
  let [sequence, prev] = [0, zeros32];
  for (const { item } of items) {
    const verified = await verifyItem(item, door.org);
    if (!verified.ok || !equal(verified.value.mailbox, mailbox.id)) continue;
    if (verified.value.item.sequence !== sequence || !equal(verified.value.item.prev, prev)) continue;
    sequence += 1;
    prev = verified.value.hash;
  }
  return { sequence, prev };
}

export type SheetStep = 'locking' | 'working' | 'sending';

export type SendingAnswer = {
  readonly client: Pick<DoorCalls, 'submit' | 'mailbox'>;
  readonly patience: Patience;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onStep?: (step: SheetStep) => void;
  readonly signal?: AbortSignal;
};

export type AnswerProblem =
  | { readonly code: 'ended' | 'busy' }
  | { readonly code: 'relay'; readonly problem: RelayProblem };

const rounds = 8;
const day = 24 * 3600 * 1000;

/**
 * Something that sends one answer: the very same bytes until a receipt for them is verified, so that it arrives exactly
 * once (fault 39). May be called again after a failure. Gives the hour in the receipt, in milliseconds since 1970.
 */
export function createAnswer(
  sheet: OpenSheet,
  answer: Omit<SheetAnswerMessage, 'type' | 'v' | 'sheet'>,
): { readonly send: (sending: SendingAnswer) => Promise<Result<number, AnswerProblem>> } {
  const { door, mailbox, message, hash } = sheet;
  let place = sheet.next;
  let sealed: SealedItem | null = null;

  const seal = (claimedTime: number): Promise<SealedItem> => {
    const { team, generation, key } = message.to;
    const { sequence, prev } = place;
    const inPlace = {
      org: door.org,
      mailboxKey: mailbox.signer.key,
      sequence,
      prev,
      lastReply: 1,
      lastReplyHash: hash,
      team: bytes(team),
      generation,
    };
    const text = writeSheetAnswer({ type: 'sheetAnswer', v: 1, sheet: toHex(hash), ...answer });
    const content = { claimedTime, sealingKey: new Uint8Array(0), message: text, blobs: [] };
    return sealItem(inPlace, content, bytes(key), mailbox.signingSeed);
  };

  const deliver = (item: SealedItem, sending: SendingAnswer): Outcome<number | 'moved'> => {
    const { client, patience, now, onStep, signal } = sending;
    const { sequence } = place;
    return patience.run<number | 'moved'>(async () => {
      const work = sequence === 0 ? await workFor(door, item.hash, now(), onStep, signal) : null;
      if (work === undefined) return err(ownProblem('aborted'));
      onStep?.('sending');
      const sent = await client.submit(door.org, { item: item.signed, work, blobs: [] }, signal);
      if (sent.ok) {
        const receiptPlace = { mailbox: mailbox.id, sequence, hash: item.hash };
        const since = await storedSince(door, receiptPlace, sent.value.receipt);
        return since === null ? err(ownProblem('unreadable-response', 200)) : ok(since * 1000);
      }
      if (sent.error.code !== 'head-moved') return sent;
      // Somebody else with this link was faster. What stands there is read, and never the relay's word taken for it.
      const from = { items: 0, replies: 0 };
      const page = await client.mailbox(door.org, mailbox.id, from, mailbox.signer, signal);
      if (!page.ok) return page;
      const mine = await receiptIn(page.value, item.hash);
      if (mine !== null) {
        const since = await storedSince(door, { mailbox: mailbox.id, sequence, hash: item.hash }, mine);
        return since === null ? err(ownProblem('unreadable-response', 409)) : ok(since * 1000);
      }
      const after = await ownItems(door, mailbox, page.value);
      if (after.sequence <= sequence) return err(ownProblem('unreadable-response', 409));
      place = after;
      return ok('moved');
    }, signal);
  };

  return {
    send: async (sending) => {
      for (let round = 0; round < rounds; round += 1) {
        sending.onStep?.('locking');
        sealed ??= await seal(sending.now());
        const delivered = await deliver(sealed, sending);
        if (!delivered.ok) {
          const { code } = delivered.error;
          return err(
            code === 'ended' || code === 'forgotten'
              ? { code: 'ended' }
              : { code: 'relay', problem: delivered.error },
          );
        }
        if (delivered.value !== 'moved') return ok(delivered.value);
        sealed = null;
      }
      return err({ code: 'busy' });
    },
  };
}

/** Work for a first item (rule 22); undefined where it was given up. */
async function workFor(
  door: Door,
  submissionHash: Bytes,
  now: number,
  onStep?: (step: SheetStep) => void,
  signal?: AbortSignal,
): Promise<{ readonly day: number; readonly nonce: Bytes } | undefined> {
  onStep?.('working');
  const { findWork } = await import('@leeward/sealed-log/crypto/work.ts');
  const today = Math.floor(now / day);
  const nonce = await findWork({ orgId: door.org, day: today, submissionHash }, door.work, signal);
  return nonce.ok ? { day: today, nonce: nonce.value } : undefined;
}

function bytes(hex: string): Bytes {
  const read = fromHex(hex);
  if (!read.ok) throw new Error('the shape of a sheet lets hex through alone');
  return read.value;
}
