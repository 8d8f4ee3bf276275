import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { VerifiedItem } from '@leeward/sealed-log/door/boxes.ts';
import { adoptedRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';

/** An item of a defender as the relay delivered it, verified but not yet admitted to a record. */
export type InboxItem = { readonly verified: VerifiedItem; readonly bytes: Bytes };

/** Takes a verified item; false when it is here already, or another stands under its number. */
export function takeItem(engine: Engine, item: InboxItem): boolean {
  const mailbox = toHex(item.verified.mailbox);
  const held = engine.inbox.get(mailbox) ?? [];
  if (held.some((one) => toHex(one.verified.hash) === toHex(item.verified.hash))) return false;
  const sorted = [...held, item].sort(
    (left, right) => left.verified.item.sequence - right.verified.item.sequence,
  );
  engine.inbox.set(mailbox, sorted);
  return true;
}

/** The record of the conversation that a mailbox's first item founds; null while that item is missing. */
export async function conversationOf(engine: Engine, mailbox: string): Promise<Bytes | null> {
  const first = engine.inbox.get(mailbox)?.find((one) => one.verified.item.sequence === 0);
  return first === undefined ? null : adoptedRecord(orgOf(engine), first.verified.hash);
}
