import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { ContentBody } from '../wire/body.ts';
import { forms } from '../wire/entry.ts';
import { zeros32 } from '../wire/hashes.ts';
import { capabilities } from '../wire/organisation.ts';
import type { ForgetTarget } from '../wire/record.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { deviceAt, deviceMay, floorAt, teamMembersAt } from '../wire/skeleton.ts';
import type { Chain, Link } from './chain.ts';
import type { Cut } from './cuts.ts';
import { findCuts } from './cuts.ts';
import type { EpochDoubt } from './epoch-use.ts';
import { authorReads, doubtAbout, isStale } from './epoch-use.ts';
import type { Opened } from './open-entry.ts';

/** Why an entry that is in the chain changes nothing. It is kept and shown as refused (rule 5). */
export type RecordVoid =
  | 'author-ended'
  | 'below-floor'
  | 'organisation-head-goes-back'
  | 'wrong-epoch'
  | 'stale-epoch'
  | 'extra-recipient'
  /** An epoch by somebody who does not read the one before, does not hold its key, or names a false append key. */
  | 'takes-over'
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
  /** Why nothing more should be sealed under that epoch, although what stands under it stands (rule 11). */
  readonly epochDoubt: EpochDoubt | null;
  readonly forgotten: readonly ForgetTarget[];
  readonly cuts: ReadonlyMap<string, Cut>;
};

/** Judges every link. Cheap enough to be repeated whenever the organisation log grows. */
export async function judge(chain: Chain, skeleton: Skeleton): Promise<Judgement> {
  const cuts = await findCuts(chain, skeleton);
  const { owner } = chain;
  const state: Running = { skeleton, owner, cuts, highest: 0, epoch: null, epochs: new Map(), forgotten: [] };
  // First what follows from authors, heads and epochs; then, knowing all that was forgotten, what the bodies say.
  // A body that is gone on one device and not yet on another must not change any other verdict.
  const standing = chain.links.map((link) => standingOf(link, state));
  const said: Said = { ...state, entries: new Set(), actions: new Set(), effects: [] };
  const judged = chain.links.map((link, index) => judgeLink(link, standing[index] ?? inForce, said));
  const { epoch, forgotten } = state;
  const now = skeleton.hashes.length - 1;
  return {
    judged,
    effects: said.effects,
    epoch: epoch === null ? null : { hash: epoch.hash, link: epoch },
    epochIsStale: epoch !== null && isStale(epoch, skeleton, now),
    epochDoubt: epoch === null ? null : doubtAbout(epoch, skeleton, now),
    forgotten,
    cuts,
  };
}

type Running = {
  readonly skeleton: Skeleton;
  /** The team whose record this is by its id. */
  readonly owner: Bytes | null;
  readonly cuts: ReadonlyMap<string, Cut>;
  /** The highest position of the organisation log cited so far. */
  highest: number;
  epoch: Link | null;
  /** The epochs in force so far, by hash. */
  readonly epochs: Map<string, Link>;
  readonly forgotten: ForgetTarget[];
};

type Said = Running & {
  readonly entries: Set<string>;
  readonly actions: Set<string>;
  readonly effects: Effect[];
};

const inForce: Verdict = { type: 'in-force' };
const refused = (why: RecordVoid): Verdict => ({ type: 'void', why });

/** Whether an entry counts, whatever its body says. */
function standingOf(link: Link, state: Running): Verdict {
  const { header, hash, opened } = link;
  const isEpoch = header.form === forms.epoch;
  const late = !isEpoch && accepted(hash, state);
  // An epoch stays where it is, whatever its author said beyond the cut: others, who knew of no removal, wrote under it,
  // and their words are not hers. Whoever knows of it finds the epoch stale, because its author has gone.
  const position = isEpoch ? 0 : header.position;
  const authority = late ? inForce : authorityOf(header.device, header.orgPosition, position, state);
  // An ended device cannot raise the bar for others by citing a head that it was not allowed to write under.
  if (authority.type !== 'in-force') return authority;
  if (header.version < floorAt(state.skeleton, header.orgPosition)) return refused('below-floor');
  if (header.orgPosition < state.highest && !late) return refused('organisation-head-goes-back');
  state.highest = Math.max(state.highest, header.orgPosition);
  if (isEpoch) {
    const verdict = verdictOnEpoch(link, state);
    if (verdict.type === 'in-force') {
      state.epoch = link;
      state.epochs.set(toHex(hash), link);
    }
    return verdict;
  }
  // What an administrator let in was sealed under an epoch that has passed since.
  const use = late ? inForce : verdictOnUse(link, state);
  if (use.type !== 'in-force') return use;
  if (opened.type === 'forget') {
    if (!mayForget(header.device, header.orgPosition, state)) return refused('may-not-forget');
    state.forgotten.push(...opened.targets);
  }
  if (opened.type === 'readmission' && opened.inner.type === 'forget') {
    const { device } = opened.displaced.header;
    const there = authorityOfReadmitted(link, opened, state).type === 'in-force';
    if (there && mayForget(device, header.orgPosition, state)) state.forgotten.push(...opened.inner.targets);
  }
  return inForce;
}

/** Whether the author was still there: at the head that she cites, and by the cut of a later removal. */
function authorityOf(device: Bytes, cited: number, position: number, state: Running): Verdict {
  const facts = deviceAt(state.skeleton, device, cited);
  if (facts === null) return refused('author-ended');
  if (facts.endedAt === null) return inForce;
  const cut = state.cuts.get(toHex(device));
  if (cut !== undefined && position > cut.position) return { type: 'set-aside', removal: cut.removal };
  // She cites a head from before her removal, after somebody in this record had already cited the removal.
  if (state.highest >= facts.endedAt)
    return { type: 'set-aside', removal: removalOf(device, state.skeleton) };
  return inForce;
}

const accepted = (hash: Bytes, { skeleton }: Pick<Running, 'skeleton'>): boolean =>
  skeleton.acceptedLate.size > 0 && skeleton.acceptedLate.has(toHex(hash));

const removalOf = (device: Bytes, skeleton: Skeleton): Bytes =>
  skeleton.removals.find((removal) => removal.devices.some((one) => equal(one, device)))?.entry ?? zeros32;

function verdictOnEpoch(link: Link, state: Running): Verdict {
  const { opened, header } = link;
  // Withheld or forgotten: what is sealed under it must wait for it, and not look as if nobody had the right.
  if (opened.type === 'missing') return inForce;
  if (opened.type !== 'epoch') return refused('unreadable');
  const { previous } = opened.clear;
  const before = state.epochs.get(toHex(previous)) ?? null;
  if (before === null && (state.epoch !== null || !equal(previous, zeros32))) return refused('wrong-epoch');
  // Whoever is first must not keep a team from a record that is the team's by its id.
  if (before === null && !isOfTeam(header.device, header.orgPosition, state)) return refused('takes-over');
  // It may follow an earlier epoch than the last: somebody whom the last shuts out by a false wrap is not locked out
  // (rule 12). Its author must be a reader of both, as far as this reader knows them, and hold the key that she follows;
  // the first is asked even of an epoch that does not open here, which an outsider may have sealed for herself alone.
  const reads = [before, state.epoch].every((one) => authorReads(one, link, state.skeleton));
  if (!reads) return refused('takes-over');
  if (opened.body === null) {
    // Without its key nothing more can be said. A wrap that fails is this reader's loss and shown to her (rule 8);
    // the others, whose wraps hold, go on under the same epoch.
    const unwrapped = ['wrong-key', 'corrupt', 'malformed'].includes(opened.problem ?? '');
    return unwrapped ? refused('unreadable') : inForce;
  }
  if ((opened.unaccounted ?? 0) > 0) return refused('extra-recipient');
  if (opened.takesOver) return refused('takes-over');
  return isStale(link, state.skeleton, header.orgPosition) ? refused('stale-epoch') : inForce;
}

/** Whether the author was in the team that the record belongs to, at the head that she cites; true where it belongs to none. */
function isOfTeam(device: Bytes, cited: number, { owner, skeleton }: Running): boolean {
  const team = owner === null ? undefined : skeleton.teams.get(toHex(owner));
  const member = deviceAt(skeleton, device, cited)?.member;
  return team === undefined || (member !== undefined && teamMembersAt(team, cited).includes(member));
}

/** Content is sealed under the current epoch, and nobody who had seen a removal uses one that it made stale (section 5). */
function verdictOnUse(link: Link, state: Running): Verdict {
  if (state.epoch === null || !equal(link.header.epoch, state.epoch.hash)) return refused('wrong-epoch');
  return isStale(state.epoch, state.skeleton, link.header.orgPosition) ? refused('stale-epoch') : inForce;
}

function mayForget(device: Bytes, orgPosition: number, { skeleton }: Running): boolean {
  return deviceMay(skeleton, device, capabilities.forget | capabilities.administrator, orgPosition);
}

/** What becomes of an entry that stands, by what its body says. */
function judgeLink(link: Link, standing: Verdict, said: Said): Judged {
  const { opened, hash } = link;
  said.entries.add(toHex(hash));
  if (standing.type !== 'in-force') return { link, verdict: standing, inner: null };
  if (isForgotten(hash, link.header.form, said)) return { link, verdict: { type: 'forgotten' }, inner: null };
  switch (opened.type) {
    case 'missing':
    case 'waiting-for-key':
      return { link, verdict: opened, inner: null };
    case 'unreadable':
      return { link, verdict: refused('unreadable'), inner: null };
    case 'epoch':
    case 'forget':
      return { link, verdict: inForce, inner: null };
    case 'content': {
      const { device, orgPosition } = link.header;
      return {
        link,
        verdict: takeEffect({ hash, link, device, orgPosition }, opened.body, said),
        inner: null,
      };
    }
    case 'readmission':
      return { link, verdict: inForce, inner: judgeReadmitted(link, opened, said) };
  }
}

type Readmission = Extract<Opened, { type: 'readmission' }>;

/** Judged at the readmission's position (rule 3): was the displaced author still there at the head cited here? */
function authorityOfReadmitted(link: Link, { displaced }: Readmission, state: Running): Verdict {
  const { device } = displaced.header;
  if (accepted(displaced.hash, state)) return inForce;
  if (deviceAt(state.skeleton, device, link.header.orgPosition) === null)
    return { type: 'set-aside', removal: removalOf(device, state.skeleton) };
  const before = { ...state, highest: 0 };
  return authorityOf(device, displaced.header.orgPosition, link.header.position, before);
}

function judgeReadmitted(link: Link, opened: Readmission, said: Said): Verdict {
  const { displaced, inner } = opened;
  const { hash } = displaced;
  const { device, orgPosition } = displaced.header;
  // Also one that stands in this chain without effect: what was refused here does not come in by another door.
  if (said.entries.has(toHex(hash))) return { type: 'duplicate' };
  const authority = authorityOfReadmitted(link, opened, said);
  if (authority.type !== 'in-force') return authority;
  if (isForgotten(hash, displaced.header.form, said)) return { type: 'forgotten' };
  if (inner.type === 'content') {
    // What was accepted late is judged where its author still was.
    const judgedAt = accepted(hash, said) ? orgPosition : link.header.orgPosition;
    return takeEffect({ hash, link, device, orgPosition: judgedAt }, inner.body, said);
  }
  if (inner.type === 'waiting-for-key' || inner.type === 'missing') return inner;
  if (inner.type === 'unreadable') return refused('unreadable');
  if (inner.type === 'forget')
    return mayForget(device, link.header.orgPosition, said) ? inForce : refused('may-not-forget');
  // A displaced epoch gives its key and nothing else: the branch that stands has epochs of its own (rule 10).
  return { type: 'duplicate' };
}

type Utterance = {
  readonly hash: Bytes;
  readonly link: Link;
  readonly device: Bytes;
  readonly orgPosition: number;
};

/** Dedupe by entry, then by the author's action; the first in chain order counts (rule 3). */
function takeEffect({ hash, link, device, orgPosition }: Utterance, body: ContentBody, said: Said): Verdict {
  const action = `${toHex(device)} ${toHex(body.action)}`;
  if (said.actions.has(action)) return { type: 'duplicate' };
  said.entries.add(toHex(hash));
  said.actions.add(action);
  const member = said.skeleton.devices.get(toHex(device))?.member ?? '';
  const readmitted = !equal(hash, link.hash);
  said.effects.push({ hash, position: link.header.position, orgPosition, device, member, readmitted, body });
  return inForce;
}

/** Epochs and forget entries are what the rest stands on: they go only with the whole record. */
function isForgotten(hash: Bytes, form: number, { forgotten }: Running): boolean {
  if (form === forms.forget) return false;
  return forgotten.some(
    (one) =>
      one.type === 'record' || (one.type === 'entry' && form !== forms.epoch && equal(one.entry, hash)),
  );
}
