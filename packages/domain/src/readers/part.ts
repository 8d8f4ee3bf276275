import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { id16, object, sizes, textOrEmpty } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';

type OfTeam = { readonly v: 1; readonly team: string; readonly reason: string };

/** Who reads a case beside the teams that it was opened for, and who does no longer. */
export type ReadersEvent =
  /** A further team is to read it, and all that was written before. Its key follows by the next epoch. */
  | ({ readonly type: 'TeamLetIn' } & OfTeam)
  /** A team is to read nothing that is written from now on. What it read stays known to it. */
  | ({ readonly type: 'TeamTakenOut' } & OfTeam);

/** One time that a case was given to a team, or taken back from it. */
export type TeamMove = Stamp & {
  readonly way: 'in' | 'out';
  readonly team: string;
  readonly reason: string;
};

/** Every such time, in the order of the log. */
export type ReadersState = { readonly moves: readonly TeamMove[] };

/** How often one case may change hands. */
const limit = 256;

const ofTeam = { v: 1, fields: object({ team: id16, reason: textOrEmpty(sizes.line) }) } as const;

export const readersShapes: EventShapes<ReadersEvent> = { TeamLetIn: ofTeam, TeamTakenOut: ofTeam };

/** The readers of a case, as a part of it. */
export const readersPart: CasePart<ReadersState, ReadersEvent> = {
  empty: { moves: [] },
  shapes: readersShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(['TeamLetIn']),
  apply,
  conflicts: () => 0,
};

/** What was last said of a team: whether it is to read the case. Null where nothing was said since the case was opened. */
export const lastMove = ({ moves }: ReadersState, team: string): TeamMove | null =>
  moves.findLast((one) => one.team === team) ?? null;

/** The teams of which it was last said that they are to read the case, or that they are not to. */
export const teamsMoved = (state: ReadersState, way: TeamMove['way']): readonly string[] =>
  [...new Set(state.moves.map(({ team }) => team))].filter((team) => lastMove(state, team)?.way === way);

function apply(
  state: ReadersState,
  { type, team, reason }: ReadersEvent,
  context: Context,
): Result<ReadersState, Refusal> {
  const way = type === 'TeamLetIn' ? 'in' : 'out';
  // Two colleagues who give it to the same team at once have given it once.
  if (lastMove(state, team)?.way === way) return ok(state);
  if (state.moves.length >= limit) return err(refusal('too_many', { limit }));
  return ok({ moves: [...state.moves, { ...stampOf(context), way, team, reason }] });
}
