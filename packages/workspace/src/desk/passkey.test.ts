import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { describe, expect, it } from 'vitest';
import { addPasskey, openWithPasskey, passkeyHere, removePasskey } from './passkey.ts';
import { memoryStore } from './store/memory-store.ts';
import type { Vault } from './vault.ts';

const vault: Vault = {
  version: 1,
  org: randomBytes(32),
  orgName: 'Synthetic Aid',
  member: randomBytes(16),
  memberSeed: randomBytes(32),
  signingSeed: randomBytes(32),
  sealingSeed: randomBytes(32),
  localKey: randomBytes(32),
  joining: null,
};
const passkey = () => ({ credential: randomBytes(64), salt: randomBytes(32), secret: randomBytes(32) });

describe('a vault with a passkey', () => {
  it('opens with what the authenticator gives for the salt, and with nothing else', async () => {
    const store = memoryStore();
    const own = passkey();
    expect(await passkeyHere(store)).toBeNull();
    await addPasskey(store, vault, own);
    expect(await passkeyHere(store)).toEqual({ credential: own.credential, salt: own.salt });
    expect(await openWithPasskey(store, own.secret)).toEqual(vault);
    expect(await openWithPasskey(store, randomBytes(32))).toBeNull();
    expect(await openWithPasskey(store, randomBytes(31))).toBeNull();
  });

  it('does not open on another device, even for whoever has the same passkey there [fault 60]', async () => {
    const [store, other] = [memoryStore(), memoryStore()];
    const own = passkey();
    await addPasskey(store, vault, own);
    await other.put('passkey', (await store.get('passkey')) ?? new Uint8Array(0));
    expect(await openWithPasskey(other, own.secret)).toBeNull();
  });

  it('has no passkey any more once it was taken away', async () => {
    const store = memoryStore();
    const own = passkey();
    await addPasskey(store, vault, own);
    await removePasskey(store);
    expect(await openWithPasskey(store, own.secret)).toBeNull();
  });
});
