import type { Bytes } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { ok } from '../crypto/result.ts';
import type { MemberKeys } from '../keys/device.ts';
import type { Keyring } from '../log/keyring.ts';
import { openKeyring } from '../log/keyring.ts';
import type { ContentBody } from '../wire/body.ts';
import type { OrganisationClear } from '../wire/organisation.ts';
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

/** Verifies and opens an organisation log from its genesis entry. */
export async function openOrganisationLog(
  entries: readonly Bytes[],
  org: Bytes,
  member: MemberKeys,
): Promise<Result<{ readonly log: OrganisationLog; readonly stopped: Stopped | null }, NotInChain>> {
  const [first, ...rest] = entries;
  const genesis = await readGenesis(first ?? new Uint8Array(0), org);
  if (!genesis.ok) return genesis;
  const { skeleton, grown } = genesis.value;
  const links: OrganisationLink[] = [{ bytes: first ?? new Uint8Array(0), ...grown, body: null }];
  const log = { links, skeleton, keyring: await openKeyring(skeleton, member) };
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
  const keyring = await openKeyring(log.skeleton, log.keyring.member, log.keyring);
  const opened: OrganisationLink[] = [];
  for (const link of links)
    opened.push({
      ...link,
      body: link.body ?? (await openOrganisationBody(log.skeleton, keyring, link.read)),
    });
  return { log: { links: opened, skeleton: log.skeleton, keyring }, stopped };
}
