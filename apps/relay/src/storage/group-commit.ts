import type { Unit, UnitOutcome } from './unit.ts';

/** Runs the units of one group in one transaction. Resolves only after the commit, and its sync, returned. */
export type GroupExecutor = (units: readonly Unit[]) => Promise<readonly UnitOutcome[]>;

/** More than this waits for the next transaction, so that nobody waits for a transaction without end. */
const groupLimit = 256;

/**
 * Group commit: all units that arrive while a transaction is being committed go into the next one. Under load one
 * sync to disk then carries many appends; alone, an append waits for nobody. Units keep the order of their arrival.
 */
export function groupCommit(execute: GroupExecutor): {
  readonly write: (unit: Unit) => Promise<UnitOutcome>;
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>;
} {
  type Waiting = {
    readonly unit: Unit;
    readonly done: (outcome: UnitOutcome) => void;
    readonly failed: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupLimit);
      waiting = waiting.slice(groupLimit);
      try {
        const outcomes = await execute(group.map((one) => one.unit));
        for (const [index, one] of group.entries()) {
          const outcome = outcomes[index];
          if (outcome === undefined) one.failed(new Error('a unit was left without an outcome'));
          else one.done(outcome);
        }
      } catch (error) {
        for (const one of group) one.failed(error);
      }
    }
    running = null;
  };

  return {
    write: (unit) =>
      new Promise((done, failed) => {
        waiting.push({ unit, done, failed });
        // Started in a microtask, so that units written in the same turn share a transaction.
        running ??= Promise.resolve().then(drain);
      }),
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
