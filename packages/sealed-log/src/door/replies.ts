import type { Bytes } from '../crypto/bytes.ts';
import { equal, lengthPrefixed, randomBytes, u32 } from '../crypto/bytes.ts';
import { seal } from '../crypto/cobblestone.ts';
import { admitKey, sign, verify } from '../crypto/ed25519.ts';
import { openWith, sealTo } from '../crypto/hpke.ts';
import { padEntry, unpadEntry } from '../crypto/padding.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok, unwrap } from '../crypto/result.ts';
import type { OutMessage } from '../wire/box.ts';
import { outMessage } from '../wire/box.ts';
import { encode } from '../wire/codec.ts';
import { replyBoxHash, replyHash, signedBytes } from '../wire/hashes.ts';
import type { OutPlace, ReadReply, ReplyBox, ReplyHeader, SentReply } from '../wire/reply.ts';
import { readReply, replyBox, replyHeader } from '../wire/reply.ts';
import type { ItemRefusal } from './boxes.ts';
import { openPadded } from './boxes.ts';

export type SealedReply = { readonly reply: SentReply; readonly hash: Bytes };

/** Every field but the box: the seal is bound to all of them, so that no reply can be replayed elsewhere or made to last. */
const contextOf = (version: 1 | 2, place: OutPlace): Bytes =>
  lengthPrefixed(
    'leeward/v1/out-item',
    place.org,
    place.mailbox,
    u32(place.sequence),
    place.prev,
    u32(place.lastItem),
    place.lastItemHash,
    place.device,
    ...(version === 1 ? [] : [u32(place.until), u32(place.below)]),
  );

/**
 * Seals an officer's reply to a mailbox and signs its header with the device's key.
 * @throws Error when the message does not fit into one entry's padding.
 */
export async function sealReply(
  place: OutPlace,
  message: OutMessage,
  mailboxSealingKey: Bytes,
  deviceSeed: Bytes,
): Promise<SealedReply> {
  const key = randomBytes(32);
  const context = contextOf(2, place);
  const sealed = await seal(key, context, unwrap(padEntry(encode(outMessage, message))));
  const keyBox = await sealTo(mailboxSealingKey, context, key);
  const box = encode<ReplyBox>(replyBox, { keyBox, sealed });
  const bytes = encode<ReplyHeader>(replyHeader, { version: 2, ...place, box: await replyBoxHash(box) });
  return {
    reply: { bytes, signature: await sign(deviceSeed, signedBytes.reply(bytes)), box },
    hash: await replyHash(bytes),
  };
}

export type VerifiedReply = Omit<ReadReply, 'boxHash'> & { readonly hash: Bytes };

/**
 * Verifies a reply's signature, and that its box, where there is one, is the one that was signed. Whether its device may
 * answer is for the roster to say (rule 18), and whether its box may be missing is for the dates in it.
 */
export async function verifyReply(
  reply: SentReply,
  org: Bytes,
  mailbox: Bytes,
): Promise<Result<VerifiedReply, ItemRefusal>> {
  const read = readReply(reply);
  if (!read.ok) return read;
  const { version, place, box, boxHash } = read.value;
  if (!equal(place.org, org) || !equal(place.mailbox, mailbox)) return err('wrong-organisation');
  if (boxHash !== null && reply.box !== null && !equal(await replyBoxHash(reply.box), boxHash))
    return err('malformed');
  if (!(await admitKey(place.device))) return err('bad-signature');
  if (!(await verify(place.device, signedBytes.reply(reply.bytes), reply.signature)))
    return err('bad-signature');
  return ok({ version, place, box, hash: await replyHash(reply.bytes) });
}

/** Opens a reply with the mailbox's sealing seed. What has no box any more cannot be opened. */
export async function openReply(
  { version, place, box }: Pick<VerifiedReply, 'version' | 'place' | 'box'>,
  mailboxSealingSeed: Bytes,
): Promise<Result<OutMessage, ItemRefusal>> {
  if (box === null) return err('cannot-open');
  const context = contextOf(version, place);
  const key = await openWith(mailboxSealingSeed, context, box.keyBox);
  if (!key.ok || key.value.length !== 32) return err('cannot-open');
  return openPadded(key.value, context, box.sealed, outMessage, unpadEntry);
}
