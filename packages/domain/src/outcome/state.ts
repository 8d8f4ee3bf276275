import type { Context } from '../shared/context.ts';
import { applyItem, type Item, type Items, standing, valueIn, withItems } from '../shared/items.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import {
  type FarewellValues,
  type FollowUpValues,
  farewellItems,
  followUpItems,
  type OutcomeEvent,
  type OutcomeValues,
  outcomeItems,
} from './events.ts';

export type OutcomeSaid = Item<OutcomeValues>;
export type FollowUp = Item<FollowUpValues>;
export type Farewell = Item<FarewellValues>;

/** What became of her, and when she is asked again. */
export type OutcomeState = {
  readonly outcomes: Items<OutcomeValues>;
  readonly followUps: Items<FollowUpValues>;
  readonly farewells: Items<FarewellValues>;
};

export const noOutcomes: OutcomeState = {
  outcomes: new Map(),
  followUps: new Map(),
  farewells: new Map(),
};

/** What an event makes of it; the very same state where it changes nothing. */
export function applyOutcome(
  state: OutcomeState,
  event: OutcomeEvent,
  context: Context,
): Result<OutcomeState, Refusal> {
  switch (event.type) {
    case 'OutcomeKept':
    case 'OutcomePutAway':
    case 'OutcomeTakenBack':
      return withItems(state, 'outcomes', applyItem(outcomeItems, state.outcomes, event, context));
    case 'FollowUpKept':
    case 'FollowUpPutAway':
    case 'FollowUpTakenBack':
      return withItems(state, 'followUps', applyItem(followUpItems, state.followUps, event, context));
    case 'FarewellKept':
    case 'FarewellPutAway':
    case 'FarewellTakenBack':
      return withItems(state, 'farewells', applyItem(farewellItems, state.farewells, event, context));
  }
}

/** What was heard of her, the latest day first. */
export const outcomesOf = ({ outcomes }: OutcomeState): readonly OutcomeSaid[] =>
  standing(outcomes).toSorted((left, right) => {
    const [one, other] = [valueIn(left, 'on') ?? '', valueIn(right, 'on') ?? ''];
    return one === other ? (left.id < right.id ? -1 : 1) : one < other ? 1 : -1;
  });

/** The follow-ups that nobody has answered yet, the earliest first. */
export function openFollowUps(state: OutcomeState): readonly FollowUp[] {
  const answered = new Set(standing(state.outcomes).map((said) => valueIn(said, 'followUp') ?? null));
  return standing(state.followUps)
    .filter(({ id }) => !answered.has(id))
    .toSorted((left, right) => {
      const [one, other] = [valueIn(left, 'due') ?? '', valueIn(right, 'due') ?? ''];
      return one === other ? (left.id < right.id ? -1 : 1) : one < other ? -1 : 1;
    });
}
