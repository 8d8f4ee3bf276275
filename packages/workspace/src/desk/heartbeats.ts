import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromUtf8, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
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
  tell(engine);
  if ((await isDue(engine)) || asksForAnswer(engine)) {
    const outcome = await appendToOrganisation(engine, async () => {
      // A colleague may have been faster.
      if (sinceLast(engine) <= beatEvery && !asksForAnswer(engine)) return null;
      return { operations: [{ type: 'heartbeat', time: seconds(engine) }], events: [] };
    });
    if (outcome === 'done') await engine.store.put('beat', utf8(String(seconds(engine))));
  }
  tell(engine);
}

function tell(engine: Engine): void {
  const days = silentDays(engine);
  if (days === null) engine.alerts.clear('noHeartbeat');
  else engine.alerts.raise('noHeartbeat', { days });
}

const isDue = async (engine: Engine): Promise<boolean> =>
  sinceLast(engine) > beatEvery && (await ownAge(engine)) > beatEvery;

/**
 * Whole days without a sign of life of the organisation, where they are more than seven; else null (rule 7). This
 * device's own sign goes on with a life that was seen and does not end a silence: a relay that hides a removal takes it
 * gladly. Where nobody else is there, it counts.
 */
export function silentDays(engine: Engine): number | null {
  const { seen } = signsOf(engine);
  const age = seconds(engine) - seen;
  return seen > 0 && age > alarmAfter ? Math.floor(age / (24 * hour)) : null;
}

/** Whether a colleague's sign came after a silence and nobody has answered: she waits for it before she seals as usual. */
const asksForAnswer = (engine: Engine): boolean => signsOf(engine).unanswered;

type Signs = {
  /** When life was seen last, in seconds by whoever signed it; 0 where it never was. */
  readonly seen: number;
  readonly unanswered: boolean;
};

function signsOf(engine: Engine): Signs {
  const { skeleton, links } = engine.organisation;
  const own = engine.keys.device.signingKey;
  const member = toHex(engine.keys.member.id);
  const alone = [...skeleton.devices.values()].every((one) => one.endedAt !== null || one.member === member);
  let seen = 0;
  let last = 0;
  let asking: Bytes | null = null;
  for (const { clear, verdict, read } of links) {
    if (verdict !== 'in force') continue;
    for (const one of clear.operations) {
      // A clock that runs ahead of ours says nothing yet.
      if (one.type !== 'heartbeat' || one.time > seconds(engine) + hour) continue;
      const { device } = read.header;
      if (asking !== null && !equal(asking, device)) asking = null;
      if (last > 0 && one.time - last > alarmAfter) asking = device;
      last = Math.max(last, one.time);
      const goesOn = seen === 0 || one.time - seen <= alarmAfter;
      if (alone || goesOn || !equal(device, own)) seen = Math.max(seen, one.time);
    }
  }
  return { seen, unanswered: asking !== null && !equal(asking, own) };
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
