import type { Bytes, Skeleton } from '@leeward/sealed-log/wire';
import {
  adoptedRecord,
  decode,
  deviceAt,
  inItem,
  teamMembersAt,
  teamRecord,
  toHex,
} from '@leeward/sealed-log/wire';
import { lines } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';

/**
 * Records whose id says which team they are of: a team's own log, and the conversation that a first item founds, which is
 * of the team that the item is sealed to. Any live member could compute such an id; only members of that team may begin
 * the record (docs/protocol.md, section 7.2).
 */
export type Owners = {
  /** The team, hex, that a record is of by its id; null where the id is nobody's. */
  readonly teamOf: (skeleton: Skeleton, record: Bytes) => Promise<string | null>;
};

type Known = { upTo: number; readonly teams: Map<string, string> };

/** Remembers in memory which records first items found; what came since the last question is read when one is asked. */
export function ownersOver(store: Store): Owners {
  const known = new Map<string, Known>();
  const readNew = async (org: Bytes, held: Known): Promise<void> => {
    const rows = await store.db
      .selectFrom('rows')
      .select(['sequence', 'hash', 'signed'])
      .where('org', '=', org)
      .where('log', '=', lines.inBox)
      .where('position', '=', 0)
      .where('sequence', '>', held.upTo)
      .orderBy('sequence')
      .execute();
    for (const { sequence, hash, signed } of rows) {
      const item = decode(inItem, signed);
      if (item.ok) held.teams.set(toHex(await adoptedRecord(org, hash)), toHex(item.value.team));
      held.upTo = Math.max(held.upTo, sequence ?? 0);
    }
  };
  return {
    teamOf: async (skeleton, record) => {
      const { org } = skeleton;
      for (const { id } of skeleton.teams.values())
        if (toHex(await teamRecord(org, id)) === toHex(record)) return toHex(id);
      const held = known.get(toHex(org)) ?? { upTo: 0, teams: new Map() };
      known.set(toHex(org), held);
      if (!held.teams.has(toHex(record))) await readNew(org, held);
      const team = held.teams.get(toHex(record)) ?? null;
      // A team that never was holds nobody back: the item can be opened by nobody.
      return team !== null && skeleton.teams.has(team) ? team : null;
    },
  };
}

/** Whether a device's member was in a team at this position of the organisation's log. */
export function isMemberAt(skeleton: Skeleton, device: Bytes, team: string, position: number): boolean {
  const member = deviceAt(skeleton, device, position)?.member;
  const facts = skeleton.teams.get(team);
  return member !== undefined && facts !== undefined && teamMembersAt(facts, position).includes(member);
}
