import { isOver } from '@leeward/domain/case/order.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';

/*
 * What somebody carried who has left, or has another role now, nobody carries: it must not go on standing under a name
 * that nobody answers to.
 */

/** Whoever was responsible is gone, and nobody has taken it since. */
export type AloneErrand = { readonly kind: 'alone'; readonly line: CaseLine; readonly left: string };

type Held = {
  readonly lines: readonly QueueLine[];
  readonly cases: readonly CaseLine[];
  /** Who may work on requests and cases, and is here. */
  readonly officers: readonly string[];
};

/** A request that is held, or a case that is carried, by somebody who is gone is anybody's: else nobody would see it. */
export function withoutThoseGone<Inputs extends Held>(inputs: Inputs): Inputs {
  const here = new Set(inputs.officers);
  const isGone = (member: string | null): boolean => member !== null && !here.has(member);
  return {
    ...inputs,
    lines: inputs.lines.map((line) => (isGone(line.claimedBy) ? { ...line, claimedBy: null } : line)),
    cases: inputs.cases.map((line) => (isGone(line.responsible) ? { ...line, responsible: null } : line)),
  };
}

/** Cases that went on standing under the name of somebody who is gone; one that is offered to a colleague waits for her. */
export function leftAlone({ cases, officers }: Pick<Held, 'cases' | 'officers'>): readonly AloneErrand[] {
  const present = new Set(officers);
  return cases.flatMap((line): readonly AloneErrand[] =>
    line.responsible === null ||
    present.has(line.responsible) ||
    (line.offered !== null && present.has(line.offered)) ||
    isOver(line)
      ? []
      : [{ kind: 'alone', line, left: line.responsible }],
  );
}
