import type { PlainAnswer } from '@leeward/domain/answers/events.ts';
import { type CompiledForm, isValueOf, type Node, type Value } from '@leeward/forms';

/*
 * Answers to one version of a form, taken over into another. A person starts it and looks at both lists: a machine can say
 * that an answer still fits, and not that the question still means the same.
 */

/** Why an answer stays with the version that it was given to. */
export type WhyNot =
  /** The question is not asked any more. */
  | 'gone'
  /** It is of another kind now. */
  | 'kind'
  /** What was chosen cannot be chosen any more. */
  | 'choice'
  /** It stands in another repeat. */
  | 'elsewhere'
  /** It was sealed for fewer people than would read it now. */
  | 'open'
  /** It is sealed, and whoever takes over cannot open it. */
  | 'sealed';

export type Carried = {
  /** What is filled in, by path, turns of repeats among it. */
  readonly fits: ReadonlyMap<string, PlainAnswer>;
  /** Answers among them of which the words that are asked have changed. */
  readonly reworded: ReadonlySet<string>;
  readonly rest: readonly {
    readonly path: string;
    readonly value: PlainAnswer | null;
    readonly why: WhyNot;
  }[];
};

/** What of the answers to one form fits another. `closed` are paths that this person cannot open. */
export function carryOver(
  from: CompiledForm,
  to: CompiledForm,
  answers: ReadonlyMap<string, PlainAnswer>,
  closed: readonly string[] = [],
): Carried {
  const fits = new Map<string, PlainAnswer>();
  const reworded = new Set<string>();
  const rest: { path: string; value: PlainAnswer | null; why: WhyNot }[] = closed.map((path) => ({
    path,
    value: null,
    why: 'sealed',
  }));
  for (const [path, value] of answers) {
    if (value === null) continue;
    const steps = path.split('/');
    const isTurn = steps.length % 2 === 0;
    const name = (isTurn ? steps.at(-2) : steps.at(-1)) ?? '';
    const [old, now] = [nodeOf(from, name), nodeOf(to, name)];
    if (isTurn) {
      // Turns come along where there is still such a repeat; what was in them is said question by question.
      const around = steps.slice(0, -1).filter((_, at) => at % 2 === 0);
      if (now?.question.type === 'repeat' && isSamePlace(to, now, around.slice(0, -1))) fits.set(path, value);
      continue;
    }
    const outcome = fitted(to, old, now, steps, value);
    if (typeof outcome === 'object' && 'why' in outcome) rest.push({ path, value, why: outcome.why });
    else {
      fits.set(path, outcome.value);
      if (old !== null && now !== null && isReworded(from, to, old, now)) reworded.add(path);
      // Of several choices those that are left fit, and the others stay beside.
      if (outcome.left.length > 0) rest.push({ path, value: outcome.left, why: 'choice' });
    }
  }
  return { fits, reworded, rest };
}

const nodeOf = ({ nodes, byName }: CompiledForm, name: string): Node | null =>
  nodes[byName.get(name) ?? -1] ?? null;

const isSamePlace = ({ nodes }: CompiledForm, node: Node, repeats: readonly string[]): boolean =>
  node.repeats.length === repeats.length &&
  node.repeats.every((repeat, depth) => nodes[repeat]?.question.name === repeats[depth]);

type Fitted = { readonly value: PlainAnswer; readonly left: readonly string[] } | { readonly why: WhyNot };

function fitted(
  to: CompiledForm,
  old: Node | null,
  now: Node | null,
  steps: readonly string[],
  value: PlainAnswer,
): Fitted {
  if (now === null) return { why: 'gone' };
  if (
    !isSamePlace(
      to,
      now,
      steps.slice(0, -1).filter((_, at) => at % 2 === 0),
    )
  )
    return { why: 'elsewhere' };
  const before = old?.audience ?? null;
  const isOpener =
    before !== null && (now.audience === null || !now.audience.every((team) => before.includes(team)));
  if (isOpener) return { why: 'open' };
  if ((old?.question.type === 'file') !== (now.question.type === 'file')) return { why: 'kind' };
  const as = asKindOf(now, value);
  if (as !== null && isValueOf(now.question, as)) return { value: as, left: [] };
  const { type, options = [] } = now.question;
  if (type === 'selectMany' && Array.isArray(as)) {
    const known = (as as readonly string[]).filter((one) => options.some((option) => option.value === one));
    const left = (as as readonly string[]).filter((one) => !known.includes(one));
    if (known.length > 0) return { value: known, left };
  }
  const choosesStill = (type === 'selectOne' || type === 'selectMany') && old?.question.options !== undefined;
  return { why: choosesStill ? 'choice' : 'kind' };
}

/** The value as the new kind writes it: one choice is a list of one, a number is a text where a text is asked. */
function asKindOf({ question }: Node, value: PlainAnswer): Value | null {
  if (typeof value === 'boolean' || value === null) return null;
  if (question.type === 'selectMany' && typeof value === 'string') return [value];
  if (question.type === 'selectOne' && typeof value === 'object' && value.length === 1)
    return value[0] ?? null;
  if ((question.type === 'text' || question.type === 'longText') && typeof value === 'number')
    return String(value);
  return value;
}

/** Whether the words that are asked, in the first language of the old form, are others now. */
function isReworded(from: CompiledForm, to: CompiledForm, old: Node, now: Node): boolean {
  const tags = from.form.languages.filter((tag) => to.form.languages.includes(tag));
  return tags.some((tag) => (old.question.label[tag] ?? '') !== (now.question.label[tag] ?? ''));
}
