import {
  type AnswerType,
  answerTypes,
  type Form,
  holdsQuestions,
  isAnswered,
  parseExpression,
  type Question,
  type Sensitivity,
  type Texts,
  type Tree,
} from '@leeward/forms';

/*
 * A form while an administrator builds it: what she chooses and types, kept as a draft. Names, option values and rules
 * are made from it; she sees texts.
 */

/** Kinds that can be added here. */
export const builtTypes = [...answerTypes, 'note'] as const;
export type BuiltType = AnswerType | 'note';

export type BuiltOption = { readonly value: string; readonly label: Texts };

/** When a question is asked, as it is chosen: after an answer to an earlier question. */
export type Rule = {
  readonly question: string;
  readonly test: 'is' | 'isNot' | 'answered';
  /** Empty for `answered`. */
  readonly value: string;
};

export type BuiltQuestion = {
  readonly name: string;
  readonly type: BuiltType;
  readonly label: Texts;
  readonly hint: Texts;
  readonly required: boolean;
  readonly sensitivity: Sensitivity | null;
  readonly options: readonly BuiltOption[];
  readonly rule: Rule | null;
  /** A rule as an expression, for those who know how; it counts before `rule`. */
  readonly expression: string;
  /** Groups, repeats, worked-out values and constraints of a form made elsewhere: kept as they are. */
  readonly kept: Question | null;
};

export type BuiltForm = {
  /** The hash of the form that it began with; empty for a new one. */
  readonly base: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly title: Texts;
  readonly questions: readonly BuiltQuestion[];
};

export const emptyForm: BuiltForm = {
  base: '',
  name: 'door_questions',
  languages: [],
  title: {},
  questions: [],
};

/** A new question under a name that no question of the form has. */
export function newQuestion(form: BuiltForm, type: BuiltType): BuiltQuestion {
  const taken = new Set(
    form.questions.flatMap(({ name, kept }) => [name, ...namesOf(kept?.questions ?? [])]),
  );
  let number = form.questions.length + 1;
  while (taken.has(`question_${number}`)) number += 1;
  const chooses = type === 'selectOne' || type === 'selectMany';
  return {
    name: `question_${number}`,
    type,
    label: {},
    hint: {},
    required: false,
    sensitivity: null,
    options: chooses ? [newOption([]), newOption([newOption([])])] : [],
    rule: null,
    expression: '',
    kept: null,
  };
}

const namesOf = (questions: readonly Question[]): readonly string[] =>
  questions.flatMap(({ name, questions: inner }) => [name, ...namesOf(inner ?? [])]);

/** A new option under a value that no other has. Values are never used again: answers name them. */
export function newOption(options: readonly BuiltOption[]): BuiltOption {
  const highest = Math.max(0, ...options.map(({ value }) => Number(/^option_(\d+)$/.exec(value)?.[1] ?? 0)));
  return { value: `option_${highest + 1}`, label: {} };
}

/** The form as it is published: only what was filled in, in the languages that were chosen. */
export function formFrom(built: BuiltForm): Form {
  const only = (texts: Texts): Texts =>
    Object.fromEntries(
      built.languages.flatMap((tag) => {
        const text = (Object.hasOwn(texts, tag) ? (texts[tag] ?? '') : '').trim();
        return text === '' ? [] : [[tag, text]];
      }),
    );
  const byName = new Map(built.questions.map((question) => [question.name, question]));
  return {
    v: 1,
    name: built.name,
    languages: built.languages,
    title: only(built.title),
    questions: built.questions.map((question): Question => {
      if (question.kept !== null) return question.kept;
      const { name, type, label, hint, required, sensitivity, options } = question;
      const relevant = question.expression.trim() || expressionFrom(question.rule, byName);
      const hints = only(hint);
      const chooses = type === 'selectOne' || type === 'selectMany';
      return {
        name,
        type,
        label: only(label),
        ...(Object.keys(hints).length === 0 ? {} : { hint: hints }),
        ...(required && type !== 'note' ? { required: true as const } : {}),
        ...(sensitivity === null || type === 'note' ? {} : { sensitivity }),
        ...(relevant === '' ? {} : { relevant }),
        ...(chooses
          ? { options: options.map(({ value, label: texts }) => ({ value, label: only(texts) })) }
          : {}),
      };
    }),
  };
}

function expressionFrom(rule: Rule | null, byName: ReadonlyMap<string, BuiltQuestion>): string {
  const about = rule === null ? undefined : byName.get(rule.question);
  if (rule === null || about === undefined) return '';
  const named = `\${${rule.question}}`;
  if (rule.test === 'answered') return `${named} != ''`;
  const value = about.type === 'integer' || about.type === 'decimal' ? rule.value : `'${rule.value}'`;
  if (about.type === 'selectMany') {
    const chosen = `selected(${named}, ${value})`;
    return rule.test === 'is' ? chosen : `not(${chosen})`;
  }
  return `${named} ${rule.test === 'is' ? '=' : '!='} ${value}`;
}

/** A published form as it can be changed on: rules that were chosen are choices again, others stand as expressions. */
export function builtFrom(form: Form, base = ''): BuiltForm {
  return {
    base,
    name: form.name,
    languages: form.languages,
    title: form.title,
    questions: form.questions.map((question): BuiltQuestion => {
      const { name, type, label, hint = {}, required, sensitivity, options = [], relevant = '' } = question;
      const rule = ruleIn(relevant);
      const isPlain =
        !holdsQuestions(type) &&
        (isAnswered(type) || type === 'note') &&
        question.constraint === undefined &&
        question.seenBy === undefined;
      return {
        name,
        type: isAnswered(type) ? type : 'note',
        label,
        hint,
        required: required === true,
        sensitivity: sensitivity ?? null,
        options,
        rule,
        expression: rule === null ? relevant : '',
        kept: isPlain ? null : question,
      };
    }),
  };
}

function ruleIn(relevant: string): Rule | null {
  const read = relevant === '' ? null : parseExpression(relevant);
  return read?.ok === true ? ruleFrom(read.value, 'is') : null;
}

function ruleFrom(tree: Tree, test: 'is' | 'isNot'): Rule | null {
  if (tree.kind === 'not') return test === 'is' ? ruleFrom(tree.of, 'isNot') : null;
  if (tree.kind === 'call' && tree.call === 'selected') return ruleOf(tree.of[0], tree.of[1], test);
  if (tree.kind !== 'both' || test !== 'is') return null;
  if (tree.op === '=') return ruleOf(tree.left, tree.right, 'is');
  if (tree.op !== '!=') return null;
  const isEmpty = tree.right.kind === 'literal' && tree.right.value === '';
  return ruleOf(tree.left, tree.right, isEmpty ? 'answered' : 'isNot');
}

function ruleOf(left: Tree | undefined, right: Tree | undefined, test: Rule['test']): Rule | null {
  if (left?.kind !== 'name' || right?.kind !== 'literal' || typeof right.value === 'boolean') return null;
  if (right.value === '' && test !== 'answered') return null;
  return { question: left.name, test, value: String(right.value) };
}

/** The list with one entry moved by one place. */
export function moved<Entry>(list: readonly Entry[], from: number, by: -1 | 1): readonly Entry[] {
  const to = from + by;
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}
