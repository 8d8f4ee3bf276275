import type { HeadClaim, TeamState } from './state.ts';

/** What comparing checkpoints brought to light (rule 7). */
export type Finding =
  /** One position, two heads: somebody was shown another chain. The claims name the devices that saw each. */
  | {
      readonly kind: 'fork';
      readonly record: string;
      readonly position: number;
      readonly claims: readonly HeadClaim[];
      /** The head that this device holds there; null where it holds none. */
      readonly own: string | null;
    }
  /** A colleague has seen more of this record than this device was given. */
  | { readonly kind: 'behind'; readonly record: string; readonly position: number; readonly own: number };

/** What this device holds of a record: its last position (-1 for nothing), and the head at each. */
export type OwnChain = {
  readonly position: number;
  readonly headAt: (position: number) => string | null;
};

/**
 * Compares what colleagues' devices have seen with what this one holds. The same position with another head is a fork,
 * a lower one is behind. Records that this device cannot open are left out: `own` gives null for them.
 */
export function compareCheckpoints(
  state: TeamState,
  own: (record: string) => OwnChain | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  const furthest = new Map<string, number>();
  for (const claims of state.claims.values()) {
    const claim = claims[0];
    if (claim === undefined) continue;
    const { record, position } = claim;
    const chain = own(record);
    const held = chain === null || position > chain.position ? null : chain.headAt(position);
    const differs = held !== null && claims.some((other) => other.head !== held);
    if (claims.length > 1 || differs) findings.push({ kind: 'fork', record, position, claims, own: held });
    if (chain !== null && position > chain.position) {
      furthest.set(record, Math.max(position, furthest.get(record) ?? 0));
    }
  }
  for (const [record, position] of furthest) {
    findings.push({ kind: 'behind', record, position, own: own(record)?.position ?? -1 });
  }
  return findings;
}
