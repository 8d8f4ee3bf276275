import type { Bytes } from '../crypto/bytes.ts';
import { equal, lengthPrefixed, randomBytes, u32 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { admitKey, sign, verify } from '../crypto/ed25519.ts';
import { openWith, sealTo } from '../crypto/hpke.ts';
import { padFirstMessage, unpadFirstMessage } from '../crypto/padding.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok, unwrap } from '../crypto/result.ts';
import type { InItem, InMessage, Signed } from '../wire/box.ts';
import { inItem, inMessage } from '../wire/box.ts';
import type { Codec } from '../wire/codec.ts';
import { decode, encode } from '../wire/codec.ts';
import { itemHash, mailboxId, signedBytes } from '../wire/hashes.ts';
import { formatVersion } from '../wire/limits.ts';

/** What an item says of itself before it is sealed. */
export type InPlace = Omit<InItem, 'version' | 'keyBox' | 'sealed'>;

export type SealedItem = { readonly signed: Signed; readonly hash: Bytes };

/** Every field but the seal: the seal is bound to all of them, so that no item can be replayed elsewhere. */
const inContext = (place: InPlace): Bytes =>
  lengthPrefixed(
    'leeward/v1/in-item',
    place.org,
    place.mailboxKey,
    u32(place.sequence),
    place.prev,
    u32(place.lastReply),
    place.lastReplyHash,
    place.team,
    u32(place.generation),
  );

/** Whether a message fits into one item of hers; a longer one is cut into several by the door. */
export const fitsItem = (message: InMessage): boolean => padFirstMessage(encode(inMessage, message)).ok;

/**
 * Seals a defender's item to the intake key of a fresh descriptor and signs it with the mailbox key (rule 16).
 * @throws Error when the message does not fit: ask `fitsItem` before.
 */
export async function sealItem(
  place: InPlace,
  message: InMessage,
  intakeKey: Bytes,
  mailboxSeed: Bytes,
): Promise<SealedItem> {
  const key = randomBytes(32);
  const context = inContext(place);
  // Every item of hers is 32 KiB, the first like the hundredth: its size says nothing (section 4).
  const sealed = await seal(key, context, unwrap(padFirstMessage(encode(inMessage, message))));
  const keyBox = await sealTo(intakeKey, context, key);
  const bytes = encode<InItem>(inItem, { version: formatVersion, ...place, keyBox, sealed });
  return {
    signed: { bytes, signature: await sign(mailboxSeed, signedBytes.item(bytes)) },
    hash: await itemHash(bytes),
  };
}

export type ItemRefusal = 'malformed' | 'wrong-organisation' | 'bad-signature' | 'cannot-open';
export type VerifiedItem = {
  readonly item: InItem;
  readonly hash: Bytes;
  readonly mailbox: Bytes;
  readonly signed: Signed;
};

/** Verifies that an item is what its mailbox signed. It is not opened. */
export async function verifyItem(signed: Signed, org: Bytes): Promise<Result<VerifiedItem, ItemRefusal>> {
  const item = decode(inItem, signed.bytes);
  if (!item.ok) return item;
  const { mailboxKey } = item.value;
  if (!equal(item.value.org, org)) return err('wrong-organisation');
  if (!(await admitKey(mailboxKey))) return err('bad-signature');
  if (!(await verify(mailboxKey, signedBytes.item(signed.bytes), signed.signature)))
    return err('bad-signature');
  return ok({
    item: item.value,
    hash: await itemHash(signed.bytes),
    mailbox: await mailboxId(org, mailboxKey),
    signed,
  });
}

/** Opens the key box of an item with the intake team's sealing seed. The key is then quoted beside the item's bytes. */
export async function openKeyBox(item: InItem, intakeSeed: Bytes): Promise<Result<Bytes, ItemRefusal>> {
  const key = await openWith(intakeSeed, inContext(item), item.keyBox);
  return key.ok && key.value.length === 32 ? ok(key.value) : err('cannot-open');
}

/** Opens an item with its content key: intake from the key box, every other reader from the conversation record. */
export async function openItem(item: InItem, contentKey: Bytes): Promise<Result<InMessage, ItemRefusal>> {
  return openPadded(contentKey, inContext(item), item.sealed, inMessage, unpadFirstMessage);
}

/** Opens what is padded inside a seal. */
export async function openPadded<T>(
  key: Bytes,
  context: Bytes,
  sealed: Bytes,
  codec: Codec<T>,
  unpad: (bytes: Bytes) => Result<Bytes, unknown>,
): Promise<Result<T, ItemRefusal>> {
  const opened = await open(key, context, sealed);
  if (!opened.ok) return err('cannot-open');
  const bytes = unpad(opened.value);
  if (!bytes.ok) return err('malformed');
  const decoded = decode(codec, bytes.value);
  return decoded.ok ? ok(decoded.value) : err('malformed');
}
