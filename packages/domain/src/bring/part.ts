import type { CasePart } from '../case/part.ts';
import type { EventShapes } from '../shared/event.ts';
import { refusal } from '../shared/refusal.ts';
import { err, ok } from '../shared/result.ts';
import { id16, object, sizes, text, whole } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';

/** What can happen to a case that was brought along from somewhere else. */
export type BringEvent =
  /** This case is a row of a table; the same row is never brought a second time. */
  | {
      readonly type: 'CaseBrought';
      readonly v: 1;
      /** One import: what is undone as one step. */
      readonly batch: string;
      /** What the table was called. */
      readonly source: string;
      /** By what the row is known again, whatever else changed in the table. */
      readonly key: string;
      /** Where it stood, from 1. */
      readonly row: number;
    }
  /** It should not be here: it is shown no more and counted no more. Nothing of it is deleted. */
  | { readonly type: 'CaseTakenOut'; readonly v: 1; readonly reason: string }
  | { readonly type: 'CasePutBack'; readonly v: 1; readonly reason: string };

/** Which row of which table a case was, and in which import it came. */
export type Brought = Stamp & {
  readonly batch: string;
  readonly source: string;
  readonly key: string;
  readonly row: number;
};

export type BringState = {
  /** The import that the case belongs to: the first, or the one that brought it again after it was taken out. */
  readonly brought: Brought | null;
  /** Other imports that brought the very same row meanwhile, in their order: of a colleague without a line. */
  readonly again: readonly Brought[];
  /** Imports that it belonged to until it was taken out and brought again. */
  readonly before: readonly Brought[];
  /** Set while the case is taken out. */
  readonly out: (Stamp & { readonly reason: string }) | null;
};

const why = object({ reason: text(sizes.line) });

export const bringShapes: EventShapes<BringEvent> = {
  CaseBrought: {
    v: 1,
    fields: object({ batch: id16, source: text(sizes.name), key: text(sizes.name), row: whole(10_000_000) }),
  },
  CaseTakenOut: { v: 1, fields: why },
  CasePutBack: { v: 1, fields: why },
};

/** Where a case came from, as a part of it. */
export const bringPart: CasePart<BringState, BringEvent> = {
  empty: { brought: null, again: [], before: [], out: null },
  shapes: bringShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(),
  apply: (state, event, context) => {
    const stamp = stampOf(context);
    switch (event.type) {
      case 'CaseBrought': {
        const { batch, source, key, row } = event;
        const now: Brought = { ...stamp, batch, source, key, row };
        const { brought, again, before, out } = state;
        if (brought === null) return ok({ ...state, brought: now });
        if (brought.source !== source || brought.key !== key) return err(refusal('exists'));
        // Taken out and brought again: it is there again, and goes with this import from now on.
        if (out !== null)
          return ok({
            brought: now,
            again: again.filter((one) => one.batch !== batch),
            before: [...before, brought],
            out: null,
          });
        if (brought.batch === batch || again.some((one) => one.batch === batch)) return ok(state);
        return ok({ ...state, again: [...again, now] });
      }
      case 'CaseTakenOut':
        return ok(state.out === null ? { ...state, out: { ...stamp, reason: event.reason } } : state);
      case 'CasePutBack':
        return ok(state.out === null ? state : { ...state, out: null });
    }
  },
  conflicts: () => 0,
};
