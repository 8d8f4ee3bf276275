import type { Mechanism } from './mechanism.ts';

/**
 * A mechanism as it is reasoned about and shown: without what only editors need. A defender's phone never holds the
 * addresses of mirrors and news pages that a fact was read in, so none of them can be shown as a door.
 */
export type Entry = Omit<Mechanism, 'sources' | 'mended'>;

/** The part of a mechanism that goes to everybody. */
export function entryOf({ sources: _sources, mended: _mended, ...entry }: Mechanism): Entry {
  return entry;
}
