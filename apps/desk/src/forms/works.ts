import { parseExpression, type Tree } from '@leeward/forms';
import { sidesOf } from './conditions.ts';

/** How a value is worked out, as it is chosen from menus. */
export type Work =
  /** How many turns a repeat has, or the sum, least or most of a number in it. */
  | { readonly how: 'count' | 'sum' | 'min' | 'max'; readonly of: string }
  /** Several numbers together; what is not answered counts as nothing. */
  | { readonly how: 'plus'; readonly of: readonly string[] };

/** The expression that says the same; empty where nothing was chosen yet. */
export function workText(work: Work | null): string {
  if (work === null || work.of.length === 0) return '';
  return work.how === 'plus'
    ? work.of.map((name) => `coalesce(\${${name}}, 0)`).join(' + ')
    : `${work.how}(\${${work.of}})`;
}

/** The choice that says the same as an expression; null where menus cannot say it. */
export function workIn(text: string): Work | null {
  const read = text.trim() === '' ? null : parseExpression(text);
  if (read?.ok !== true) return null;
  const tree = read.value;
  if (tree.kind === 'call') {
    const { call } = tree;
    const name = nameIn(tree.of[0]);
    if (name !== null && (call === 'count' || call === 'sum' || call === 'min' || call === 'max'))
      return { how: call, of: name };
  }
  const names = sidesOf(tree, '+').map(addedIn);
  return names.every((name) => name !== null) ? { how: 'plus', of: names } : null;
}

const nameIn = (tree: Tree | undefined): string | null => (tree?.kind === 'name' ? tree.name : null);

function addedIn(tree: Tree): string | null {
  if (tree.kind !== 'call' || tree.call !== 'coalesce' || tree.of.length !== 2) return null;
  const [, none] = tree.of;
  return none?.kind === 'literal' && none.value === 0 ? nameIn(tree.of[0]) : null;
}
