import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { limits } from '../form.ts';
import { evaluate, type Outcome, type Surroundings } from './evaluate.ts';
import { parseExpression } from './parse.ts';
import type { Tree } from './tree.ts';

const today = '2026-11-21';

function worth(text: string, values: Readonly<Record<string, Outcome>> = {}, self: Outcome = null): Outcome {
  const tree = parseExpression(text, true);
  if (!tree.ok) throw new Error(JSON.stringify(tree.error));
  return evaluate(tree.value, here(values, self));
}

const here = (values: Readonly<Record<string, Outcome>>, self: Outcome): Surroundings => ({
  today,
  self,
  of: (name) => values[name] ?? null,
  all: (name) => [values[name] ?? null],
});

describe('the language of the rules', () => {
  it('reckons and compares as XLSForm writes it', () => {
    expect(worth('1 + 2 * 3 - 4 div 2')).toBe(5);
    expect(worth('7 mod 4 = 3 and not(1 > 2)')).toBe(true);
    expect(worth('-(2 + 3) < 0 or false()')).toBe(true);
    expect(worth('${age} >= 18', { age: 18 })).toBe(true);
    expect(worth('. > 0 and . <= 120', {}, 30)).toBe(true);
    expect(worth("${a} != 'no'", { a: 'yes' })).toBe(true);
    expect(worth('string-length(${name})', { name: '👩‍👩' })).toBe(3);
    expect(worth("if(${a} = 'x', 'then', 'else')", { a: 'x' })).toBe('then');
    expect(worth("selected(${many}, 'b')", { many: ['a', 'b'] })).toBe(true);
    expect(worth('count-selected(${many})', { many: ['a', 'b'] })).toBe(2);
    expect(worth('${many} = "a b"', { many: ['a', 'b'] })).toBe(true);
  });

  it('keeps what is not known apart from what is not so', () => {
    expect(worth('${nothing} = 3')).toBe(null);
    expect(worth('not(${nothing} = 3)')).toBe(null);
    expect(worth('${nothing} = 3 and false()')).toBe(false);
    expect(worth('${nothing} = 3 or true()')).toBe(true);
    expect(worth('${nothing} + 1')).toBe(null);
    expect(worth('1 div 0')).toBe(null);
    expect(worth('coalesce(${nothing}, 4)')).toBe(4);
    // The one question about the unknown that has an answer.
    expect(worth("${nothing} = ''")).toBe(true);
    expect(worth("${there} != ''", { there: 'x' })).toBe(true);
  });

  it('compares dates that are not exact only as far as they are known', () => {
    expect(worth('${when} < today()', { when: '2021-21' })).toBe(true);
    expect(worth("${when} < '2021-06-01'", { when: '2021-03' })).toBe(true);
    expect(worth("${when} < '2021-06-01'", { when: '2021-21' })).toBe(null);
    expect(worth("${when} >= '2021-03-01'", { when: '2021-03' })).toBe(true);
    expect(worth("${when} <= '2021-03-31'", { when: '2021-03~' })).toBe(true);
  });

  it.each([
    ['1 +', 'unfinished'],
    ['${a', 'unexpected'],
    ['1 2', 'unexpected'],
    ["regex(., 'a+')", 'unknown-function'],
    ['eval(1)', 'unknown-function'],
    ['constructor(1)', 'unknown-function'],
    ['selected(1)', 'wrong-arguments'],
    ['a.b', 'unknown-function'],
    ['1; 2', 'unexpected'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, 'too-deep'],
    [`${'-'.repeat(100)}1`, 'too-deep'],
    ['1'.repeat(limits.expression + 1), 'too-long'],
    [Array.from({ length: 300 }, () => '1').join('+'), 'too-long'],
  ])('refuses %s', (text, code) => {
    const read = parseExpression(text);
    expect(read.ok ? null : read.error.code).toBe(code);
  });

  it('knows the answer itself only in a constraint', () => {
    expect(parseExpression('. > 1').ok).toBe(false);
    expect(parseExpression('. > 1', true).ok).toBe(true);
  });

  it('agrees with a plain interpreter on any expression', () => {
    fc.assert(
      fc.property(
        anyTree,
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyValue),
        anyValue,
        (tree, values, self) => {
          const text = written(tree);
          if (text.length > limits.expression) return;
          const read = parseExpression(text, true);
          if (!read.ok) {
            // Only size may stand in the way of what was written by rule.
            expect(['too-long', 'too-deep']).toContain(read.error.code);
            return;
          }
          const known = new Map(Object.entries(values));
          expect(evaluate(read.value, here(values, self))).toEqual(plainly(tree, known, self));
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('never throws and never hangs on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc
            .array(
              fc.constantFrom('${', '}', '(', ')', "'", '.', 'and', 'selected', ' ', '1', '<', '-', ',', 'x'),
              { maxLength: 400 },
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const read = parseExpression(text, true);
          if (read.ok) evaluate(read.value, here({}, null));
          else expect(read.error.at).toBeLessThanOrEqual(Math.max(text.length, limits.expression));
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

const anyValue: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom('a', 'b', 'yes', '5', '2021', '2021-03', '2021-03-14'),
  fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
);

const { tree: anyTree } = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.oneof(
    fc.integer({ min: 0, max: 99 }).map((value): Tree => ({ kind: 'literal', value })),
    fc.constantFrom('', 'a', 'yes', '5', '2021-03').map((value): Tree => ({ kind: 'literal', value })),
    fc.boolean().map((value): Tree => ({ kind: 'literal', value })),
    fc.constantFrom('a', 'b', 'c').map((name): Tree => ({ kind: 'name', name })),
    fc.constant<Tree>({ kind: 'self' }),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    tie('tree').map((of): Tree => ({ kind: 'not', of })),
    tie('tree').map((of): Tree => ({ kind: 'minus', of })),
    fc
      .tuple(
        fc.constantFrom('and', 'or', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'),
        tie('tree'),
        tie('tree'),
      )
      .map(([op, left, right]): Tree => ({ kind: 'both', op: op as 'and', left, right })),
    fc
      .tuple(tie('tree'), tie('tree'))
      .map(([a, b]): Tree => ({ kind: 'call', call: 'selected', of: [a, b] })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map((of): Tree => ({ kind: 'call', call: 'if', of })),
    fc
      .array(tie('tree'), { minLength: 1, maxLength: 3 })
      .map((of): Tree => ({ kind: 'call', call: 'coalesce', of })),
  ),
}));

function written(tree: Tree): string {
  switch (tree.kind) {
    case 'literal':
      return typeof tree.value === 'boolean'
        ? `${tree.value}()`
        : typeof tree.value === 'number'
          ? String(tree.value)
          : `'${tree.value}'`;
    case 'self':
      return '.';
    case 'name':
      return `\${${tree.name}}`;
    case 'not':
      return `not(${written(tree.of)})`;
    case 'minus':
      return `-(${written(tree.of)})`;
    case 'both':
      return `(${written(tree.left)}) ${tree.op} (${written(tree.right)})`;
    case 'call':
      return `${tree.call}(${tree.of.map(written).join(', ')})`;
  }
}

/** The meaning again, written as plainly as can be and by other means: tables and conversions instead of cases. */
function plainly(tree: Tree, values: ReadonlyMap<string, Outcome>, self: Outcome): Outcome {
  const go = (one: Tree | undefined): Outcome => (one === undefined ? null : plainly(one, values, self));
  const truth = (value: Outcome): boolean | null =>
    value === null ? null : Array.isArray(value) ? value.length > 0 : Boolean(value);
  const number = (value: Outcome): number =>
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
        ? Number(value)
        : Number.NaN;
  const said = (value: Outcome): string => (Array.isArray(value) ? value.join(' ') : String(value));
  const known = (value: number): number | null => (Number.isFinite(value) ? (value === 0 ? 0 : value) : null);
  const span = (value: Outcome): readonly [string, string] | null => {
    const found = typeof value === 'string' ? /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) : null;
    if (found === null) return null;
    const [, year = '', month, day] = found;
    return [`${year}-${month ?? '01'}-${day ?? '01'}`, `${year}-${month ?? '12'}-${day ?? '31'}`];
  };
  if (tree.kind === 'literal') return tree.value;
  if (tree.kind === 'self') return self;
  if (tree.kind === 'name') return values.get(tree.name) ?? null;
  if (tree.kind === 'not') {
    const value = truth(go(tree.of));
    return value === null ? null : !value;
  }
  if (tree.kind === 'minus') {
    const value = number(go(tree.of));
    return Number.isFinite(value) ? -value : null;
  }
  if (tree.kind === 'call') {
    if (tree.call === 'if') {
      const value = truth(go(tree.of[0]));
      return value === null ? null : go(tree.of[value ? 1 : 2]);
    }
    if (tree.call === 'coalesce')
      return tree.of.map(go).find((value) => value !== null && value !== '') ?? null;
    const [list, value] = [go(tree.of[0]), go(tree.of[1])];
    if (list === null || value === null) return null;
    return (Array.isArray(list) ? list : [said(list)]).includes(said(value));
  }
  if (tree.kind !== 'both') throw new Error('another kind');
  const { op } = tree;
  const [a, b] = [go(tree.left), go(tree.right)];
  const [x, y] = [number(a), number(b)];
  const spans = [span(a), span(b)] as const;
  const less = (first: 0 | 1, orSame: boolean): boolean | null => {
    const [l, r] = first === 0 ? [x, y] : [y, x];
    if (Number.isFinite(l) && Number.isFinite(r)) return orSame ? l <= r : l < r;
    const [s, t] = first === 0 ? [spans[0], spans[1]] : [spans[1], spans[0]];
    if (s === null || t === null) return null;
    if (orSame) return s[1] <= t[0] ? true : s[0] > t[1] ? false : null;
    return s[1] < t[0] ? true : s[0] >= t[1] ? false : null;
  };
  const equal = (): boolean | null => {
    if (a === '' || b === '') return (a === null || a === '') && (b === null || b === '');
    if (a === null || b === null) return null;
    if (typeof a === 'boolean' || typeof b === 'boolean') return truth(a) === truth(b);
    if (typeof a === 'number' || typeof b === 'number')
      return Number.isFinite(x) && Number.isFinite(y) ? x === y : null;
    return said(a) === said(b);
  };
  const table: Readonly<Record<typeof op, () => Outcome>> = {
    and: () => {
      const both = [truth(a), truth(b)];
      return both.includes(false) ? false : both.includes(null) ? null : true;
    },
    or: () => {
      const both = [truth(a), truth(b)];
      return both.includes(true) ? true : both.includes(null) ? null : false;
    },
    '=': equal,
    '!=': () => {
      const same = equal();
      return same === null ? null : !same;
    },
    '<': () => less(0, false),
    '<=': () => less(0, true),
    '>': () => less(1, false),
    '>=': () => less(1, true),
    '+': () => known(x + y),
    '-': () => known(x - y),
    '*': () => known(x * y),
    div: () => known(x / y),
    mod: () => known(x % y),
  };
  return table[op]();
}
