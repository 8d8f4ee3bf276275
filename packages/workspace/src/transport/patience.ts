import { err } from '@leeward/sealed-log/crypto/result.ts';
import type { Outcome } from './connection.ts';
import { pause } from './pause.ts';
import { ownProblem, type RelayProblem } from './problem.ts';

/** What is being waited for, to be shown: a lost line is not a lost message. */
export type Waiting = { readonly problem: RelayProblem; readonly milliseconds: number };

export type Patience = {
  /**
   * Does something again, at growing intervals, until it succeeds, fails for good, or the signal ends it. What is done
   * must be the same every time: an upload of the same part, a submission of the very same bytes (fault 39).
   */
  readonly run: <T>(attempt: () => Outcome<T>, signal?: AbortSignal) => Outcome<T>;
  /** "Try again now", or the phone says that the line is back. */
  readonly hurry: () => void;
};

export type PatienceOptions = {
  /** Called before each wait, and with null when something succeeded after one. */
  readonly onWaiting?: (waiting: Waiting | null) => void;
  /** In milliseconds. */
  readonly first?: number;
  readonly longest?: number;
};

/** Makes somebody who keeps trying. */
export function createPatience({
  onWaiting,
  first = 1000,
  longest = 30_000,
}: PatienceOptions = {}): Patience {
  let waiting = new Set<AbortController>();
  return {
    run: async (attempt, signal) => {
      let wait = first;
      for (let waited = false; ; waited = true) {
        const outcome = await attempt();
        if (outcome.ok || !isTemporary(outcome.error)) {
          if (waited) onWaiting?.(null);
          return outcome;
        }
        const asked = (outcome.error.retryAfter ?? 0) * 1000;
        // Spread out, so that a thousand phones do not come back in the same second.
        const milliseconds = Math.max(asked, wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, longest);
        onWaiting?.({ problem: outcome.error, milliseconds });
        await pauseUnlessHurried(milliseconds, signal);
        if (signal?.aborted === true) return err(ownProblem('aborted'));
      }
    },
    hurry: () => {
      for (const controller of waiting) controller.abort();
      waiting = new Set();
    },
  };

  async function pauseUnlessHurried(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    const hurried = new AbortController();
    const stop = (): void => hurried.abort();
    waiting.add(hurried);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted !== true) await pause(milliseconds, hurried.signal);
    signal?.removeEventListener('abort', stop);
    waiting.delete(hurried);
  }
}

/** Whether the same request may succeed later. A full queue is no reason to wait in silence: it says "not sent" (rule 22). */
export function isTemporary({ code, status }: RelayProblem): boolean {
  if (code === 'aborted' || code === 'queue-full' || status === 507) return false;
  if (code === 'unreachable' || code === 'too-large-response' || code === 'unreadable-response') return true;
  return status === 408 || status === 425 || status === 429 || status >= 500;
}
