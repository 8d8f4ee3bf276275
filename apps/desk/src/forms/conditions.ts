import { parseExpression, type Tree } from '@leeward/forms';

/*
 * Rules as they are chosen from menus, and as expressions. What was chosen is always written as an expression; an
 * expression that somebody typed becomes choices again where menus can say the same.
 */

export const tests = ['is', 'isNot', 'answered', 'notAnswered', 'atLeast', 'atMost'] as const;
export type Test = (typeof tests)[number];

/** One thing that must hold: an answer to another question. */
export type Rule = {
  readonly question: string;
  readonly test: Test;
  /** Empty for `answered` and `notAnswered`. */
  readonly value: string;
};

/** Several rules, of which all or any must hold; none is always true. */
export type Conditions = { readonly join: 'and' | 'or'; readonly rules: readonly Rule[] };
export const always: Conditions = { join: 'and', rules: [] };

/** What a rule must know of the question that it is about. */
export type KindOf = (question: string) => { readonly isNumber: boolean; readonly isMany: boolean } | null;

/** The expression that says the same; empty where nothing was chosen. A rule about a question that is gone is left out. */
export function conditionsText({ join, rules }: Conditions, kindOf: KindOf): string {
  return rules.flatMap((rule) => ruleText(rule, kindOf) ?? []).join(` ${join} `);
}

function ruleText({ question, test, value }: Rule, kindOf: KindOf): string | null {
  const kind = kindOf(question);
  if (kind === null) return null;
  const named = `\${${question}}`;
  if (test === 'answered') return `${named} != ''`;
  if (test === 'notAnswered') return `${named} = ''`;
  if (value === '') return null;
  const said = kind.isNumber ? numberText(value) : `'${value.replaceAll("'", '’')}'`;
  if (test === 'atLeast') return `${named} >= ${said}`;
  if (test === 'atMost') return `${named} <= ${said}`;
  if (kind.isMany) {
    const chosen = `selected(${named}, ${said})`;
    return test === 'is' ? chosen : `not(${chosen})`;
  }
  return `${named} ${test === 'is' ? '=' : '!='} ${said}`;
}

/** A number as an expression has it; what is none is a text, so that it never becomes part of the rule. */
export const numberText = (value: string): string =>
  /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? value : `'${value.replaceAll("'", '’')}'`;

/** The choices that say the same as an expression; null where menus cannot say it. */
export function conditionsIn(text: string): Conditions | null {
  if (text.trim() === '') return always;
  const read = parseExpression(text);
  if (!read.ok) return null;
  for (const join of ['and', 'or'] as const) {
    const rules = sidesOf(read.value, join).map((side) => ruleIn(side, false));
    if (rules.every((rule) => rule !== null)) return { join, rules };
  }
  return null;
}

/** The parts of a chain of `and`, or of `or`. */
export function sidesOf(tree: Tree, join: 'and' | 'or' | '+'): readonly Tree[] {
  return tree.kind === 'both' && tree.op === join
    ? [...sidesOf(tree.left, join), ...sidesOf(tree.right, join)]
    : [tree];
}

function ruleIn(tree: Tree, isNegated: boolean): Rule | null {
  if (tree.kind === 'not') return isNegated ? null : ruleIn(tree.of, true);
  if (tree.kind === 'call' && tree.call === 'selected')
    return ruleOf(tree.of[0], tree.of[1], isNegated ? 'isNot' : 'is');
  if (tree.kind !== 'both' || isNegated) return null;
  const isEmpty = tree.right.kind === 'literal' && tree.right.value === '';
  switch (tree.op) {
    case '=':
      return ruleOf(tree.left, tree.right, isEmpty ? 'notAnswered' : 'is');
    case '!=':
      return ruleOf(tree.left, tree.right, isEmpty ? 'answered' : 'isNot');
    case '>=':
      return ruleOf(tree.left, tree.right, 'atLeast');
    case '<=':
      return ruleOf(tree.left, tree.right, 'atMost');
    default:
      return null;
  }
}

function ruleOf(left: Tree | undefined, right: Tree | undefined, test: Test): Rule | null {
  const value = right === undefined ? null : literalIn(right);
  return left?.kind !== 'name' || value === null ? null : { question: left.name, test, value };
}

/** A number or text that stands there; null for anything that is worked out. */
export function literalIn(tree: Tree): string | null {
  if (tree.kind === 'minus' && tree.of.kind === 'literal' && typeof tree.of.value === 'number')
    return `-${tree.of.value}`;
  return tree.kind === 'literal' && typeof tree.value !== 'boolean' ? String(tree.value) : null;
}
