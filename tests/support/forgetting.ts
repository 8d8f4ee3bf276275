import { sealForget, targetsFor } from '@leeward/sealed-log/log/forget.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { placeAfter } from '@leeward/workspace/desk/write.ts';
import type { EngineDesk } from './engine-desk.ts';

/**
 * Signs that the entry with these words is to be forgotten, as an administrator's tool would, and hands it to the relay.
 * Gives back the sealed body that has to go.
 */
export async function forget(desk: EngineDesk, record: string, text: string): Promise<Uint8Array> {
  const view = await openRecord(desk.engine, record);
  const link = view.chain.links.find(
    ({ opened }) => opened.type === 'content' && opened.body.events.includes(text),
  );
  const { epoch } = view.judgement;
  const key = epoch === null ? undefined : view.chain.keys.get(toHex(epoch.hash));
  if (link === undefined || epoch === null || key === undefined) throw new Error('nothing to forget');
  const targets = targetsFor(view.chain, [link.hash]);
  if (!targets.ok) throw new Error(targets.error);
  const reason = { action: new Uint8Array(16).fill(7), claimedTime: 0, events: '[]', quoted: [] };
  const { device } = desk.engine.keys;
  const sealed = await sealForget(
    device,
    placeAfter(desk.engine, view),
    { hash: epoch.hash, key },
    targets.value,
    reason,
  );
  const { client, signer, stopping, organisation } = desk.engine;
  const append = { entry: sealed.bytes, proof: sealed.proof, blobs: [] };
  const answer = await client.append(organisation.skeleton.org, append, signer, stopping);
  if (!answer.ok) throw new Error(answer.error.code);
  return link.read.entry.body;
}

/** Whether a device still has these bytes anywhere. */
export const holds = (desk: EngineDesk, part: Uint8Array): boolean =>
  desk.store.everything().some((bytes) => Buffer.from(bytes).includes(Buffer.from(part)));
