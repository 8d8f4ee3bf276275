import type { EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent, type ItemKind } from '../shared/items.ts';
import { replaced } from '../shared/references.ts';
import { hash32, id16, isObject, listOf, object, recordOf, type Shape, text } from '../shared/shape.ts';

/*
 * Answers to an organisation's own questions (packages/forms): one thing for each time that a form is filled in. Each
 * answer is a field of its own, so that two people fill in one form together, and what they wrote apart stays.
 */

/** What one answer is; true says that a turn of a repeat is there, null that something was taken back. */
export type PlainAnswer = string | number | boolean | readonly string[] | null;

/** Answers in a box that only members of these teams can open (docs/protocol.md, 10.10). */
export type SealedBox = {
  /** Ids of teams. */
  readonly for: readonly string[];
  /** The box, in base64url. */
  readonly sealed: string;
};

/** An answer as a case holds it: in the open for whoever reads the case, or in a box. */
export type AnswerValue = PlainAnswer | SealedBox;

/** Whether an answer lies in a box. */
export const isBoxed = (value: unknown): value is SealedBox =>
  typeof value === 'object' && value !== null && 'sealed' in value;

/** The form, by the hash under which it is kept for ever: answers are read under the words that were asked. */
export const formField = '@form';
/** Whom or what they are about: `case`, or a kind and an id such as `person:` and 32 digits. */
export const aboutField = '@about';

/** The sheet of an earlier version of which answers were taken over. */
export const fromField = '@from';

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
  typeof json === 'string' &&
  (json === formField || json === aboutField || json === fromField || isPath(json))
    ? { ok: true, value: json }
    : wrong(path);

const one: Shape<PlainAnswer> = (json, path) => {
  if (json === true || json === null) return { ok: true, value: json };
  if (typeof json === 'number') return Number.isFinite(json) ? { ok: true, value: json } : wrong(path);
  return Array.isArray(json) ? listOf(text(100), 500)(json, path) : text(8000)(json, path);
};

/** `{box: 1}`: the answer lies in the second box of its event. */
type InBox = { readonly box: number };
const isInBox = (value: unknown): value is InBox =>
  typeof value === 'object' && value !== null && 'box' in value;

const oneOrInBox: Shape<PlainAnswer | InBox> = (json, path) => {
  if (!isObject(json)) return one(json, path);
  const { box } = json;
  const isPlace = typeof box === 'number' && Number.isInteger(box) && box >= 0 && box < mostBoxes;
  return isPlace && Object.keys(json).length === 1 ? { ok: true, value: { box } } : wrong(path);
};

function valuesOf<Value>(shape: Shape<Value>): Shape<{ readonly [path: string]: Value }> {
  return (json, path) => {
    const read = recordOf(pathShape, shape, answersAtOnce + 3)(json, path);
    if (!read.ok) return read;
    const form = read.value[formField];
    const about = read.value[aboutField];
    const from = read.value[fromField];
    if (from !== undefined && !id16(from, path).ok) return wrong(`${path}.${fromField}`);
    if (form !== undefined && !hash32(form, path).ok) return wrong(`${path}.${formField}`);
    if (about !== undefined && (typeof about !== 'string' || !aboutForm.test(about)))
      return wrong(`${path}.${aboutField}`);
    return read;
  };
}

/** One box for each set of teams among whom the answers of one event are divided. */
export const mostBoxes = 16;

const base64: Shape<string> = (json, path) => {
  const read = text(180_000)(json, path);
  return read.ok && !/^[A-Za-z0-9_-]+$/.test(read.value) ? wrong(path) : read;
};
const boxShape: Shape<SealedBox> = object({ for: listOf(id16, 8), sealed: base64 });
const replacedPaths = recordOf(pathShape, replaced, answersAtOnce + 3);

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
        set: valuesOf(one),
        replaces: replacedPaths,
      }),
    },
  },
};

/** Answers of which some lie in boxes. It is made when an edit is written, and never by a screen. */
export type AnswersSealed = {
  readonly type: 'AnswersSealed';
  readonly v: 1;
  readonly id: string;
  readonly set: { readonly [path: string]: PlainAnswer | InBox };
  readonly replaces: { readonly [path: string]: readonly EventRef[] };
  readonly boxes: readonly SealedBox[];
};

export type AnswersItemEvent = ItemEvent<'Answers', AnswersValues>;
export type AnswersEvent = AnswersItemEvent | AnswersSealed;

export const answersShapes: EventShapes<AnswersEvent> = {
  ...answersItems.shapes,
  AnswersSealed: {
    v: 1,
    fields: object({
      id: id16,
      set: valuesOf(oneOrInBox),
      replaces: replacedPaths,
      boxes: listOf(boxShape, mostBoxes),
    }),
  },
};

/** The same edit with each box in the place of the answers in it; null where one is named that is not there. */
export function withBoxes({ id, set, replaces, boxes }: AnswersSealed): AnswersItemEvent | null {
  const values: { [path: string]: AnswerValue } = {};
  for (const [path, value] of Object.entries(set)) {
    const found = isInBox(value) ? boxes[value.box] : value;
    if (found === undefined) return null;
    values[path] = found;
  }
  return { type: 'AnswersKept', v: 1, id, set: values, replaces };
}
