import { canRemoveMember } from '@leeward/domain/organisation/rules.ts';
import { u32 } from '@leeward/sealed-log/crypto/bytes.ts';
import { merkleRoot } from '@leeward/sealed-log/crypto/merkle.ts';
import { headLeaf } from '@leeward/sealed-log/wire/hashes.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { openRecord } from './records.ts';
import { appendToOrganisation } from './rotation.ts';
import { ensureEpoch } from './write.ts';

/**
 * Ends all devices of a member, with the remover's list of heads as the cut (rule 1), and rotates what she could open:
 * the teams at once, records as they are written, those that are loaded now.
 */
export async function removeMember(engine: Engine, member: string): Promise<Answer<null>> {
  const allowed = canRemoveMember(organisationNow(engine), actorOf(engine), member);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const leaves = [];
  for (const id of [...engine.summaries.keys()].sort()) {
    const head = (await openRecord(engine, id)).chain.links.at(-1);
    if (head !== undefined)
      leaves.push(await headLeaf(head.header.record, u32(head.header.position), head.hash));
  }
  const cutRoot = await merkleRoot(leaves);
  const outcome = await appendToOrganisation(engine, async () => {
    const devices = [...engine.organisation.skeleton.devices.values()]
      .filter((device) => device.member === member && device.endedAt === null)
      .map((device) => device.key);
    if (devices.length === 0) return null;
    return {
      operations: [{ type: 'devicesEnded', devices, reason: 1, cutRoot, cutCount: leaves.length }],
      events: allowed.value,
    };
  });
  if (outcome !== 'done')
    return { ok: false, error: { code: outcome === 'offline' ? 'offline' : 'not-here' } };
  for (const view of [...engine.records.values()])
    if (view.judgement.epochIsStale) await ensureEpoch(engine, view.id, []);
  engine.announce('session');
  return { ok: true, value: null };
}
