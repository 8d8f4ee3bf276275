import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { ContentBody } from '../wire/body.ts';
import { zeros32 } from '../wire/hashes.ts';
import { capabilities } from '../wire/organisation.ts';
import type { ForgetTarget } from '../wire/record.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { deviceAt, deviceMay, isStaleAt } from '../wire/skeleton.ts';
import type { Chain, Link } from './chain.ts';
import type { Cut } from './cuts.ts';
import { findCuts } from './cuts.ts';
import type { Opened } from './open-entry.ts';

/** Why an entry that is in the chain changes nothing. It is kept and shown as refused (rule 5). */
export type RecordVoid =
  | 'author-ended'
  | 'organisation-head-goes-back'
  | 'wrong-epoch'
  | 'stale-epoch'
  | 'extra-recipient'
  | 'may-not-forget'
  | 'unreadable';

export type Verdict =
  | { readonly type: 'in-force' }
  | { readonly type: 'void'; readonly why: RecordVoid }
  /** By a device that was ended, beyond the cut: kept without effect until an administrator accepts it (rule 1). */
  | { readonly type: 'set-aside'; readonly removal: Bytes }
  | { readonly type: 'duplicate' }
  | { readonly type: 'waiting-for-key' }
  | { readonly type: 'missing' }
  | { readonly type: 'forgotten' };

/** Content in force, in the order in which the domain folds it. */
export type Effect = {
  /** Hash of the entry whose author said it: the displaced one where it was readmitted. */
  readonly hash: Bytes;
  readonly position: number;
  /** Where its author's authority is judged. */
  readonly orgPosition: number;
  readonly device: Bytes;
  readonly member: string;
  /** Readmitted: approvals, consents and grants of access wait for a renewed signature (rule 3). */
  readonly readmitted: boolean;
  readonly body: ContentBody;
};

export type Judged = {
  readonly link: Link;
  readonly verdict: Verdict;
  /** For a readmission, what became of the entry inside it. */
  readonly inner: Verdict | null;
};

/** What a record's chain means under an organisation log: a pure function of the two (rule 1). */
export type Judgement = {
  readonly judged: readonly Judged[];
  readonly effects: readonly Effect[];
  /** The epoch under which the next entry must be sealed; null before the first. */
  readonly epoch: { readonly hash: Bytes; readonly link: Link } | null;
  /** Whether that epoch may still be used by somebody who has seen all of the organisation log. */
  readonly epochIsStale: boolean;
  readonly forgotten: readonly ForgetTarget[];
  readonly cuts: ReadonlyMap<string, Cut>;
};

/** Judges every link. Cheap enough to be repeated whenever the organisation log grows. */
export async function judge(chain: Chain, skeleton: Skeleton): Promise<Judgement> {
  const cuts = await findCuts(chain, skeleton);
  const forgotten = collectForgotten(chain, skeleton);
  const state: Running = {
    skeleton,
    cuts,
    forgotten,
    highest: 0,
    epoch: null,
    entries: new Set(),
    actions: new Set(),
    effects: [],
  };
  const judged = chain.links.map((link) => judgeLink(link, state));
  return {
    judged,
    effects: state.effects,
    epoch: state.epoch === null ? null : { hash: state.epoch.hash, link: state.epoch },
    epochIsStale: state.epoch !== null && isStale(state.epoch, skeleton, skeleton.hashes.length - 1),
    forgotten,
    cuts,
  };
}

type Running = {
  readonly skeleton: Skeleton;
  readonly cuts: ReadonlyMap<string, Cut>;
  readonly forgotten: readonly ForgetTarget[];
  /** The highest position of the organisation log cited so far. */
  highest: number;
  epoch: Link | null;
  readonly entries: Set<string>;
  readonly actions: Set<string>;
  readonly effects: Effect[];
};

const inForce: Verdict = { type: 'in-force' };
const refused = (why: RecordVoid): Verdict => ({ type: 'void', why });

function judgeLink(link: Link, state: Running): Judged {
  const verdict = verdictOn(link, state);
  if (verdict.type !== 'in-force') {
    // An ended device cannot raise the bar for others by citing a head that it was not allowed to write under.
    return { link, verdict, inner: null };
  }
  state.highest = Math.max(state.highest, link.header.orgPosition);
  const { opened } = link;
  if (opened.type === 'epoch') state.epoch = link;
  if (opened.type === 'content') {
    const taken = takeEffect(link.hash, link, link, opened.body, false, state);
    return { link, verdict: taken, inner: null };
  }
  if (opened.type === 'readmission') return { link, verdict, inner: judgeReadmitted(link, opened, state) };
  return { link, verdict, inner: null };
}

function verdictOn(link: Link, state: Running): Verdict {
  const { header, opened } = link;
  const authority = authorityOf(link.hash, header.device, header.orgPosition, header.position, state);
  if (authority.type !== 'in-force') return authority;
  if (header.orgPosition < state.highest && !accepted(link.hash, state))
    return refused('organisation-head-goes-back');
  if (isForgotten(link, state.forgotten)) return { type: 'forgotten' };
  switch (opened.type) {
    case 'missing':
    case 'waiting-for-key':
      return opened;
    case 'unreadable':
      return refused('unreadable');
    case 'epoch':
      return verdictOnEpoch(opened, state);
    case 'forget':
      return mayForget(link, state.skeleton) ? verdictOnUse(link, state) : refused('may-not-forget');
    case 'content':
    case 'readmission':
      return verdictOnUse(link, state);
  }
}

/** Whether the author was still there: at the head that she cites, and by the cut of a later removal. */
function authorityOf(hash: Bytes, device: Bytes, cited: number, position: number, state: Running): Verdict {
  const facts = state.skeleton.devices.get(toHex(device));
  if (facts === undefined || deviceAt(state.skeleton, device, cited) === null)
    return accepted(hash, state) ? inForce : refused('author-ended');
  if (facts.endedAt === null || accepted(hash, state)) return inForce;
  const cut = state.cuts.get(toHex(device));
  if (cut !== undefined && position > cut.position) return { type: 'set-aside', removal: cut.removal };
  // She cites a head from before her removal, after somebody in this record had already cited the removal.
  if (state.highest >= facts.endedAt)
    return { type: 'set-aside', removal: removalOf(device, state.skeleton) };
  return inForce;
}

const accepted = (hash: Bytes, state: Running): boolean => state.skeleton.acceptedLate.has(toHex(hash));

const removalOf = (device: Bytes, skeleton: Skeleton): Bytes =>
  skeleton.removals.find((removal) => removal.devices.some((one) => equal(one, device)))?.entry ?? zeros32;

function verdictOnEpoch(opened: Extract<Opened, { type: 'epoch' }>, state: Running): Verdict {
  if (!equal(opened.clear.previous, state.epoch?.hash ?? zeros32)) return refused('wrong-epoch');
  if (opened.problem !== null && opened.problem !== 'no-wrap') return refused('unreadable');
  return (opened.unaccounted ?? 0) > 0 ? refused('extra-recipient') : inForce;
}

/** Content is sealed under the current epoch, and nobody who had seen a removal uses one that it made stale (section 5). */
function verdictOnUse(link: Link, state: Running): Verdict {
  if (state.epoch === null || !equal(link.header.epoch, state.epoch.hash)) return refused('wrong-epoch');
  return isStale(state.epoch, state.skeleton, link.header.orgPosition) ? refused('stale-epoch') : inForce;
}

function isStale(epoch: Link, skeleton: Skeleton, position: number): boolean {
  const body = epoch.opened.type === 'epoch' ? epoch.opened.body : null;
  return (body?.recipients ?? []).some(({ recipient }) => {
    if (recipient.type === 'member') {
      const member = skeleton.members.get(toHex(recipient.member));
      return member === undefined || (member.endedAt !== null && member.endedAt <= position);
    }
    const team = skeleton.teams.get(toHex(recipient.team));
    return team === undefined || isStaleAt(team, recipient.generation, position);
  });
}

function judgeReadmitted(
  link: Link,
  opened: Extract<Opened, { type: 'readmission' }>,
  state: Running,
): Verdict {
  const { displaced, inner } = opened;
  // Judged at the readmission's position (rule 3): was the displaced author still there at the head cited here?
  const { device } = displaced.header;
  const hash = displaced.hash;
  const there = deviceAt(state.skeleton, device, link.header.orgPosition) !== null || accepted(hash, state);
  if (!there) return { type: 'set-aside', removal: removalOf(device, state.skeleton) };
  const authority = authorityOf(hash, device, displaced.header.orgPosition, link.header.position, state);
  if (authority.type !== 'in-force') return authority;
  if (inner.type === 'content')
    return takeEffect(hash, link, { header: displaced.header }, inner.body, true, state);
  if (inner.type === 'waiting-for-key' || inner.type === 'missing') return inner;
  // A displaced epoch gives its key and nothing else: the branch that stands has epochs of its own (rule 10).
  return inner.type === 'epoch' ? { type: 'duplicate' } : inForce;
}

function takeEffect(
  hash: Bytes,
  link: Link,
  said: Pick<Link, 'header'>,
  body: ContentBody,
  readmitted: boolean,
  state: Running,
): Verdict {
  const { device } = said.header;
  const action = `${toHex(device)} ${toHex(body.action)}`;
  if (state.entries.has(toHex(hash)) || state.actions.has(action)) return { type: 'duplicate' };
  state.entries.add(toHex(hash));
  state.actions.add(action);
  const { orgPosition } = link.header;
  const member = state.skeleton.devices.get(toHex(device))?.member ?? '';
  state.effects.push({ hash, position: link.header.position, orgPosition, device, member, readmitted, body });
  return inForce;
}

function mayForget(link: Link, skeleton: Skeleton): boolean {
  const { device, orgPosition } = link.header;
  return deviceMay(skeleton, device, capabilities.forget | capabilities.administrator, orgPosition);
}

function collectForgotten(chain: Chain, skeleton: Skeleton): readonly ForgetTarget[] {
  return chain.links.flatMap(({ opened, ...link }) =>
    opened.type === 'forget' && mayForget({ ...link, opened }, skeleton) ? opened.targets : [],
  );
}

function isForgotten(link: Link, targets: readonly ForgetTarget[]): boolean {
  if (link.opened.type === 'forget') return false;
  return targets.some(
    (one) => one.type === 'record' || (one.type === 'entry' && equal(one.entry, link.hash)),
  );
}
