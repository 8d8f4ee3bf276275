import type { UnitOutcome } from './unit.ts';

export type Health = 'ok' | 'read-only';

/** Whether the last group of writes was refused by the disk; `changed` is told when that begins and when it is over. */
export function openHealth(changed: (health: Health) => void): {
  readonly note: (outcomes: readonly UnitOutcome[]) => void;
  readonly now: () => Health;
} {
  let health: Health = 'ok';
  return {
    note: (outcomes) => {
      const failed = outcomes.some(
        (one) => !one.ok && (one.error.type === 'no-space' || one.error.type === 'unavailable'),
      );
      const next = failed ? 'read-only' : 'ok';
      if (next === health) return;
      health = next;
      changed(next);
    },
    now: () => health,
  };
}
