import { hkdfSync } from 'node:crypto';
import { vi } from 'vitest';

/*
 * Stretching a passphrase is meant to be slow: each desk that is founded, joined, unlocked or asked whether it is its owner
 * who sits there takes a quarter of a second of it, and with it two thirds of all the time of these tests. So where desks
 * are tested and not their passphrases, something quick stands in for Argon2id alone: everything around it (the floor of
 * its cost, the normal form of the words, the secret of the device) is as it is, and every input changes the key.
 * Argon2id itself is held to its vectors in packages/sealed-log and tests/conformance, and every desk in a browser is
 * opened with it.
 */
vi.mock('hash-wasm', async (original) => ({
  ...(await original<object>()),
  argon2id: async ({ password, salt, ...cost }: { password: Uint8Array; salt: Uint8Array }) =>
    new Uint8Array(hkdfSync('sha256', password, salt, JSON.stringify(cost), 32)),
}));
