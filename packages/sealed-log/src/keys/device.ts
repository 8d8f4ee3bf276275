import type { Bytes } from '../crypto/bytes.ts';
import { equal, lengthPrefixed, randomBytes } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf } from '../crypto/ed25519.ts';
import { commitmentTo } from '../crypto/hkdf.ts';
import { keyPairFromSeed, openWith, sealTo } from '../crypto/hpke.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';

/** A device's two key pairs, one purpose each, never converted into one another (section 2). */
export type DeviceKeys = {
  readonly signingSeed: Bytes;
  /** The device's public name everywhere: its Ed25519 key. */
  readonly signingKey: Bytes;
  readonly sealingSeed: Bytes;
  readonly sealingKey: Bytes;
};

/** A member's sealing key pair. Her devices hold the seed; team keys are sealed to the public half. */
export type MemberKeys = {
  readonly id: Bytes;
  readonly seed: Bytes;
  readonly sealingKey: Bytes;
  /** Seeds from before a device was lost: older grants and wraps were sealed to them. Newest first. */
  readonly earlierSeeds?: readonly Bytes[];
};

/** A member's seeds, the current one first. */
export const seedsOf = (member: MemberKeys): readonly Bytes[] => [
  member.seed,
  ...(member.earlierSeeds ?? []),
];

export async function newDeviceKeys(): Promise<DeviceKeys> {
  return deviceKeysFrom(generateSigningSeed(), randomBytes(32));
}

/** The key pairs of two 32-byte seeds. */
export async function deviceKeysFrom(signingSeed: Bytes, sealingSeed: Bytes): Promise<DeviceKeys> {
  const { publicKey: sealingKey } = await keyPairFromSeed(sealingSeed);
  return { signingSeed, signingKey: await publicKeyOf(signingSeed), sealingSeed, sealingKey };
}

export async function newMemberKeys(): Promise<MemberKeys> {
  return memberKeysFrom(randomBytes(16), randomBytes(32));
}

export async function memberKeysFrom(id: Bytes, seed: Bytes): Promise<MemberKeys> {
  return { id, seed, sealingKey: (await keyPairFromSeed(seed)).publicKey };
}

/** Where a member's seed is going when another of her devices enrols one. */
export type EnrolmentContext = { readonly org: Bytes; readonly member: Bytes; readonly device: Bytes };

const enrolmentInfo = ({ org, member, device }: EnrolmentContext): Bytes =>
  lengthPrefixed('leeward/v1/member key to device', org, member, device);

/** Seals a member's seed to another of her devices; the commitment goes into the signed entry beside it (rule 8). */
export async function sealMemberSeed(
  seed: Bytes,
  deviceSealingKey: Bytes,
  context: EnrolmentContext,
): Promise<{ readonly sealed: Bytes; readonly commitment: Bytes }> {
  return {
    sealed: await sealTo(deviceSealingKey, enrolmentInfo(context), seed),
    commitment: await commitmentTo(seed, 'member key', context.org, context.member),
  };
}

/** Opens what `sealMemberSeed` sealed. A seed that does not match its commitment is refused. */
export async function openMemberSeed(
  sealed: Bytes,
  commitment: Bytes,
  deviceSealingSeed: Bytes,
  context: EnrolmentContext,
): Promise<Result<MemberKeys, 'cannot-open' | 'wrong-commitment'>> {
  const opened = await openWith(deviceSealingSeed, enrolmentInfo(context), sealed);
  if (!opened.ok) return err('cannot-open');
  const expected = await commitmentTo(opened.value, 'member key', context.org, context.member);
  if (!equal(expected, commitment)) return err('wrong-commitment');
  return ok(await memberKeysFrom(context.member, opened.value));
}
