import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { admitKey, verify } from '../crypto/ed25519.ts';
import { decode } from '../wire/codec.ts';
import type { AdminLink } from '../wire/descriptor.ts';
import { header as headerCodec, logs } from '../wire/entry.ts';
import { entryHash, partHash, signedBytes, zeros32 } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities, organisationClear } from '../wire/organisation.ts';

/** Who may speak for the door, as far as the short chain tells (rule 18). */
export type DoorAuthority = {
  /** Device keys of administrators, with the member that each belongs to. */
  readonly administrators: ReadonlyMap<string, string>;
  readonly delegations: readonly { readonly device: Bytes; readonly from: number; readonly until: number }[];
  /** Hashes of the links, from genesis on. */
  readonly hashes: readonly Bytes[];
};

/**
 * Follows the administrators' chain from genesis. Null when any link does not hold: a door that cannot follow the
 * chain shows nothing of what it was served.
 */
export async function followAdminChain(
  org: Bytes,
  chain: readonly AdminLink[],
): Promise<DoorAuthority | null> {
  const administrators = new Map<string, string>();
  const known = new Map<string, string>();
  let delegations: { device: Bytes; from: number; until: number }[] = [];
  const hashes: Bytes[] = [];
  let lastPosition = -1;
  for (const link of chain) {
    const header = decode(headerCodec, link.header);
    const clear = decode(organisationClear, link.clear);
    if (!header.ok || !clear.ok) return null;
    const { device, position } = header.value;
    const hash = await entryHash(link.header);
    const genesis = hashes.length === 0;
    if (genesis ? !equal(hash, org) : !equal(header.value.org, org)) return null;
    if (header.value.log !== logs.organisation || position <= lastPosition) return null;
    if (!equal(header.value.clearHash, await partHash(link.clear))) return null;
    if (!equal(clear.value.prevAdmin, hashes.at(-1) ?? zeros32)) return null;
    const { operations } = clear.value;
    // An author whom the chain has not named was admitted elsewhere in the log: her key is held to the rule here.
    if (!administrators.has(toHex(device)) && !(await admitKey(device))) return null;
    if (!genesis && !(await mayExtend(org, device, administrators, known, operations))) return null;
    if (!(await verify(device, signedBytes.entry(link.header), link.signature))) return null;
    for (const one of operations) {
      if (genesis !== (one.type === 'genesis')) return null;
      if (one.type === 'deviceAdmitted' && !(await admitKey(one.device))) return null;
      perform(one, administrators, known);
      if (one.type === 'renewalDelegated') {
        // Void in the log, and so not written by anybody honest (rule 19).
        if (one.until <= one.from || one.until - one.from > limits.delegationSeconds) return null;
        delegations.push(one);
      }
      if (one.type === 'devicesEnded')
        delegations = delegations.filter((held) => !one.devices.some((ended) => equal(ended, held.device)));
      if (one.type === 'selfRevoked')
        delegations = delegations.filter((held) => !equal(held.device, one.device));
    }
    hashes.push(hash);
    lastPosition = position;
  }
  return hashes.length === 0 ? null : { administrators, delegations, hashes };
}

/**
 * An administrator; or anybody, for what only takes authority away: a device that revokes itself by its own signature,
 * or the end of devices that are no administrators' or the author's own (rule 25). What a stranger could forge here ends
 * a delegation at most; the number of administrators, on which approvals depend, she cannot lower.
 */
async function mayExtend(
  org: Bytes,
  author: Bytes,
  administrators: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
  operations: readonly Operation[],
): Promise<boolean> {
  const revocationsHold = await Promise.all(
    operations.map(
      (one) =>
        one.type !== 'selfRevoked' ||
        verify(one.device, signedBytes.selfRevocation(org, one.device), one.signature),
    ),
  );
  if (revocationsHold.includes(false)) return false;
  if (administrators.has(toHex(author))) return true;
  const own = known.get(toHex(author));
  const isOwn = (device: Bytes): boolean => own !== undefined && known.get(toHex(device)) === own;
  return operations.every(
    (one) =>
      one.type === 'selfRevoked' ||
      (one.type === 'devicesEnded' &&
        one.devices.every((ended) => !administrators.has(toHex(ended)) || isOwn(ended))),
  );
}

function perform(one: Operation, administrators: Map<string, string>, known: Map<string, string>): void {
  switch (one.type) {
    case 'genesis':
    case 'deviceAdmitted':
      known.set(toHex(one.device), toHex(one.member));
      if ((one.capabilities & capabilities.administrator) !== 0)
        administrators.set(toHex(one.device), toHex(one.member));
      return;
    case 'capabilitiesSet':
      for (const device of one.devices) {
        known.set(toHex(device), toHex(one.member));
        if ((one.capabilities & capabilities.administrator) !== 0)
          administrators.set(toHex(device), toHex(one.member));
        else administrators.delete(toHex(device));
      }
      return;
    case 'devicesEnded':
      for (const device of one.devices) administrators.delete(toHex(device));
      return;
    case 'selfRevoked':
      administrators.delete(toHex(one.device));
      return;
  }
}
