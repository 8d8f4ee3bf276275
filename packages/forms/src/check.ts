import type { CompiledForm, Node } from './compile.ts';
import type { Outcome } from './expression/evaluate.ts';
import { type Answers, isAnswered, limits, type Question, type Value } from './form.ts';
import { type Place, startRun } from './run.ts';
import { isValueOf } from './values.ts';

/** One answer of somebody else, held against the form. */
export type CheckedAnswer = {
  readonly question: Question;
  readonly place: Place;
  readonly value: Value | Outcome;
  /**
   * `hidden`: by the form's own rules this was not asked, so it was not typed into it. `violated`: not as the form wants
   * it. `missing`: required, asked, not answered.
   */
  readonly flags: readonly ('hidden' | 'violated' | 'missing')[];
};

/** What came with the answers and is none of this form's. It is shown and never dropped. */
export type StrangeAnswer = {
  readonly name: string;
  readonly text: string;
  readonly why: 'unknown-question' | 'wrong-value';
};

export type Examined = {
  /** In the form's order: everything answered, and everything missing. */
  readonly answers: readonly CheckedAnswer[];
  readonly strange: readonly StrangeAnswer[];
};

const MOST_STRANGE = 200;
const SHOWN = 2000;

/**
 * Evaluates a stranger's answers again. Her page may be older, altered, or not a page at all: what it says of itself
 * counts for nothing, only the answers and the form do.
 */
export function examineAnswers(compiled: CompiledForm, answers: unknown, today: string): Examined {
  const strange: StrangeAnswer[] = [];
  const sound = soundPart(answers, rootsOf(compiled), compiled, strange, '');
  const run = startRun(compiled, sound, today);
  const found: CheckedAnswer[] = [];
  const walk = (nodes: readonly Node[], turns: readonly number[]): void => {
    for (const { index, question } of nodes) {
      const place = { name: question.name, turns };
      const status = run.status(place);
      if (question.type === 'group') walk(insideOf(compiled, index), turns);
      else if (question.type === 'repeat') {
        if (status.missing) found.push({ question, place, value: null, flags: ['missing'] });
        for (let turn = 0; turn < run.turns(place); turn += 1)
          walk(insideOf(compiled, index), [...turns, turn]);
      } else if (isAnswered(question.type)) {
        const value = run.answer(place);
        const flags = (['missing', 'violated'] as const).filter((flag) => status[flag]);
        if (value !== null && !status.relevant) found.push({ question, place, value, flags: ['hidden'] });
        else if (value !== null || flags.length > 0) found.push({ question, place, value, flags });
      } else if (question.type === 'calculate' && status.value !== null)
        found.push({ question, place, value: status.value, flags: [] });
    }
  };
  walk(rootsOf(compiled), []);
  return { answers: found, strange: strange.slice(0, MOST_STRANGE) };
}

const rootsOf = ({ nodes }: CompiledForm): readonly Node[] => nodes.filter(({ parent }) => parent === null);
const insideOf = ({ nodes }: CompiledForm, index: number): readonly Node[] =>
  nodes.filter(({ parent }) => parent === index);

/** The part of an object that these questions take; the rest is put aside, and never thrown away. */
function soundPart(
  value: unknown,
  nodes: readonly Node[],
  compiled: CompiledForm,
  strange: StrangeAnswer[],
  where: string,
): Answers {
  const put = (name: string, one: unknown, why: StrangeAnswer['why']): void => {
    if (strange.length < MOST_STRANGE)
      strange.push({ name: `${where}${name}`.slice(0, 200), text: shown(one), why });
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (value !== undefined) put('', value, 'wrong-value');
    return {};
  }
  // A group leaves no trace in the answers: what it holds stands beside it.
  const flat = (list: readonly Node[]): readonly Node[] =>
    list.flatMap((node) => (node.question.type === 'group' ? flat(insideOf(compiled, node.index)) : [node]));
  const here = new Map(flat(nodes).map((node) => [node.question.name, node]));
  const sound: Record<string, Value | readonly Answers[]> = {};
  for (const [name, one] of Object.entries(value)) {
    const node = here.get(name);
    if (node === undefined) put(name, one, 'unknown-question');
    else if (node.question.type === 'repeat') {
      const inner = insideOf(compiled, node.index);
      if (Array.isArray(one) && one.length <= limits.turns)
        sound[name] = one.map((turn, index) =>
          soundPart(turn, inner, compiled, strange, `${where}${name} ${index + 1}: `),
        );
      else put(name, one, 'wrong-value');
    } else if (isValueOf(node.question, one)) sound[name] = one;
    else put(name, one, 'wrong-value');
  }
  return sound;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
