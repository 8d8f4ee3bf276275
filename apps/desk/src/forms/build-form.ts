import {
  type Form,
  holdsQuestions,
  isAnswered,
  type Question,
  type QuestionType,
  questionTypes,
  type Sensitivity,
  type Texts,
} from '@leeward/forms';
import { type Checks, checksIn, checksText, noChecks } from './checks.ts';
import { always, type Conditions, conditionsIn, conditionsText, type KindOf } from './conditions.ts';
import { type Work, workIn, workText } from './works.ts';

/*
 * A form while an administrator builds it: what she chooses and types, kept as a draft. Names, option values and rules
 * are made from it; she sees texts.
 */

/** Kinds that can be added, in the order in which they are offered. */
export const builtTypes: readonly QuestionType[] = questionTypes;

export type BuiltOption = { readonly value: string; readonly label: Texts };

export type BuiltQuestion = {
  /** Never changed once it is given: answers name it. */
  readonly name: string;
  readonly type: QuestionType;
  readonly label: Texts;
  readonly hint: Texts;
  readonly required: boolean;
  readonly sensitivity: Sensitivity | null;
  /** Teams that alone can open the answer; empty for everybody who reads the file. */
  readonly sealedFor: readonly string[];
  /** Roles that are shown the answer: of forms that were made before answers were sealed. */
  readonly seenBy: readonly string[] | null;
  readonly options: readonly BuiltOption[];
  readonly when: Conditions;
  /** A rule as an expression, for those who know how; it counts before `when`. */
  readonly expression: string;
  readonly checks: Checks;
  /** The same for what an answer must be. */
  readonly checkExpression: string;
  readonly checkMessage: Texts;
  readonly work: Work | null;
  /** The same for how a value is worked out. */
  readonly workExpression: string;
  /** Of a group or a repeat. */
  readonly inner: readonly BuiltQuestion[];
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

/** All questions, those in groups too, in the order in which they are asked. */
export const allOf = (questions: readonly BuiltQuestion[]): readonly BuiltQuestion[] =>
  questions.flatMap((question) => [question, ...allOf(question.inner)]);

/** A new question under a name that no question of the form has. */
export function newQuestion(form: Pick<BuiltForm, 'questions'>, type: QuestionType): BuiltQuestion {
  const chooses = type === 'selectOne' || type === 'selectMany';
  const first = newOption([]);
  return {
    name: freeName(form.questions),
    type,
    label: {},
    hint: {},
    required: false,
    sensitivity: null,
    sealedFor: [],
    seenBy: null,
    options: chooses ? [first, newOption([first])] : [],
    when: always,
    expression: '',
    checks: noChecks,
    checkExpression: '',
    checkMessage: {},
    work: null,
    workExpression: '',
    inner: [],
  };
}

/** A name that no question has. */
export function freeName(questions: readonly BuiltQuestion[], besides: readonly string[] = []): string {
  const all = allOf(questions);
  const taken = new Set([...all.map(({ name }) => name), ...besides]);
  let number = all.length + besides.length + 1;
  while (taken.has(`question_${number}`)) number += 1;
  return `question_${number}`;
}

/** A new option under a value that no other has. Values are never used again: answers name them. */
export function newOption(options: readonly BuiltOption[]): BuiltOption {
  const highest = Math.max(0, ...options.map(({ value }) => Number(/^option_(\d+)$/.exec(value)?.[1] ?? 0)));
  return { value: `option_${highest + 1}`, label: {} };
}

/** What rules must know of the questions that they name. */
export function kindsOf(questions: readonly BuiltQuestion[]): KindOf {
  const types = new Map(allOf(questions).map(({ name, type }) => [name, type]));
  return (name) => {
    const type = types.get(name);
    if (type === undefined) return null;
    const isNumber = ['integer', 'decimal', 'calculate', 'repeat'].includes(type);
    return { isNumber, isMany: type === 'selectMany' };
  };
}

/** The rules of one question as they are published: what was typed, or else what was chosen. */
export const rulesOf = (question: BuiltQuestion, kindOf: KindOf) => ({
  relevant: question.expression.trim() || conditionsText(question.when, kindOf),
  constraint: question.checkExpression.trim() || checksText(question.type, question.checks),
  calculate: question.workExpression.trim() || workText(question.work),
});

/** The form as it is published: only what was filled in, in the languages that were chosen. */
export function formFrom(built: BuiltForm): Form {
  const only = (texts: Texts): Texts =>
    Object.fromEntries(
      built.languages.flatMap((tag) => {
        const text = (Object.hasOwn(texts, tag) ? (texts[tag] ?? '') : '').trim();
        return text === '' ? [] : [[tag, text]];
      }),
    );
  const some = (texts: Texts): Texts | null => {
    const left = only(texts);
    return Object.keys(left).length === 0 ? null : left;
  };
  const kindOf = kindsOf(built.questions);
  const questionFrom = (question: BuiltQuestion): Question => {
    const { name, type, label, required, sensitivity, options, sealedFor, seenBy } = question;
    const { relevant, constraint, calculate } = rulesOf(question, kindOf);
    const asks = isAnswered(type);
    const hints = type === 'calculate' ? null : some(question.hint);
    const message = some(question.checkMessage);
    const holds = type !== 'note';
    return {
      name,
      type,
      label: only(label),
      ...(hints === null ? {} : { hint: hints }),
      ...(required && (asks || type === 'repeat') ? { required: true as const } : {}),
      ...(sensitivity === null || !holds ? {} : { sensitivity }),
      ...(seenBy === null || !holds ? {} : { seenBy }),
      ...(sealedFor.length === 0 || !holds ? {} : { sealedFor }),
      ...(relevant === '' ? {} : { relevant }),
      ...(constraint === '' || !asks ? {} : { constraint }),
      ...(message === null || !asks ? {} : { constraintMessage: message }),
      ...(type === 'calculate' && calculate !== '' ? { calculate } : {}),
      ...(type === 'selectOne' || type === 'selectMany'
        ? { options: options.map(({ value, label: texts }) => ({ value, label: only(texts) })) }
        : {}),
      ...(holdsQuestions(type) ? { questions: question.inner.map(questionFrom) } : {}),
    };
  };
  return {
    v: 1,
    name: built.name,
    languages: built.languages,
    title: only(built.title),
    questions: built.questions.map(questionFrom),
  };
}

/** A published form as it can be changed on: rules that menus can say are choices again, others stand as expressions. */
export function builtFrom(form: Form, base = ''): BuiltForm {
  const rough = form.questions.map(builtQuestion);
  const kindOf = kindsOf(rough);
  // Choices only where they would be written as the very same rule.
  const exact = (question: BuiltQuestion, published: Question): BuiltQuestion => {
    const { relevant = '', constraint = '', calculate = '' } = published;
    const when = conditionsIn(relevant);
    const checks = checksIn(published.type, constraint);
    const work = workIn(calculate);
    const isWhen = when !== null && conditionsText(when, kindOf) === relevant;
    const isChecks = checks !== null && checksText(published.type, checks) === constraint;
    const isWork = workText(work) === calculate;
    return {
      ...question,
      when: isWhen ? when : always,
      expression: isWhen ? '' : relevant,
      checks: isChecks ? checks : noChecks,
      checkExpression: isChecks ? '' : constraint,
      work: isWork ? work : null,
      workExpression: isWork ? '' : calculate,
      inner: question.inner.map((one, index) => exact(one, published.questions?.[index] ?? published)),
    };
  };
  return {
    base,
    name: form.name,
    languages: form.languages,
    title: form.title,
    questions: rough.map((one, index) => exact(one, form.questions[index] as Question)),
  };
}

function builtQuestion(question: Question): BuiltQuestion {
  const { name, type, label, hint = {}, required, sensitivity, options = [], questions = [] } = question;
  return {
    name,
    type,
    label,
    hint,
    required: required === true,
    sensitivity: sensitivity ?? null,
    sealedFor: question.sealedFor ?? [],
    seenBy: question.seenBy ?? null,
    options,
    when: always,
    expression: '',
    checks: noChecks,
    checkExpression: '',
    checkMessage: question.constraintMessage ?? {},
    work: null,
    workExpression: '',
    inner: questions.map(builtQuestion),
  };
}

/** A draft of an earlier Leeward, in which one rule was chosen and groups could not be changed. */
export function fromOlderDraft(form: BuiltForm): BuiltForm {
  type Older = Partial<BuiltQuestion> & {
    readonly rule?: Conditions['rules'][number] | null;
    readonly kept?: Question | null;
  };
  const isOlder = form.questions.some((one) => (one as Partial<BuiltQuestion>).inner === undefined);
  if (!isOlder) return form;
  const questions = form.questions.map((one): BuiltQuestion => {
    const { rule, kept, ...rest } = one as Older;
    if (kept != null) return builtFrom({ v: 1, ...form, questions: [kept] }).questions[0] ?? one;
    const fresh = newQuestion({ questions: [] }, one.type);
    return { ...fresh, ...rest, when: rule == null ? always : { join: 'and', rules: [rule] } };
  });
  return { ...form, questions };
}
