import type { Bytes, InItem, Submission } from '@leeward/sealed-log/wire';
import {
  admitKey,
  decode,
  equal,
  inItem,
  itemHash,
  mailboxId,
  signedBytes,
  toBase64url,
  verify,
  verifyWork,
  zeros32,
} from '@leeward/sealed-log/wire';
import { missingBlobs } from '../blobs/known.ts';
import { dayNow, hourNow } from '../hours.ts';
import { type Or, type Refused, refuse } from '../http/problem.ts';
import { mailboxForgotten } from '../log/forget.ts';
import { placeOfHash, readHead, statementOf } from '../log/heads.ts';
import type { Organisation } from '../log/organisations.ts';
import { headDetails } from '../log/outcome.ts';
import { givenSequence, insertRow, moveHead, type NewRow, referBlobs, takeSequence } from '../log/placing.ts';
import type { Services } from '../services.ts';
import { type HeadsTable, lines, owners } from '../storage/schema.ts';
import type { Unit, UnitFailure } from '../storage/unit.ts';
import { count, counters, secondsLeft } from '../usage.ts';
import { hasEnded } from './ends.ts';
import { readDoor } from './stored.ts';

/** A receipt: the relay's signed word that it has the item. `created` is false when it had it already. */
export type Received = { readonly created: boolean; readonly receipt: Bytes };

/** How many items a mailbox may add while its first one waits: a long first message continues in a second. */
const itemsWhileWaiting = 3;

/** Takes a defender's item (rules 16, 21, 22). It is on disk when this resolves with a receipt. */
export async function submit(
  services: Services,
  organisation: Organisation,
  { item: sent, work, blobs }: Submission,
): Promise<Or<Received>> {
  const { store, key } = services;
  const { org } = organisation;
  const read = decode(inItem, sent.bytes);
  if (!read.ok || !equal(read.value.org, org)) return refuse('malformed');
  if (new Set(blobs.map(toBase64url)).size !== blobs.length) return refuse('malformed');
  const hash = await itemHash(sent.bytes);
  const mailbox = await mailboxId(org, read.value.mailboxKey);
  const known = await placeOfHash(store, org, hash);
  if (known !== undefined && (await mailboxForgotten(services, org, mailbox)) === undefined)
    return { ok: true, value: { created: false, receipt: await statementOf(key, known) } };
  const [head, forgotten, ended] = await Promise.all([
    readHead(store, org, lines.inBox, mailbox),
    mailboxForgotten(services, org, mailbox),
    hasEnded(services, org, mailbox),
  ]);
  if (forgotten !== undefined) return refuse('forgotten');
  if (ended) return refuse('ended');
  if (!continues(read.value, head))
    return refuse('head-moved', { head: await headDetails(services, org, lines.inBox, mailbox) });
  if (head === undefined) {
    // Cheap things first: nobody makes the relay do arithmetic on curves for free.
    const refusal = await workFault(services, org, work, hash);
    if (refusal !== null) return refusal;
    if (!(await admitKey(read.value.mailboxKey))) return refuse('malformed');
  }
  if (!(await verify(read.value.mailboxKey, signedBytes.item(sent.bytes), sent.signature)))
    return refuse('bad-signature');
  if (!(await ownsBlobs(services, org, mailbox, blobs))) {
    const missing = await missingBlobs(store, org, blobs);
    return refuse('blob-missing', { blob: missing[0] ?? toBase64url(blobs[0] ?? zeros32) });
  }
  const row = itemRow(org, mailbox, read.value, sent, hash);
  return place(services, row, read.value.prev, blobs);
}

function continues(item: InItem, head: HeadsTable | undefined): boolean {
  if (head === undefined) return item.sequence === 0 && equal(item.prev, zeros32);
  return item.sequence === head.position + 1 && equal(item.prev, head.head);
}

/** A first item needs an open door and the work that the door asks for (rule 22). */
async function workFault(
  { store }: Services,
  org: Bytes,
  work: Submission['work'],
  hash: Bytes,
): Promise<Refused | null> {
  const door = await readDoor(store, org);
  if (door === null) return refuse('no-door');
  if (work === null || Math.abs(work.day - dayNow()) > 1)
    return refuse('work-missing', { bits: door.workBits });
  const subject = { orgId: org, day: work.day, submissionHash: hash };
  return (await verifyWork(subject, door.workBits, work.nonce))
    ? null
    : refuse('work-missing', { bits: door.workBits });
}

/** She can only refer to what she sent herself: an item is no way to keep somebody else's blob alive. */
async function ownsBlobs(
  { store }: Services,
  org: Bytes,
  mailbox: Bytes,
  blobs: readonly Bytes[],
): Promise<boolean> {
  if (blobs.length === 0) return true;
  const own = await store.db
    .selectFrom('blobs')
    .select('blob')
    .where('org', '=', org)
    .where('blob', 'in', blobs)
    .where('owner_kind', '=', owners.mailbox)
    .where('owner', '=', mailbox)
    .where('complete', '=', 1)
    .execute();
  return own.length === blobs.length;
}

function itemRow(org: Bytes, mailbox: Bytes, item: InItem, sent: Submission['item'], hash: Bytes): NewRow {
  return {
    org,
    log: lines.inBox,
    line: mailbox,
    position: item.sequence,
    hash,
    hour: hourNow(),
    form: 0,
    signed: sent.bytes,
    signature: sent.signature,
    clear: null,
    body: null,
  };
}

/**
 * Puts the item where it belongs: to the desks, or, when it is a first message and the door is over its quota, into
 * the bounded queue. Known mailboxes never wait behind strangers.
 */
async function place(
  services: Services,
  row: NewRow,
  prev: Bytes,
  blobs: readonly Bytes[],
): Promise<Or<Received>> {
  const { store, config } = services;
  const { org, line, position } = row;
  const { quotas } = config;
  const tail: Unit = [moveHead(store, row, prev, 0), ...referBlobs(store, row, blobs)];
  const delivered = (counter: Unit): Unit => [
    takeSequence(store, org, null),
    ...counter,
    ...tail,
    insertRow(store, row),
  ];
  const waits = count(store, counters.waiting, org, zeros32, 1, quotas.waitingMessages, 'queue-full');
  const waiting: Unit = [waits, ...tail, insertRow(store, row, false)];

  if (position > 0) {
    if (await isWaiting(services, org, line)) {
      if (position >= itemsWhileWaiting)
        return refuse('quota', { limit: itemsWhileWaiting, retryAfter: 3600 });
      return write(services, row, waiting, blobs, false);
    }
    const items = count(store, counters.items, org, line, 1, quotas.mailboxItemsPerDay, 'items');
    return write(services, row, delivered([items]), blobs, true);
  }
  const limit = quotas.firstMessagesPerHour;
  const first = count(store, counters.firstMessages, org, zeros32, 1, limit, 'first');
  const done = await write(services, row, delivered([first]), blobs, true);
  const overQuota = !done.ok && done.error.code === 'quota';
  return overQuota ? write(services, row, waiting, blobs, false) : done;
}

async function write(
  services: Services,
  row: NewRow,
  unit: Unit,
  blobs: readonly Bytes[],
  numbered: boolean,
): Promise<Or<Received>> {
  const done = await services.store.write(unit);
  if (!done.ok) return afterFailure(services, row, blobs, done.error);
  if (numbered) services.live.announce(row.org, givenSequence(done.value));
  return { ok: true, value: { created: true, receipt: await statementOf(services.key, row) } };
}

async function afterFailure(
  services: Services,
  row: NewRow,
  blobs: readonly Bytes[],
  failure: UnitFailure,
): Promise<Or<Received>> {
  if (failure.type === 'broken') throw new Error(failure.message);
  if (failure.type !== 'refused') return refuse(failure.type);
  switch (failure.refusal) {
    case 'first':
      return refuse('quota', {
        limit: services.config.quotas.firstMessagesPerHour,
        retryAfter: secondsLeft(counters.firstMessages),
      });
    case 'items':
      return refuse('quota', {
        limit: services.config.quotas.mailboxItemsPerDay,
        retryAfter: secondsLeft(counters.items),
      });
    case 'queue-full':
      return refuse('queue-full', { retryAfter: 3600 });
    case 'blob-missing': {
      const missing = await missingBlobs(services.store, row.org, blobs);
      return refuse('blob-missing', { blob: missing[0] ?? null });
    }
    default: {
      const known = await placeOfHash(services.store, row.org, row.hash);
      if (known === undefined)
        return refuse('head-moved', { head: await headDetails(services, row.org, row.log, row.line) });
      return { ok: true, value: { created: false, receipt: await statementOf(services.key, known) } };
    }
  }
}

/** Whether earlier items of this mailbox wait for the door's next hour. */
async function isWaiting({ store }: Services, org: Bytes, mailbox: Bytes): Promise<boolean> {
  const found = await store.db
    .selectFrom('rows')
    .select('position')
    .where('org', '=', org)
    .where('log', '=', lines.inBox)
    .where('line', '=', mailbox)
    .where('sequence', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
