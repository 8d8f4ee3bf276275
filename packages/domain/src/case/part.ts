import type { Action } from '../organisation/permissions.ts';
import type { Context } from '../shared/context.ts';
import type { AnyEvent, EventShapes } from '../shared/event.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import type { Upcast } from '../upcast.ts';

/**
 * One part of a case: a noun of the handbook with a folder of its own. It knows nothing of the other parts; what needs
 * several of them is a function over the whole case.
 */
export type CasePart<State, Event extends AnyEvent> = {
  readonly empty: State;
  readonly shapes: EventShapes<Event>;
  /** Old versions of its events. */
  readonly upcasts: readonly Upcast[];
  /** What somebody must be allowed to do in order to write this event. */
  readonly action: (event: Event) => Action;
  /** Events that give authority, access or consent: without effect by readmission alone (rule 3). */
  readonly gives: ReadonlySet<Event['type']>;
  /** What the event makes true; the very same state where it changes nothing; a refusal where it may not be. */
  readonly apply: (state: State, event: Event, context: Context) => Result<State, Refusal>;
  /** How many fields hold versions written apart, of which nobody has chosen. */
  readonly conflicts: (state: State) => number;
};
