import type { EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
import { hash32, id16, listOf, object, sizes, text, textOrEmpty, token, whole } from '../shared/shape.ts';

/* What colleagues share about lists, in the log of the team that reads what is in them. */

/** A list as somebody has arranged it, under a name. */
export type SharedView = {
  readonly view: string;
  /** Which list: `requests`, `cases`, or what newer versions have. */
  readonly list: string;
  readonly name: string;
  /** How it is arranged, as the screen wrote it: JSON. Nothing here depends on what it says. */
  readonly form: string;
};

/** What left the sealed space as a file or on paper, told by whoever took it out, before it was given out (rule 24). */
export type ListExport = {
  readonly list: string;
  readonly format: string;
  readonly rows: number;
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** The filters in the words that its author saw; empty where all rows were taken. */
  readonly filter: string;
  readonly sort: string;
  readonly reason: string;
  /** SHA-256 of the file, or of the table that was printed. */
  readonly hash: string;
};

export type ListEvent =
  | ({ readonly type: 'ViewShared'; readonly v: 1; readonly replaces: readonly EventRef[] } & SharedView)
  | { readonly type: 'ViewWithdrawn'; readonly v: 1; readonly view: string }
  | ({ readonly type: 'ListExported'; readonly v: 1 } & ListExport);

export const listShapes: EventShapes<ListEvent> = {
  ViewShared: {
    v: 1,
    fields: object({
      view: id16,
      list: token,
      name: text(sizes.name),
      form: text(4000),
      replaces: replaced,
    }),
  },
  ViewWithdrawn: { v: 1, fields: object({ view: id16 }) },
  ListExported: {
    v: 1,
    fields: object({
      list: token,
      format: token,
      rows: whole(sizes.number),
      columns: listOf(token, 64),
      filter: textOrEmpty(4000),
      sort: textOrEmpty(sizes.line),
      reason: text(sizes.line),
      hash: hash32,
    }),
  },
};
