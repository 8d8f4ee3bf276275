import { findWork } from '@leeward/sealed-log/crypto/work.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { InboxItem } from './inbox.ts';

const dayLength = 24 * 3600 * 1000;

/**
 * Brings an item of hers back to a relay that has lost it, as she signed it. A first message needs work, whoever brings
 * it (rule 22): the desk does it. True where the relay has it now and had not before.
 */
export async function bringItem(engine: Engine, { verified }: InboxItem): Promise<boolean> {
  const submit = (work: { readonly day: number; readonly nonce: Uint8Array<ArrayBuffer> } | null) =>
    engine.client.submit(orgOf(engine), { item: verified.signed, work, blobs: [] }, engine.stopping);
  const first = await submit(null);
  if (first.ok) return first.value.isNew;
  const { code, details } = first.error;
  if (code !== 'work-missing' || typeof details['bits'] !== 'number') return false;
  const day = Math.floor(engine.now() / dayLength);
  const subject = { orgId: orgOf(engine), day, submissionHash: verified.hash };
  const nonce = await findWork(subject, details['bits'], engine.stopping);
  if (!nonce.ok) return false;
  const again = await submit({ day, nonce: nonce.value });
  return again.ok && again.value.isNew;
}
