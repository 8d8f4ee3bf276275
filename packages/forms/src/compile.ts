import { parseExpression } from './expression/parse.ts';
import { namesIn, type Tree } from './expression/tree.ts';
import type { Form, Question } from './form.ts';
import type { FormPath, FormProblem } from './problems.ts';
import { err, ok, type Result } from './result.ts';
import { type Audience, givenAway } from './sealed.ts';

/** A question with its rules understood. */
export type Node = {
  readonly index: number;
  readonly question: Question;
  /** The group or repeat that it stands in. */
  readonly parent: number | null;
  /** The repeats around it, from the outside in. */
  readonly repeats: readonly number[];
  /** The teams whose members alone open the answer, its own or those of what it stands in; null for every reader. */
  readonly audience: Audience;
  readonly relevant: Tree | null;
  readonly constraint: Tree | null;
  readonly calculate: Tree | null;
};

/** A form, read once: its questions in their order, and the order in which they can be worked out. */
export type CompiledForm = {
  readonly form: Form;
  readonly nodes: readonly Node[];
  readonly byName: ReadonlyMap<string, number>;
  /** Indexes of nodes, each behind everything that it depends on. */
  readonly order: readonly number[];
  /** By node: its place in `order`. */
  readonly ranks: readonly number[];
  /** By node: those whose relevance or value depends on it. */
  readonly dependents: readonly (readonly number[])[];
  /** By node: those whose constraint speaks of it. */
  readonly watchers: readonly (readonly number[])[];
};

/** Understands all rules of a form that is well formed. Refuses what no order of working out could satisfy. */
export function compileForm(form: Form): Result<CompiledForm, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const nodes: Node[] = [];
  const byName = new Map<string, number>();
  const paths: FormPath[] = [];
  const walk = (
    questions: readonly Question[],
    parent: number | null,
    repeats: readonly number[],
    path: FormPath,
  ): void => {
    for (const [place, question] of questions.entries()) {
      const at = [...path, place];
      const parsed = (field: 'relevant' | 'constraint' | 'calculate'): Tree | null => {
        const text = question[field];
        if (text === undefined) return null;
        const tree = parseExpression(text, field === 'constraint');
        if (tree.ok) return tree.value;
        const { near } = tree.error;
        problems.push({
          code: 'expression',
          path: [...at, field],
          question: question.name,
          detail: near,
          expression: tree.error,
        });
        return null;
      };
      const index = nodes.length;
      paths.push(at);
      byName.set(question.name, index);
      nodes.push({
        index,
        question,
        parent,
        repeats,
        audience: question.sealedFor ?? (parent === null ? null : (nodes[parent]?.audience ?? null)),
        relevant: parsed('relevant'),
        constraint: parsed('constraint'),
        calculate: parsed('calculate'),
      });
      const inner = question.type === 'repeat' ? [...repeats, index] : repeats;
      walk(question.questions ?? [], index, inner, [...at, 'questions']);
    }
  };
  walk(form.questions, null, [], ['questions']);

  const needs: number[][] = nodes.map(() => []);
  const watches: number[][] = nodes.map(() => []);
  for (const node of nodes) {
    const { index, question, parent } = node;
    if (parent !== null) needs[index]?.push(parent);
    for (const field of ['relevant', 'calculate', 'constraint'] as const) {
      const tree = node[field];
      for (const { name, gathered } of tree === null ? [] : namesIn(tree)) {
        const target = byName.get(name);
        const say = (code: FormProblem['code']): void => {
          problems.push({
            code,
            path: [...(paths[index] ?? []), field],
            question: question.name,
            detail: name,
          });
        };
        const there = target === undefined ? undefined : nodes[target];
        if (target === undefined || there === undefined) say('unknown-question');
        else if (!gathered && !isWithin(there.repeats, node.repeats)) say('reaches-into-repeat');
        else (field === 'constraint' ? watches : needs)[index]?.push(target);
      }
    }
  }
  if (problems.length > 0) return err(problems);
  const order = orderOf(needs);
  if (order.length < nodes.length) {
    const names = circleIn(needs, new Set(order)).map((index) => nodes[index]?.question.name ?? '');
    const first = byName.get(names[0] ?? '') ?? 0;
    return err([
      { code: 'cycle', path: paths[first] ?? [], question: names[0] ?? null, detail: names.join(' → ') },
    ]);
  }
  const leaks = givenAway(nodes, byName);
  if (leaks.length > 0)
    return err(
      leaks.map(({ index, field, of }) => ({
        code: 'gives-away',
        path: [...(paths[index] ?? []), field],
        question: nodes[index]?.question.name ?? null,
        detail: of,
      })),
    );
  const ranks = new Array<number>(nodes.length).fill(0);
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  return ok({
    form,
    nodes,
    byName,
    order,
    ranks,
    dependents: turned(needs),
    watchers: turned(watches),
  });
}

const isWithin = (outer: readonly number[], inner: readonly number[]): boolean =>
  outer.every((repeat, depth) => inner[depth] === repeat);

function turned(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const found: Set<number>[] = lists.map(() => new Set());
  for (const [index, list] of lists.entries()) for (const one of list) found[one]?.add(index);
  return found.map((set) => [...set]);
}

/** Each behind what it needs; shorter than the list where some need each other. */
function orderOf(needs: readonly (readonly number[])[]): readonly number[] {
  const open = needs.map((list) => new Set(list).size);
  const after = turned(needs);
  const order = [...needs.keys()].filter((index) => open[index] === 0);
  for (let at = 0; at < order.length; at += 1)
    for (const index of after[order[at] ?? 0] ?? []) {
      const left = (open[index] ?? 0) - 1;
      open[index] = left;
      if (left === 0) order.push(index);
    }
  return order;
}

function circleIn(needs: readonly (readonly number[])[], done: ReadonlySet<number>): readonly number[] {
  const way: number[] = [];
  let at = [...needs.keys()].find((index) => !done.has(index)) ?? 0;
  while (!way.includes(at)) {
    way.push(at);
    at = needs[at]?.find((index) => !done.has(index)) ?? at;
  }
  return [...way.slice(way.indexOf(at)), at];
}
