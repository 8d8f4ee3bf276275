import type { ExpressionProblem } from './expression/parse.ts';

/** Where something is wrong: fields and places in lists, from the outside in; places count from 0. */
export type FormPath = readonly (string | number)[];

/** One thing that is wrong with a form. Screens have words for each code; `pathText` says where, without them. */
export type FormProblem = {
  readonly path: FormPath;
  /** The name of the question that it is about, where it has one. */
  readonly question: string | null;
  readonly code:
    | 'not-json'
    | 'too-large'
    | 'wrong-type'
    | 'missing'
    | 'unknown-field'
    | 'bad-name'
    | 'name-taken'
    | 'bad-language'
    | 'no-text'
    | 'too-long'
    | 'unknown-type'
    | 'not-for-this-type'
    | 'too-many'
    | 'too-deep'
    | 'option-taken'
    | 'expression'
    | 'unknown-question'
    | 'reaches-into-repeat'
    | 'cycle'
    /** Whether it is asked would say what a sealed answer is; or it is for more than what it stands in. */
    | 'gives-away';
  /** What the code speaks of: a name, a limit, a field. */
  readonly detail: string;
  /** Of `expression`: what is wrong in it. */
  readonly expression?: ExpressionProblem;
};

/** A path as a person counts: `questions 3 (asked_before), options 2, label`. */
export function pathText({ path, question }: Pick<FormProblem, 'path' | 'question'>): string {
  const words: string[] = [];
  for (const step of path) {
    if (typeof step === 'number') words[words.length - 1] = `${words.at(-1) ?? ''} ${step + 1}`.trim();
    else words.push(step);
  }
  const where = words.join(', ');
  return question === null ? where : `${where} (${question})`;
}
