import type { Bytes } from '../crypto/bytes.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import type { DeviceKeys, MemberKeys } from '../keys/device.ts';
import type { Chain } from '../log/chain.ts';
import { emptyChain, extendChainBy, reopenWaiting } from '../log/chain.ts';
import type { Head } from '../log/head-list.ts';
import { headsOf } from '../log/head-list.ts';
import type { Judged, Judgement, Verdict } from '../log/judge.ts';
import { judge } from '../log/judge.ts';
import type { OrganisationLog } from '../organisation/log.ts';
import { extendOrganisationLog } from '../organisation/log.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { SharedLog } from './shared-log.ts';
import { entriesOf } from './shared-log.ts';

/** One person's device in a story: her keys, and what she has pulled so far. */
export type Desk = {
  readonly name: string;
  readonly device: DeviceKeys;
  member: MemberKeys;
  shared: SharedLog;
  log: OrganisationLog;
  readonly chains: Map<string, Chain>;
  /** The heads that she held when she removed somebody, by the entry with the removal. */
  readonly cutLists: Map<string, readonly Head[]>;
};

export const skeletonOf = (desk: Desk): Skeleton => desk.log.skeleton;
export const orgOf = (desk: Desk): Bytes => desk.log.skeleton.org;

/** Takes in what is new in the organisation log and verifies it. @throws Error where an entry is not in the chain. */
export async function pullOrganisation(desk: Desk, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  const known = desk.log.links.length;
  const fresh = desk.shared.organisation.slice(known, Math.max(known, upTo));
  const { log, stopped } = await extendOrganisationLog(desk.log, fresh);
  desk.log = log;
  if (stopped !== null) throw new Error(`the organisation log stopped: ${stopped.why}`);
}

/** Takes in what is new of one record, as far as it verifies, and tries again what waited for a key. */
export async function pullRecord(desk: Desk, record: Bytes): Promise<{ readonly why: string | null }> {
  const known = desk.chains.get(toHex(record)) ?? emptyChain(orgOf(desk), record);
  const { skeleton, keyring } = desk.log;
  const again = await reopenWaiting(known, skeleton, keyring);
  const fresh = entriesOf(desk.shared, record).slice(known.links.length);
  const { chain, stopped } = await extendChainBy(again, fresh, skeleton, keyring);
  desk.chains.set(toHex(record), chain);
  return { why: stopped?.why ?? null };
}

/** Everything that the shared log holds. */
export async function pull(...desks: readonly Desk[]): Promise<void> {
  for (const desk of desks) {
    await pullOrganisation(desk);
    for (const record of desk.shared.records.keys()) await pullRecord(desk, unwrap(fromHex(record)));
  }
}

export function chainOf(desk: Desk, record: Bytes): Chain {
  return desk.chains.get(toHex(record)) ?? emptyChain(orgOf(desk), record);
}

export const judgementOf = (desk: Desk, record: Bytes): Promise<Judgement> =>
  judge(chainOf(desk, record), skeletonOf(desk));

export const headsHeldBy = (desk: Desk): readonly Head[] => headsOf(desk.chains.values());

/** The texts in force in a record, in the order in which they count. */
export async function textsOf(desk: Desk, record: Bytes): Promise<readonly string[]> {
  const { effects } = await judgementOf(desk, record);
  return effects.map((effect) => (JSON.parse(effect.body.events) as { text: string }[])[0]?.text ?? '');
}

/** What became of every entry, in words: 'in-force', 'void: stale-epoch', 'readmitted: duplicate' ... */
export async function verdictsOf(desk: Desk, record: Bytes): Promise<readonly string[]> {
  const { judged } = await judgementOf(desk, record);
  return judged.map(inVerdictWords);
}

/** One verdict in words. */
export const inVerdictWords = ({ verdict, inner }: Judged): string =>
  inner === null ? said(verdict) : `readmitted: ${said(inner)}`;

const said = (verdict: Verdict): string => (verdict.type === 'void' ? `void: ${verdict.why}` : verdict.type);
