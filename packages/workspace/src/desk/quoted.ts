import type { OpenedItem } from '@leeward/domain/shared/context.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromHex, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { VerifiedItem } from '@leeward/sealed-log/door/boxes.ts';
import { openItem, openKeyBox, verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import { teamSealingPair } from '@leeward/sealed-log/keys/team.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { Effect } from '@leeward/sealed-log/log/judge.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { blobReference, signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';

/** What an entry quotes, opened: her items for the domain, the keys of attachments for the session. */
export type Quoted = {
  readonly items: readonly (OpenedItem | null)[];
  readonly references: readonly BlobReference[];
};

/** Opens the bytes that an entry quotes verbatim: signed items of a defender, or references to our own attachments. */
export async function readQuoted(engine: Engine, effect: Effect): Promise<Quoted> {
  const items: (OpenedItem | null)[] = [];
  const references: BlobReference[] = [];
  const keys = contentKeys(effect.body.events);
  for (const [index, bytes] of effect.body.quoted.entries()) {
    const reference = decode(blobReference, bytes);
    if (reference.ok) {
      references.push(reference.value);
      items.push(null);
      continue;
    }
    const opened = await openQuotedItem(engine, bytes, keys.get(index) ?? null);
    items.push(opened?.item ?? null);
    references.push(...(opened?.references ?? []));
  }
  return { items, references };
}

/** Events that take an item in, with its key for those who do not hold the team's. */
const admits: ReadonlySet<unknown> = new Set(['GuestItemAdmitted', 'SheetAnswered']);

/** The keys that an admitting entry gives to readers who do not hold the intake key. */
function contentKeys(text: string): ReadonlyMap<number, Bytes> {
  const keys = new Map<number, Bytes>();
  const events = parseEvents(text);
  for (const event of events.ok ? events.value : []) {
    if (typeof event !== 'object' || event === null) continue;
    const { type, item, contentKey } = event as Readonly<Record<string, unknown>>;
    if (!admits.has(type) || typeof item !== 'number' || typeof contentKey !== 'string') continue;
    const key = fromHex(contentKey);
    if (key.ok && key.value.length === 32) keys.set(item, key.value);
  }
  return keys;
}

/** An opened item: what the domain may see, and what the session keeps to itself. */
export type OpenedWithFiles = {
  readonly item: OpenedItem;
  readonly references: readonly BlobReference[];
  /** The mailbox's sealing key, which the first item carries; empty in later ones. */
  readonly sealingKey: Bytes;
};

async function openQuotedItem(
  engine: Engine,
  bytes: Bytes,
  given: Bytes | null,
): Promise<OpenedWithFiles | null> {
  const signed = decode(signedCodec, bytes);
  if (!signed.ok) return null;
  const verified = await verifyItem(signed.value, orgOf(engine));
  if (!verified.ok) return null;
  return openVerified(engine, verified.value, given);
}

/** The content key of an item that intake can open; null for everybody else. */
export async function intakeKeyOf(engine: Engine, { item }: VerifiedItem): Promise<Bytes | null> {
  const secret = teamSecret(engine.organisation.keyring, item.team, item.generation);
  if (secret === null) return null;
  const pair = await teamSealingPair(secret, {
    org: orgOf(engine),
    team: item.team,
    generation: item.generation,
  });
  const key = await openKeyBox(item, pair.seed);
  return key.ok ? key.value : null;
}

/** Opens a verified item with the key that was given, or with the intake key. */
export async function openVerified(
  engine: Engine,
  verified: VerifiedItem,
  given: Bytes | null,
): Promise<OpenedWithFiles | null> {
  const key = given ?? (await intakeKeyOf(engine, verified));
  if (key === null) return null;
  const message = await openItem(verified.item, key);
  if (!message.ok) return null;
  const { claimedTime, blobs } = message.value;
  return {
    item: {
      mailbox: toHex(verified.mailbox),
      sequence: verified.item.sequence,
      prev: toHex(verified.item.prev),
      hash: toHex(verified.hash),
      repliesSeen: verified.item.lastReply,
      claimedTime,
      message: message.value.message,
      files: blobs.map(({ blob, name, mediaType, size, hash }) => ({
        blob: toHex(blob),
        name,
        mediaType,
        size,
        hash: toHex(hash),
      })),
    },
    references: blobs,
    sealingKey: message.value.sealingKey,
  };
}
