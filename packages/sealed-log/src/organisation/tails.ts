import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Chain, Link } from '../log/chain.ts';
import type { Keyring } from '../log/keyring.ts';
import type { ForkProof } from '../log/tails.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities } from '../wire/organisation.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { deviceMay } from '../wire/skeleton.ts';
import type { NotInChain } from '../wire/verify.ts';
import { readEntry } from '../wire/verify.ts';
import type { OrganisationLink, OrganisationLog } from './log.ts';
import { openOrganisationLog } from './log.ts';

/** What to do when the relay serves another organisation log than this device holds (rule 4). */
export type OrganisationTailPlan =
  | { readonly type: 'same' }
  | { readonly type: 'relay-ahead'; readonly fresh: readonly Bytes[] }
  /** It went back: send these very bytes again, and show it. */
  | { readonly type: 'relay-behind'; readonly reupload: readonly Bytes[] }
  /** Two tails: stay on the acknowledged branch, stop sealing, show the proof. Nothing heals this by itself. */
  | ({ readonly type: 'fork' } & OrganisationFork)
  /** The other tail does not verify: no fork, only bytes that are not in the chain. */
  | { readonly type: 'relay-unverified'; readonly at: number; readonly why: NotInChain };

export type OrganisationFork = {
  /** Position and hash of the last entry that both branches have. */
  readonly common: number;
  readonly ancestor: Bytes;
  readonly mine: readonly OrganisationLink[];
  /** The other branch from genesis on, as far as it verifies: for showing and for a resolution, never for authority. */
  readonly theirs: OrganisationLog;
  readonly proof: ForkProof;
};

/** Compares this device's log with all that the relay serves of it. Reads; decides nothing. */
export async function compareOrganisationTails(
  mine: OrganisationLog,
  served: readonly Bytes[],
): Promise<OrganisationTailPlan> {
  const common = await lastCommon(mine.links, served);
  const own = mine.links.slice(common + 1);
  const fresh = served.slice(common + 1);
  if (fresh.length === 0)
    return own.length === 0
      ? { type: 'same' }
      : { type: 'relay-behind', reupload: own.map((one) => one.bytes) };
  if (own.length === 0) return { type: 'relay-ahead', fresh };
  const position = common + 1;
  const branch = [...mine.links.slice(0, position).map((one) => one.bytes), ...fresh];
  const { member, device } = mine.keyring;
  const opened = await openOrganisationLog(branch, mine.skeleton.org, member, device);
  if (!opened.ok) return { type: 'relay-unverified', at: position, why: opened.error };
  const { log: theirs, stopped } = opened.value;
  const first = theirs.links[position];
  if (first === undefined)
    return { type: 'relay-unverified', at: position, why: stopped?.why ?? 'malformed' };
  const ancestor = mine.skeleton.hashes[common] ?? mine.skeleton.org;
  const proof = { position, mine: own[0]?.bytes ?? new Uint8Array(0), theirs: first.bytes };
  return { type: 'fork', common, ancestor, mine: own, theirs, proof };
}

async function lastCommon(links: readonly OrganisationLink[], served: readonly Bytes[]): Promise<number> {
  for (const [index, bytes] of served.entries()) {
    const own = links[index];
    const read = await readEntry(bytes);
    if (own === undefined || !read.ok || !equal(read.value.hash, own.read.hash)) return index - 1;
  }
  return served.length - 1;
}

export type ResolutionProblem = 'no-resolution' | 'not-this-fork' | 'signer-removed-here';

export type Resolution = {
  readonly chosen: 'mine' | 'theirs';
  /** Operations of the rejected branch: shown, so that people can do them again. They never come back by themselves. */
  readonly rejected: readonly {
    readonly link: OrganisationLink;
    readonly operations: readonly Operation[];
  }[];
};

/**
 * Whether one of the two branches holds a resolution of their fork that this device may follow: signed by two
 * administrators valid at the common ancestor and removed on neither branch (rule 4).
 */
export function resolutionOf(
  mine: OrganisationLog,
  fork: OrganisationFork,
): Result<Resolution, ResolutionProblem> {
  const ownTail = mine.links.slice(fork.common + 1);
  const otherTail = fork.theirs.links.slice(fork.common + 1);
  let problem: ResolutionProblem = 'no-resolution';
  for (const [side, standing, other, rejected] of [
    ['mine', ownTail, fork.theirs.skeleton, otherTail],
    ['theirs', otherTail, mine.skeleton, ownTail],
  ] as const) {
    for (const link of standing) {
      const outcome = judgeResolution(link, fork.ancestor, standing, rejected, other);
      if (outcome === 'holds')
        return ok({
          chosen: side,
          rejected: rejected.map((one) => ({ link: one, operations: one.clear.operations })),
        });
      if (outcome !== 'no-resolution') problem = outcome;
    }
  }
  return err(problem);
}

function judgeResolution(
  link: OrganisationLink,
  ancestor: Bytes,
  standing: readonly OrganisationLink[],
  rejected: readonly OrganisationLink[],
  otherBranch: Skeleton,
): 'holds' | ResolutionProblem {
  const resolved = link.clear.operations.find((one) => one.type === 'orgForkResolved');
  // Void where either signer was no administrator at the ancestor, or is none on the branch that stands.
  if (resolved?.type !== 'orgForkResolved' || link.verdict !== 'in force') return 'no-resolution';
  const among = (tail: readonly OrganisationLink[], hash: Bytes): boolean =>
    tail.some((one) => equal(one.read.hash, hash));
  const isThisFork =
    equal(resolved.ancestor, ancestor) &&
    among(standing, resolved.chosen) &&
    among(rejected, resolved.rejected);
  if (!isThisFork) return 'not-this-fork';
  const end = otherBranch.hashes.length - 1;
  const stillThere = [link.read.header.device, resolved.second].every((device) =>
    deviceMay(otherBranch, device, capabilities.administrator, end),
  );
  return stillThere ? 'holds' : 'signer-removed-here';
}

/**
 * Takes a device over to the branch that was chosen: its log is read again from genesis, its own tail is kept by the
 * caller and only shown.
 */
export async function moveOver(
  fork: OrganisationFork,
  { member, device }: Keyring,
): Promise<Result<OrganisationLog, NotInChain>> {
  const bytes = fork.theirs.links.map((one) => one.bytes);
  const opened = await openOrganisationLog(bytes, fork.theirs.skeleton.org, member, device);
  return opened.ok ? ok(opened.value.log) : opened;
}

/**
 * Entries of a record that cite heads of the rejected branch. They cannot be judged where that branch never was:
 * each author's own device says its words again; those of others wait for theirs.
 */
export function citingRejected(
  chain: Chain,
  chosen: Skeleton,
  device: Bytes,
): { readonly sayAgain: readonly Link[]; readonly ofOthers: readonly Link[] } {
  const cut = chain.links.findIndex(
    ({ header }) => toHex(chosen.hashes[header.orgPosition] ?? new Uint8Array(0)) !== toHex(header.orgHead),
  );
  // Whatever stands on such an entry falls with it, because the chain stops there.
  const fallen = cut < 0 ? [] : chain.links.slice(cut);
  return {
    sayAgain: fallen.filter(({ header }) => equal(header.device, device)),
    ofOthers: fallen.filter(({ header }) => !equal(header.device, device)),
  };
}
