import type { PlainAnswer } from '@leeward/domain/answers/events.ts';
import { treeOf, turnsIn } from '@leeward/domain/answers/tree.ts';
import { type CompiledForm, type Place, type Run, startRun, type Value } from '@leeward/forms';
import { useRef } from 'react';

export type AnswersByPath = ReadonlyMap<string, PlainAnswer>;

/**
 * The form as it is evaluated over these answers. A keystroke changes one of 1,400 answers: only what follows from it is
 * worked out again. A turn that comes or goes begins anew.
 */
export function useRun(compiled: CompiledForm, values: AnswersByPath, today: string): Run {
  const held = useRef<{
    readonly compiled: CompiledForm;
    readonly today: string;
    values: AnswersByPath;
    run: Run;
  } | null>(null);
  const before = held.current;
  if (before === null || before.compiled !== compiled || before.today !== today) {
    const run = startRun(compiled, treeOf(values), today);
    held.current = { compiled, today, values, run };
    return run;
  }
  if (before.values !== values) {
    if (!follow(before.run, before.values, values)) before.run = startRun(compiled, treeOf(values), today);
    before.values = values;
  }
  return before.run;
}

/** Brings what has changed into a run; false where that is more than answers of questions that are there. */
export function follow(run: Run, before: AnswersByPath, after: AnswersByPath): boolean {
  const changed: (readonly [string, Value | null])[] = [];
  for (const [path, value] of after) {
    if (before.get(path) === value) continue;
    if (typeof value === 'boolean' || before.get(path) === true) return false;
    changed.push([path, value]);
  }
  for (const [path, value] of before)
    if (!after.has(path)) {
      if (value === true) return false;
      changed.push([path, null]);
    }
  // Many at once: somebody else's work has come in.
  if (changed.length > 50) return false;
  const turns = changed.some(([path]) => path.includes('/')) ? turnsIn(after) : new Map<string, string[]>();
  for (const [path, value] of changed) {
    const place = placeOf(run.compiled, turns, path);
    if (place === null || !run.set(place, value)) return false;
  }
  return true;
}

/** Where a path leads to: the question, and the number of each turn on the way. */
export function placeOf(
  compiled: CompiledForm,
  turns: ReadonlyMap<string, readonly string[]>,
  path: string,
): Place | null {
  const steps = path.split('/');
  const name = steps.at(-1) ?? '';
  const node = compiled.nodes[compiled.byName.get(name) ?? -1];
  if (node === undefined || node.repeats.length !== (steps.length - 1) / 2) return null;
  const numbers: number[] = [];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const number = turns.get(steps.slice(0, at + 1).join('/'))?.indexOf(steps[at + 1] ?? '') ?? -1;
    if (number === -1) return null;
    numbers.push(number);
  }
  return { name, turns: numbers };
}
