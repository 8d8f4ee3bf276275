import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Chain } from '../log/chain.ts';
import { headOf } from '../log/chain.ts';
import type { Reader } from '../log/epoch-entry.ts';
import { fitsEpoch, sealEpoch } from '../log/epoch-entry.ts';
import type { EpochDoubt } from '../log/epoch-use.ts';
import type { Head } from '../log/head-list.ts';
import { cutStatement } from '../log/head-list.ts';
import type { Judgement } from '../log/judge.ts';
import type { Keyring } from '../log/keyring.ts';
import { teamSecret } from '../log/keyring.ts';
import type { EpochInUse, SealedEntry } from '../log/seal.ts';
import type { NewGeneration, Recipient } from '../organisation/entries.ts';
import { newGeneration } from '../organisation/entries.ts';
import type { CutStatement } from '../wire/body.ts';
import { forms } from '../wire/entry.ts';
import { capabilities } from '../wire/organisation.ts';
import type { Skeleton, TeamFacts } from '../wire/skeleton.ts';
import { currentGeneration, isStaleAt, latestCapabilities, openMembers } from '../wire/skeleton.ts';
import type { DeviceKeys } from './device.ts';

/** A team whose generation must be replaced before anybody wraps under it again (rule 9). */
export type StaleTeam = {
  readonly team: Bytes;
  /** Who remains and can be sealed to. */
  readonly remaining: readonly string[];
  /** Who remains and whose key was in a lost device: left out until she has a new one, and let in again then. */
  readonly exposed: readonly string[];
  /** Whether this member may post the next generation. */
  readonly mine: boolean;
};

/** The teams that are stale after the last entry of the organisation log. With nobody left, one goes to recovery. */
export function staleTeams(skeleton: Skeleton, member: Bytes): readonly StaleTeam[] {
  return [...skeleton.teams.values()].filter(isStaleNow).map((team) => {
    const all = openMembers(team);
    const exposed = all.filter((one) => skeleton.members.get(one)?.exposedSince !== null);
    const remaining = all.filter((one) => !exposed.includes(one));
    return { team: team.id, remaining, exposed, mine: all.includes(toHex(member)) && remaining.length > 0 };
  });
}

/**
 * Who is no longer in a team only because a device of hers was lost when its key was changed, and has a new key by now:
 * nobody has ever said that she should leave. `author` is whoever would let her in, and is given only where that is hers
 * to do (section 5.3).
 */
export function toLetInAgain(
  skeleton: Skeleton,
  author: Bytes,
): readonly { readonly team: Bytes; readonly member: string }[] {
  const isAdministrator = (member: string): boolean =>
    (latestCapabilities(skeleton, member) & capabilities.administrator) !== 0;
  const own = toHex(author);
  return [...skeleton.teams.values()].flatMap((team) => {
    const members = openMembers(team);
    if (isStaleNow(team) || !members.includes(own)) return [];
    if (!isAdministrator(own) && members.some(isAdministrator)) return [];
    return keptOut(team).flatMap((member) => {
      const facts = skeleton.members.get(member);
      const isBack = facts !== undefined && facts.endedAt === null && facts.exposedSince === null;
      return isBack ? [{ team: team.id, member }] : [];
    });
  });
}

/** Members whom a generation left out although they had not left the one before, and who were not let in since. */
function keptOut(team: TeamFacts): readonly string[] {
  const out = new Set<string>();
  for (const [index, generation] of team.generations.entries()) {
    for (const { member, until } of team.generations[index - 1]?.members ?? [])
      if (until === null) out.add(member);
    for (const { member } of generation.members) out.delete(member);
  }
  return [...out];
}

/** Whether nobody is left in a team: its key can be changed by nobody, and what it alone could read waits for recovery (rule 9). */
export function isAbandoned(skeleton: Skeleton, team: Bytes): boolean {
  const facts = skeleton.teams.get(toHex(team));
  return facts !== undefined && isStaleNow(facts) && openMembers(facts).length === 0;
}

const isStaleNow = (team: TeamFacts): boolean => currentGeneration(team)?.staleAt !== null;

/**
 * The operation that gives a stale team its next generation. `sealingKeys` gives the full key of a member, checked
 * against the hash in the log; a missing one is an error, because leaving somebody out silently is a removal.
 */
export async function nextGeneration(
  skeleton: Skeleton,
  keyring: Keyring,
  { team, remaining }: StaleTeam,
  sealingKeys: (member: string) => Recipient | null,
): Promise<Result<NewGeneration, 'no-team-key' | 'unknown-sealing-key'>> {
  const facts = skeleton.teams.get(toHex(team));
  const current = facts === undefined ? null : currentGeneration(facts);
  const before = current === null ? null : teamSecret(keyring, team, current.generation);
  if (current === null || before === null) return err('no-team-key');
  const recipients: Recipient[] = [];
  for (const member of remaining) {
    const recipient = sealingKeys(member);
    if (recipient === null) return err('unknown-sealing-key');
    recipients.push(recipient);
  }
  const next = await newGeneration(skeleton.org, team, current.generation + 1, recipients, before);
  return ok({ operation: next.operation, blob: next.blob });
}

/** A record that needs a new epoch before anybody writes in it. */
export type StaleRecord = {
  readonly record: Bytes;
  readonly why: EpochDoubt;
  /** Teams that have to be rotated before: an epoch under a stale generation would be refused. */
  readonly waitsFor: readonly Bytes[];
};

/**
 * Which of these records need a new epoch, as far as this device can give them one. Made anew from the logs each time:
 * whatever step a rotation stopped at, the next plan is the rest of it, on any device.
 */
export function staleRecords(
  skeleton: Skeleton,
  records: readonly { readonly chain: Chain; readonly judgement: Judgement }[],
): readonly StaleRecord[] {
  const found: StaleRecord[] = [];
  for (const { chain, judgement } of records) {
    const { epoch, epochDoubt } = judgement;
    if (epoch === null || epochDoubt === null || !chain.keys.has(toHex(epoch.hash))) continue;
    const { opened } = epoch.link;
    const recipients = opened.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
    const waitsFor = recipients.flatMap(({ recipient }) => {
      const team = recipient.type === 'team' ? skeleton.teams.get(toHex(recipient.team)) : undefined;
      return team !== undefined && isStaleNow(team) ? [team.id] : [];
    });
    found.push({ record: chain.record, why: epochDoubt, waitsFor });
  }
  return found;
}

/**
 * The next epoch of a record: for the readers that the signed policy gives (rule 11), with a cut for every removal that
 * touched this record (rule 1). It follows the newest epoch whose key this device holds: one that was sealed past her by
 * a false wrap does not lock her out. `lists` gives the heads that the remover held, where this device knows them. The key
 * must not be used before the entry was pulled back and verified.
 */
export async function nextEpochOf(
  device: DeviceKeys,
  skeleton: Skeleton,
  chain: Chain,
  judgement: Judgement,
  readers: readonly Reader[],
  lists: (removal: Bytes) => readonly Head[] | null,
): Promise<
  Result<SealedEntry & { readonly key: Bytes }, 'no-epoch-key' | 'stale-reader' | 'too-many-readers'>
> {
  // Never wrapped at all for a generation that somebody who left still holds: being refused later would not unsay it.
  if (readers.some((reader) => isStaleReader(skeleton, reader))) return err('stale-reader');
  if (!fitsEpoch(readers)) return err('too-many-readers');
  const before = newestHeld(chain, judgement);
  if (before === null) return err('no-epoch-key');
  const head = headOf(chain);
  const orgPosition = skeleton.hashes.length - 1;
  const place = {
    org: chain.org,
    record: chain.record,
    position: head.position + 1,
    prev: head.hash,
    orgPosition,
    orgHead: skeleton.hashes[orgPosition] ?? skeleton.org,
  };
  const cuts = await cutsFor(skeleton, chain, judgement, lists);
  return ok(await sealEpoch(device, place, readers, before, cuts));
}

function newestHeld(chain: Chain, { judged }: Judgement): EpochInUse | null {
  for (const { link, verdict } of [...judged].reverse()) {
    const key = chain.keys.get(toHex(link.hash));
    if (link.header.form === forms.epoch && verdict.type === 'in-force' && key !== undefined)
      return { hash: link.hash, key };
  }
  return null;
}

function isStaleReader(skeleton: Skeleton, reader: Reader): boolean {
  if (reader.type === 'member') {
    const member = skeleton.members.get(toHex(reader.member));
    return member === undefined || member.endedAt !== null || member.exposedSince !== null;
  }
  const { team, generation } = reader.context;
  const facts = skeleton.teams.get(toHex(team));
  return facts === undefined || isStaleAt(facts, generation, skeleton.hashes.length - 1);
}

/** One statement for each removal whose devices wrote here, as long as this device can say more than was said. */
async function cutsFor(
  skeleton: Skeleton,
  chain: Chain,
  { cuts }: Judgement,
  lists: (removal: Bytes) => readonly Head[] | null,
): Promise<readonly CutStatement[]> {
  const authors = new Set(chain.links.map((link) => toHex(link.header.device)));
  const statements = new Map<string, CutStatement>();
  for (const { entry, devices } of skeleton.removals) {
    const touched = devices.map(toHex).filter((device) => authors.has(device));
    if (touched.length === 0 || statements.has(toHex(entry)) || statements.size === maximumCuts) continue;
    const statement = await cutStatement(entry, lists(entry), chain.record);
    const saysMore = (device: string): boolean => {
      const known = cuts.get(device);
      return known === undefined || (!known.proven && statement.held !== null);
    };
    if (touched.some(saysMore)) statements.set(toHex(entry), statement);
  }
  return [...statements.values()];
}

/** As many as the body of an epoch entry holds. */
const maximumCuts = 64;
