import { fromHex } from '@leeward/sealed-log/wire';
import { dropEnded } from './door/ends.ts';
import { dropOverReplies } from './door/reply-ends.ts';
import { admitWaiting } from './door/waiting.ts';
import { hourNow } from './hours.ts';
import { sourcePlace } from './logbook.ts';
import type { Services } from './services.ts';
import { step } from './storage/unit.ts';
import { dropOldCounters } from './usage.ts';

const joinHours = 7 * 24;
const unreferencedHours = 14 * 24;
const interval = 10 * 60_000;

/** What is done from time to time: waiting messages are handed on, and what has had its time is dropped. */
export function startHousekeeping(services: Services): { readonly stop: () => Promise<void> } {
  let running = Promise.resolve();
  const round = (): void => {
    running = running
      .then(() => keepHouse(services))
      .catch((error: unknown) => services.logbook('request-broke', sourcePlace(error)));
  };
  const timer = setInterval(round, interval);
  round();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

export async function keepHouse(services: Services): Promise<void> {
  const { store } = services;
  await admitWaiting(services);
  await dropEnded(services);
  await dropOverReplies(services);
  const now = hourNow();
  await store.write([
    step(store.db.deleteFrom('joins').where('hour', '<', now - joinHours)),
    ...dropOldCounters(store),
  ]);
  const dropped = await dropUnreferenced(services, now - unreferencedHours);
  const swept = await services.disk.sweep((org, blob) => isKnown(services, org, blob));
  if (dropped + swept > 0) services.logbook('unreferenced-dropped', dropped + swept);
}

/** Attachments that no entry and no item ever named: begun and given up. */
async function dropUnreferenced({ store, disk }: Services, before: number): Promise<number> {
  const stale = await store.db
    .selectFrom('blobs')
    .select(['org', 'blob'])
    .where('referenced', '=', 0)
    .where('hour', '<', before)
    .limit(1000)
    .execute();
  for (const { org, blob } of stale) {
    const gone = store.db.deleteFrom('blobs').where('org', '=', org).where('blob', '=', blob);
    const done = await store.write([
      step(gone.where('referenced', '=', 0), 1, 'referenced-meanwhile'),
      step(store.db.deleteFrom('blob_parts').where('org', '=', org).where('blob', '=', blob)),
    ]);
    if (done.ok) await disk.drop(org, blob);
  }
  return stale.length;
}

async function isKnown({ store }: Services, orgHex: string, blobHex: string): Promise<boolean> {
  const [org, blob] = [fromHex(orgHex), fromHex(blobHex)];
  if (!org.ok || !blob.ok) return true;
  const row = await store.db
    .selectFrom('blobs')
    .select('blob')
    .where('org', '=', org.value)
    .where('blob', '=', blob.value)
    .executeTakeFirst();
  return row !== undefined;
}
