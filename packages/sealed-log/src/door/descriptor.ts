import type { Bytes } from '../crypto/bytes.ts';
import { equal, fromBase64url, toBase64url, toHex } from '../crypto/bytes.ts';
import { verify } from '../crypto/ed25519.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import { decode, encode } from '../wire/codec.ts';
import type { Descriptor, DoorLink, DoorRenewal, DoorSettings } from '../wire/descriptor.ts';
import { descriptor as descriptorCodec, doorLink, doorRenewal, doorSettings } from '../wire/descriptor.ts';
import { settingsHash, signedBytes } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import { followAdminChain } from './admin-chain.ts';

/** A door that can be trusted as far as its link reaches. */
export type TrustedDoor = {
  readonly org: Bytes;
  readonly settings: DoorSettings;
  readonly renewal: DoorRenewal;
  /** True where one administrator alone vouches, because there is no second (rule 17): shown. */
  readonly oneAdministrator: boolean;
  /** Device keys of today's administrators, hex. */
  readonly administrators: ReadonlySet<string>;
};

/** Why a door is refused. Each has its own words on the screen; in none of them anything is sent. */
export type DoorRefusal =
  | 'malformed'
  /** The chain does not lead from the link's organisation to these signers: a lie, or another organisation. */
  | 'wrong-chain'
  /** The relay serves a state older than the link. */
  | 'too-old'
  | 'not-signed'
  | 'expired'
  | 'not-yet-valid';

/** Reads the fragment of a door's link. Null when it is broken. */
export function readDoorLink(fragment: string): DoorLink | null {
  const bytes = fromBase64url(fragment.replace(/^#/, ''));
  if (!bytes.ok) return null;
  const link = decode(doorLink, bytes.value);
  return link.ok ? link.value : null;
}

/** The fragment of a door's link. */
export const writeDoorLink = (link: DoorLink): string => toBase64url(encode(doorLink, link));

/**
 * Holds what a relay served against a link (rules 17 to 19).
 * `now`: seconds since 1970 by the reader's clock; `builtAt`: the build date of the code, below which no clock is believed.
 */
export async function trustDoor(
  link: DoorLink,
  bytes: Bytes,
  now: number,
  builtAt: number,
): Promise<Result<TrustedDoor, DoorRefusal>> {
  const decoded = decode(descriptorCodec, bytes);
  if (!decoded.ok) return err('malformed');
  const served = decoded.value;
  const settings = decode(doorSettings, served.settings);
  const renewal = decode(doorRenewal, served.renewal);
  if (!settings.ok || !renewal.ok) return err('malformed');
  const authority = await followAdminChain(link.org, served.chain);
  if (authority === null) return err('wrong-chain');
  if (!authority.hashes.some((hash) => equal(hash, link.adminHead))) return err('too-old');
  if (settings.value.revision < link.revision) return err('too-old');
  if (!equal(settings.value.org, link.org) || !equal(renewal.value.org, link.org)) return err('wrong-chain');
  const members = await approvers(served, authority.administrators);
  const needed = Math.min(2, new Set(authority.administrators.values()).size);
  if (members === null || members.size < needed || needed === 0) return err('not-signed');
  if (!(await renewalHolds(served, renewal.value, authority))) return err('not-signed');
  const time = Math.max(now, builtAt);
  const { from, until } = renewal.value;
  if (until - from > limits.descriptorSeconds || until <= time) return err('expired');
  // A phone whose clock runs behind must not lock its owner out: a day of tolerance.
  if (from > time + 24 * 3600) return err('not-yet-valid');
  return ok({
    org: link.org,
    settings: settings.value,
    renewal: renewal.value,
    oneAdministrator: needed === 1,
    administrators: new Set(authority.administrators.keys()),
  });
}

/** The members whose administrators' devices signed the settings, or null when a signature does not hold. */
async function approvers(
  served: Descriptor,
  administrators: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string> | null> {
  const members = new Set<string>();
  for (const { device, signature } of served.approvals) {
    const member = administrators.get(toHex(device));
    // Somebody who has since ceased to administrate does not count, and does not spoil the rest.
    if (member === undefined) continue;
    if (!(await verify(device, signedBytes.settings(served.settings), signature))) return null;
    members.add(member);
  }
  return members;
}

async function renewalHolds(
  served: Descriptor,
  renewal: DoorRenewal,
  authority: {
    readonly administrators: ReadonlyMap<string, string>;
    readonly delegations: readonly { device: Bytes; from: number; until: number }[];
  },
): Promise<boolean> {
  if (!equal(renewal.settings, await settingsHash(served.settings))) return false;
  const may =
    authority.administrators.has(toHex(renewal.device)) ||
    authority.delegations.some(
      (one) => equal(one.device, renewal.device) && one.from <= renewal.from && renewal.until <= one.until,
    );
  return may && verify(renewal.device, signedBytes.renewal(served.renewal), served.renewalSignature);
}
