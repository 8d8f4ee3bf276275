import type { CompiledForm, Node } from './compile.ts';
import { evaluate, type Outcome, type Surroundings, truthOf } from './expression/evaluate.ts';
import { type Answers, isAnswered, limits, type Value } from './form.ts';
import { isSameValue, isValueOf } from './values.ts';

/** One question in one turn of each repeat around it; turns count from 0. */
export type Place = { readonly name: string; readonly turns: readonly number[] };

/** What is true of one question at one place. */
export type Status = {
  /** Whether it is asked. */
  readonly relevant: boolean;
  /** What counts: the answer, or the value worked out; null where there is none, or it is not asked. */
  readonly value: Outcome;
  /** Required, asked and not answered. */
  readonly missing: boolean;
  /** The answer is not as the constraint wants it. */
  readonly violated: boolean;
};

/** A form that is being answered. It stays evaluated: an answer costs as much as depends on it, not the whole form. */
export type Run = {
  readonly compiled: CompiledForm;
  readonly status: (place: Place) => Status;
  /** What was typed, asked or not: a change of mind brings it back. */
  readonly answer: (place: Place) => Value | null;
  /** How many turns a repeat has. */
  readonly turns: (place: Place) => number;
  /** Keeps an answer, or takes it away with null. False where the question takes no such value. */
  readonly set: (place: Place, value: Value | null) => boolean;
  /** One more turn of a repeat. False where it has as many as it may. */
  readonly addTurn: (place: Place) => boolean;
  readonly removeTurn: (place: Place, turn: number) => void;
  /** Everything that was typed; with `asked`, only what is asked now: what may be sent. */
  readonly answers: (which: 'typed' | 'asked') => Answers;
};

const unasked: Status = { relevant: false, value: null, missing: false, violated: false };
const keyOf = (turns: readonly number[]): string => turns.join('.');

/** Begins to answer a form, with what was answered before. `today` is `2026-11-21`. Values that do not fit are left out. */
export function startRun(compiled: CompiledForm, before: Answers, today: string): Run {
  const { nodes, order, ranks, dependents, watchers, byName } = compiled;
  let typed: Map<string, Value>[] = [];
  /** By repeat: its turns in each place that it stands in. */
  let counts: Map<string, number>[] = [];
  let statuses: Map<string, Status>[] = [];
  const dirty = new Uint8Array(nodes.length);
  const rechecked = new Set<number>();

  const load = (answers: Answers): void => {
    typed = nodes.map(() => new Map());
    counts = nodes.map(() => new Map());
    statuses = nodes.map(() => new Map());
    const take = (part: Answers, children: readonly Node[], turns: readonly number[]): void => {
      for (const { index, question } of children) {
        if (question.type === 'group') {
          take(part, inside(index), turns);
          continue;
        }
        const value = Object.hasOwn(part, question.name) ? part[question.name] : undefined;
        if (question.type === 'repeat') {
          const list = Array.isArray(value) ? value.slice(0, limits.turns) : [];
          counts[index]?.set(keyOf(turns), list.length);
          for (const [turn, one] of list.entries())
            take(typeof one === 'object' && one !== null ? one : {}, inside(index), [...turns, turn]);
        } else if (isValueOf(question, value)) typed[index]?.set(keyOf(turns), value);
      }
    };
    take(answers, roots, []);
    dirty.fill(1);
    settle(0);
  };

  const children = childrenOf(nodes);
  const roots = nodes.filter(({ parent }) => parent === null);
  const inside = (index: number): readonly Node[] => children[index] ?? [];

  const turnsOf = (index: number, turns: readonly number[]): number => counts[index]?.get(keyOf(turns)) ?? 0;

  /** Every place of a node whose first turns are given. */
  const placesOf = (node: Node, first: readonly number[]): readonly (readonly number[])[] => {
    let places: readonly (readonly number[])[] = [first];
    for (const repeat of node.repeats.slice(first.length))
      places = places.flatMap((turns) =>
        Array.from({ length: turnsOf(repeat, turns) }, (_, turn) => [...turns, turn]),
      );
    return places;
  };

  const statusAt = (index: number, turns: readonly number[]): Status =>
    statuses[index]?.get(keyOf(turns)) ?? unasked;

  const around = (node: Node, turns: readonly number[], self: Outcome): Surroundings => ({
    self,
    today,
    of: (name) => {
      const there = nodes[byName.get(name) ?? -1];
      return there === undefined ? null : statusAt(there.index, turns.slice(0, there.repeats.length)).value;
    },
    all: (name) => {
      const there = nodes[byName.get(name) ?? -1];
      if (there === undefined) return [];
      const shared = there.repeats.findIndex((repeat, depth) => node.repeats[depth] !== repeat);
      const first = turns.slice(0, shared === -1 ? there.repeats.length : shared);
      const found = placesOf(there, first).map((place) => statusAt(there.index, place).value);
      if (there.question.type !== 'repeat') return found;
      // Of a repeat each turn is one.
      return found.flatMap((count) => new Array<Outcome>(Number(count ?? 0)).fill(true));
    },
  });

  const valueAt = (node: Node, turns: readonly number[]): Outcome => {
    if (node.question.type === 'repeat') return turnsOf(node.index, turns) || null;
    if (node.calculate !== null) {
      const outcome = evaluate(node.calculate, around(node, turns, null));
      return outcome === '' ? null : outcome;
    }
    return typed[node.index]?.get(keyOf(turns)) ?? null;
  };

  /** Works one node out in all its places. Says whether anything that others see has changed. */
  const refresh = (node: Node): boolean => {
    const before = statuses[node.index] ?? new Map<string, Status>();
    const after = new Map<string, Status>();
    let isChanged = false;
    for (const turns of placesOf(node, [])) {
      const { parent, question } = node;
      const parentTurns = turns.slice(0, parent === null ? 0 : (nodes[parent]?.repeats.length ?? 0));
      const isInside = parent === null || statusAt(parent, parentTurns).relevant;
      const relevant =
        isInside &&
        (node.relevant === null || truthOf(evaluate(node.relevant, around(node, turns, null))) === true);
      const value = relevant ? valueAt(node, turns) : null;
      const missing = relevant && question.required === true && value === null;
      const key = keyOf(turns);
      const old = before.get(key);
      if (old === undefined || old.relevant !== relevant || !isSameValue(old.value, value)) isChanged = true;
      after.set(key, { relevant, value, missing, violated: false });
    }
    statuses[node.index] = after;
    return isChanged || before.size !== after.size;
  };

  const check = (node: Node): void => {
    const { constraint } = node;
    const here = statuses[node.index];
    if (constraint === null || here === undefined) return;
    for (const turns of placesOf(node, [])) {
      const status = statusAt(node.index, turns);
      const { value } = status;
      const violated = value !== null && truthOf(evaluate(constraint, around(node, turns, value))) === false;
      here.set(keyOf(turns), { ...status, violated });
    }
  };

  /** Works out what is marked, in an order in which each finds what it needs. */
  const settle = (from: number): void => {
    for (let rank = from; rank < order.length; rank += 1) {
      const index = order[rank] ?? 0;
      if (dirty[index] === 0) continue;
      dirty[index] = 0;
      const node = nodes[index];
      if (node === undefined) continue;
      rechecked.add(index);
      if (!refresh(node)) continue;
      for (const dependent of dependents[index] ?? []) dirty[dependent] = 1;
      for (const watcher of watchers[index] ?? []) rechecked.add(watcher);
    }
    for (const index of rechecked) {
      const node = nodes[index];
      if (node !== undefined) check(node);
    }
    rechecked.clear();
  };

  const nodeAt = ({ name, turns }: Place): Node => {
    const node = nodes[byName.get(name) ?? -1];
    if (node === undefined || node.repeats.length !== turns.length) throw new Error(`no such place: ${name}`);
    return node;
  };

  const mark = (index: number): void => {
    dirty[index] = 1;
    for (const child of inside(index)) mark(child.index);
  };

  const answers = (which: 'typed' | 'asked'): Answers => {
    const part = (list: readonly Node[], turns: readonly number[]): Answers => {
      const found: Record<string, Value | readonly Answers[]> = {};
      for (const { index, question } of list) {
        const { name, type } = question;
        if (which === 'asked' && !statusAt(index, turns).relevant) continue;
        if (type === 'group') Object.assign(found, part(inside(index), turns));
        else if (type === 'repeat') {
          const many = turnsOf(index, turns);
          if (many > 0)
            found[name] = Array.from({ length: many }, (_, turn) => part(inside(index), [...turns, turn]));
        } else {
          const value = typed[index]?.get(keyOf(turns));
          if (value !== undefined) found[name] = value;
        }
      }
      return found;
    };
    return part(roots, []);
  };

  load(before);
  return {
    compiled,
    status: (place) => statusAt(nodeAt(place).index, place.turns),
    answer: (place) => typed[nodeAt(place).index]?.get(keyOf(place.turns)) ?? null,
    turns: (place) => turnsOf(nodeAt(place).index, place.turns),
    set: (place, value) => {
      const { index, question } = nodeAt(place);
      if (!isAnswered(question.type) || (value !== null && !isValueOf(question, value))) return false;
      const mine = typed[index];
      const key = keyOf(place.turns);
      if (value === null) mine?.delete(key);
      else mine?.set(key, value);
      dirty[index] = 1;
      settle(ranks[index] ?? 0);
      return true;
    },
    addTurn: (place) => {
      const { index, question } = nodeAt(place);
      const many = turnsOf(index, place.turns);
      if (question.type !== 'repeat' || many >= limits.turns) return false;
      counts[index]?.set(keyOf(place.turns), many + 1);
      mark(index);
      settle(0);
      return true;
    },
    removeTurn: (place, turn) => {
      const without = (part: Answers, turns: readonly number[], path: readonly string[]): Answers => {
        const [name = '', ...rest] = path;
        const list = part[name] as readonly Answers[];
        const [at = 0, ...deeper] = turns;
        const changed =
          rest.length === 0
            ? list.filter((_, index) => index !== turn)
            : list.map((one, index) => (index === at ? without(one, deeper, rest) : one));
        return { ...part, [name]: changed };
      };
      const node = nodeAt(place);
      if (turn < 0 || turn >= turnsOf(node.index, place.turns)) return;
      const path = [...node.repeats, node.index].map((repeat) => nodes[repeat]?.question.name ?? '');
      load(without(answers('typed'), place.turns, path));
    },
    answers,
  };
}

function childrenOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const children: Node[][] = nodes.map(() => []);
  for (const node of nodes) if (node.parent !== null) children[node.parent]?.push(node);
  return children;
}
