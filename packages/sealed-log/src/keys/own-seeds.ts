import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { sealingKeyHash } from '../wire/hashes.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { DeviceKeys, MemberKeys } from './device.ts';
import { memberKeysFrom, openMemberSeed, seedsOf } from './device.ts';

/** What a device needs to be given seeds of its member. */
export type OwnDevice = Pick<DeviceKeys, 'signingKey' | 'sealingSeed'>;

/**
 * A member's keys as the log has them: the seed that the device came with, and those that other devices of hers have
 * sealed to it since, beyond the first `before`. A seed counts only where its commitment holds and its public key hashes
 * to a key that the log says she has or had (rule 8). While none of them is her present one, the newest held stays.
 */
export async function followSeeds(
  skeleton: Skeleton,
  own: MemberKeys,
  device: OwnDevice | null,
  before: number,
): Promise<{ readonly member: MemberKeys; readonly taken: number }> {
  const facts = skeleton.members.get(toHex(own.id));
  const given =
    device === null ? [] : (skeleton.devices.get(toHex(device.signingKey))?.given.slice(before) ?? []);
  const taken = before + given.length;
  if (facts === undefined || device === null || given.length === 0) return { member: own, taken };
  const context = { org: skeleton.org, member: own.id, device: device.signingKey };
  const hashes = [...facts.formerSealing, facts.sealingHash];
  const keys: MemberKeys[] = [];
  for (const seed of seedsOf(own)) keys.push(await memberKeysFrom(own.id, seed));
  for (const { sealed, commitment } of given) {
    const opened = await openMemberSeed(sealed, commitment, device.sealingSeed, context);
    if (opened.ok) keys.push(opened.value);
  }
  const found = new Map<number, MemberKeys>();
  for (const one of keys) {
    const place = await placeOf(one.sealingKey, hashes);
    if (place >= 0) found.set(place, one);
  }
  const [newest, ...earlier] = [...found].sort(([left], [right]) => right - left).map(([, one]) => one);
  if (newest === undefined) return { member: own, taken };
  return {
    member: {
      id: own.id,
      seed: newest.seed,
      sealingKey: newest.sealingKey,
      earlierSeeds: earlier.map((one) => one.seed),
    },
    taken,
  };
}

async function placeOf(sealingKey: Bytes, hashes: readonly Bytes[]): Promise<number> {
  const hash = await sealingKeyHash(sealingKey);
  return hashes.findIndex((one) => equal(one, hash));
}

/** Whether these keys are the ones that the log says the member has now: only then is what others seal to her hers to open. */
export async function holdsPresentKey(skeleton: Skeleton, member: MemberKeys): Promise<boolean> {
  const facts = skeleton.members.get(toHex(member.id));
  return facts !== undefined && equal(facts.sealingHash, await sealingKeyHash(member.sealingKey));
}
