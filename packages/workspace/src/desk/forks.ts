import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Chain } from '@leeward/sealed-log/log/chain.ts';
import type { KeptHead } from '@leeward/sealed-log/log/head-proofs.ts';
import { planReadmission } from '@leeward/sealed-log/log/readmit.ts';
import type { Divergence } from '@leeward/sealed-log/log/tails.ts';
import { compareTails } from '@leeward/sealed-log/log/tails.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import { dropAlternatives } from './alternatives.ts';
import { holdsAuthority, mayResolve, needsOf } from './authority.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { nameOf } from './incoming.ts';
import { lastStatement, readStatement } from './receipts.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { withoutTexts } from './search-texts.ts';
import { withoutList } from './snapshot.ts';
import { logNames } from './store/device-store.ts';
import { renew, takeRecordEntries } from './take-record.ts';
import { setTrouble } from './troubles.ts';

/*
 * My tail against the relay's (rule 2). What the relay stands by is its own signed head, so that a row that it showed
 * once and dropped again moves nobody. Ordinary content follows the relay and is readmitted; where authority is
 * touched, nothing is written until a person with that right says so. Nothing of mine is ever deleted.
 */

/** Settles every record of which the relay has shown another tail. */
export async function settleForks(engine: Engine): Promise<void> {
  const open = [...engine.troubles].filter(([, { fork }]) => fork !== null && fork.stage !== 'settled');
  for (const id of new Set([...engine.alternatives.keys(), ...open.map(([record]) => record)])) {
    await settle(engine, id);
    const fork = engine.troubles.get(id)?.fork;
    if (fork?.stage === 'open') await setTrouble(engine, id, { fork: { ...fork, stage: 'disputed' } });
  }
}

async function settle(engine: Engine, id: string): Promise<void> {
  const view = await openRecord(engine, id);
  const head = await relayHead(engine, view.bytes);
  // Without the relay's signed word nothing is followed; the record stays held, and it is asked next time.
  if (head === null) return;
  if (view.chain.links.some((link) => equal(link.hash, head.statement.head))) {
    await settled(engine, id);
    return;
  }
  const served = await branchTo(engine, view, head.statement.head);
  if (served === null) {
    engine.askAgainFrom = 0;
    return;
  }
  const { skeleton, keyring } = engine.organisation;
  const plan = await compareTails(view.chain, served, skeleton, keyring, holdsAuthority);
  switch (plan.type) {
    case 'diverged-ordinary':
      await follow(engine, view, plan);
      return;
    case 'needs-authority':
      if (nothingIsLost(view.chain, plan) || (await isConfirmed(engine, id, plan)))
        await follow(engine, view, plan);
      else
        await setTrouble(engine, id, {
          fork: {
            position: plan.proof.position,
            stage: 'authority',
            needs: needsOf(plan.because, [...view.judgement.effects, ...plan.judgement.effects]),
          },
        });
      return;
    case 'relay-ahead':
      // The rest of a move that a crash interrupted.
      await takeRecordEntries(engine, id, await readAll(plan.fresh));
      await settled(engine, id);
      return;
    case 'relay-unverified':
      await setTrouble(engine, id, { bad: { why: plan.why, position: plan.at } });
      return;
    case 'same':
    case 'relay-behind':
      await settled(engine, id);
  }
}

async function relayHead(engine: Engine, record: Bytes): Promise<KeptHead | null> {
  const answer = await engine.client.head(orgOf(engine), record, engine.signer, engine.stopping);
  const kept = answer.ok ? await readStatement(engine, answer.value) : null;
  return kept !== null && equal(kept.statement.record, record) ? kept : null;
}

/** All that the relay serves of a record up to its head: mine as far as it is common, then the other tail. */
async function branchTo(engine: Engine, view: RecordView, head: Bytes): Promise<readonly Bytes[] | null> {
  const others = new Map<string, Incoming>([
    ...(engine.alternatives.get(view.id) ?? []),
    ...(engine.waiting.get(view.id) ?? []),
    ...(await displacedEntries(engine, view.id)),
  ]);
  const { links } = view.chain;
  const tail: Bytes[] = [];
  let next = others.get(toHex(head));
  while (next !== undefined) {
    tail.unshift(next.bytes);
    const { position, prev } = next.read.header;
    const before = links[position - 1];
    const joins = position === 0 || (before !== undefined && equal(before.hash, prev));
    if (joins) return [...links.slice(0, position).map((link) => link.bytes), ...tail];
    next = others.get(toHex(prev));
  }
  return null;
}

/** Entries of this record that an earlier fork has displaced: the relay may come back to them. */
async function displacedEntries(engine: Engine, id: string): Promise<ReadonlyMap<string, Incoming>> {
  const found = new Map<string, Incoming>();
  for (const log of await engine.store.logs(logNames.displaced(id, '')))
    for (const one of await readAll(await engine.store.rowsOf(log))) found.set(nameOf(one), one);
  return found;
}

async function readAll(entries: readonly Bytes[]): Promise<readonly Incoming[]> {
  const found: Incoming[] = [];
  for (const bytes of entries) {
    const read = await readEntry(bytes);
    if (read.ok) found.push({ bytes, read: read.value });
  }
  return found;
}

/** Somebody with the right went before and readmitted all that is here: there is nothing left to decide. */
const nothingIsLost = (mine: Chain, plan: Divergence): boolean =>
  planReadmission(mine, plan.displaced, plan.theirs, plan.judgement).readmit.length === 0;

/** Moves to the relay's chain. The displaced tail is durable elsewhere before anything is overwritten. */
async function follow(engine: Engine, view: RecordView, plan: Divergence): Promise<void> {
  const { id } = view;
  const first = plan.displaced[0];
  if (first === undefined) return;
  const aside = logNames.displaced(id, toHex(first.hash));
  await engine.store.addRows(
    plan.displaced.map(({ bytes, header }) => ({ log: aside, position: header.position, bytes })),
    [
      { name: `report:${id}:${toHex(first.hash)}`, value: await reportOf(engine, view, plan) },
      withoutList(engine, id),
      withoutTexts(id),
    ],
  );
  await engine.store.dropRows(logNames.record(id), plan.common + 1);
  await engine.store.addRows(
    plan.theirs.links
      .slice(plan.common + 1)
      .map(({ bytes, header }) => ({ log: logNames.record(id), position: header.position, bytes })),
  );
  engine.toReadmit.add(aside);
  await renew(engine, view, plan.theirs);
  await settled(engine, id, plan.proof.position);
  await takeRecordEntries(engine, id, []);
}

/** The fork report: both entries, and what the relay had signed, where it promised the one that it does not show. */
async function reportOf(engine: Engine, view: RecordView, { proof }: Divergence): Promise<Bytes> {
  const promised = await lastStatement(engine, view.bytes);
  return engine.local.seal('report', {
    position: proof.position,
    mine: toHex(proof.mine),
    theirs: toHex(proof.theirs),
    promised: promised === null ? null : [toHex(promised.signed.bytes), toHex(promised.signed.signature)],
    noticed: engine.now(),
  });
}

async function settled(engine: Engine, id: string, position?: number): Promise<void> {
  await dropAlternatives(engine, id);
  await engine.store.delete(`confirmed:${id}`);
  const known = engine.troubles.get(id)?.fork?.position;
  const at = position ?? known;
  await setTrouble(
    engine,
    id,
    at === undefined ? { fork: null } : { fork: { position: at, stage: 'settled' } },
  );
}

/** A confirmation is for one fork: one at another place needs another. */
async function isConfirmed(engine: Engine, id: string, plan: Divergence): Promise<boolean> {
  const sealed = await engine.store.get(`confirmed:${id}`);
  return sealed !== null && (await engine.local.open('confirmed', sealed)) === plan.proof.position;
}

/** A person with the authority says that the relay's version is to be followed, and what it lacks readmitted (rule 2c). */
export async function confirmFork(engine: Engine, id: string): Promise<Answer<null>> {
  const fork = engine.troubles.get(id)?.fork;
  if (fork?.stage !== 'authority') return { ok: false, error: { code: 'not-here' } };
  const view = await openRecord(engine, id);
  if (!mayResolve(engine, view, fork.needs ?? ['administrator']))
    return { ok: false, error: { code: 'writing-stopped', alert: 'forkNeedsAuthority' } };
  await engine.store.put(`confirmed:${id}`, await engine.local.seal('confirmed', fork.position));
  return { ok: true, value: null };
}
