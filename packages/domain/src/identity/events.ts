import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { EventRef } from '../shared/context.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
import {
  code,
  flag,
  id16,
  listOf,
  object,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  token,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type ReaderEvent, readerShapes } from './readers.ts';
import { type SheetEvent, sheetKinds } from './sheet.ts';

/** What a person is called, and how it is written. */
export type Names = {
  /** What she wants to be called. */
  readonly call: string;
  /** As documents have it; null until it is needed (invariant 1). */
  readonly legal: string | null;
  /** Other names that she is or was known by. */
  readonly others: readonly string[];
  /** The name in other scripts, each with its ISO 15924 code. */
  readonly scripts: readonly { readonly script: string; readonly name: string }[];
};

/**
 * What can happen to the identity record of a person. It has its own key and an id of its own: no case is named here and
 * no case names it (rule 14).
 */
export type IdentityEvent =
  | { readonly type: 'IdentityOpened'; readonly v: 1 }
  | SheetEvent
  | ReaderEvent
  /* Names, facts and contacts as they were kept before each of them was a thing of its own: read, and no longer written. */
  | {
      readonly type: 'NamesKept';
      readonly v: 1;
      readonly names: Names;
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'FactKept';
      readonly v: 1;
      /** What it is: `birth_date`, `nationality`, `passport_number` ... */
      readonly fact: string;
      readonly value: string;
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'ContactKept';
      readonly v: 1;
      readonly contact: string;
      readonly channel: SafeChannel | OwnCode;
      readonly detail: string;
      readonly safe: boolean;
      readonly replaces: readonly EventRef[];
    }
  /** Opening an identity record is an act, not a read. */
  | { readonly type: 'AccessNoted'; readonly v: 1; readonly member: string; readonly reason: string };

const script: Shape<string> = (json, path) => {
  const read = text(4)(json, path);
  if (!read.ok || /^[A-Z][a-z]{3}$/.test(read.value)) return read;
  return { ok: false, error: { problem: 'wrong', path } };
};

const names: Shape<Names> = object({
  call: textOrEmpty(sizes.name),
  legal: orNull(text(sizes.name)),
  others: listOf(text(sizes.name), 32),
  scripts: listOf(object({ script, name: text(sizes.name) }), 16),
});

export const identityShapes: EventShapes<IdentityEvent> = {
  IdentityOpened: { v: 1, fields: object({}) },
  NamesKept: { v: 1, fields: object({ names, replaces: replaced }) },
  FactKept: { v: 1, fields: object({ fact: token, value: textOrEmpty(sizes.line), replaces: replaced }) },
  ContactKept: {
    v: 1,
    fields: object({
      contact: id16,
      channel: code(safeChannel),
      detail: textOrEmpty(sizes.line),
      safe: flag,
      replaces: replaced,
    }),
  },
  AccessNoted: { v: 1, fields: object({ member: id16, reason: text(sizes.line) }) },
  ...sheetKinds.names.shapes,
  ...sheetKinds.particulars.shapes,
  ...sheetKinds.documents.shapes,
  ...sheetKinds.reaches.shapes,
  ...sheetKinds.relatives.shapes,
  ...sheetKinds.scans.shapes,
  ...readerShapes,
};

/** Old versions of these events; none yet. */
export const identityUpcasts: readonly Upcast[] = [];

/** Reads one event of an identity record. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseIdentityEvent = (json: unknown) =>
  readEvent<IdentityEvent>(identityShapes, identityUpcasts, json);
