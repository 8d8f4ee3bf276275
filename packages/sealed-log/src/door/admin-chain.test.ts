import { describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign } from '../crypto/ed25519.ts';
import { encode } from '../wire/codec.ts';
import type { AdminLink } from '../wire/descriptor.ts';
import { header } from '../wire/entry.ts';
import { entryHash, partHash, signedBytes, zeros32 } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities, organisationClear } from '../wire/organisation.ts';
import { followAdminChain } from './admin-chain.ts';

type Key = { readonly seed: Bytes; readonly key: Bytes };
type Made = { readonly link: AdminLink; readonly hash: Bytes };

async function newKey(): Promise<Key> {
  const seed = generateSigningSeed();
  return { seed, key: await publicKeyOf(seed) };
}

async function link(
  author: Key,
  org: Bytes,
  position: number,
  prevAdmin: Bytes,
  operations: readonly Operation[],
): Promise<Made> {
  const clear = encode(organisationClear, { prevAdmin, operations });
  const bytes = encode(header, {
    version: 1,
    log: 1,
    form: 1,
    org,
    record: zeros32,
    position,
    prev: zeros32,
    orgPosition: 0,
    orgHead: zeros32,
    device: author.key,
    epoch: zeros32,
    clearLength: clear.length,
    clearHash: await partHash(clear),
    bodyLength: 0,
    bodyHash: await partHash(new Uint8Array(0)),
  });
  return {
    link: { header: bytes, clear, signature: await sign(author.seed, signedBytes.entry(bytes)) },
    hash: await entryHash(bytes),
  };
}

const admitted = (member: Bytes, device: Bytes, bits: number): Operation => ({
  type: 'deviceAdmitted',
  member,
  memberSealing: zeros32,
  device,
  deviceSealing: zeros32,
  capabilities: bits,
});

const ended = (...devices: Bytes[]): Operation => ({
  type: 'devicesEnded',
  devices,
  reason: 1,
  cutRoot: zeros32,
  cutCount: 0,
});

/** An organisation with two administrators, one of whom delegated an intake officer's device. */
async function twoAdministrators() {
  const [one, two, officer] = [await newKey(), await newKey(), await newKey()];
  const [memberOne, memberTwo] = [randomBytes(16), randomBytes(16)];
  const genesis = await link(one, zeros32, 0, zeros32, [
    {
      type: 'genesis',
      floor: 1,
      nonce: randomBytes(32),
      relayKey: zeros32,
      member: memberOne,
      memberSealing: zeros32,
      device: one.key,
      deviceSealing: zeros32,
      capabilities: capabilities.administrator,
    },
  ]);
  const org = genesis.hash;
  const second = await link(one, org, 3, genesis.hash, [
    admitted(memberTwo, two.key, capabilities.administrator),
  ]);
  const delegation = await link(two, org, 5, second.hash, [
    { type: 'renewalDelegated', device: officer.key, from: 1000, until: 2000 },
  ]);
  return { one, two, officer, org, memberTwo, links: [genesis, second, delegation] as const };
}

const chainOf = (made: readonly Made[]): readonly AdminLink[] => made.map((one) => one.link);
const headOf = (made: readonly Made[]): Bytes => made.at(-1)?.hash ?? zeros32;

describe('the administrators’ chain', () => {
  it('[rule 18] leads from the hash in a link to those who may speak for the door', async () => {
    const { one, two, officer, org, links } = await twoAdministrators();
    const authority = await followAdminChain(org, chainOf(links));
    expect([...(authority?.administrators.keys() ?? [])].sort()).toEqual(
      [toHex(one.key), toHex(two.key)].sort(),
    );
    expect(authority?.delegations.map((held) => toHex(held.device))).toEqual([toHex(officer.key)]);
  });

  it('[rule 18] is refused as a whole when a link is left out, changed, or put in another place', async () => {
    const { org, links } = await twoAdministrators();
    const [genesis, second, delegation] = links;
    expect(await followAdminChain(org, chainOf([genesis, delegation]))).toBeNull();
    expect(await followAdminChain(org, chainOf([second, delegation]))).toBeNull();
    expect(await followAdminChain(org, chainOf([genesis, delegation, second]))).toBeNull();
    expect(await followAdminChain(org, [])).toBeNull();
    for (const part of ['header', 'clear', 'signature'] as const) {
      const bytes = second.link[part].slice();
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      const changed = { ...second.link, [part]: bytes };
      expect(await followAdminChain(org, [genesis.link, changed, delegation.link])).toBeNull();
    }
  });

  it('[rule 17] cannot be made shorter of an administrator by a relay that forges a self-revocation', async () => {
    const { two, org, links } = await twoAdministrators();
    const stranger = await newKey();
    const forged = await link(stranger, org, 7, headOf(links), [
      {
        type: 'selfRevoked',
        device: two.key,
        signature: await sign(stranger.seed, signedBytes.selfRevocation(org, two.key)),
      },
    ]);
    expect(await followAdminChain(org, chainOf([...links, forged]))).toBeNull();
    const ending = await link(stranger, org, 7, headOf(links), [ended(two.key)]);
    expect(await followAdminChain(org, chainOf([...links, ending]))).toBeNull();
  });

  it('[rule 25] takes a self-revocation that carries the device’s own signature, whoever brings it', async () => {
    const { one, two, officer, org, links } = await twoAdministrators();
    const revoked = await link(officer, org, 7, headOf(links), [
      {
        type: 'selfRevoked',
        device: two.key,
        signature: await sign(two.seed, signedBytes.selfRevocation(org, two.key)),
      },
    ]);
    const authority = await followAdminChain(org, chainOf([...links, revoked]));
    expect([...(authority?.administrators.keys() ?? [])]).toEqual([toHex(one.key)]);
  });

  it('[rule 19] goes on after a delegated officer, who is no administrator, ends her own device', async () => {
    const { officer, org, links } = await twoAdministrators();
    const own = await link(officer, org, 7, headOf(links), [ended(officer.key)]);
    const authority = await followAdminChain(org, chainOf([...links, own]));
    expect(authority?.delegations).toEqual([]);
    expect(authority?.administrators.size).toBe(2);
  });

  it('[rule 19] does not believe a delegation of more than 90 days', async () => {
    const { one, officer, org, links } = await twoAdministrators();
    const delegation = (until: number) =>
      link(one, org, 7, headOf(links), [{ type: 'renewalDelegated', device: officer.key, from: 10, until }]);
    const longest = await delegation(10 + limits.delegationSeconds);
    expect(await followAdminChain(org, chainOf([...links, longest]))).not.toBeNull();
    const longer = await delegation(11 + limits.delegationSeconds);
    expect(await followAdminChain(org, chainOf([...links, longer]))).toBeNull();
  });

  it('[fault 12] takes no administrator from somebody who is none, or who has been ended', async () => {
    const { one, two, officer, org, links } = await twoAdministrators();
    const invented = await newKey();
    const member = randomBytes(16);
    const byOfficer = await link(officer, org, 7, headOf(links), [
      admitted(member, invented.key, capabilities.administrator),
    ]);
    expect(await followAdminChain(org, chainOf([...links, byOfficer]))).toBeNull();
    const removal = await link(one, org, 7, headOf(links), [ended(two.key)]);
    const byEnded = await link(two, org, 8, removal.hash, [
      admitted(member, invented.key, capabilities.administrator),
    ]);
    expect(await followAdminChain(org, chainOf([...links, removal]))).not.toBeNull();
    expect(await followAdminChain(org, chainOf([...links, removal, byEnded]))).toBeNull();
  });
});
