import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitKey, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import type { Signed } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import { headStatement } from '@leeward/sealed-log/wire/relay.ts';
import type { Door } from './open-door.ts';

/** One item of hers, as a receipt must name it. */
export type ItemPlace = { readonly mailbox: Bytes; readonly sequence: number; readonly hash: Bytes };

/**
 * When the relay says that it has stored an item, in seconds since 1970 and rounded down to the hour; null where its
 * signature, under the key in the door's settings, does not say so of this very item (rule 21).
 */
export async function storedSince(
  door: Pick<Door, 'org' | 'settings'>,
  place: ItemPlace,
  receipt: Signed,
): Promise<number | null> {
  const statement = decode(headStatement, receipt.bytes);
  if (!statement.ok) return null;
  const { org, log, record, position, head, hour } = statement.value;
  const names =
    log === 3 &&
    equal(org, door.org) &&
    equal(record, place.mailbox) &&
    position === place.sequence &&
    equal(head, place.hash);
  const { relayKey } = door.settings;
  if (!names || !(await admitKey(relayKey))) return null;
  return (await verify(relayKey, signedBytes.head(receipt.bytes), receipt.signature)) ? hour : null;
}
