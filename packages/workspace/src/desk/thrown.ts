import type { Failure } from './contract.ts';
import { isFull } from './store/room.ts';

/** What a screen is told of an exception: that this device is full is said as that, anything else is a bug. */
export function thrownFailure(error: unknown): Failure {
  if (isFull(error)) return { code: 'no-space' };
  const missing = error instanceof Error ? error.message || error.name : '';
  return { code: 'unsupported', missing: missing === '' ? 'unknown' : missing };
}
