import type { Bytes, Skeleton } from '@leeward/sealed-log/wire';
import {
  decode,
  deviceAt,
  entryHash,
  equal,
  forms,
  type Header,
  header as headerCodec,
  inItem,
  itemHash,
  mailboxId,
  partHash,
  readReply,
  replyBoxHash,
  replyHash,
  signedBytes,
  toHex,
  verify,
  zeros32,
} from '@leeward/sealed-log/wire';
import { base64urlOf } from '../bytes.ts';
import { isOver } from '../door/reply-ends.ts';
import { isTombstone } from '../log/stored.ts';
import { forgettable, type HeadsTable, lines, type RowsTable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import type { Tell } from './verify.ts';

const pageOf = 200;

/** Walks every record, in-box and out-box of an organisation from its first entry to its head. */
export async function verifyLines(store: Store, skeleton: Skeleton, tell: Tell): Promise<void> {
  const heads = await store.db
    .selectFrom('heads')
    .selectAll()
    .where('org', '=', skeleton.org)
    .where('log', '!=', lines.organisation)
    .execute();
  const forgotten = await forgottenIn(store, skeleton.org);
  for (const head of heads) await verifyLine(store, skeleton, head, forgotten, tell);
}

/** Ids that were forgotten, by kind. */
type Forgotten = Readonly<Record<'records' | 'entries' | 'mailboxes' | 'ended', ReadonlySet<string>>>;

async function forgottenIn(store: Store, org: Bytes): Promise<Forgotten> {
  const rows = await store.db.selectFrom('forgotten').select(['kind', 'id']).where('org', '=', org).execute();
  // What was written to a mailbox whose time is over is dropped without an entry that says so.
  const ended = await store.db
    .selectFrom('mailbox_ends')
    .select('mailbox')
    .where('org', '=', org)
    .where('dropped', '=', 1)
    .execute();
  const ids = (kind: number): ReadonlySet<string> =>
    new Set(rows.filter((row) => row.kind === kind).map(({ id }) => toHex(id)));
  return {
    records: ids(forgettable.record),
    entries: ids(forgettable.entry),
    mailboxes: ids(forgettable.mailbox),
    ended: new Set(ended.map(({ mailbox }) => toHex(mailbox))),
  };
}

async function verifyLine(
  store: Store,
  skeleton: Skeleton,
  head: HeadsTable,
  forgotten: Forgotten,
  tell: Tell,
): Promise<void> {
  const kind = { [lines.record]: 'record', [lines.inBox]: 'in-box', [lines.outBox]: 'out-box' };
  const name = `${kind[head.log as 2 | 3 | 4]} ${base64urlOf(head.line)}`;
  let before: Link = { position: -1, hash: zeros32, orgPosition: 0 };
  /** Replies without a box although their time is not over: a later one may have taken it away. */
  let bare: readonly number[] = [];
  while (before.position < head.position) {
    const rows = await readRows(store, head, before.position);
    if (rows.length === 0) break;
    for (const row of rows) {
      const place = `${name}, ${row.position}`;
      const link = await verifyRow(skeleton, row, before, forgotten, (finding) =>
        tell(`${place}: ${finding}`),
      );
      if (link === null) return;
      const { below = 0, isBare = false } = link;
      bare = [...bare, ...(isBare ? [link.position] : [])].filter((position) => position >= below);
      before = link;
    }
  }
  for (const position of bare) tell(`${name}, ${position}: its sealed part is missing`);
  if (before.position !== head.position || !equal(before.hash, head.head))
    tell(`${name}: ends at ${before.position}, and should end at ${head.position}`);
}

function readRows(store: Store, { org, log, line }: HeadsTable, after: number): Promise<RowsTable[]> {
  return store.db
    .selectFrom('rows')
    .selectAll()
    .where('org', '=', org)
    .where('log', '=', log)
    .where('line', '=', line)
    .where('position', '>', after)
    .orderBy('position')
    .limit(pageOf)
    .execute();
}

type Link = {
  readonly position: number;
  readonly hash: Bytes;
  readonly orgPosition: number;
  /** Of a reply: what it takes away, and whether its own box is missing before its time. */
  readonly below?: number;
  readonly isBare?: boolean;
};

/** The row as the next link of its line, or null where the line breaks off: what follows is unconfirmed (rule 5). */
async function verifyRow(
  skeleton: Skeleton,
  row: RowsTable,
  before: Link,
  forgotten: Forgotten,
  tell: Tell,
): Promise<Link | null> {
  // What is left of an item says no more than its place; the forget entry says why.
  const gone = row.log === lines.outBox ? [forgotten.mailboxes, forgotten.ended] : [forgotten.mailboxes];
  const isGone = gone.some((ids) => ids.has(toHex(row.line)));
  if (isTombstone(row) && isGone && row.position === before.position + 1)
    return { position: row.position, hash: row.hash, orgPosition: 0 };
  const read = await readSigned(skeleton, row);
  if (read === null) {
    tell('cannot be read');
    return null;
  }
  const { hash, position, prev, orgPosition } = read;
  if (!equal(hash, row.hash)) tell('is stored under another hash than its own');
  if (position !== row.position || position !== before.position + 1 || !equal(prev, before.hash)) {
    tell('does not continue what stands before it');
    return null;
  }
  if (!(await verify(read.key, read.message, row.signature))) {
    tell('its signature does not hold');
    return null;
  }
  if (read.header !== null) {
    if (orgPosition < before.orgPosition)
      tell('cites an older head of the organisation than the entry before');
    await verifyEntry(skeleton, row, read.header, forgotten, tell);
  }
  return { position, hash, orgPosition, ...read.reply };
}

type SignedRow = {
  readonly hash: Bytes;
  readonly position: number;
  readonly prev: Bytes;
  readonly orgPosition: number;
  readonly key: Bytes;
  readonly message: Bytes;
  readonly header: Header | null;
  readonly reply?: Pick<Link, 'below' | 'isBare'>;
};

async function readSigned(skeleton: Skeleton, row: RowsTable): Promise<SignedRow | null> {
  if (row.log === lines.inBox) {
    const item = decode(inItem, row.signed);
    if (!item.ok || !equal(await mailboxId(skeleton.org, item.value.mailboxKey), row.line)) return null;
    const { sequence: position, prev, mailboxKey: key } = item.value;
    const message = signedBytes.item(row.signed);
    return { hash: await itemHash(row.signed), position, prev, orgPosition: 0, key, message, header: null };
  }
  if (row.log === lines.outBox) {
    const read = readReply({ bytes: row.signed, signature: row.signature, box: row.body });
    if (!read.ok || !equal(read.value.place.mailbox, row.line)) return null;
    const { place, boxHash } = read.value;
    if (boxHash !== null && row.body !== null && !equal(await replyBoxHash(row.body), boxHash)) return null;
    const { sequence: position, prev, device: key, below, until } = place;
    const message = signedBytes.reply(row.signed);
    const reply = { below, isBare: boxHash !== null && row.body === null && !isOver(until) };
    const hash = await replyHash(row.signed);
    return { hash, position, prev, orgPosition: 0, key, message, header: null, reply };
  }
  const header = decode(headerCodec, row.signed);
  if (!header.ok || !equal(header.value.record, row.line)) return null;
  const { position, prev, orgPosition, device: key } = header.value;
  const message = signedBytes.entry(row.signed);
  return {
    hash: await entryHash(row.signed),
    position,
    prev,
    orgPosition,
    key,
    message,
    header: header.value,
  };
}

async function verifyEntry(
  skeleton: Skeleton,
  row: RowsTable,
  header: Header,
  forgotten: Forgotten,
  tell: Tell,
): Promise<void> {
  const cited = skeleton.hashes[header.orgPosition];
  if (cited === undefined || !equal(cited, header.orgHead))
    tell('cites a head of the organisation that is not here');
  else if (deviceAt(skeleton, header.device, header.orgPosition) === null)
    tell('is by a device that was not live where it claims to stand');
  const mayLack = forgotten.records.has(toHex(row.line)) || forgotten.entries.has(toHex(row.hash));
  const parts = [
    ['clear part', row.clear, header.clearLength, header.clearHash],
    ['body', row.body, header.bodyLength, header.bodyHash],
  ] as const;
  for (const [part, bytes, length, hash] of parts) {
    if (bytes === null) {
      // A readmission of something forgotten lost its clear part with it; its own hash was never named.
      const expected = mayLack || length === 0 || header.form === forms.readmission;
      if (!expected) tell(`its ${part} is missing`);
    } else if (bytes.length !== length || !equal(await partHash(bytes), hash))
      tell(`its ${part} was altered`);
  }
}
