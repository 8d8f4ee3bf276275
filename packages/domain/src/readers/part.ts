import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { id16, object, sizes, textOrEmpty } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';

/** Who reads a case beside the teams that it was opened for. */
export type ReadersEvent =
  /** A further team is to read it, and all that was written before. Its key follows by the next epoch. */
  { readonly type: 'TeamLetIn'; readonly v: 1; readonly team: string; readonly reason: string };

/** Teams that were let in, in the order of the log. */
export type ReadersState = {
  readonly letIn: readonly (Stamp & { readonly team: string; readonly reason: string })[];
};

/** How many teams one case may be given to. */
const limit = 64;

export const readersShapes: EventShapes<ReadersEvent> = {
  TeamLetIn: { v: 1, fields: object({ team: id16, reason: textOrEmpty(sizes.line) }) },
};

/** The readers of a case, as a part of it. */
export const readersPart: CasePart<ReadersState, ReadersEvent> = {
  empty: { letIn: [] },
  shapes: readersShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(['TeamLetIn']),
  apply,
  conflicts: () => 0,
};

function apply(
  state: ReadersState,
  { team, reason }: ReadersEvent,
  context: Context,
): Result<ReadersState, Refusal> {
  // Two colleagues who give it to the same team at once have given it once.
  if (state.letIn.some((one) => one.team === team)) return ok(state);
  if (state.letIn.length >= limit) return err(refusal('too_many', { limit }));
  return ok({ letIn: [...state.letIn, { ...stampOf(context), team, reason }] });
}
