import { fromUtf8, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { appendToOrganisation } from './rotation.ts';

const hour = 3600;
/** A signed sign of life of the organisation every 72 hours (rule 7). */
const beatEvery = 72 * hour;
/** After 7 days without one, the desk says so in red. */
const alarmAfter = 7 * 24 * hour;

/** Appends a heartbeat where the last one is old, and says when none has come for long. */
export async function beat(engine: Engine): Promise<void> {
  if (engine.organisation.skeleton.teams.size === 0) return;
  const age = sinceLast(engine);
  if (age > alarmAfter) engine.alerts.raise('noHeartbeat', { days: Math.floor(age / (24 * hour)) });
  if (age > beatEvery && (await ownAge(engine)) > beatEvery) {
    const outcome = await appendToOrganisation(engine, async () => {
      // A colleague may have been faster.
      if (sinceLast(engine) <= beatEvery) return null;
      return { operations: [{ type: 'heartbeat', time: seconds(engine) }], events: [] };
    });
    if (outcome === 'done') await engine.store.put('beat', utf8(String(seconds(engine))));
  }
  if (sinceLast(engine) <= alarmAfter) engine.alerts.clear('noHeartbeat');
}

const seconds = (engine: Engine): number => Math.floor(engine.now() / 1000);

/** Seconds since the last sign of life in the log; since ever where there was none. */
function sinceLast(engine: Engine): number {
  const last = engine.organisation.skeleton.heartbeat?.time ?? 0;
  const now = seconds(engine);
  // A clock that runs ahead of ours must not silence the heartbeat for ever.
  if (last > now + hour) return beatEvery + 1;
  return last === 0 ? beatEvery + 1 : now - last;
}

/**
 * Seconds since this device's own last one: two desks whose clocks are days apart must not answer each other's signs of
 * life for ever.
 */
async function ownAge(engine: Engine): Promise<number> {
  const kept = await engine.store.get('beat');
  const text = kept === null ? null : fromUtf8(kept);
  return Math.abs(seconds(engine) - (text?.ok ? Number(text.value) : 0));
}
