import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { discard, keep, type NewItem } from './outbox.ts';

/** How long the log is waited for, and how often it is looked at, in milliseconds. */
const patience = 20_000;
const look = 100;
/** How long the line may be down before nobody waits any longer, in milliseconds. */
const downAtMost = 3000;

/**
 * Says something in the log, and answers once it stands there: what must not happen before colleagues can read of it. Where
 * they could not be told, it was never said.
 */
export async function saidFirst(
  engine: Engine,
  wanted: NewItem,
  sync: () => void,
  inOrder: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Answer<null>> {
  const [kept] = await inOrder(() => keep(engine, [wanted]));
  sync();
  const until = performance.now() + patience;
  let upUntil = performance.now();
  while (kept !== undefined && performance.now() < until) {
    if (engine.connection === 'online') upUntil = performance.now();
    if (engine.connection === 'offline' && performance.now() - upUntil > downAtMost) break;
    const item = engine.outbox.find(({ action }) => action === kept.action);
    if (item === undefined) return { ok: true, value: null };
    if (item.state === 'refused') {
      await inOrder(() => discard(engine, kept.action));
      return { ok: false, error: item.failure ?? { code: 'offline' } };
    }
    if (engine.stopping.aborted) return { ok: false, error: { code: 'locked' } };
    await new Promise((resume) => setTimeout(resume, look));
  }
  if (kept !== undefined) await inOrder(() => discard(engine, kept.action));
  return { ok: false, error: { code: 'offline' } };
}
