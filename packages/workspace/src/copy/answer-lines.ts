import {
  type AnswerValue,
  aboutField,
  formField,
  fromField,
  isBoxed,
} from '@leeward/domain/answers/events.ts';
import type { AnswerSheet } from '@leeward/domain/answers/state.ts';
import { turnsIn, valuesIn } from '@leeward/domain/answers/tree.ts';
import type { Field } from '@leeward/domain/shared/field.ts';
import type { CompiledForm, Node, Texts } from '@leeward/forms';

/** One answer with the words that were asked, in the order of the form. */
export type AnswerLine = {
  readonly path: string;
  /** Null where the form is not here: the answer is shown all the same. */
  readonly node: Node | null;
  /** The repeats around it with the number of the turn in each, from 1. */
  readonly within: readonly { readonly label: Texts; readonly turn: number }[];
  readonly versions: Field<AnswerValue>;
};

/** Everything that was answered on a sheet, for paper and for copies. What was taken back is left out. */
export function answerLines(compiled: CompiledForm | null, sheet: AnswerSheet): readonly AnswerLine[] {
  const turns = turnsIn(valuesIn(sheet));
  const found: { readonly line: AnswerLine; readonly order: readonly number[] }[] = [];
  for (const [path, versions = []] of Object.entries(sheet.fields)) {
    if (path === formField || path === aboutField || path === fromField) continue;
    const steps = path.split('/');
    // Of a turn only what is in it is said.
    if (steps.length % 2 === 0 || versions.every(({ value }) => value === null)) continue;
    const nodeOf = (name: string): Node | null => compiled?.nodes[compiled.byName.get(name) ?? -1] ?? null;
    const within: AnswerLine['within'][number][] = [];
    const order: number[] = [];
    let isThere = true;
    for (let at = 0; at + 1 < steps.length; at += 2) {
      const repeat = nodeOf(steps[at] ?? '');
      const list = turns.get(steps.slice(0, at + 1).join('/')) ?? [];
      const turn = list.indexOf(steps[at + 1] ?? '');
      if (turn === -1) isThere = false;
      within.push({ label: repeat?.question.label ?? {}, turn: turn + 1 });
      order.push(repeat?.index ?? Number.MAX_SAFE_INTEGER, turn);
    }
    if (!isThere) continue;
    const node = nodeOf(steps.at(-1) ?? '');
    found.push({
      line: { path, node, within, versions },
      order: [...order, node?.index ?? Number.MAX_SAFE_INTEGER],
    });
  }
  return found.toSorted((a, b) => compare(a.order, b.order)).map(({ line }) => line);
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The words of an answer that was chosen, by language; null where it says itself what it is. */
export function chosenWords({ question }: Node, value: AnswerValue): readonly Texts[] | null {
  if (isBoxed(value) || question.options === undefined) return null;
  const chosen = Array.isArray(value) ? value : [value];
  return chosen.map((one) => question.options?.find((option) => option.value === one)?.label ?? {});
}
