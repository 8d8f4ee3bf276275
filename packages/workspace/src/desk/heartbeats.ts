import type { Engine } from './engine.ts';
import { appendToOrganisation } from './rotation.ts';

const hour = 3600;
/** A signed sign of life of the organisation every 72 hours (rule 7). */
const beatEvery = 72 * hour;
/** After 7 days without one, the desk says so in red. */
const alarmAfter = 7 * 24 * hour;

/** Appends a heartbeat where the last one is old, and says when none has come for long. */
export async function beat(engine: Engine): Promise<void> {
  const seconds = Math.floor(engine.now() / 1000);
  const { heartbeat, teams } = engine.organisation.skeleton;
  if (teams.size === 0) return;
  const last = heartbeat?.time ?? 0;
  // A clock that runs ahead of ours must not silence the heartbeat for ever.
  const age = last > seconds + hour ? beatEvery + 1 : seconds - last;
  if (heartbeat !== null && age > alarmAfter)
    engine.alerts.raise('noHeartbeat', { days: Math.floor(age / (24 * hour)) });
  if (age <= beatEvery) {
    engine.alerts.clear('noHeartbeat');
    return;
  }
  const outcome = await appendToOrganisation(engine, async () => ({
    operations: [{ type: 'heartbeat', time: seconds }],
    events: [],
  }));
  if (outcome === 'done') engine.alerts.clear('noHeartbeat');
}
