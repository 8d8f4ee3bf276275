import type { Bytes, MailboxPage, OutPlace, SentReply, Signed } from '@leeward/sealed-log/wire';
import {
  capabilities,
  decode,
  deviceMay,
  encode,
  equal,
  forgottenMailbox,
  header,
  limits,
  mailboxPage,
  readReply,
  replyBoxHash,
  replyHash,
  sentReply,
  signed,
  signedBytes,
  toHex,
  verify,
  zeros32,
} from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { missingBlobs } from '../blobs/known.ts';
import { endIn, endStep, hasEnded } from '../door/ends.ts';
import { isOver, lastDaySteps, storedReply } from '../door/reply-ends.ts';
import { rosterPlaces } from '../door/roster.ts';
import { readDoor } from '../door/stored.ts';
import { hourNow } from '../hours.ts';
import { bytesAnswer } from '../http/answers.ts';
import { bytesParameter, numberParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { type ByDevice, type ByMailbox, byDevice, byMailbox } from '../http/signed.ts';
import { mailboxForgotten } from '../log/forget.ts';
import { placeOfHash, readHead, statementOf } from '../log/heads.ts';
import { headDetails } from '../log/outcome.ts';
import { givenSequence, insertRow, moveHead, type NewRow, referBlobs, takeSequence } from '../log/placing.ts';
import type { Services } from '../services.ts';
import { type Line, lines } from '../storage/schema.ts';
import type { Unit } from '../storage/unit.ts';

/** Items and replies in one page of a mailbox: with the largest items still below the size of a page. */
const pageOf = 24;

/** What a defender reads of her mailbox, and what the team writes to it. */
export function mailboxRoutes(app: Hono, services: Services): void {
  app.get(
    '/v1/d/:org/mailboxes/:mailbox',
    byMailbox(services, (request) => readMailbox(services, request)),
  );
  app.get(
    '/v1/d/:org/mailboxes/:mailbox/forgotten',
    byMailbox(services, (request) => readForgotten(services, request)),
  );
  app.post(
    '/v1/o/:org/replies',
    byDevice(services, limits.item + 8192, (request) => reply(services, request)),
  );
}

/**
 * Whatever she asks for, and whether the mailbox exists or not, the same questions are put to the database: an empty
 * page says nothing about who was ever there (fault 36).
 */
async function readMailbox(
  services: Services,
  { context, organisation, mailbox }: ByMailbox,
): Promise<Or<Response>> {
  const fromItem = numberParameter(context.req.query('items'), 2 ** 32 - 1, 0);
  if (!fromItem.ok) return fromItem;
  const fromReply = numberParameter(context.req.query('replies'), 2 ** 32 - 1, 0);
  if (!fromReply.ok) return fromReply;
  const { org } = organisation;
  const [forgotten, ended, items, replies, door] = await Promise.all([
    mailboxForgotten(services, org, mailbox),
    hasEnded(services, org, mailbox),
    readLine(services, org, lines.inBox, mailbox, fromItem.value),
    readLine(services, org, lines.outBox, mailbox, fromReply.value),
    readDoor(services.store, org),
  ]);
  if (forgotten !== undefined) return refuse('forgotten');
  if (ended) return refuse('ended');
  const sent = replies.slice(0, pageOf).map(storedReply);
  const places = await rosterPlaces(
    door?.published ?? null,
    sent.map(({ place }) => place.device),
  );
  const page: MailboxPage = {
    items: await Promise.all(
      items.slice(0, pageOf).map(async (row) => ({
        item: { bytes: row.signed, signature: row.signature },
        receipt: signedFrom(await statementOf(services.key, row)),
      })),
    ),
    replies: sent.map(({ reply: one }, index) => ({ reply: one, ...(places[index] ?? nowherePlace) })),
    more: items.length > pageOf || replies.length > pageOf ? 1 : 0,
  };
  return bytesAnswer(encode(mailboxPage, page));
}

/** The signed entry that asked for the mailbox to be forgotten, so that a door need not take the relay's word for it. */
async function readForgotten(
  services: Services,
  { organisation, mailbox }: ByMailbox,
): Promise<Or<Response>> {
  const { org } = organisation;
  const place = await mailboxForgotten(services, org, mailbox);
  const row = place === undefined ? undefined : await entryAt(services, org, place.record, place.position);
  if (row === undefined || row.clear === null) return refuse('nothing-there');
  const author = decode(header, row.signed);
  const door = await readDoor(services.store, org);
  const devices = author.ok ? [author.value.device] : [];
  const [rosterPlace = nowherePlace] = await rosterPlaces(door?.published ?? null, devices);
  return bytesAnswer(
    encode(forgottenMailbox, {
      header: row.signed,
      clear: row.clear,
      signature: row.signature,
      ...rosterPlace,
      statement: signedFrom(await statementOf(services.key, row)),
    }),
  );
}

function entryAt({ store }: Services, org: Bytes, record: Bytes, position: number) {
  return store.db
    .selectFrom('rows')
    .selectAll()
    .where('org', '=', org)
    .where('log', '=', lines.record)
    .where('line', '=', record)
    .where('position', '=', position)
    .executeTakeFirst();
}

const nowherePlace = { index: 0xffffffff, path: [] } as const;

function readLine({ store }: Services, org: Bytes, log: Line, mailbox: Bytes, from: number) {
  return store.db
    .selectFrom('rows')
    .select(['org', 'log', 'line', 'position', 'hash', 'hour', 'signed', 'signature', 'body'])
    .where('org', '=', org)
    .where('log', '=', log)
    .where('line', '=', mailbox)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(pageOf + 1)
    .execute();
}

function signedFrom(bytes: Bytes): Signed {
  const read = decode(signed, bytes);
  if (!read.ok) throw new Error('a statement that cannot be read');
  return read.value;
}

/** Takes a reply of the team: the next link of its chain to this mailbox, by a device that may answer (rule 16). */
async function reply(services: Services, { context, organisation, body }: ByDevice): Promise<Or<Response>> {
  const { store, key } = services;
  const { org, skeleton } = organisation;
  const outer = decode(sentReply, body);
  const item = outer.ok ? readReply(outer.value) : outer;
  const blobs = blobsNamed(context.req.header('leeward-blobs'));
  if (!outer.ok || !item.ok || !equal(item.value.place.org, org)) return refuse('malformed');
  if (!(await hasItsBox(outer.value, item.value))) return refuse('malformed');
  if (!blobs.ok) return blobs;
  const end = endIn(context.req.header('leeward-until'));
  if (!end.ok) return end;
  const { place } = item.value;
  const { device, mailbox, sequence, prev } = place;
  if (!skeleton.devices.has(toHex(device))) return refuse('not-allowed', { reason: 'key-not-admitted' });
  if (!(await verify(device, signedBytes.reply(outer.value.bytes), outer.value.signature)))
    return refuse('bad-signature');
  const hash = await replyHash(outer.value.bytes);
  if ((await mailboxForgotten(services, org, mailbox)) !== undefined) return refuse('forgotten');
  if (await hasEnded(services, org, mailbox)) return refuse('ended');
  const known = await placeOfHash(store, org, hash);
  if (known !== undefined) return bytesAnswer(await statementOf(key, known));
  if (!deviceMay(skeleton, device, capabilities.correspondent, skeleton.hashes.length - 1))
    return refuse('not-allowed', { reason: 'no-correspondent' });
  const head = await readHead(store, org, lines.outBox, mailbox);
  const fits =
    head === undefined
      ? sequence === 0 && equal(prev, zeros32)
      : sequence === head.position + 1 && equal(prev, head.head);
  if (!fits) return refuse('head-moved', { head: await headDetails(services, org, lines.outBox, mailbox) });
  const ends = await endStep(services, org, mailbox, sequence, end.value);
  if (!ends.ok) return ends;
  return placeReply(
    services,
    replyRow(place, outer.value, hash),
    prev,
    blobs.value,
    skeleton.hashes.length - 1,
    [...ends.value, ...lastDaySteps(store, place)],
  );
}

/** Whether the box is the one that was signed. Only what is over comes without: a relay that was set back is given it again. */
async function hasItsBox(
  { box }: SentReply,
  { boxHash, place }: { readonly boxHash: Bytes | null; readonly place: OutPlace },
): Promise<boolean> {
  if (boxHash === null) return true;
  return box === null ? isOver(place.until) : equal(await replyBoxHash(box), boxHash);
}

function replyRow(place: OutPlace, sent: SentReply, hash: Bytes): NewRow {
  return {
    org: place.org,
    log: lines.outBox,
    line: place.mailbox,
    position: place.sequence,
    hash,
    hour: hourNow(),
    form: 0,
    signed: sent.bytes,
    signature: sent.signature,
    clear: null,
    body: isOver(place.until) ? null : sent.box,
  };
}

async function placeReply(
  services: Services,
  row: NewRow,
  prev: Bytes,
  blobs: readonly Bytes[],
  orgPosition: number,
  ends: Unit,
): Promise<Or<Response>> {
  const { store, key } = services;
  const done = await store.write([
    takeSequence(store, row.org, orgPosition),
    moveHead(store, row, prev, 0),
    insertRow(store, row),
    ...referBlobs(store, row, blobs),
    ...ends,
  ]);
  if (done.ok) {
    services.live.announce(row.org, givenSequence(done.value));
    return bytesAnswer(await statementOf(key, row), 201);
  }
  if (done.error.type === 'broken') throw new Error(done.error.message);
  if (done.error.type !== 'refused') return refuse(done.error.type);
  if (done.error.refusal === 'blob-missing') {
    const missing = await missingBlobs(store, row.org, blobs);
    return refuse('blob-missing', { blob: missing[0] ?? null });
  }
  const known = await placeOfHash(store, row.org, row.hash);
  if (known !== undefined) return bytesAnswer(await statementOf(key, known));
  if (done.error.refusal === 'organisation-moved') return refuse('busy', { retryAfter: 1 });
  return refuse('head-moved', { head: await headDetails(services, row.org, row.log, row.line) });
}

/** The header `Leeward-Blobs`: ids in base64url, separated by commas. */
function blobsNamed(header: string | undefined): Or<readonly Bytes[]> {
  if (header === undefined || header === '') return { ok: true, value: [] };
  const blobs: Bytes[] = [];
  for (const one of header.split(',')) {
    const blob = bytesParameter(one.trim());
    if (!blob.ok) return blob;
    blobs.push(blob.value);
  }
  const distinct = new Set(blobs.map(toHex)).size === blobs.length;
  return distinct && blobs.length <= 64 ? { ok: true, value: blobs } : refuse('malformed');
}
