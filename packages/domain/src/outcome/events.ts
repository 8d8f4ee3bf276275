import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type Outcome, outcome } from '@leeward/vocabulary/lists/outcome.ts';
import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import { code, day, id16, listOf, oneOf, orNull, sizes, textOrEmpty, whole } from '../shared/shape.ts';

/*
 * How a case ends and what became of her (handbook 3.11): an outcome, a way back in, what she wants kept or destroyed,
 * and the days on which she is asked again. All outcomes can be a success if she can decide again: nothing here is a
 * score, and none is better than another.
 */

/** What she said to a plain question; null where it was not asked. */
export const plainAnswers = ['yes', 'no', 'unsure'] as const;
export type PlainAnswer = (typeof plainAnswers)[number];

/** Where she stands on a day, as far as anybody knows. */
export type OutcomeValues = {
  readonly on: string;
  /** The follow-up that it answers; null at the end of the case, or in between. */
  readonly followUp: string | null;
  /** Several may apply. */
  readonly outcomes: readonly (Outcome | OwnCode)[];
  readonly safe: PlainAnswer | null;
  readonly working: PlainAnswer | null;
  readonly defending: PlainAnswer | null;
  readonly needs: string;
  /** What was heard, from whom. */
  readonly note: string;
};

export const outcomeItems = defineItems<'Outcome', OutcomeValues>({
  noun: 'Outcome',
  needed: ['on', 'outcomes'],
  limit: 200,
  fields: {
    on: day,
    followUp: orNull(id16),
    outcomes: listOf(code(outcome), outcome.items.length + 20),
    safe: orNull(oneOf(...plainAnswers)),
    working: orNull(oneOf(...plainAnswers)),
    defending: orNull(oneOf(...plainAnswers)),
    needs: textOrEmpty(sizes.line),
    note: textOrEmpty(sizes.line),
  },
});

/** A day on which she is asked how she is. */
export type FollowUpValues = {
  readonly due: string;
  /** So many months after the end, where it was planned by the usual rhythm; null for a day of its own. */
  readonly months: number | null;
};

export const followUpItems = defineItems<'FollowUp', FollowUpValues>({
  noun: 'FollowUp',
  needed: ['due'],
  limit: 100,
  fields: { due: day, months: orNull(whole(240)) },
});

/** What is agreed for the time after: how she comes back, and what is to become of what she gave us. */
export type FarewellValues = {
  readonly wayBack: string;
  readonly wishes: string;
  /** What else may help, or that nothing is known: needed where the case ends with a no. */
  readonly alternatives: string;
};

export const farewellItems = defineItems<'Farewell', FarewellValues>({
  noun: 'Farewell',
  needed: ['wayBack', 'wishes'],
  limit: 100,
  fields: {
    wayBack: textOrEmpty(sizes.line),
    wishes: textOrEmpty(sizes.line),
    alternatives: textOrEmpty(sizes.line),
  },
});

export type OutcomeEvent =
  | ItemEvent<'Outcome', OutcomeValues>
  | ItemEvent<'FollowUp', FollowUpValues>
  | ItemEvent<'Farewell', FarewellValues>;

export const outcomeShapes: EventShapes<OutcomeEvent> = {
  ...outcomeItems.shapes,
  ...followUpItems.shapes,
  ...farewellItems.shapes,
};
