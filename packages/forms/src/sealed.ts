import type { Node } from './compile.ts';
import { namesIn } from './expression/tree.ts';

/** Teams whose members alone open an answer; null where everybody does who reads the record. */
export type Audience = readonly string[] | null;

/** A rule through which what is seen by more people would say what a sealed answer is. */
export type Leak = {
  readonly index: number;
  readonly field: 'sealedFor' | 'relevant' | 'constraint';
  /** The sealed question that it would give away, or the group that it would be taken out of. */
  readonly of: string;
};

const isWithin = (few: Audience, many: Audience): boolean =>
  many === null || few?.every((team) => many.includes(team)) === true;

/**
 * Whether a question was answered is seen by every reader of the record. So a question that is asked only after a sealed
 * answer must be sealed for the same teams, or fewer: or the sealed answer could be read from it.
 */
export function givenAway(nodes: readonly Node[], byName: ReadonlyMap<string, number>): readonly Leak[] {
  const leaks: Leak[] = [];
  if (nodes.every(({ audience }) => audience === null)) return leaks;
  const named = (name: string): Node | undefined => nodes[byName.get(name) ?? -1];
  /** The sealed questions that a value tells of; a worked-out value tells of all that it is worked out from. */
  const sources = (node: Node, seen: Set<number>): readonly Node[] => {
    if (seen.has(node.index)) return [];
    seen.add(node.index);
    const own = node.audience === null ? [] : [node];
    if (node.question.type !== 'calculate') return own;
    const trees = [node.relevant, node.calculate].flatMap((tree) => (tree === null ? [] : namesIn(tree)));
    const further = trees.flatMap(({ name }) => {
      const there = named(name);
      return there === undefined ? [] : sources(there, seen);
    });
    return [...own, ...further];
  };
  for (const node of nodes) {
    const { index, parent, question } = node;
    const around = parent === null ? null : (nodes[parent] ?? null);
    if (around !== null && question.sealedFor !== undefined && !isWithin(node.audience, around.audience))
      leaks.push({ index, field: 'sealedFor', of: around.question.name });
    // What is worked out is kept nowhere: whoever cannot open what it is worked out from does not see it.
    if (question.type === 'calculate' || question.type === 'note') continue;
    for (const field of ['relevant', 'constraint'] as const) {
      const tree = node[field];
      const found = (tree === null ? [] : namesIn(tree)).flatMap(({ name }) => {
        const there = named(name);
        return there === undefined ? [] : sources(there, new Set());
      });
      const worst = found.find(({ audience }) => !isWithin(node.audience, audience));
      if (worst !== undefined) leaks.push({ index, field, of: worst.question.name });
    }
  }
  return leaks;
}
