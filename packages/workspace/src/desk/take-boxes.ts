import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { VerifiedItem } from '@leeward/sealed-log/door/boxes.ts';
import { verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import { verifyReply } from '@leeward/sealed-log/door/replies.ts';
import { signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { adoptedRecord, itemHash, replyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { tombstone } from '@leeward/sealed-log/wire/relay.ts';
import { decodeReply, readReply, sentReply } from '@leeward/sealed-log/wire/reply.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { takeItem } from './inbox.ts';
import { refoldRecord } from './records.ts';
import { bytesOf } from './send.ts';
import { logNames } from './store/device-store.ts';

/** Takes an item of a defender; true where it is new and hers. What she did not sign is the relay's, and nothing. */
export async function takeGuestItem(engine: Engine, bytes: Bytes): Promise<boolean> {
  const signed = decode(signedCodec, bytes);
  if (!signed.ok) return false;
  const verified = await verifyItem(signed.value, orgOf(engine));
  if (!verified.ok || engine.forgottenItems.has(toHex(verified.value.hash))) return false;
  if (engine.forgottenMailboxes.has(toHex(verified.value.mailbox))) return false;
  if (!takeItem(engine, { verified: verified.value, bytes })) return false;
  await noteOwner(engine, verified.value);
  const { mailbox, item } = verified.value;
  engine.unsaved.push({ log: logNames.items(toHex(mailbox)), position: item.sequence, bytes });
  return true;
}

/** A first item founds a record that is of the team to which the item is sealed, whoever adopts it. */
async function noteOwner(engine: Engine, { item, hash }: VerifiedItem): Promise<void> {
  if (item.sequence !== 0) return;
  const record = toHex(await adoptedRecord(orgOf(engine), hash));
  engine.adoptable.set(record, item.team);
  // It may have been judged before its item came.
  const view = engine.records.get(record);
  if (view !== undefined && view.chain.owner === null) await refoldRecord(engine, view);
}

/** Notes that the relay has a reply: by its hash, which stands in the record that sent it. */
export async function takeReply(engine: Engine, bytes: Bytes): Promise<void> {
  const sent = decodeReply(bytes);
  const found = await replyIn(bytes);
  if (!sent.ok || found === null) return;
  const verified = await verifyReply(sent.value, orgOf(engine), bytesOf(found.mailbox));
  if (!verified.ok || !engine.organisation.skeleton.devices.has(toHex(verified.value.place.device))) return;
  if (engine.forgottenMailboxes.has(found.mailbox)) return;
  noteReply(engine, found.mailbox, found.hash);
  // What is sealed to her is of no use to a desk, and is not kept beyond its day: the signed header says that it stands.
  const header = encode(sentReply, { ...sent.value, box: null });
  engine.unsaved.push({ log: logNames.replies(found.mailbox), position: found.sequence, bytes: header });
}

/**
 * Notes that the relay says an item of hers was forgotten. Nobody signed that: it is believed only where a forget entry
 * names the mailbox, and is otherwise something that is kept back.
 */
export async function takeTombstone(engine: Engine, bytes: Bytes): Promise<void> {
  const left = decode(tombstone, bytes);
  if (!left.ok || left.value.log !== 3) return;
  const [mailbox, hash] = [toHex(left.value.mailbox), toHex(left.value.hash)];
  const held = engine.inbox.get(mailbox)?.some((one) => toHex(one.verified.hash) === hash) === true;
  if (held || engine.forgottenMailboxes.has(mailbox)) return;
  noteTombstone(engine, mailbox, hash);
  await engine.store.put(`tombstone:${mailbox}:${hash}`, new Uint8Array(0));
}

const noteTombstone = ({ tombstones }: Engine, mailbox: string, hash: string): void =>
  void tombstones.set(mailbox, (tombstones.get(mailbox) ?? new Set()).add(hash));

/** Says which items are missing although nobody of the team had them forgotten. */
export function tellTombstones(engine: Engine): void {
  for (const [mailbox, left] of engine.tombstones)
    engine.alerts.raise('missingFromHer', { count: left.size }, mailbox);
}

type FoundReply = { readonly mailbox: string; readonly sequence: number; readonly hash: string };

/** What a sealed reply says of itself; null where the bytes are none. */
export async function replyIn(bytes: Bytes): Promise<FoundReply | null> {
  const sent = decodeReply(bytes);
  const read = sent.ok ? readReply(sent.value) : null;
  if (!sent.ok || read === null || !read.ok) return null;
  const { mailbox, sequence } = read.value.place;
  return { mailbox: toHex(mailbox), sequence, hash: toHex(await replyHash(sent.value.bytes)) };
}

export function noteReply(engine: Engine, mailbox: string, hash: string): void {
  const known = engine.sentReplies.get(mailbox) ?? new Set();
  engine.sentReplies.set(mailbox, known.add(hash));
}

/** Her items and our replies as they were stored: verified again, because a disk is not believed. */
export async function loadBoxes(engine: Engine): Promise<void> {
  for (const log of await engine.store.logs('i:'))
    for (const bytes of await engine.store.rowsOf(log)) {
      const signed = decode(signedCodec, bytes);
      const verified = signed.ok ? await verifyItem(signed.value, engine.vault.org) : null;
      if (!verified?.ok) continue;
      takeItem(engine, { verified: verified.value, bytes });
      await noteOwner(engine, verified.value);
    }
  for (const log of await engine.store.logs('u:'))
    for (const bytes of await engine.store.rowsOf(log)) {
      const found = await replyIn(bytes);
      if (found !== null) noteReply(engine, found.mailbox, found.hash);
    }
  for (const name of await engine.store.names('tombstone:')) {
    const [, mailbox = '', hash = ''] = name.split(':');
    noteTombstone(engine, mailbox, hash);
  }
}

/** The hash of a signed item or reply, for the mark of a row; null where the bytes are neither. */
export async function boxHash(kind: 2 | 3, bytes: Bytes): Promise<Bytes | null> {
  const signed = kind === 2 ? decode(signedCodec, bytes) : decodeReply(bytes);
  if (!signed.ok) return null;
  return kind === 2 ? itemHash(signed.value.bytes) : replyHash(signed.value.bytes);
}
