/** An expression as it was understood. Unknown is a value everywhere: what was not answered is not false. */
export type Tree =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** The answer that a constraint is about. */
  | { readonly kind: 'self' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'not' | 'minus'; readonly of: Tree }
  | { readonly kind: 'both'; readonly op: BinaryOp; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'call'; readonly call: CallName; readonly of: readonly Tree[] };

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];
export type Arithmetic = '+' | '-' | '*' | 'div' | 'mod';
export type BinaryOp = 'and' | 'or' | Comparison | Arithmetic;

/** Every function, with how many arguments it takes at least and at most. */
export const calls = {
  selected: [2, 2],
  'count-selected': [1, 1],
  'string-length': [1, 1],
  today: [0, 0],
  true: [0, 0],
  false: [0, 0],
  not: [1, 1],
  if: [3, 3],
  coalesce: [1, 16],
  /** How often a repeat was answered, or how many of its answers are known. */
  count: [1, 1],
  sum: [1, 1],
  min: [1, 1],
  max: [1, 1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type CallName = keyof typeof calls;

/** Functions that take all answers to a question inside a repeat; outside of them such a name is refused. */
export const gathers: ReadonlySet<CallName> = new Set<CallName>(['count', 'sum', 'min', 'max']);

/** The names that an expression speaks of; `gathered` stand inside count, sum, min or max. */
export function namesIn(
  tree: Tree,
  gathered = false,
): readonly { readonly name: string; readonly gathered: boolean }[] {
  switch (tree.kind) {
    case 'name':
      return [{ name: tree.name, gathered }];
    case 'not':
    case 'minus':
      return namesIn(tree.of);
    case 'both':
      return [...namesIn(tree.left), ...namesIn(tree.right)];
    case 'call':
      return tree.of.flatMap((one) => namesIn(one, gathers.has(tree.call)));
    default:
      return [];
  }
}
