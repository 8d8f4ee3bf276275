import type { Written } from '../shared/field.ts';
import { type AnswerValue, isBoxed, type PlainAnswer } from './events.ts';
import type { AnswerSheet } from './state.ts';

/*
 * A form sees answers as a tree, with a list of turns in each repeat. A case keeps them flat, each under its path, and
 * a turn has an id instead of a number: two people who each add a child at the same time have added two children.
 */

/** Answers as a form takes them; the same shape as `Answers` of packages/forms. */
export type AnswerTree = {
  readonly [name: string]: string | number | readonly string[] | readonly AnswerTree[];
};

/** Which turns each repeat has, by the path of the repeat: `children`, or `children/0a1b2c3d/schools`. */
export type Turns = ReadonlyMap<string, readonly string[]>;

/** What stands in a box, for one path; undefined where this reader cannot open it. */
export type OpenBox = (path: string, written: Written<AnswerValue>) => PlainAnswer | undefined;

/** One version of an answer as this reader can read it; undefined where it lies in a box that she cannot open. */
export const readable = (
  path: string,
  written: Written<AnswerValue>,
  open: OpenBox,
): PlainAnswer | undefined => (isBoxed(written.value) ? open(path, written) : written.value);

/**
 * The value of every path that stands, the latest where several do; what was taken back is left out, and so is what lies
 * in a box that this reader cannot open.
 */
export function valuesIn(
  sheet: AnswerSheet | undefined,
  open: OpenBox = () => undefined,
): ReadonlyMap<string, PlainAnswer> {
  const found = new Map<string, PlainAnswer>();
  for (const [path, field] of Object.entries(sheet?.fields ?? {})) {
    const last = field?.at(-1);
    if (last === undefined || path.startsWith('@')) continue;
    const value = readable(path, last, open);
    if (value !== undefined && value !== null) found.set(path, value);
  }
  return found;
}

/** The turns of all repeats, in the order in which they were added. A turn that was taken out is not there. */
export function turnsIn(values: ReadonlyMap<string, PlainAnswer>): Turns {
  const turns = new Map<string, string[]>();
  for (const [path, value] of values) {
    const cut = path.lastIndexOf('/');
    if (value !== true || cut === -1) continue;
    const [repeat, turn] = [path.slice(0, cut), path.slice(cut + 1)];
    turns.set(repeat, [...(turns.get(repeat) ?? []), turn]);
  }
  return turns;
}

/** The answers as a tree, for the form to evaluate. */
export function treeOf(values: ReadonlyMap<string, PlainAnswer>): AnswerTree {
  const turns = turnsIn(values);
  const under = (prefix: string): AnswerTree => {
    const tree: Record<string, AnswerTree[string]> = {};
    for (const [path, value] of values) {
      const rest = path.startsWith(prefix) ? path.slice(prefix.length) : null;
      if (rest === null || rest.includes('/') || typeof value === 'boolean' || value === null) continue;
      tree[rest] = value;
    }
    for (const [repeat, list] of turns) {
      const rest = repeat.startsWith(prefix) ? repeat.slice(prefix.length) : null;
      if (rest === null || rest.includes('/')) continue;
      tree[rest] = list.map((turn) => under(`${repeat}/${turn}/`));
    }
    return tree;
  };
  return under('');
}

/** The path of a question in one turn of each repeat around it; null where there is no such turn. */
export function pathOf(
  turns: Turns,
  /** The repeats around the question, from the outside in, by name. */
  repeats: readonly string[],
  /** The number of the turn in each. */
  numbers: readonly number[],
  question: string,
): string | null {
  let prefix = '';
  for (const [depth, repeat] of repeats.entries()) {
    const turn = turns.get(`${prefix}${repeat}`)?.[numbers[depth] ?? -1];
    if (turn === undefined) return null;
    prefix = `${prefix}${repeat}/${turn}/`;
  }
  return `${prefix}${question}`;
}
