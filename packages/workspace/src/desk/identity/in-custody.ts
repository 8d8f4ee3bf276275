import { teamMembersAt } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from '../engine.ts';
import { organisationAt } from '../engine.ts';

/**
 * Whether a member is of custody at a position of the organisation log: a team of that purpose holds the keys of all
 * identities. Judged where an entry cites it, so that a verdict stays the same for ever (rule 1).
 */
export function isOfCustody(engine: Engine, member: string, position: number): boolean {
  const { skeleton } = engine.organisation;
  for (const { team, purpose } of organisationAt(engine, position).teams.values()) {
    const facts = purpose === 'custody' ? skeleton.teams.get(team) : undefined;
    if (facts !== undefined && teamMembersAt(facts, position).includes(member)) return true;
  }
  return false;
}
