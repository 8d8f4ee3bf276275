import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { OrganisationFork } from '@leeward/sealed-log/organisation/tails.ts';
import {
  citingRejected,
  compareOrganisationTails,
  moveOver,
  resolutionOf,
} from '@leeward/sealed-log/organisation/tails.ts';
import type { Header } from '@leeward/sealed-log/wire/entry.ts';
import type { Skeleton } from '@leeward/sealed-log/wire/skeleton.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { byPosition, nameOf } from './incoming.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { withoutTexts } from './search-texts.ts';
import { fromText } from './send.ts';
import { dropSlot, logsWithSlots, organisationSlot, slotOf } from './slots.ts';
import { withoutList } from './snapshot.ts';
import { logNames } from './store/device-store.ts';

/*
 * Two histories of who may do what (rule 4). Each device stays on the branch that it had, seals nothing, and shows the
 * proof. Nothing heals by itself: only a resolution that two administrators signed ends it.
 */

/** Looks at entries that stand against this device's log, with those that were kept before. */
export async function settleBranches(engine: Engine, against: readonly Incoming[]): Promise<void> {
  const kept = await keptEntries(engine);
  const known = new Set(kept.map(nameOf));
  const fresh = against.filter((one) => !known.has(nameOf(one)));
  if (kept.length === 0 && fresh.length === 0) return;
  const branch = branchOf(engine, [...kept, ...fresh]);
  if (branch === null) {
    engine.askAgainFrom = 0;
    return;
  }
  const plan = await compareOrganisationTails(engine.organisation, branch);
  if (plan.type === 'relay-unverified') {
    engine.alerts.raise('notInChain', { why: plan.why, position: plan.at });
    return;
  }
  if (plan.type !== 'fork') return;
  // Only what verifies is kept: the relay cannot fill this disk with inventions.
  const others = plan.theirs.links.slice(plan.common + 1);
  await engine.store.addRows(
    others.map(({ bytes, read }) => ({ log: logNames.otherBranch, position: read.header.position, bytes })),
  );
  await stop(engine, plan);
}

async function stop(engine: Engine, fork: OrganisationFork): Promise<void> {
  const resolution = resolutionOf(engine.organisation, fork);
  if (resolution.ok && resolution.value.chosen === 'mine') {
    engine.organisationStopped = false;
    engine.alerts.clear('organisationFork');
    return;
  }
  if (resolution.ok) {
    await follow(engine, fork);
    return;
  }
  engine.organisationStopped = true;
  engine.alerts.raise('organisationFork', {
    position: fork.proof.position,
    mine: await hashOf(fork.proof.mine),
    theirs: await hashOf(fork.proof.theirs),
  });
}

const hashOf = async (bytes: Bytes): Promise<string> => {
  const read = await readEntry(bytes);
  return read.ok ? toHex(read.value.hash).slice(0, 16) : '';
};

/** Moves over to the branch that two administrators chose; what this branch said is kept and never replayed. */
async function follow(engine: Engine, fork: OrganisationFork): Promise<void> {
  const moved = await moveOver(fork, engine.organisation.keyring);
  if (!moved.ok) return;
  const first = fork.mine[0]?.read.hash;
  const displaced = logNames.displaced('organisation', first === undefined ? '' : toHex(first));
  await engine.store.addRows(
    fork.mine.map(({ bytes, read }) => ({ log: displaced, position: read.header.position, bytes })),
  );
  await engine.store.dropRows(logNames.organisation, fork.common + 1);
  await engine.store.addRows(
    moved.value.links
      .slice(fork.common + 1)
      .map(({ bytes, read }) => ({ log: logNames.organisation, position: read.header.position, bytes })),
  );
  await engine.store.dropRows(logNames.otherBranch, 0);
  for (const log of await engine.store.logs(logNames.record('')))
    await leaveBehind(engine, await openRecord(engine, log.slice(2)), moved.value.skeleton);
  await dropRejectedSlots(engine, moved.value.skeleton);
  engine.organisation = moved.value;
  engine.organisationStates = foldOrganisationLog(moved.value);
  engine.organisationStopped = false;
  engine.alerts.clear('organisationFork');
  // Records cite heads of the organisation log: each is verified anew from what was stored, and asked for again.
  engine.records.clear();
  engine.summaries.clear();
  engine.askAgainFrom = 0;
  engine.askedAgain = Number.NEGATIVE_INFINITY;
}

/**
 * Entries of a record that cite the rejected branch cannot be judged any more, nor what stands on them. They are kept
 * beside it; what this device's own person said is noted, to be said again (rule 4).
 */
async function leaveBehind(engine: Engine, view: RecordView, chosen: Skeleton): Promise<void> {
  const { sayAgain, ofOthers } = citingRejected(view.chain, chosen, engine.keys.device.signingKey);
  const fallen = [...sayAgain, ...ofOthers].sort(
    (left, right) => left.header.position - right.header.position,
  );
  const [first] = fallen;
  if (first === undefined) return;
  const log = logNames.displaced(view.id, toHex(first.hash));
  const values = [withoutList(engine, view.id), withoutTexts(view.id)];
  for (const { opened, header } of sayAgain) {
    if (opened.type !== 'content') continue;
    const { action, claimedTime, events, quoted } = opened.body;
    const said: SaidAgain = { action: toHex(action), claimedTime, events, quoted: quoted.map(toHex) };
    const name = `again:${view.id}:${String(header.position).padStart(10, '0')}`;
    values.push({ name, value: await engine.local.seal('again', said) });
  }
  await engine.store.addRows(
    fallen.map(({ bytes, header }) => ({ log, position: header.position, bytes })),
    values,
  );
  await engine.store.dropRows(logNames.record(view.id), first.header.position);
}

/**
 * What was signed last under the rejected branch stands nowhere and can never stand: two administrators have said so.
 * Only then may this device sign anew on the same predecessor (rule 6).
 */
async function dropRejectedSlots(engine: Engine, chosen: Skeleton): Promise<void> {
  for (const log of await logsWithSlots(engine)) {
    const header = log === organisationSlot ? null : await headerIn(engine, log);
    const head = header === null ? undefined : chosen.hashes[header.orgPosition];
    if (header === null || head === undefined || !equal(head, header.orgHead)) await dropSlot(engine, log);
  }
}

async function headerIn(engine: Engine, log: string): Promise<Header | null> {
  const slot = await slotOf(engine, log);
  const read = slot === null ? null : await readEntry(fromText(slot.bytes));
  return read?.ok ? read.value.header : null;
}

/** Words of this device's person that fell with a rejected branch. */
export type SaidAgain = {
  readonly action: string;
  readonly claimedTime: number;
  readonly events: string;
  readonly quoted: readonly string[];
};

/** The other branch from genesis on: what both have, then what follows it by its hashes. Null where nothing joins. */
function branchOf(engine: Engine, others: readonly Incoming[]): readonly Bytes[] | null {
  const { links } = engine.organisation;
  const sorted = [...others].sort(byPosition);
  for (const first of sorted) {
    const { position, prev } = first.read.header;
    const before = links[position - 1];
    if (before === undefined || !equal(before.read.hash, prev)) continue;
    const branch = [...links.slice(0, position).map((link) => link.bytes), first.bytes];
    let head = first.read;
    for (const one of sorted)
      if (one.read.header.position === head.header.position + 1 && equal(one.read.header.prev, head.hash)) {
        branch.push(one.bytes);
        head = one.read;
      }
    return branch;
  }
  return null;
}

async function keptEntries(engine: Engine): Promise<readonly Incoming[]> {
  const kept: Incoming[] = [];
  for (const bytes of await engine.store.rowsOf(logNames.otherBranch)) {
    const read = await readEntry(bytes);
    if (read.ok) kept.push({ bytes, read: read.value });
  }
  return kept;
}
