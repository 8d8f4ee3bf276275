import { canRemoveMember } from '@leeward/domain/organisation/rules.ts';
import type { Answer } from './contract.ts';
import { takeCutList } from './cut-lists.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { rotateRecords } from './rotate-records.ts';
import { appendToOrganisation, rotateTeams } from './rotation.ts';

/**
 * Ends all devices of a member, with the remover's list of heads as the cut (rule 1), and rotates what she could open:
 * the teams at once, records as they are written, those that are loaded now (rule 9).
 */
export async function removeMember(engine: Engine, member: string): Promise<Answer<null>> {
  const allowed = canRemoveMember(organisationNow(engine), actorOf(engine), member);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const outcome = await appendToOrganisation(engine, async () => {
    const devices = [...engine.organisation.skeleton.devices.values()]
      .filter((device) => device.member === member && device.endedAt === null)
      .map((device) => device.key);
    if (organisationNow(engine).members.get(member)?.left !== null) return null;
    // All her devices were ended one by one: that she is gone is still to be said.
    if (devices.length === 0)
      return {
        operations: [{ type: 'heartbeat', time: Math.floor(engine.now() / 1000) }],
        events: allowed.value,
      };
    // The list of this very moment: between two attempts the remover may have seen more.
    const cut = await takeCutList(engine);
    return {
      operations: [{ type: 'devicesEnded', devices, reason: 1, ...cut }],
      events: allowed.value,
    };
  });
  if (outcome !== 'done')
    return { ok: false, error: { code: outcome === 'offline' ? 'offline' : 'not-here' } };
  await rotateTeams(engine);
  await rotateRecords(engine);
  engine.announce('session');
  return { ok: true, value: null };
}
