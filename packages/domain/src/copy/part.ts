import type { CasePart } from '../case/part.ts';
import type { EventShapes } from '../shared/event.ts';
import { ok } from '../shared/result.ts';
import { hash32, id16, listOf, object, oneOf, sizes, text, textOrEmpty } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import { type CopyPart, copyParts } from './choose.ts';

/** In what form a file left the sealed space. */
export const copyFormats = ['print', 'json', 'age'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** Somebody takes a copy of the file out of the sealed space. It is said before it is given out. */
export type CopyEvent = {
  readonly type: 'CaseCopyTaken';
  readonly v: 1;
  readonly id: string;
  readonly parts: readonly CopyPart[];
  readonly format: CopyFormat;
  readonly reason: string;
  /** For whom outside of the organisation; empty where it stays within. */
  readonly recipient: string;
  /** SHA-256 of what was given out. */
  readonly hash: string;
};

export type CopyTaken = Stamp & Omit<CopyEvent, 'type' | 'v'>;
/** Every copy that was taken, in order. */
export type CopiesState = readonly CopyTaken[];

const shapes: EventShapes<CopyEvent> = {
  CaseCopyTaken: {
    v: 1,
    fields: object({
      id: id16,
      parts: listOf(oneOf(...copyParts), 64),
      format: oneOf(...copyFormats),
      reason: text(sizes.line),
      recipient: textOrEmpty(300),
      hash: hash32,
    }),
  },
};

/** Copies of a case as a part of it. */
export const copiesPart: CasePart<CopiesState, CopyEvent> = {
  empty: [],
  shapes,
  upcasts: [],
  // Whoever can read can take, and must be able to say so.
  action: () => 'team.export',
  gives: new Set(),
  apply: (state, { type: _type, v: _v, ...copy }, context) =>
    ok(state.some(({ id }) => id === copy.id) ? state : [...state, { ...stampOf(context), ...copy }]),
  conflicts: () => 0,
};
