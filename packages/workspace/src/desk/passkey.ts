import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import { decode, encode, hash32, oneOf, struct, u8, variable } from '@leeward/sealed-log/wire/codec.ts';
import type { DeviceStore } from './store/device-store.ts';
import { readVault, type Vault, writeVault } from './vault.ts';

/*
 * A second lock on the same vault, opened by a passkey: the authenticator computes 32 bytes from a salt (the PRF extension
 * of WebAuthn), and only after it has recognised its owner. They are joined with this device's own secret, so that neither
 * a copied disk nor a synced passkey opens anything alone (section 4). The passphrase keeps working beside it.
 */

type Kept = {
  readonly version: 1;
  readonly credential: Bytes;
  readonly salt: Bytes;
  readonly sealed: Bytes;
};

const kept: Codec<Kept> = struct<Kept>({
  version: oneOf(u8, 1),
  credential: variable(1024),
  salt: hash32,
  sealed: variable(8192),
});

const place = 'passkey';
const context = utf8('leeward/v1/vault passkey');

/** What a page needs to ask the authenticator: which credential, and the salt. Not secret to whoever holds the device. */
export async function passkeyHere(
  store: DeviceStore,
): Promise<{ readonly credential: Bytes; readonly salt: Bytes } | null> {
  const bytes = await store.get(place);
  const found = bytes === null ? null : decode(kept, bytes);
  return found?.ok ? { credential: found.value.credential, salt: found.value.salt } : null;
}

/** Locks the vault with a passkey as well. `secret` are the 32 bytes that its authenticator made from the salt. */
export async function addPasskey(
  store: DeviceStore,
  vault: Vault,
  passkey: { readonly credential: Bytes; readonly salt: Bytes; readonly secret: Bytes },
): Promise<void> {
  const { credential, salt, secret } = passkey;
  if (secret.length !== 32 || salt.length !== 32)
    throw new RangeError('a passkey gives 32 bytes for 32 bytes');
  const sealed = await seal(await keyOf(store, secret, salt), context, writeVault(vault));
  await store.put(place, encode<Kept>(kept, { version: 1, credential, salt, sealed }));
}

export const removePasskey = (store: DeviceStore): Promise<void> => store.delete(place);

/** Opens the vault with what the authenticator gave; null where that is not the one. */
export async function openWithPasskey(store: DeviceStore, secret: Bytes): Promise<Vault | null> {
  const bytes = await store.get(place);
  const found = bytes === null ? null : decode(kept, bytes);
  if (!found?.ok || secret.length !== 32) return null;
  const { salt, sealed } = found.value;
  const opened = await open(await keyOf(store, secret, salt), context, sealed);
  return opened.ok ? readVault(opened.value) : null;
}

async function keyOf(store: DeviceStore, secret: Bytes, salt: Bytes): Promise<Bytes> {
  const own = await store.deviceSecret(salt);
  return derive(concat(secret, own), 'vault passkey', salt);
}
