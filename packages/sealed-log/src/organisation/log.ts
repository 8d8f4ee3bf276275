import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { MemberKeys } from '../keys/device.ts';
import type { OwnDevice } from '../keys/own-seeds.ts';
import type { Keyring } from '../log/keyring.ts';
import { openKeyring } from '../log/keyring.ts';
import type { ContentBody } from '../wire/body.ts';
import { decode } from '../wire/codec.ts';
import { grantsHash } from '../wire/hashes.ts';
import type { OrganisationClear } from '../wire/organisation.ts';
import { grantsInBlob } from '../wire/organisation.ts';
import type { Skeleton, Void } from '../wire/skeleton.ts';
import type { NotInChain, ReadEntry } from '../wire/verify.ts';
import { growSkeleton, readGenesis } from '../wire/verify.ts';
import { openOrganisationBody } from './entries.ts';

/** One verified entry of the organisation log, and what a member can read of its sealed part. */
export type OrganisationLink = {
  readonly bytes: Bytes;
  readonly read: ReadEntry;
  readonly verdict: 'in force' | Void;
  readonly clear: OrganisationClear;
  readonly body: ContentBody | null;
};

/** The organisation as one member sees it. */
export type OrganisationLog = {
  readonly links: readonly OrganisationLink[];
  readonly skeleton: Skeleton;
  readonly keyring: Keyring;
};

/**
 * Verifies and opens an organisation log from its genesis entry. `device` is the reader's own, where other devices of
 * her member may have given it seeds: without it only the seed in `member` counts.
 */
export async function openOrganisationLog(
  entries: readonly Bytes[],
  org: Bytes,
  member: MemberKeys,
  device: OwnDevice | null = null,
): Promise<Result<{ readonly log: OrganisationLog; readonly stopped: Stopped | null }, NotInChain>> {
  const [first, ...rest] = entries;
  const genesis = await readGenesis(first ?? new Uint8Array(0), org);
  if (!genesis.ok) return genesis;
  const { skeleton, grown } = genesis.value;
  const links: OrganisationLink[] = [{ bytes: first ?? new Uint8Array(0), ...grown, body: null }];
  const log = { links, skeleton, keyring: await openKeyring(skeleton, member, undefined, device) };
  return ok(await extendOrganisationLog(log, rest));
}

export type Stopped = { readonly at: number; readonly why: NotInChain };

/**
 * Verifies and opens the next entries. The skeleton inside is extended in place; the returned log replaces the given
 * one. Bodies that could not be read before are tried again, because a grant may have come since.
 */
export async function extendOrganisationLog(
  log: OrganisationLog,
  entries: readonly Bytes[],
): Promise<{ readonly log: OrganisationLog; readonly stopped: Stopped | null }> {
  const links = [...log.links];
  let stopped: Stopped | null = null;
  for (const [at, bytes] of entries.entries()) {
    const grown = await growSkeleton(log.skeleton, bytes);
    if (!grown.ok) {
      stopped = { at, why: grown.error };
      break;
    }
    links.push({ bytes, ...grown.value, body: null });
  }
  return { log: await reopened(links, log.skeleton, log.keyring), stopped };
}

async function reopened(
  links: readonly OrganisationLink[],
  skeleton: Skeleton,
  known: Keyring,
): Promise<OrganisationLog> {
  const keyring = await openKeyring(skeleton, known.member, known);
  const opened: OrganisationLink[] = [];
  for (const link of links)
    opened.push({ ...link, body: link.body ?? (await openOrganisationBody(skeleton, keyring, link.read)) });
  return { links: opened, skeleton, keyring };
}

/**
 * Takes the blob with the grants of a large generation in: its bytes must have the length and the hash that the signed
 * entry says, and one grant for each member that it names; then this member's own is judged exactly as one that stands
 * in an entry. Errors: `wrong-grants` for any other bytes, of which nothing is opened (rule 8).
 */
export async function takeGrants(
  log: OrganisationLog,
  bytes: Bytes,
): Promise<Result<OrganisationLog, 'wrong-grants'>> {
  const { skeleton, keyring } = log;
  const blob = await grantsHash(bytes);
  const grants = decode(grantsInBlob, bytes);
  const generation = [...skeleton.teams.values()]
    .flatMap((team) => team.generations)
    .find((one) => one.grants !== null && equal(one.grants.blob, blob));
  if (generation?.grants?.length !== bytes.length || !grants.ok) return err('wrong-grants');
  const outside = generation.members.filter((one) => one.sealed === null);
  if (outside.length !== grants.value.length) return err('wrong-grants');
  const own = grants.value[outside.findIndex((one) => one.member === toHex(keyring.member.id))];
  if (own === undefined) return ok(log);
  const known = { ...keyring, grants: new Map(keyring.grants).set(toHex(blob), own) };
  return ok(await reopened(log.links, skeleton, known));
}
