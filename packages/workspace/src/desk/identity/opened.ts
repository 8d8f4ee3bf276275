import type { Engine } from '../engine.ts';

/*
 * What is open now. An identity is shown for some minutes after it was opened with a reason, and then no more: the worker
 * answers with nothing, whatever a screen asks. It is forgotten with the session, and a lock ends that.
 */

/** How long an identity stays open, in milliseconds. */
export const openFor = 10 * 60 * 1000;

const opened = new WeakMap<Engine, Map<string, number>>();

/** Until when a record is open, by this device's clock; null where it is closed. */
export function openUntil(engine: Engine, record: string): number | null {
  const until = opened.get(engine)?.get(record) ?? 0;
  return until > engine.now() ? until : null;
}

/** Opens a record from now on. The note of it is kept before this is called. */
export function openFromNow(engine: Engine, record: string): void {
  const known = opened.get(engine) ?? new Map<string, number>();
  opened.set(engine, known);
  const until = engine.now() + openFor;
  known.set(record, until);
  // The screen asks again and is told that it is closed.
  const timer = setTimeout(() => engine.announce('session'), openFor + 50);
  engine.stopping.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

export function closeNow(engine: Engine, record: string): void {
  opened.get(engine)?.delete(record);
}
