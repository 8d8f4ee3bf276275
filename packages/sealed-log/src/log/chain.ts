import type { Bytes } from '../crypto/bytes.ts';
import { equal } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import { encode } from '../wire/codec.ts';
import type { Header } from '../wire/entry.ts';
import { entry as entryCodec, logs } from '../wire/entry.ts';
import { zeros32 } from '../wire/hashes.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';
import { readEntry } from '../wire/verify.ts';
import type { AuthorProblem } from './author.ts';
import { verifyAuthor } from './author.ts';
import type { Keyring } from './keyring.ts';
import type { Opened } from './open-entry.ts';
import { openEntry } from './open-entry.ts';

/** One verified link of a record: what was sent, and what could be opened of it. */
export type Link = {
  readonly bytes: Bytes;
  readonly read: ReadEntry;
  readonly header: Header;
  readonly hash: Bytes;
  readonly opened: Opened;
};

/**
 * A record as far as it is verified. Verification is a function of the bytes and of the organisation log alone;
 * what the links then mean is judged separately (`judge.ts`), as often as the organisation log grows.
 */
export type Chain = {
  readonly org: Bytes;
  readonly record: Bytes;
  /**
   * The team whose record this is by its id: a team's own log, or the conversation with somebody whose first item is sealed
   * to that team. Only its members may post the first epoch (section 3.7). Null where the id is random, or not yet known
   * to be derived.
   */
  readonly owner: Bytes | null;
  readonly links: readonly Link[];
  /** The highest position of the organisation log that a link cites. */
  readonly citedOrgPosition: number;
  /** Epoch keys found so far, by the hash of their entry (rule 10). */
  readonly keys: ReadonlyMap<string, Bytes>;
};

export function emptyChain(org: Bytes, record: Bytes, owner: Bytes | null = null): Chain {
  return { org, record, owner, links: [], citedOrgPosition: 0, keys: new Map() };
}

export const headOf = (chain: Chain): { readonly position: number; readonly hash: Bytes } => ({
  position: chain.links.length - 1,
  hash: chain.links.at(-1)?.hash ?? zeros32,
});

/** Why an entry is not in the chain: verification stops before it, the prefix stays open (rule 5). */
export type NotInRecord =
  | 'malformed'
  | 'part-altered'
  | 'wrong-record'
  | 'wrong-position'
  | 'wrong-prev'
  | AuthorProblem;

/**
 * An entry as it travelled, or with what was read of it before: what was hashed once is not hashed again. `signed` is
 * whether its signature holds, where that is being judged elsewhere.
 */
export type Given =
  | Uint8Array
  | { readonly bytes: Bytes; readonly read: ReadEntry; readonly signed?: Promise<boolean> };

/** Verifies the next entry and returns the longer chain. The given chain is not changed. */
export async function extendChain(
  chain: Chain,
  entry: Given,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<Result<Chain, NotInRecord>> {
  const grown = await extendChainBy(chain, [entry], skeleton, keyring);
  return grown.stopped === null ? ok(grown.chain) : err(grown.stopped.why);
}

/** Signatures are judged some at a time: a platform that judges them beside us then has something to do. */
const atOnce = 16;

/**
 * Verifies entries one after the other and stops at the first that is not in the chain. The given chain is not
 * changed.
 */
export async function extendChainBy(
  chain: Chain,
  entries: readonly Given[],
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<{
  readonly chain: Chain;
  readonly stopped: { readonly at: number; readonly why: NotInRecord } | null;
}> {
  // Copied once: a team's log has ten thousand links, and one more copy for each of them would be felt.
  const growing: Growing = { ...chain, links: [...chain.links], keys: new Map(chain.keys) };
  for (let from = 0; from < entries.length; from += atOnce) {
    const examined = entries.slice(from, from + atOnce).map((one) => examine(one, skeleton));
    for (const [index, one] of (await Promise.all(examined)).entries()) {
      const why = one.ok ? await grow(growing, one.value, skeleton, keyring) : one.error;
      if (why !== null) return { chain: growing, stopped: { at: from + index, why } };
    }
  }
  return { chain: growing, stopped: null };
}

/** A chain that nobody else holds yet. */
type Growing = Chain & {
  readonly links: Link[];
  citedOrgPosition: number;
  readonly keys: Map<string, Bytes>;
};

/** What can be said of an entry before it is known what it follows. */
type Examined = {
  readonly bytes: Bytes;
  readonly read: ReadEntry;
  readonly authored: Result<true, AuthorProblem>;
};

async function examine(
  entry: Given,
  skeleton: Skeleton,
): Promise<Result<Examined, 'malformed' | 'part-altered'>> {
  if ('read' in entry) {
    const { bytes, read, signed } = entry;
    return ok({ bytes, read, authored: await verifyAuthor(read, skeleton, signed) });
  }
  const read = await readEntry(entry);
  if (!read.ok) return read;
  const authored = await verifyAuthor(read.value, skeleton);
  return ok({ bytes: entry as Bytes, read: read.value, authored });
}

/** Puts an entry at the end, or says why it is not the next. */
async function grow(
  chain: Growing,
  { bytes, read, authored }: Examined,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<NotInRecord | null> {
  const { header, hash } = read;
  if (header.log !== logs.record || !equal(header.org, chain.org) || !equal(header.record, chain.record))
    return 'wrong-record';
  const head = headOf(chain);
  if (header.position !== head.position + 1) return 'wrong-position';
  if (!equal(header.prev, head.hash)) return 'wrong-prev';
  if (!authored.ok) return authored.error;
  const { opened, keys } = await openEntry(read, chain, skeleton, keyring);
  for (const [epoch, key] of keys) chain.keys.set(epoch, key);
  chain.links.push({ bytes, read, header, hash, opened });
  chain.citedOrgPosition = Math.max(chain.citedOrgPosition, header.orgPosition);
  if (keys.size > 0) await reopen(chain, skeleton, keyring);
  return null;
}

/** Tries again what waited for a key, after a newer epoch or a new grant brought some. Nothing is ever discarded. */
export async function reopenWaiting(chain: Chain, skeleton: Skeleton, keyring: Keyring): Promise<Chain> {
  if (!chain.links.some((link) => isWaiting(link.opened))) return chain;
  const again: Growing = { ...chain, links: [...chain.links], keys: new Map(chain.keys) };
  await reopen(again, skeleton, keyring);
  return again;
}

async function reopen(chain: Growing, skeleton: Skeleton, keyring: Keyring): Promise<void> {
  for (const [index, link] of chain.links.entries()) {
    if (!isWaiting(link.opened)) continue;
    const before = { ...chain, links: chain.links.slice(0, index) };
    const again = await openEntry(link.read, before, skeleton, keyring);
    for (const [epoch, key] of again.keys) chain.keys.set(epoch, key);
    chain.links[index] = { ...link, opened: again.opened };
  }
}

/**
 * Puts bytes that were missing back into their link, from a colleague's copy (rule 23). The header must be the one
 * that was verified; a part may only come back as the header says it was.
 */
export async function restoreParts(
  chain: Chain,
  bytes: Uint8Array,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<Result<Chain, 'malformed' | 'part-altered' | 'wrong-record'>> {
  const read = await readEntry(bytes);
  if (!read.ok) return read;
  const index = chain.links.findIndex((one) => equal(one.hash, read.value.hash));
  const link = chain.links[index];
  if (link === undefined) return err('wrong-record');
  // The first copy's signature was verified; another one over the same header says nothing new.
  const entry = { ...read.value.entry, signature: link.read.entry.signature };
  const { missing } = read.value;
  const worse = (missing.body && !link.read.missing.body) || (missing.clear && !link.read.missing.clear);
  if (worse) return ok(chain);
  const restored: Link = {
    ...link,
    bytes: encode(entryCodec, entry),
    read: { ...read.value, entry },
    opened: { type: 'waiting-for-key' },
  };
  return ok(await reopenWaiting({ ...chain, links: chain.links.with(index, restored) }, skeleton, keyring));
}

const isWaiting = (opened: Opened): boolean =>
  opened.type === 'waiting-for-key' ||
  (opened.type === 'epoch' && opened.body === null) ||
  (opened.type === 'forget' && opened.body === null) ||
  (opened.type === 'readmission' && isWaiting(opened.inner));
