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
  readonly links: readonly Link[];
  /** The highest position of the organisation log that a link cites. */
  readonly citedOrgPosition: number;
  /** Epoch keys found so far, by the hash of their entry (rule 10). */
  readonly keys: ReadonlyMap<string, Bytes>;
};

export function emptyChain(org: Bytes, record: Bytes): Chain {
  return { org, record, links: [], citedOrgPosition: 0, keys: new Map() };
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

/** Verifies the next entry and returns the longer chain. The given chain is not changed. */
export async function extendChain(
  chain: Chain,
  bytes: Uint8Array,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<Result<Chain, NotInRecord>> {
  const read = await readEntry(bytes);
  if (!read.ok) return read;
  const { header, hash } = read.value;
  if (header.log !== logs.record || !equal(header.org, chain.org) || !equal(header.record, chain.record))
    return err('wrong-record');
  const head = headOf(chain);
  if (header.position !== head.position + 1) return err('wrong-position');
  if (!equal(header.prev, head.hash)) return err('wrong-prev');
  const authored = await verifyAuthor(read.value, skeleton);
  if (!authored.ok) return authored;
  const opened = await openEntry(read.value, chain, skeleton, keyring);
  const keys = new Map(chain.keys);
  for (const [epoch, key] of opened.keys) keys.set(epoch, key);
  const link: Link = { bytes: bytes as Bytes, read: read.value, header, hash, opened: opened.opened };
  const grown: Chain = {
    ...chain,
    links: [...chain.links, link],
    citedOrgPosition: Math.max(chain.citedOrgPosition, header.orgPosition),
    keys,
  };
  return ok(opened.keys.size > 0 ? await reopenWaiting(grown, skeleton, keyring) : grown);
}

/** Tries again what waited for a key, after a newer epoch or a new grant brought some. Nothing is ever discarded. */
export async function reopenWaiting(chain: Chain, skeleton: Skeleton, keyring: Keyring): Promise<Chain> {
  const keys = new Map(chain.keys);
  const links: Link[] = [];
  for (const link of chain.links) {
    if (!isWaiting(link.opened)) {
      links.push(link);
      continue;
    }
    const again = await openEntry(link.read, { ...chain, links, keys }, skeleton, keyring);
    for (const [epoch, key] of again.keys) keys.set(epoch, key);
    links.push({ ...link, opened: again.opened });
  }
  return { ...chain, links, keys };
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

/** Verifies entries one after the other and stops at the first that is not in the chain. */
export async function extendChainBy(
  chain: Chain,
  entries: readonly Uint8Array[],
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<{
  readonly chain: Chain;
  readonly stopped: { readonly at: number; readonly why: NotInRecord } | null;
}> {
  let grown = chain;
  for (const [at, bytes] of entries.entries()) {
    const next = await extendChain(grown, bytes, skeleton, keyring);
    if (!next.ok) return { chain: grown, stopped: { at, why: next.error } };
    grown = next.value;
  }
  return { chain: grown, stopped: null };
}
