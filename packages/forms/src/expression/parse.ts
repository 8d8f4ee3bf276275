import { limits } from '../form.ts';
import { err, ok, type Result } from '../result.ts';
import { type BinaryOp, type CallName, calls, comparisons, type Tree } from './tree.ts';

/** What is wrong with an expression, and where: `at` counts UTF-16 units from 0. */
export type ExpressionProblem = {
  readonly code:
    | 'too-long'
    | 'too-deep'
    | 'unexpected'
    | 'unfinished'
    | 'unknown-function'
    | 'wrong-arguments'
    | 'self-outside-constraint';
  readonly at: number;
  /** The piece of text that it is about. */
  readonly near: string;
};

type Token = {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
};

// Each alternative begins with another character and repeats one class of characters: nothing in it can run for long.
const token =
  /\s+|(?<number>\d+(?:\.\d+)?)|(?<text>'[^']*'|"[^"]*"|‘[^’]*’)|(?<name>\$\{\s*[A-Za-z_][A-Za-z0-9_-]*\s*\})|(?<word>[A-Za-z][A-Za-z-]*)|(?<sign><=|>=|!=|[-+*=<>(),.])/y;

class Stop {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    this.problem = problem;
  }
}

function stop(code: ExpressionProblem['code'], at: number, near: string): never {
  throw new Stop({ code, at, near });
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const reader = new RegExp(token);
  let at = 0;
  while (at < text.length) {
    reader.lastIndex = at;
    const found = reader.exec(text);
    if (found === null) return stop('unexpected', at, text.slice(at, at + 12));
    for (const [kind, piece] of Object.entries(found.groups ?? {}))
      if (piece !== undefined) tokens.push({ kind: kind as Token['kind'], text: piece, at });
    at = reader.lastIndex;
    if (tokens.length > limits.tokens) return stop('too-long', at, '');
  }
  return tokens;
}

const arithmetic: ReadonlyMap<string, 1 | 2> = new Map([
  ['+', 1],
  ['-', 1],
  ['*', 2],
  ['div', 2],
  ['mod', 2],
]);

/** How tightly an operator binds, from 1; 0 for what is none. */
function tightness(token: Token | undefined): number {
  if (token === undefined || token.kind === 'number' || token.kind === 'text' || token.kind === 'name')
    return 0;
  if (token.text === 'or') return 1;
  if (token.text === 'and') return 2;
  if ((comparisons as readonly string[]).includes(token.text)) return 3;
  return (arithmetic.get(token.text) ?? -3) + 3;
}

/**
 * Reads an expression: `and`, `or`, `not()`, comparisons, `+ - * div mod`, the functions of `calls`, `${name}`, numbers,
 * texts in quotes, and in a constraint `.` for the answer itself. Everything else is refused with its place. There are
 * no regular expressions: some of them run for years.
 */
export function parseExpression(text: string, mayNameSelf = false): Result<Tree, ExpressionProblem> {
  try {
    if (text.length > limits.expression) stop('too-long', limits.expression, '');
    const tokens = tokensOf(text);
    let next = 0;
    const peek = (): Token | undefined => tokens[next];
    const take = (): Token => {
      const taken = tokens[next];
      if (taken === undefined) return stop('unfinished', text.length, '');
      next += 1;
      return taken;
    };
    const expect = (sign: string): void => {
      const taken = take();
      if (taken.text !== sign) stop('unexpected', taken.at, taken.text);
    };
    const expression = (least: number, depth: number): Tree => {
      if (depth > limits.nesting) return stop('too-deep', peek()?.at ?? text.length, peek()?.text ?? '');
      let left = operand(depth + 1);
      for (;;) {
        const sign = peek();
        const bound = tightness(sign);
        if (sign === undefined || bound === 0 || bound < least) return left;
        take();
        const right = expression(bound + 1, depth + 1);
        left = { kind: 'both', op: sign.text as BinaryOp, left, right };
      }
    };
    const operand = (depth: number): Tree => {
      const taken = take();
      if (taken.kind === 'number') return { kind: 'literal', value: Number(taken.text) };
      if (taken.kind === 'text') return { kind: 'literal', value: taken.text.slice(1, -1) };
      if (taken.kind === 'name') return { kind: 'name', name: taken.text.slice(2, -1).trim() };
      if (taken.text === '-') {
        if (depth > limits.nesting) return stop('too-deep', taken.at, taken.text);
        return { kind: 'minus', of: operand(depth + 1) };
      }
      if (taken.text === '(') {
        const inner = expression(1, depth + 1);
        expect(')');
        return inner;
      }
      if (taken.text === '.')
        return mayNameSelf ? { kind: 'self' } : stop('self-outside-constraint', taken.at, taken.text);
      if (taken.kind === 'word' && peek()?.text === '(' && tightness(taken) === 0) return call(taken, depth);
      if (taken.kind === 'word' && tightness(taken) === 0)
        return stop('unknown-function', taken.at, taken.text);
      return stop('unexpected', taken.at, taken.text);
    };
    const call = (name: Token, depth: number): Tree => {
      if (!Object.hasOwn(calls, name.text)) return stop('unknown-function', name.at, name.text);
      const of: Tree[] = [];
      take();
      if (peek()?.text === ')') take();
      else
        for (;;) {
          of.push(expression(1, depth + 1));
          const after = take();
          if (after.text === ')') break;
          if (after.text !== ',') stop('unexpected', after.at, after.text);
        }
      const [least, most] = calls[name.text as CallName];
      if (of.length < least || of.length > most) stop('wrong-arguments', name.at, name.text);
      if (name.text === 'not') return { kind: 'not', of: of[0] as Tree };
      if (name.text === 'true' || name.text === 'false')
        return { kind: 'literal', value: name.text === 'true' };
      return { kind: 'call', call: name.text as CallName, of };
    };
    const tree = expression(1, 0);
    const left = peek();
    if (left !== undefined) stop('unexpected', left.at, left.text);
    return ok(tree);
  } catch (problem) {
    if (problem instanceof Stop) return err(problem.problem);
    throw problem;
  }
}
