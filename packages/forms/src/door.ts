/**
 * All that a door takes: read a form that was held against its hash, keep it evaluated while she answers, hand over what
 * may be sent. It is fetched only where an organisation has questions, and never before the first question of the door.
 */
export type { CompiledForm, Node } from './compile.ts';
export { isDate } from './dates.ts';
export type { Answers, Form, Option, Question, QuestionType, Texts, Value } from './form.ts';
export { limits } from './form.ts';
export { readForm } from './read.ts';
export { type Place, type Run, type Status, startRun } from './run.ts';
export { textIn } from './texts.ts';
