import fc from 'fast-check';
import type { CompiledForm } from '../compile.ts';
import type { Form, Question, Value } from '../form.ts';
import { readFormValue } from '../read.ts';

/** A form of these questions, in English. A question without a label is called by its name. */
export function formOf(...questions: readonly (Partial<Question> & Pick<Question, 'name' | 'type'>)[]): Form {
  return {
    v: 1,
    name: 'sample',
    languages: ['en', 'ar'],
    title: { en: 'Sample' },
    questions: questions.map((question) => ({ label: { en: question.name }, ...question })),
  };
}

/** The same, understood. Throws where it is no form. */
export function compiledOf(
  ...questions: readonly (Partial<Question> & Pick<Question, 'name' | 'type'>)[]
): CompiledForm {
  const read = readFormValue(formOf(...questions));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export const options = ['a', 'b', 'c'].map((value) => ({ value, label: { en: value } }));

/** Any form with rules that look back and forth, groups and repeats. */
export const anyForm: fc.Arbitrary<Form> = fc
  .array(
    fc.record({
      type: fc.constantFrom<Question['type']>(
        'text',
        'integer',
        'yesNoUnsure',
        'selectOne',
        'selectMany',
        'date',
        'calculate',
        'group',
        'repeat',
      ),
      refers: fc.nat({ max: 30 }),
      rule: fc.nat({ max: 6 }),
      required: fc.boolean(),
      inner: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => {
    const names: string[] = [];
    const ruleAbout = (name: string | undefined, rule: number): string | undefined => {
      if (name === undefined) return undefined;
      const about = `\${${name}}`;
      return [
        undefined,
        `${about} = 'yes'`,
        `not(${about} = '')`,
        `selected(${about}, 'a')`,
        `${about} > 2`,
        `coalesce(${about}, 1) = 1`,
        undefined,
      ][rule];
    };
    const make = (index: number, depth: number): { readonly question: Question; readonly next: number } => {
      const part = parts[index];
      if (part === undefined) throw new Error('no part');
      const name = `q${index}`;
      const earlier = names.length === 0 ? undefined : names[part.refers % names.length];
      const relevant = ruleAbout(earlier, part.rule);
      const base = { name, label: { en: name }, ...(relevant === undefined ? {} : { relevant }) };
      let next = index + 1;
      if ((part.type === 'group' || part.type === 'repeat') && depth < 2 && next < parts.length) {
        const inner: Question[] = [];
        const mark = names.length;
        for (let count = 0; count < part.inner && next < parts.length; count += 1) {
          const made = make(next, depth + 1);
          inner.push(made.question);
          next = made.next;
        }
        // From outside of a repeat nobody names what is in it, except to gather it.
        if (part.type === 'repeat') names.length = mark;
        return { question: { ...base, type: part.type, questions: inner }, next };
      }
      if (part.type === 'calculate') {
        const calculate =
          earlier === undefined ? '1 + 1' : `if(\${${earlier}} = '', 3, coalesce(\${${earlier}}, 0))`;
        names.push(name);
        return { question: { ...base, type: 'calculate', calculate }, next };
      }
      const type = part.type === 'group' || part.type === 'repeat' ? 'integer' : part.type;
      names.push(name);
      const chooses = type === 'selectOne' || type === 'selectMany';
      return {
        question: {
          ...base,
          type,
          ...(part.required ? { required: true as const } : {}),
          ...(part.rule === 6 && earlier !== undefined ? { constraint: `. != \${${earlier}}` } : {}),
          ...(chooses ? { options } : {}),
        },
        next,
      };
    };
    const questions: Question[] = [];
    for (let index = 0; index < parts.length; ) {
      const made = make(index, 0);
      questions.push(made.question);
      index = made.next;
    }
    return formOf(...questions);
  });

/** A value that a question of this kind may take. */
export function someValue(question: Question, seed: number): Value | null {
  const letter = ['a', 'b', 'c'][seed % 3] ?? 'a';
  if (seed % 7 === 0) return null;
  switch (question.type) {
    case 'text':
    case 'longText':
      return ['yes', 'a', '3', 'سلام'][seed % 4] ?? 'x';
    case 'integer':
      return (seed % 9) - 4;
    case 'decimal':
      return seed / 4;
    case 'yesNoUnsure':
      return (['yes', 'no', 'unsure'] as const)[seed % 3] ?? 'yes';
    case 'selectOne':
      return letter;
    case 'selectMany':
      return seed % 2 === 0 ? [letter] : ['a', 'b'];
    case 'date':
      return ['2021', '2021-03', '2021-21', '2021-03-14'][seed % 4] ?? '2021';
    default:
      return null;
  }
}
