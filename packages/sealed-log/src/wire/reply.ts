import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Signed } from './box.ts';
import { signed } from './box.ts';
import type { Bytes, Codec } from './codec.ts';
import { decode, hash32, oneOf, optional, signature64, struct, u8, u32, variable } from './codec.ts';
import { limits } from './limits.ts';

/*
 * What we write to a defender. As with an entry, a signed header holds the hash of what is sealed: so the sealed part can
 * be dropped on its last day, the chain stands as it stood, and everybody sees that its own author had set that day.
 */

/** Where a reply stands, and how long it is given out. */
export type OutPlace = {
  readonly org: Bytes;
  readonly mailbox: Bytes;
  readonly sequence: number;
  readonly prev: Bytes;
  /** The last of her items that the team had when it wrote; number 0-based plus one, 0 for none. */
  readonly lastItem: number;
  readonly lastItemHash: Bytes;
  readonly device: Bytes;
  /** The last day on which it is given out: whole days since 1970, UTC (fault 50). */
  readonly until: number;
  /** What stands under lower numbers than this is given out no more; 0 takes nothing away. */
  readonly below: number;
};

/** The `until` of what never ends. */
export const endless = 0xffffffff;

/** The signed header of a reply. */
export type ReplyHeader = OutPlace & {
  readonly version: 2;
  /** `replyBoxHash` of the box that belongs to it. */
  readonly box: Bytes;
};

export const replyHeader: Codec<ReplyHeader> = struct<ReplyHeader>({
  version: oneOf(u8, 2),
  org: hash32,
  mailbox: hash32,
  sequence: u32,
  prev: hash32,
  lastItem: u32,
  lastItemHash: hash32,
  device: hash32,
  until: u32,
  below: u32,
  box: hash32,
});

/** What her words open. */
export type ReplyBox = {
  /** HPKE of a fresh content key to the mailbox's sealing key. */
  readonly keyBox: Bytes;
  /** Cobblestone under that content key of the padded message. */
  readonly sealed: Bytes;
};

export const replyBox: Codec<ReplyBox> = struct<ReplyBox>({
  keyBox: variable(2048),
  sealed: variable(limits.item),
});

/** A reply as it travels. `box` is null once its time is over. */
export type SentReply = Signed & { readonly box: Bytes | null };

export const sentReply: Codec<SentReply> = struct<SentReply>({
  bytes: variable(limits.item + 4096),
  signature: signature64,
  box: optional(variable(limits.item + 4096)),
});

/** The form before this one: whole under its signature, so that it never ends. It is read, and not written any more. */
export type OutItem = Omit<OutPlace, 'until' | 'below'> & ReplyBox & { readonly version: 1 };

export const outItem: Codec<OutItem> = struct<OutItem>({
  version: oneOf(u8, 1),
  org: hash32,
  mailbox: hash32,
  sequence: u32,
  prev: hash32,
  lastItem: u32,
  lastItemHash: hash32,
  device: hash32,
  keyBox: variable(2048),
  sealed: variable(limits.item),
});

export type ReadReply = {
  readonly version: 1 | 2;
  readonly place: OutPlace;
  readonly box: ReplyBox | null;
  /** Null where the box stands under the signature itself. */
  readonly boxHash: Bytes | null;
};

/** Reads what a reply says of itself. Neither its signature nor the hash of its box is judged. */
export function readReply({ bytes, box }: SentReply): Result<ReadReply, 'malformed'> {
  if (bytes[0] === 1) {
    const whole = decode(outItem, bytes);
    if (!whole.ok || box !== null) return err('malformed');
    const { version, keyBox, sealed, ...place } = whole.value;
    return ok({
      version,
      place: { ...place, until: endless, below: 0 },
      box: { keyBox, sealed },
      boxHash: null,
    });
  }
  const item = decode(replyHeader, bytes);
  const opened = box === null ? null : decode(replyBox, box);
  if (!item.ok || opened?.ok === false) return err('malformed');
  const { version, box: boxHash, ...place } = item.value;
  return ok({ version, place, box: opened?.value ?? null, boxHash });
}

/** Reads a reply from bytes that were stored or quoted, in this form or in the one before. */
export function decodeReply(bytes: Bytes): Result<SentReply, 'malformed'> {
  const now = decode(sentReply, bytes);
  if (now.ok) return now;
  const before = decode(signed, bytes);
  return before.ok ? ok({ ...before.value, box: null }) : err('malformed');
}

/** The day of a time, in milliseconds since 1970, as replies count days. */
export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);
