import { isBefore, isDate } from '../dates.ts';
import type { Arithmetic, BinaryOp, CallName, Comparison, Tree } from './tree.ts';

/** What an expression may come to. Null is unknown: not answered, not asked, or not to be said of such values. */
export type Outcome = string | number | boolean | readonly string[] | null;

/** What an expression is evaluated in. */
export type Surroundings = {
  /** The value of a question, as it stands from where the expression is. */
  readonly of: (name: string) => Outcome;
  /** All known values of a question inside a repeat; for the repeat itself one for each turn. */
  readonly all: (name: string) => readonly Outcome[];
  /** The answer that a constraint is about. */
  readonly self: Outcome;
  /** `2026-11-21`. */
  readonly today: string;
};

/** Works an expression out. It always ends, never throws, and takes time in proportion to its length. */
export function evaluate(tree: Tree, here: Surroundings): Outcome {
  switch (tree.kind) {
    case 'literal':
      return tree.value;
    case 'self':
      return here.self;
    case 'name':
      return here.of(tree.name);
    case 'not': {
      const truth = truthOf(evaluate(tree.of, here));
      return truth === null ? null : !truth;
    }
    case 'minus': {
      const number = numberOf(evaluate(tree.of, here));
      return number === null ? null : -number;
    }
    case 'both':
      return both(tree.op, tree.left, tree.right, here);
    case 'call':
      return call(tree.call, tree.of, here);
  }
}

/** An outcome as a condition: unknown stays unknown, and only true is true. */
export function truthOf(outcome: Outcome): boolean | null {
  if (outcome === null || typeof outcome === 'boolean') return outcome;
  if (typeof outcome === 'number') return outcome !== 0;
  return outcome.length > 0;
}

const plainNumber = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** An outcome as a number. A text counts where it is one, written plainly. */
export function numberOf(outcome: Outcome): number | null {
  if (typeof outcome === 'number') return Number.isFinite(outcome) ? outcome : null;
  return typeof outcome === 'string' && plainNumber.test(outcome) ? Number(outcome) : null;
}

/** Texts are compared as they were typed; several choices as their values with spaces between, as XLSForm does. */
const textOf = (outcome: string | number | boolean | readonly string[]): string =>
  typeof outcome === 'object' ? outcome.join(' ') : String(outcome);

function both(op: BinaryOp, left: Tree, right: Tree, here: Surroundings): Outcome {
  if (op === 'and' || op === 'or') {
    const first = truthOf(evaluate(left, here));
    // False settles "and", true settles "or", whatever the other side would have been.
    if (first === (op === 'or')) return first;
    const second = truthOf(evaluate(right, here));
    if (second === (op === 'or')) return second;
    return first === null || second === null ? null : second;
  }
  const a = evaluate(left, here);
  const b = evaluate(right, here);
  return isArithmetic(op) ? reckon(op, numberOf(a), numberOf(b)) : compare(op, a, b);
}

const isArithmetic = (op: BinaryOp): op is Arithmetic => ['+', '-', '*', 'div', 'mod'].includes(op);

function reckon(op: Arithmetic, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : op === 'div' ? a / b : a % b;
  // Nothing is divided by nothing, and minus zero is zero.
  return Number.isFinite(result) ? result + 0 : null;
}

function compare(op: Comparison, a: Outcome, b: Outcome): boolean | null {
  if (op === '=' || op === '!=') {
    const same = isSame(a, b);
    return same === null ? null : same === (op === '=');
  }
  if (op === '>' || op === '>=') return compare(op === '>' ? '<' : '<=', b, a);
  if (typeof a === 'string' && typeof b === 'string' && isDate(a) && isDate(b) && !bothNumbers(a, b)) {
    if (op === '<') return isBefore(a, b);
    const after = isBefore(b, a);
    return after === null ? null : !after;
  }
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === null || y === null) return null;
  return op === '<' ? x < y : x <= y;
}

/** Two years are numbers and dates alike; as numbers they compare without doubt. */
const bothNumbers = (a: string, b: string): boolean => numberOf(a) !== null && numberOf(b) !== null;

/** `${x} = ''` asks whether x is unanswered, as XLSForm has it; any other comparison with the unknown is unknown. */
function isSame(a: Outcome, b: Outcome): boolean | null {
  if (a === '' || b === '') return (a ?? '') === '' && (b ?? '') === '';
  if (a === null || b === null) return null;
  if (typeof a === 'boolean' || typeof b === 'boolean') return truthOf(a) === truthOf(b);
  if (typeof a === 'number' || typeof b === 'number') {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x === null || y === null ? null : x === y;
  }
  return textOf(a) === textOf(b);
}

function call(name: CallName, of: readonly Tree[], here: Surroundings): Outcome {
  const at = (index: number): Outcome => {
    const tree = of[index];
    return tree === undefined ? null : evaluate(tree, here);
  };
  switch (name) {
    case 'today':
      return here.today;
    case 'true':
      return true;
    case 'false':
      return false;
    case 'not': {
      const truth = truthOf(at(0));
      return truth === null ? null : !truth;
    }
    case 'selected': {
      const [chosen, value] = [at(0), at(1)];
      if (chosen === null || value === null) return null;
      const wanted = textOf(value);
      return typeof chosen === 'object' ? chosen.includes(wanted) : textOf(chosen) === wanted;
    }
    case 'count-selected': {
      const chosen = at(0);
      if (chosen === null) return null;
      return typeof chosen === 'object' ? chosen.length : 1;
    }
    case 'string-length': {
      const text = at(0);
      return text === null ? null : Array.from(textOf(text)).length;
    }
    case 'if': {
      const truth = truthOf(at(0));
      return truth === null ? null : at(truth ? 1 : 2);
    }
    case 'coalesce': {
      for (const tree of of) {
        const value = evaluate(tree, here);
        if (value !== null && value !== '') return value;
      }
      return null;
    }
    default:
      return gather(name, of[0], here);
  }
}

function gather(name: 'count' | 'sum' | 'min' | 'max', tree: Tree | undefined, here: Surroundings): Outcome {
  if (tree?.kind !== 'name') return null;
  const values = here.all(tree.name);
  if (name === 'count') return values.filter((value) => value !== null).length;
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  if (name === 'sum') return numberOf(numbers.reduce((sum, number) => sum + number, 0));
  const [first, ...rest] = numbers;
  if (first === undefined) return null;
  return rest.reduce(
    (best, number) => (name === 'min' ? Math.min(best, number) : Math.max(best, number)),
    first,
  );
}
