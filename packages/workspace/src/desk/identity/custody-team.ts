import type { TeamState } from '@leeward/domain/team/state.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { teamRecord } from '@leeward/sealed-log/wire/hashes.ts';
import type { Engine } from '../engine.ts';
import { orgOf, teamIdFor } from '../engine.ts';
import { openRecord } from '../records.ts';

/** The team that has custody of identities: its id and its log; null where this member is not of it. */
export type CustodyTeam = { readonly team: string; readonly log: string; readonly state: TeamState };

/** Custody, as one of its members sees it. */
export async function custodyTeam(engine: Engine): Promise<CustodyTeam | null> {
  const team = teamIdFor(engine, 'custody');
  if (team === null || !engine.organisation.keyring.teams.has(toHex(team))) return null;
  const log = toHex(await teamRecord(orgOf(engine), team));
  const { folded } = await openRecord(engine, log);
  return folded.kind === 'team' ? { team: toHex(team), log, state: folded.state } : null;
}
