import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Header } from '../wire/entry.ts';
import { forms } from '../wire/entry.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { readEntry } from '../wire/verify.ts';
import type { Chain, Link, NotInRecord } from './chain.ts';
import { extendChainBy } from './chain.ts';
import type { Effect, Judgement } from './judge.ts';
import { judge } from './judge.ts';
import type { Keyring } from './keyring.ts';

/** Two signed entries at one place: the proof that somebody showed two records. */
export type ForkProof = { readonly position: number; readonly mine: Bytes; readonly theirs: Bytes };

/** A tail of mine that the relay's verified chain has displaced. It is kept, whatever becomes of it. */
export type Divergence = {
  /** The last entry that both have; -1 where there is none. */
  readonly common: number;
  readonly displaced: readonly Link[];
  readonly theirs: Chain;
  readonly judgement: Judgement;
  readonly proof: ForkProof;
};

/** What to do when what the relay serves of a record is not what this device holds (rule 2). */
export type TailPlan =
  | { readonly type: 'same' }
  /** It has more: verify and take in, as always. */
  | { readonly type: 'relay-ahead'; readonly fresh: readonly Bytes[] }
  /** It went back: send these very bytes again, and show it. */
  | { readonly type: 'relay-behind'; readonly reupload: readonly Bytes[] }
  /** Only ordinary content on both sides: follow, readmit in order, keep the report. */
  | ({ readonly type: 'diverged-ordinary' } & Divergence)
  /** Nothing is written until a person with that authority confirms; then as above. */
  | ({ readonly type: 'needs-authority'; readonly because: readonly AuthorityReason[] } & Divergence)
  /** Its tail does not verify, or waits for the organisation log: nothing is followed, mine stands. */
  | {
      readonly type: 'relay-unverified';
      readonly at: number;
      readonly why: NotInRecord;
      readonly mine: readonly Link[];
    };

export type AuthorityReason = {
  readonly hash: Bytes;
  readonly side: 'mine' | 'theirs';
  readonly what: 'epoch' | 'forget' | 'unknown' | 'effect';
};

/**
 * Compares a stored chain with all that the relay serves of that record. `holdsAuthority` says whether an effect
 * grants or revokes access, or is a consent, an approval, a payment or a disclosure: only the domain knows.
 */
export async function compareTails(
  mine: Chain,
  served: readonly Bytes[],
  skeleton: Skeleton,
  keyring: Keyring,
  holdsAuthority: (effect: Effect) => boolean,
): Promise<TailPlan> {
  const common = await lastCommon(mine.links, served);
  const displaced = mine.links.slice(common + 1);
  const fresh = served.slice(common + 1);
  if (fresh.length === 0)
    return displaced.length === 0
      ? { type: 'same' }
      : { type: 'relay-behind', reupload: displaced.map((link) => link.bytes) };
  if (displaced.length === 0) return { type: 'relay-ahead', fresh };
  const { chain: theirs, stopped } = await extendChainBy(
    prefixOf(mine, common + 1),
    fresh,
    skeleton,
    keyring,
  );
  // Followed only if every entry verifies.
  if (stopped !== null)
    return { type: 'relay-unverified', at: common + 1 + stopped.at, why: stopped.why, mine: displaced };
  const judgement = await judge(theirs, skeleton);
  const own = await judge(mine, skeleton);
  const because = [
    ...reasons('mine', displaced, own, holdsAuthority),
    ...reasons('theirs', theirs.links.slice(common + 1), judgement, holdsAuthority),
  ];
  const position = common + 1;
  const proof: ForkProof = {
    position,
    mine: mine.links[position]?.bytes ?? new Uint8Array(0),
    theirs: fresh[0] ?? new Uint8Array(0),
  };
  const divergence: Divergence = { common, displaced, theirs, judgement, proof };
  return because.length === 0
    ? { type: 'diverged-ordinary', ...divergence }
    : { type: 'needs-authority', because, ...divergence };
}

/** By hash: the same header under another signature is the same entry (rule 6). Unreadable bytes are common to nobody. */
async function lastCommon(
  links: readonly { readonly hash: Bytes }[],
  served: readonly Bytes[],
): Promise<number> {
  for (const [index, bytes] of served.entries()) {
    const own = links[index];
    if (own === undefined) return index - 1;
    const read = await readEntry(bytes);
    if (!read.ok || !equal(read.value.hash, own.hash)) return index - 1;
  }
  return served.length - 1;
}

/** The first `length` links of a chain, with the keys that belong to them. */
export function prefixOf(chain: Chain, length: number): Chain {
  const links = chain.links.slice(0, length);
  const epochs = new Set(links.map((link) => toHex(link.hash)));
  const citedOrgPosition = links.reduce((highest, { header }) => Math.max(highest, header.orgPosition), 0);
  return {
    ...chain,
    links,
    citedOrgPosition,
    keys: new Map([...chain.keys].filter(([id]) => epochs.has(id))),
  };
}

function reasons(
  side: 'mine' | 'theirs',
  tail: readonly Link[],
  judgement: Judgement,
  holdsAuthority: (effect: Effect) => boolean,
): readonly AuthorityReason[] {
  const found: AuthorityReason[] = [];
  for (const { hash, header, opened } of tail) {
    const what = opened.type === 'readmission' ? nameOf(opened.displaced.header) : nameOf(header);
    // An epoch that was displaced before and was readmitted brings its key and nothing else.
    if (what === 'forget' || (what === 'epoch' && opened.type !== 'readmission'))
      found.push({ hash, side, what });
    const inner = opened.type === 'readmission' ? opened.inner : opened;
    // What this reader cannot see may be anything.
    if (inner.type === 'waiting-for-key' || inner.type === 'missing')
      found.push({ hash, side, what: 'unknown' });
  }
  const first = tail[0]?.header.position ?? 0;
  for (const effect of judgement.effects)
    if (effect.position >= first && holdsAuthority(effect))
      found.push({ hash: effect.hash, side, what: 'effect' });
  return found;
}

function nameOf({ form }: Header): 'epoch' | 'forget' | 'content' {
  if (form === forms.epoch) return 'epoch';
  return form === forms.forget ? 'forget' : 'content';
}
