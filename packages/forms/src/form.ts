/*
 * What a form is. A form never changes: another wording, rule or order is another form with another hash, and what was
 * answered names the hash that it answers.
 */

/** A text in some languages, by tag. */
export type Texts = Readonly<Record<string, string>>;

/** How much harm an answer can do in the wrong hands: 0 public to 4 would endanger life (handbook 12). */
export type Sensitivity = 0 | 1 | 2 | 3 | 4;

/** Kinds that a person answers. */
export const answerTypes = [
  'text',
  'longText',
  'integer',
  'decimal',
  'yesNoUnsure',
  'selectOne',
  'selectMany',
  'date',
  'country',
  'language',
  /** A photo, a scan, a document. Only in files at the desk. */
  'file',
] as const;
export type AnswerType = (typeof answerTypes)[number];

/** All kinds: besides answers a note to read, a value that is worked out, a group, and a group that repeats. */
export const questionTypes = [...answerTypes, 'note', 'calculate', 'group', 'repeat'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** One thing to choose. */
export type Option = { readonly value: string; readonly label: Texts };

/** One question, note, worked-out value, group or repeat. `name` is unique in the form and never changes its meaning. */
export type Question = {
  readonly name: string;
  readonly type: QuestionType;
  readonly label: Texts;
  readonly hint?: Texts;
  /** She is asked again before she goes on, and can go on nevertheless: nothing may keep two lines from being sent. */
  readonly required?: true;
  readonly sensitivity?: Sensitivity;
  /** Roles that are shown the answer; everybody who reads the record, where it is missing. It hides, it does not seal. */
  readonly seenBy?: readonly string[];
  /** Teams (32 hex digits each) whose members alone can open the answer; of a group all that is in it. Only in files. */
  readonly sealedFor?: readonly string[];
  /** Asked only where this is true. Unknown counts as not true. */
  readonly relevant?: string;
  /** What an answer must be; `.` is the answer. Unknown counts as fulfilled. */
  readonly constraint?: string;
  readonly constraintMessage?: Texts;
  /** Of type `calculate`: what the value is. */
  readonly calculate?: string;
  /** Of `selectOne` and `selectMany`. */
  readonly options?: readonly Option[];
  /** Of `group` and `repeat`. */
  readonly questions?: readonly Question[];
};

/** A form as it is published. The first language is what others fall back to. */
export type Form = {
  readonly v: 1;
  readonly name: string;
  readonly languages: readonly string[];
  readonly title: Texts;
  readonly questions: readonly Question[];
};

/** What is answered to one question. An empty text or list is no answer, and is never kept. */
export type Value = string | number | readonly string[];
/** Answers by question name; a repeat has one object for each turn. Groups leave no trace. */
export type Answers = { readonly [name: string]: Value | readonly Answers[] };

/** The same on every side, so that what one end accepts the other can read. */
export const limits = {
  /** A form as text, in UTF-16 units. */
  form: 1024 * 1024,
  questions: 4000,
  options: 500,
  /** Teams that one answer is sealed for. */
  audience: 8,
  languages: 64,
  label: 2000,
  depth: 8,
  name: 64,
  expression: 2000,
  /** Names and operations of one expression. */
  tokens: 400,
  nesting: 32,
  turns: 100,
  text: 500,
  longText: 8000,
} as const;

/** Whether this kind holds other questions. */
export const holdsQuestions = (type: QuestionType): boolean => type === 'group' || type === 'repeat';

/** Whether this kind is answered by a person. */
export const isAnswered = (type: QuestionType): type is AnswerType =>
  (answerTypes as readonly string[]).includes(type);
