import { pageStorage } from '../settings/device-settings.ts';

/*
 * Whether a recovery file was made whose code nobody has typed back yet. It is remembered before the file exists, so
 * that a page that is closed in between asks again instead of leaving an organisation without a way back.
 */

const key = 'leeward.recovery-pending';

export function noteRecoveryPending(pending: boolean): void {
  try {
    if (pending) pageStorage()?.setItem(key, '1');
    else pageStorage()?.removeItem(key);
  } catch {
    // A browser that keeps nothing is told about elsewhere.
  }
}

export function isRecoveryPending(): boolean {
  return pageStorage()?.getItem(key) === '1';
}

/** Asks the browser to keep what is stored for this page; only a window may ask, the worker reads the answer. */
export async function askForStorage(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // The session says so where it was refused.
  }
}
