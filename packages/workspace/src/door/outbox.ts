import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { InPlace, SealedItem } from '@leeward/sealed-log/door/boxes.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { Outcome } from '../transport/connection.ts';
import type { DoorCalls } from '../transport/door-calls.ts';
import type { Patience } from '../transport/patience.ts';
import { ownProblem, type RelayProblem } from '../transport/problem.ts';
import type { Conversation, NextPlace } from './conversation.ts';
import type { Mailbox } from './mailbox.ts';
import type { Door } from './open-door.ts';
import type { MailboxReader } from './read-mailbox.ts';
import { storedSince } from './receipt.ts';
import { type ItemContent, sealable } from './request.ts';

/** An item that waits, is being sent, or has a verified receipt. What was typed stays until then. */
export type Outgoing = {
  readonly content: ItemContent;
  readonly state: 'not-sent' | 'stored';
  readonly sequence: number | null;
  /** Milliseconds since 1970, rounded to the hour by the relay. */
  readonly storedAt: number | null;
};

export type SendStep =
  /** Sealing on this phone; for a first message also working for the proof that keeps machines out. */
  | { readonly step: 'locking' | 'working' }
  | { readonly step: 'sending'; readonly item: number; readonly of: number }
  | { readonly step: 'stored' };

export type SendProblem =
  | { readonly code: 'relay'; readonly problem: RelayProblem }
  /** The other end moved so often that we stopped: try again. */
  | { readonly code: 'busy' };

export type Outbox = {
  readonly items: () => readonly Outgoing[];
  readonly add: (contents: readonly ItemContent[]) => void;
  /** What was read: later items follow it, and name the last reply in it (rule 20). A new mailbox has nothing to read. */
  readonly seen: (conversation: Pick<Conversation, 'next'>) => void;
  /** Takes back what was not sent yet, and was not even tried. */
  readonly clear: () => void;
  /** Seals the first waiting item and works for it, so that nothing is left to do when she presses "send". */
  readonly prepare: (signal?: AbortSignal) => Promise<Result<null, SendProblem>>;
  /**
   * Sends what waits, in order. Each item goes out with the very same bytes until a receipt for it is verified, so that
   * it arrives exactly once (fault 39). May be called again after a failure: it goes on where it stopped.
   */
  readonly send: (signal?: AbortSignal) => Promise<Result<null, SendProblem>>;
};

export type OutboxOptions = {
  readonly door: Door;
  readonly mailbox: Mailbox;
  readonly client: Pick<DoorCalls, 'submit'>;
  readonly reader: MailboxReader;
  readonly patience: Patience;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What was read before; a new mailbox has nothing. The same as calling `seen` at once. */
  readonly after?: Pick<Conversation, 'next'>;
  readonly onStep?: (step: SendStep) => void;
};

type Prepared = {
  readonly place: NextPlace;
  readonly sealed: SealedItem;
  readonly blobs: readonly Bytes[];
  work: { readonly day: number; readonly nonce: Bytes } | null;
  tried: boolean;
};
type Waiting = { readonly content: ItemContent; prepared: Prepared | null; storedAt: number | null };

const FIRST_PLACE: NextPlace = { sequence: 0, prev: zeros32, lastReply: 0, lastReplyHash: zeros32 };
/** How often an item is signed anew because another device of hers was faster. */
const ROUNDS = 8;
const DAY = 24 * 3600 * 1000;

/** What she writes, until the server says that it has it. Lives in memory alone (section 6). */
export function createOutbox(options: OutboxOptions): Outbox {
  const { door, mailbox, client, reader, patience, now, onStep } = options;
  const waiting: Waiting[] = [];
  let place = options.after?.next ?? FIRST_PLACE;
  /** One preparation at a time: two seals of one item would be two items. */
  let preparing: Promise<unknown> = Promise.resolve();

  const prepareItem = async (one: Waiting, signal?: AbortSignal): Outcome<Prepared> => {
    if (one.prepared === null) {
      onStep?.({ step: 'locking' });
      const blobs = one.content.blobs.map(({ blob }) => blob);
      one.prepared = { place, sealed: await seal(one.content, place), blobs, work: null, tried: false };
    }
    const { prepared } = one;
    const day = Math.floor(now() / DAY);
    if (prepared.place.sequence === 0 && prepared.work?.day !== day) {
      onStep?.({ step: 'working' });
      const { findWork } = await import('@leeward/sealed-log/crypto/work.ts');
      const subject = { orgId: door.org, day, submissionHash: prepared.sealed.hash };
      const nonce = await findWork(subject, door.work, signal);
      if (!nonce.ok) return err(ownProblem('aborted'));
      prepared.work = { day, nonce: nonce.value };
    }
    return ok(prepared);
  };

  const seal = async (content: ItemContent, at: NextPlace): Promise<SealedItem> => {
    // Fetched while she types: sealing needs more code than the first question.
    const [{ sealItem }, { keyPairFromSeed }] = await Promise.all([
      import('@leeward/sealed-log/door/boxes.ts'),
      import('@leeward/sealed-log/crypto/hpke.ts'),
    ]);
    const { team, generation, intakeKey } = door.renewal;
    const sealingKey =
      at.sequence === 0 ? (await keyPairFromSeed(mailbox.sealingSeed)).publicKey : new Uint8Array(0);
    const inPlace: InPlace = { org: door.org, mailboxKey: mailbox.signer.key, team, generation, ...at };
    return sealItem(inPlace, sealable(content, now(), sealingKey), intakeKey, mailbox.signingSeed);
  };

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = preparing.then(run);
    preparing = turn.catch(() => {});
    return turn;
  };

  /** Sends one prepared item until its receipt is verified, or another device of hers has taken its place. */
  const deliver = (prepared: Prepared, signal?: AbortSignal): Outcome<number | 'moved'> => {
    const { sealed } = prepared;
    const { sequence } = prepared.place;
    const receiptPlace = { mailbox: mailbox.id, sequence, hash: sealed.hash };
    return patience.run<number | 'moved'>(async () => {
      prepared.tried = true;
      const { signed: item } = sealed;
      const sent = await client.submit(
        door.org,
        { item, work: prepared.work, blobs: prepared.blobs },
        signal,
      );
      if (sent.ok) {
        const since = await storedSince(door, receiptPlace, sent.value.receipt);
        return since === null ? err(ownProblem('unreadable-response', 200)) : ok(since);
      }
      if (sent.error.code !== 'head-moved') return sent;
      const read = await reader.read(signal);
      if (!read.ok) return read;
      const there = read.value.own[sequence];
      // Signed anew only where a different item of hers is seen in this place, never on the relay's word (rule 6).
      if (there === undefined) return err(ownProblem('unreadable-response', 409));
      if (!equal(there.hash, sealed.hash)) {
        place = read.value.next;
        return ok('moved');
      }
      return there.at === null || there.state === 'not-sent'
        ? err(ownProblem('unreadable-response', 409))
        : ok(there.at / 1000);
    }, signal);
  };

  const sendOne = async (one: Waiting, signal?: AbortSignal): Promise<Result<null, SendProblem>> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const prepared = await inTurn(() => prepareItem(one, signal));
      if (!prepared.ok) return err({ code: 'relay', problem: prepared.error });
      onStep?.({ step: 'sending', item: waiting.indexOf(one) + 1, of: waiting.length });
      const delivered = await deliver(prepared.value, signal);
      if (!delivered.ok) return err({ code: 'relay', problem: delivered.error });
      if (delivered.value !== 'moved') {
        one.storedAt = delivered.value * 1000;
        const { sequence } = prepared.value.place;
        place = { ...place, sequence: sequence + 1, prev: prepared.value.sealed.hash };
        onStep?.({ step: 'stored' });
        return ok(null);
      }
      one.prepared = null;
    }
    return err({ code: 'busy' });
  };

  return {
    items: () =>
      waiting.map(({ content, prepared, storedAt }) => ({
        content,
        state: storedAt === null ? 'not-sent' : 'stored',
        sequence: prepared?.place.sequence ?? null,
        storedAt,
      })),
    add: (contents) => {
      for (const content of contents) waiting.push({ content, prepared: null, storedAt: null });
    },
    seen: ({ next }) => {
      // What was sent since it was read is further on; its receipts say so.
      const { sequence, prev } = next.sequence > place.sequence ? next : place;
      place = { ...next, sequence, prev };
    },
    clear: () => {
      const kept = waiting.filter(({ prepared, storedAt }) => storedAt !== null || prepared?.tried === true);
      waiting.splice(0, waiting.length, ...kept);
    },
    prepare: async (signal) => {
      const next = waiting.find(({ storedAt }) => storedAt === null);
      if (next === undefined) return ok(null);
      const prepared = await inTurn(() => prepareItem(next, signal));
      return prepared.ok ? ok(null) : err({ code: 'relay', problem: prepared.error });
    },
    send: async (signal) => {
      for (const one of waiting) {
        if (one.storedAt !== null) continue;
        const sent = await sendOne(one, signal);
        if (!sent.ok) return sent;
      }
      return ok(null);
    },
  };
}
