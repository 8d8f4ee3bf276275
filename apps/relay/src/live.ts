import type { Bytes } from '@leeward/sealed-log/wire';
import { hexOf } from './bytes.ts';

/** Tells the streams of an organisation that rows were committed. */
export type Live = {
  readonly announce: (org: Bytes, sequence: number) => void;
  /** Calls back after each commit with the highest sequence number; the result ends it. */
  readonly follow: (org: Bytes, told: (sequence: number) => void) => () => void;
};

export function openLive(): Live {
  const followers = new Map<string, Set<(sequence: number) => void>>();
  return {
    announce: (org, sequence) => {
      for (const told of followers.get(hexOf(org)) ?? []) told(sequence);
    },
    follow: (org, told) => {
      const id = hexOf(org);
      const set = followers.get(id) ?? new Set();
      set.add(told);
      followers.set(id, set);
      return () => {
        set.delete(told);
        if (set.size === 0 && followers.get(id) === set) followers.delete(id);
      };
    },
  };
}
