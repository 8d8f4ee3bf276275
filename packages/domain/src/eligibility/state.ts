import type { CasePart } from '../case/part.ts';
import type { Test } from '../programme/events.ts';
import type { Context } from '../shared/context.ts';
import { edit, type Field } from '../shared/field.ts';
import { applyItem, conflictsOf, type Items } from '../shared/items.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import {
  type Argument,
  type CostValues,
  costItems,
  type DoorValues,
  doorItems,
  type EligibilityEvent,
  eligibilityShapes,
  type SaidFact,
} from './events.ts';

/** One test, as it was argued once: who judged, and when. */
export type Argued = Stamp & Argument;

export type EligibilityState = {
  /** By test, the arguments that stand; two that were written apart stand side by side. */
  readonly tests: ReadonlyMap<Test, Field<Argument>>;
  /** All that was argued, in the order of the log: "not yet" in June is part of the story. */
  readonly argued: readonly Argued[];
  readonly said: ReadonlyMap<string, Field<SaidFact>>;
  readonly costs: Items<CostValues>;
  readonly doors: Items<DoorValues>;
};

export const emptyEligibility: EligibilityState = {
  tests: new Map(),
  argued: [],
  said: new Map(),
  costs: new Map(),
  doors: new Map(),
};

/** How many different facts a case may hold beside the others. */
const factsAtMost = 500;

/** Eligibility as a part of a case. */
export const eligibilityPart: CasePart<EligibilityState, EligibilityEvent> = {
  empty: emptyEligibility,
  shapes: eligibilityShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(),
  apply: applyEligibility,
  conflicts: ({ tests, said, costs, doors }) =>
    [...tests.values(), ...said.values()].filter((field) => field.length > 1).length +
    [...costs.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0) +
    [...doors.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};

/** What an event makes of it; the very same state where it changes nothing. */
export function applyEligibility(
  state: EligibilityState,
  event: EligibilityEvent,
  context: Context,
): Result<EligibilityState, Refusal> {
  switch (event.type) {
    case 'EligibilityArgued': {
      const { type: _type, v: _v, replaces, ...argument } = event;
      const field = edit(state.tests.get(argument.test) ?? [], argument, replaces, context);
      return ok({
        ...state,
        tests: new Map(state.tests).set(argument.test, field),
        argued: [...state.argued, { ...stampOf(context), ...argument }],
      });
    }
    case 'EligibilityFactSaid': {
      const { type: _type, v: _v, replaces, ...fact } = event;
      const before = state.said.get(fact.fact);
      if (before === undefined && state.said.size >= factsAtMost)
        return { ok: false, error: { code: 'too_many', details: { limit: factsAtMost } } };
      return ok({
        ...state,
        said: new Map(state.said).set(fact.fact, edit(before ?? [], fact, replaces, context)),
      });
    }
    case 'AskedCostKept':
    case 'AskedCostPutAway':
    case 'AskedCostTakenBack': {
      const costs = applyItem(costItems, state.costs, event, context);
      if (!costs.ok) return costs;
      return costs.value === state.costs ? ok(state) : ok({ ...state, costs: costs.value });
    }
    case 'PickedDoorKept':
    case 'PickedDoorPutAway':
    case 'PickedDoorTakenBack': {
      const doors = applyItem(doorItems, state.doors, event, context);
      if (!doors.ok) return doors;
      return doors.value === state.doors ? ok(state) : ok({ ...state, doors: doors.value });
    }
  }
}
