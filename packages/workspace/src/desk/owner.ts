import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Answer } from './contract.ts';
import type { OwnerProof } from './devices-contract.ts';
import type { Engine } from './engine.ts';
import { openWithPasskey } from './passkey.ts';
import { noteRight, noteWrong, waitingUntil } from './tries.ts';
import { openVault } from './vault.ts';

/**
 * Whether whoever sits at the open desk is its owner: what opens the locked desk is asked once more, its passphrase or the
 * passkey that was added here. A minute at somebody's open desk must not make a device, nor a passkey (section 5.2).
 */
export async function isOwner(engine: Engine, proof: OwnerProof): Promise<Answer<null>> {
  return 'passkey' in proof ? hasPasskey(engine, proof.passkey) : knowsPassphrase(engine, proof.passphrase);
}

/** The authenticator has recognised its owner before it gave anything, and guessing 32 bytes needs no waiting. */
async function hasPasskey({ store, vault }: Engine, secret: ArrayBuffer): Promise<Answer<null>> {
  const opened = await openWithPasskey(store, new Uint8Array(secret));
  return opened !== null && equal(opened.signingSeed, vault.signingSeed)
    ? { ok: true, value: null }
    : { ok: false, error: { code: 'wrong-passkey' } };
}

async function knowsPassphrase({ store, now }: Engine, passphrase: string): Promise<Answer<null>> {
  const until = await waitingUntil(store, now());
  if (until !== null) return { ok: false, error: { code: 'wait', until } };
  const vault = await openVault(store, passphrase);
  if (vault.ok) {
    await noteRight(store);
    return { ok: true, value: null };
  }
  if (vault.error === 'damaged') return { ok: false, error: { code: 'broken-file' } };
  await noteWrong(store, now());
  return { ok: false, error: { code: 'wrong-passphrase' } };
}
