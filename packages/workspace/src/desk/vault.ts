import { UNLOCK_FLOOR, unlockKey } from '@leeward/sealed-log/crypto/argon2.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromUtf8, randomBytes, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import {
  type DeviceKeys,
  deviceKeysFrom,
  type MemberKeys,
  memberKeysFrom,
} from '@leeward/sealed-log/keys/device.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import {
  decode,
  encode,
  hash32,
  id16,
  oneOf,
  optional,
  struct,
  text,
  u8,
  u32,
  variable,
} from '@leeward/sealed-log/wire/codec.ts';
import type { DeviceStore } from './store/device-store.ts';

/** What a device must never lose and never show: its keys, and where it belongs. */
export type Vault = {
  readonly version: 1;
  readonly org: Bytes;
  readonly orgName: string;
  readonly member: Bytes;
  /**
   * The member's seed as this device came to it; zeros where another device of hers gives it through the log. What was
   * given there since is newer: keys are taken from the organisation's keyring, not from here.
   */
  readonly memberSeed: Bytes;
  readonly signingSeed: Bytes;
  readonly sealingSeed: Bytes;
  /** Seals what this device keeps for itself: drafts, outbox, snapshots. */
  readonly localKey: Bytes;
  /** Set while an invitation waits for its confirmation. */
  readonly joining: Bytes | null;
};

const vault: Codec<Vault> = struct<Vault>({
  version: oneOf(u8, 1),
  org: hash32,
  orgName: text(1024),
  member: id16,
  memberSeed: hash32,
  signingSeed: hash32,
  sealingSeed: hash32,
  localKey: hash32,
  joining: optional(hash32),
});

/** Whether this device came as a further one of somebody's, who gives it her seed through the log. */
export const comesAsDevice = (held: Vault): boolean => held.memberSeed.every((byte) => byte === 0);

/** The bytes of a vault, to be sealed at once. */
export const writeVault = (held: Vault): Bytes => encode(vault, held);

/** Reads them back; null for anything that is none. */
export function readVault(bytes: Bytes): Vault | null {
  const held = decode(vault, bytes);
  return held.ok ? held.value : null;
}

/** The stored form: parameters stand beside the seal, and the floor in the code holds whatever they say (section 4). */
type SealedVault = {
  readonly version: 1;
  readonly memory: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: Bytes;
  /** Shown on the unlock screen; not secret to whoever holds the device. */
  readonly sealed: Bytes;
};

const sealedVault: Codec<SealedVault> = struct<SealedVault>({
  version: oneOf(u8, 1),
  memory: u32,
  iterations: u32,
  parallelism: u32,
  salt: id16,
  sealed: variable(8192),
});

const context = utf8('leeward/v1/vault');

/** Seals the vault under a passphrase and this device's own secret, and keeps it. */
export async function keepVault(store: DeviceStore, passphrase: string, held: Vault): Promise<void> {
  const salt = randomBytes(16);
  const key = await unlockKey(passphrase, salt, await store.deviceSecret(salt), UNLOCK_FLOOR);
  if (!key.ok) throw new Error(`the vault's own parameters are refused: ${key.error}`);
  const { memoryKibibytes: memory, iterations, parallelism } = UNLOCK_FLOOR;
  const sealed = await seal(key.value, context, encode(vault, held));
  await store.put(
    'vault',
    encode<SealedVault>(sealedVault, { version: 1, memory, iterations, parallelism, salt, sealed }),
  );
}

export type UnlockProblem = 'nothing-here' | 'wrong-passphrase' | 'damaged';

/** Opens the vault. A wrong passphrase and a damaged vault are told apart as far as the bytes allow. */
export async function openVault(
  store: DeviceStore,
  passphrase: string,
): Promise<
  { readonly ok: true; readonly value: Vault } | { readonly ok: false; readonly error: UnlockProblem }
> {
  const bytes = await store.get('vault');
  if (bytes === null) return { ok: false, error: 'nothing-here' };
  const header = decode(sealedVault, bytes);
  if (!header.ok) return { ok: false, error: 'damaged' };
  const { memory, iterations, parallelism, salt, sealed } = header.value;
  const parameters = { memoryKibibytes: memory, iterations, parallelism };
  const key = await unlockKey(passphrase, salt, await store.deviceSecret(salt), parameters);
  if (!key.ok) return { ok: false, error: key.error === 'empty-passphrase' ? 'wrong-passphrase' : 'damaged' };
  const opened = await open(key.value, context, sealed);
  if (!opened.ok) return { ok: false, error: opened.error === 'wrong-key' ? 'wrong-passphrase' : 'damaged' };
  const held = decode(vault, opened.value);
  return held.ok ? held : { ok: false, error: 'damaged' };
}

export type OwnKeys = { readonly device: DeviceKeys; readonly member: MemberKeys };

export async function keysOf(held: Vault): Promise<OwnKeys> {
  return {
    device: await deviceKeysFrom(held.signingSeed, held.sealingSeed),
    member: await memberKeysFrom(held.member, held.memberSeed),
  };
}

/** Seals and opens JSON that only this device reads. */
export type LocalSeal = {
  readonly seal: (name: string, value: unknown) => Promise<Bytes>;
  readonly open: (name: string, sealed: Bytes) => Promise<unknown>;
  /** A name for something kept here that tells nothing about the label to whoever has not the key. */
  readonly nameFor: (label: string) => Promise<string>;
};

export function localSeal(localKey: Bytes): LocalSeal {
  const keyFor = (name: string) => derive(localKey, 'local', utf8(name));
  return {
    seal: async (name, value) => seal(await keyFor(name), utf8(name), utf8(JSON.stringify(value))),
    open: async (name, sealed) => {
      const opened = await open(await keyFor(name), utf8(name), sealed);
      const text = opened.ok ? fromUtf8(opened.value) : null;
      // A cache that cannot be read is no cache: the logs have everything (section 9).
      return text?.ok ? (JSON.parse(text.value) as unknown) : null;
    },
    nameFor: async (label) => toHex((await derive(localKey, 'local name', utf8(label))).subarray(0, 16)),
  };
}
