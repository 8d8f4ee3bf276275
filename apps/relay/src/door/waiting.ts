import { zeros32 } from '@leeward/sealed-log/wire';
import { sql } from 'kysely';
import { givenSequence, takeSequence } from '../log/placing.ts';
import type { Services } from '../services.ts';
import { lines, type RowsTable } from '../storage/schema.ts';
import { step, type Unit } from '../storage/unit.ts';
import { count, counters } from '../usage.ts';

/** Hands waiting first messages to the desks, oldest hour first, as far as each door's quota of this hour reaches. */
export async function admitWaiting(services: Services): Promise<number> {
  const waiting = await services.store.db
    .selectFrom('rows')
    .select(['org', 'log', 'line', 'position', 'hour'])
    .where('log', '=', lines.inBox)
    .where('sequence', 'is', null)
    .orderBy('hour')
    .orderBy('line')
    .orderBy('position')
    .limit(2000)
    .execute();
  let admitted = 0;
  const full = new Set<string>();
  for (const row of waiting) {
    const org = row.org.join();
    if (full.has(org)) continue;
    const done = await services.store.write(admission(services, row));
    if (!done.ok) {
      full.add(org);
      continue;
    }
    services.live.announce(row.org, givenSequence(done.value));
    admitted += 1;
  }
  return admitted;
}

type WaitingRow = Pick<RowsTable, 'org' | 'log' | 'line' | 'position' | 'hour'>;

function admission({ store, config }: Services, row: WaitingRow): Unit {
  const { org, log, line, position } = row;
  const limit = config.quotas.firstMessagesPerHour;
  const numbered = store.db
    .updateTable('rows')
    .set({ sequence: sql<number>`(select sequence from organisations where org = ${org})` })
    .where('org', '=', org)
    .where('log', '=', log)
    .where('line', '=', line)
    .where('position', '=', position)
    .where('sequence', 'is', null);
  return [
    takeSequence(store, org, null),
    // Only a first item counts: what follows it belongs to the same message.
    ...(position === 0 ? [count(store, counters.firstMessages, org, zeros32, 1, limit, 'first')] : []),
    step(numbered, 1, 'admitted-meanwhile'),
    count(store, counters.waiting, org, zeros32, -1, Number.MAX_SAFE_INTEGER, 'waiting'),
  ];
}
