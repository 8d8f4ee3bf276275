import type { Context, EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { edit, type Field } from '../shared/field.ts';
import { replaced } from '../shared/references.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { flag, hash32, object, sizes, textOrEmpty } from '../shared/shape.ts';

/*
 * What a file shows, said in words by whoever has seen it, so that nobody else sees it unwarned (handbook 2). Two who
 * judge apart both stand, and the warning stays with them.
 */

export type FileMarkEvent = {
  readonly type: 'FileMarked';
  readonly v: 1;
  readonly blob: string;
  readonly graphic: boolean;
  readonly shows: string;
  readonly replaces: readonly EventRef[];
};

export const fileMarkShapes: EventShapes<FileMarkEvent> = {
  FileMarked: {
    v: 1,
    fields: object({
      blob: hash32,
      graphic: flag,
      shows: textOrEmpty(sizes.line),
      replaces: replaced,
    }),
  },
};

export type FileMark = { readonly graphic: boolean; readonly shows: string };
/** By file. */
export type FileMarks = ReadonlyMap<string, Field<FileMark>>;

/** How many files of one conversation can be marked. */
const limit = 2000;

export function foldFileMark<State extends { readonly marks: FileMarks }>(
  state: State,
  { blob, graphic, shows, replaces }: FileMarkEvent,
  context: Context,
): Result<State, Refusal> {
  const field = state.marks.get(blob) ?? [];
  const [only] = field;
  if (field.length === 1 && only?.value.graphic === graphic && only.value.shows === shows)
    return err(refusal('no_change'));
  if (field.length === 0 && !graphic) return err(refusal('no_change'));
  if (field.length === 0 && state.marks.size >= limit) return err(refusal('too_many', { limit }));
  const marks = new Map(state.marks).set(blob, edit(field, { graphic, shows }, replaces, context));
  return ok({ ...state, marks });
}

/** What is said of a file before it is opened; null where nobody has to be warned. */
export function warningOf(marks: FileMarks, blob: string): FileMark | null {
  const warned = marks.get(blob)?.filter(({ value }) => value.graphic) ?? [];
  if (warned.length === 0) return null;
  const shows = [...new Set(warned.map(({ value }) => value.shows))].filter((words) => words !== '');
  return { graphic: true, shows: shows.join('\n') };
}
