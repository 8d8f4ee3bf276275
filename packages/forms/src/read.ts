import { type CompiledForm, compileForm } from './compile.ts';
import {
  type Form,
  holdsQuestions,
  isAnswered,
  limits,
  type Option,
  type Question,
  type QuestionType,
  questionTypes,
  type Texts,
} from './form.ts';
import type { FormPath, FormProblem } from './problems.ts';
import { err, type Result } from './result.ts';

/** How many problems are told at once: enough to work on, and a hostile form fills no memory with them. */
const MOST_PROBLEMS = 50;
const DEEPEST = 40;
const nameForm = /^[a-z][a-z0-9_]{0,63}$/;
const languageForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const roleForm = /^[a-z_]{1,40}$/;
const teamForm = /^[0-9a-f]{32}$/;

/** Reads a form, as strictly as it will be relied upon: all of it is right, or what is wrong is said with its place. */
export function readForm(text: string): Result<CompiledForm, readonly FormProblem[]> {
  const none: FormPath = [];
  if (text.length > limits.form) return err([problem('too-large', none, null, String(limits.form))]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err([problem('not-json', none, null, '')]);
  }
  if (depthOf(json) > DEEPEST) return err([problem('too-deep', none, null, String(limits.depth))]);
  return readFormValue(json);
}

/** The same for what was parsed already, as a builder's own form is. */
export function readFormValue(json: unknown): Result<CompiledForm, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const form = formIn(json, problems);
  if (form === null || problems.length > 0) return err(problems.slice(0, MOST_PROBLEMS));
  const compiled = compileForm(form);
  return compiled.ok ? compiled : err(compiled.error.slice(0, MOST_PROBLEMS));
}

function problem(
  code: FormProblem['code'],
  path: FormPath,
  question: string | null,
  detail: string,
): FormProblem {
  return { code, path, question, detail };
}

type Fields = Readonly<Record<string, unknown>>;
/** What reading passes along: where it collects problems, and what is known of the form so far. */
type Reading = {
  readonly problems: FormProblem[];
  readonly languages: readonly string[];
  readonly names: Set<string>;
};

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return depth;
  let deepest = depth;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, depth + 1));
  return deepest;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function formIn(json: unknown, problems: FormProblem[]): Form | null {
  const say = (code: FormProblem['code'], path: FormPath, detail = ''): null => {
    problems.push(problem(code, path, null, detail));
    return null;
  };
  if (!isFields(json)) return say('wrong-type', [], 'object');
  for (const field of Object.keys(json))
    if (!['v', 'name', 'languages', 'title', 'questions'].includes(field))
      say('unknown-field', [field], field);
  const { v, name, languages, title, questions } = json;
  if (v !== 1) return say('wrong-type', ['v'], '1');
  if (typeof name !== 'string' || !nameForm.test(name))
    return say('bad-name', ['name'], String(name).slice(0, 80));
  if (!Array.isArray(languages) || languages.length === 0) return say('missing', ['languages'], 'languages');
  if (languages.length > limits.languages) return say('too-many', ['languages'], String(limits.languages));
  const tags = languages.filter((tag): tag is string => typeof tag === 'string' && languageForm.test(tag));
  if (tags.length !== languages.length || new Set(tags).size !== tags.length)
    return say('bad-language', ['languages'], '');
  const reading: Reading = { problems, languages: tags, names: new Set() };
  const titles = textsIn(title, ['title'], null, reading, true);
  const list = questionsIn(questions, ['questions'], 0, reading);
  return { v: 1, name, languages: tags, title: titles, questions: list };
}

function questionsIn(
  value: unknown,
  path: FormPath,
  depth: number,
  reading: Reading,
  /** The group or repeat that they stand in. */
  within: string | null = null,
): readonly Question[] {
  const { problems } = reading;
  if (!Array.isArray(value)) {
    problems.push(problem('wrong-type', path, within, 'list'));
    return [];
  }
  if (depth > limits.depth) {
    problems.push(problem('too-deep', path, within, String(limits.depth)));
    return [];
  }
  if (value.length === 0) problems.push(problem('missing', path, within, 'questions'));
  const found: Question[] = [];
  for (const [index, one] of value.entries()) {
    if (reading.names.size >= limits.questions) {
      problems.push(problem('too-many', path, null, String(limits.questions)));
      break;
    }
    const question = questionIn(one, [...path, index], depth, reading);
    if (question !== null) found.push(question);
  }
  return found;
}

/** Which fields a kind may have, besides name, type and label. */
function fieldsOf(type: QuestionType): readonly string[] {
  const all = ['name', 'type', 'label', 'hint', 'relevant', 'sensitivity', 'seenBy', 'sealedFor'];
  if (type === 'note') return ['name', 'type', 'label', 'hint', 'relevant'];
  if (type === 'calculate')
    return ['name', 'type', 'label', 'relevant', 'calculate', 'sensitivity', 'seenBy'];
  if (holdsQuestions(type)) return [...all, 'questions', ...(type === 'repeat' ? ['required'] : [])];
  const asked = [...all, 'required', 'constraint', 'constraintMessage'];
  return type === 'selectOne' || type === 'selectMany' ? [...asked, 'options'] : asked;
}

function questionIn(value: unknown, path: FormPath, depth: number, reading: Reading): Question | null {
  const { problems } = reading;
  const known = isFields(value) && typeof value['name'] === 'string' ? value['name'].slice(0, 80) : null;
  const say = (code: FormProblem['code'], field: FormPath, detail = ''): null => {
    problems.push(problem(code, [...path, ...field], known, detail));
    return null;
  };
  if (!isFields(value)) return say('wrong-type', [], 'object');
  const { name, type, required, sensitivity, seenBy, sealedFor, options, questions } = value;
  if (typeof name !== 'string' || !nameForm.test(name)) return say('bad-name', ['name'], known ?? '');
  if (reading.names.has(name)) return say('name-taken', ['name'], name);
  reading.names.add(name);
  const kind = questionTypes.find((one) => one === type);
  if (kind === undefined) return say('unknown-type', ['type'], String(type).slice(0, 80));
  const mine = fieldsOf(kind);
  for (const field of Object.keys(value))
    if (!mine.includes(field))
      say(isKnownField(field) ? 'not-for-this-type' : 'unknown-field', [field], field.slice(0, 80));
  const needsLabel = isAnswered(kind) || kind === 'note';
  const text = (field: string): string | undefined => {
    const expression = value[field];
    if (expression === undefined) return undefined;
    if (typeof expression === 'string' && expression.trim() !== '') return expression;
    say('wrong-type', [field], 'text');
    return undefined;
  };
  const texts = (field: string): Texts | undefined =>
    value[field] === undefined ? undefined : textsIn(value[field], [...path, field], name, reading, false);
  if (required !== undefined && required !== true) say('wrong-type', ['required'], 'true');
  if (sensitivity !== undefined && ![0, 1, 2, 3, 4].includes(sensitivity as number))
    say('wrong-type', ['sensitivity'], '0-4');
  const isRoles =
    Array.isArray(seenBy) && seenBy.length <= 32 && seenBy.every((role) => roleForm.test(String(role)));
  if (seenBy !== undefined && !isRoles) say('wrong-type', ['seenBy'], 'list');
  const isAudience =
    Array.isArray(sealedFor) &&
    sealedFor.length > 0 &&
    sealedFor.length <= limits.audience &&
    new Set(sealedFor).size === sealedFor.length &&
    sealedFor.every((team) => teamForm.test(String(team)));
  if (sealedFor !== undefined && !isAudience) say('wrong-type', ['sealedFor'], 'list');
  if (kind === 'calculate' && value['calculate'] === undefined) say('missing', ['calculate'], 'calculate');
  const chooses = kind === 'selectOne' || kind === 'selectMany';
  return withoutGaps<Question>({
    name,
    type: kind,
    label:
      value['label'] === undefined && !needsLabel
        ? {}
        : textsIn(value['label'], [...path, 'label'], name, reading, needsLabel),
    hint: texts('hint'),
    required: required === true ? true : undefined,
    sensitivity: sensitivity as Question['sensitivity'],
    seenBy: isRoles ? (seenBy as readonly string[]) : undefined,
    sealedFor: isAudience ? (sealedFor as readonly string[]) : undefined,
    relevant: text('relevant'),
    constraint: text('constraint'),
    constraintMessage: texts('constraintMessage'),
    calculate: text('calculate'),
    options: chooses ? optionsIn(options, [...path, 'options'], name, reading) : undefined,
    questions: holdsQuestions(kind)
      ? questionsIn(questions, [...path, 'questions'], depth + 1, reading, name)
      : undefined,
  });
}

const isKnownField = (field: string): boolean =>
  [
    'required',
    'constraint',
    'constraintMessage',
    'calculate',
    'options',
    'questions',
    'hint',
    'sensitivity',
    'seenBy',
    'sealedFor',
  ].includes(field);

function optionsIn(value: unknown, path: FormPath, question: string, reading: Reading): readonly Option[] {
  const say = (code: FormProblem['code'], at: FormPath, detail = ''): void => {
    reading.problems.push(problem(code, at, question, detail));
  };
  if (!Array.isArray(value) || value.length === 0) {
    say('missing', path, 'options');
    return [];
  }
  if (value.length > limits.options) {
    say('too-many', path, String(limits.options));
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((one: unknown, index): readonly Option[] => {
    const at = [...path, index];
    if (!isFields(one) || Object.keys(one).some((field) => field !== 'value' && field !== 'label')) {
      say('wrong-type', at, 'value, label');
      return [];
    }
    const { value: chosen, label } = one;
    if (typeof chosen !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(chosen)) {
      say('bad-name', [...at, 'value'], String(chosen).slice(0, 80));
      return [];
    }
    if (seen.has(chosen)) say('option-taken', [...at, 'value'], chosen);
    seen.add(chosen);
    return [{ value: chosen, label: textsIn(label, [...at, 'label'], question, reading, true) }];
  });
}

function textsIn(
  value: unknown,
  path: FormPath,
  question: string | null,
  reading: Reading,
  isNeeded: boolean,
): Texts {
  const say = (code: FormProblem['code'], at: FormPath, detail = ''): void => {
    reading.problems.push(problem(code, at, question, detail));
  };
  if (!isFields(value)) {
    say(value === undefined ? 'missing' : 'wrong-type', path, 'texts');
    return {};
  }
  const texts: Record<string, string> = {};
  for (const [tag, text] of Object.entries(value)) {
    // A language that the form does not name would be shown to nobody.
    if (!reading.languages.includes(tag)) say('bad-language', [...path, tag.slice(0, 40)], tag.slice(0, 40));
    else if (typeof text !== 'string') say('wrong-type', [...path, tag], 'text');
    else if (text.length > limits.label) say('too-long', [...path, tag], String(limits.label));
    else texts[tag] = text;
  }
  const [first = ''] = reading.languages;
  if (isNeeded && (texts[first] ?? '').trim() === '') say('no-text', [...path, first], first);
  return texts;
}

function withoutGaps<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
