import { defineItems, type ItemEvent, type ItemKind } from '../shared/items.ts';
import { replaced } from '../shared/references.ts';
import { hash32, id16, listOf, object, recordOf, type Shape, text } from '../shared/shape.ts';

/*
 * Answers to an organisation's own questions (packages/forms): one thing for each time that a form is filled in. Each
 * answer is a field of its own, so that two people fill in one form together, and what they wrote apart stays.
 */

/** What one answer is; true says that a turn of a repeat is there, null that something was taken back. */
export type AnswerValue = string | number | boolean | readonly string[] | null;

/** The form, by the hash under which it is kept for ever: answers are read under the words that were asked. */
export const formField = '@form';
/** Whom or what they are about: `case`, or a kind and an id such as `person:` and 32 digits. */
export const aboutField = '@about';

/** By path: see `tree.ts`. */
export type AnswersValues = { readonly [path: string]: AnswerValue };

const step = '[a-z][a-z0-9_]{0,63}';
const pathForm = new RegExp(`^(?:${step}/[0-9a-f]{8}(?:/|$)){0,8}(?:${step})?$`);
const aboutForm = /^(?:case|[a-z]{1,20}:[0-9a-f]{32})$/;

/** Whether a text names a place in a form: `question`, `repeat/0a1b2c3d/question`, or a turn, `repeat/0a1b2c3d`. */
export const isPath = (path: string): boolean => path !== '' && !path.endsWith('/') && pathForm.test(path);

/** How many answers one event may hold: with what they replace they must fit one sealed entry. */
export const answersAtOnce = 150;
/** How many answers one filled-in form may hold. */
export const mostAnswers = 20_000;

const wrong = (path: string) => ({ ok: false, error: { problem: 'wrong', path } }) as const;

const pathShape: Shape<string> = (json, path) =>
  typeof json === 'string' && (json === formField || json === aboutField || isPath(json))
    ? { ok: true, value: json }
    : wrong(path);

const one: Shape<AnswerValue> = (json, path) => {
  if (json === true || json === null) return { ok: true, value: json };
  if (typeof json === 'number') return Number.isFinite(json) ? { ok: true, value: json } : wrong(path);
  return Array.isArray(json) ? listOf(text(100), 500)(json, path) : text(8000)(json, path);
};

const values: Shape<AnswersValues> = (json, path) => {
  const read = recordOf(pathShape, one, answersAtOnce + 2)(json, path);
  if (!read.ok) return read;
  const form = read.value[formField];
  const about = read.value[aboutField];
  if (form !== undefined && !hash32(form, path).ok) return wrong(`${path}.${formField}`);
  if (about !== undefined && (typeof about !== 'string' || !aboutForm.test(about)))
    return wrong(`${path}.${aboutField}`);
  return read;
};

const base = defineItems<'Answers', AnswersValues>({
  noun: 'Answers',
  needed: [formField, aboutField],
  limit: 500,
  fields: {},
});

export const answersItems: ItemKind<'Answers', AnswersValues> = {
  ...base,
  shapes: {
    ...base.shapes,
    AnswersKept: {
      v: 1,
      fields: object({
        id: id16,
        set: values,
        replaces: recordOf(pathShape, replaced, answersAtOnce + 2),
      }),
    },
  },
};

export type AnswersEvent = ItemEvent<'Answers', AnswersValues>;
