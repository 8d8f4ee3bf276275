import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import { applyItem, conflictsOf, type Items, type Values, valueIn } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { bars, guardianships, type PeopleEvent, peopleShapes, persons, relations } from './events.ts';
import { applyMerge } from './merges.ts';
import { emptyPeople, type PeopleState } from './state.ts';

/** The people of a case as one of its parts. */
export const peoplePart: CasePart<PeopleState, PeopleEvent> = {
  empty: emptyPeople,
  shapes: peopleShapes,
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(),
  apply,
  conflicts: (state) =>
    inConflict(state.persons) +
    inConflict(state.relations) +
    inConflict(state.bars) +
    inConflict(state.guardianships),
};

const inConflict = <V extends Values>(items: Items<V>): number =>
  [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);

const wrong = (path: string): Result<PeopleState, Refusal> =>
  err(refusal('malformed', { path: `set.${path}`, problem: 'wrong' }));

/**
 * Each kind of thing changes alone: a role, a relation, a guardian never touches what is written elsewhere. An edit that
 * names a person whom this device does not know yet stands all the same, or a colleague's words would be lost.
 */
function apply(state: PeopleState, event: PeopleEvent, context: Context): Result<PeopleState, Refusal> {
  switch (event.type) {
    case 'PersonKept':
    case 'PersonPutAway':
    case 'PersonTakenBack': {
      const after = applyItem(persons, state.persons, event, context);
      if (!after.ok) return after;
      if ('set' in event && event.set.through === event.id) return wrong('through');
      return after.value === state.persons ? ok(state) : ok({ ...state, persons: after.value });
    }
    case 'RelationKept':
    case 'RelationPutAway':
    case 'RelationTakenBack': {
      const after = applyItem(relations, state.relations, event, context);
      if (!after.ok) return after;
      const now = after.value.get(event.id);
      if (now !== undefined && 'set' in event && valueIn(now, 'who') === valueIn(now, 'whom'))
        return wrong('whom');
      return after.value === state.relations ? ok(state) : ok({ ...state, relations: after.value });
    }
    case 'BarKept':
    case 'BarPutAway':
    case 'BarTakenBack': {
      const after = applyItem(bars, state.bars, event, context);
      if (!after.ok) return after;
      const now = after.value.get(event.id);
      if (now !== undefined && 'set' in event) {
        const names = (valueIn(now, 'person') ?? null) !== null || (valueIn(now, 'circle') ?? '') !== '';
        if (!names) return err(refusal('malformed', { path: 'set.circle', problem: 'empty' }));
      }
      return after.value === state.bars ? ok(state) : ok({ ...state, bars: after.value });
    }
    case 'GuardianshipKept':
    case 'GuardianshipPutAway':
    case 'GuardianshipTakenBack': {
      const after = applyItem(guardianships, state.guardianships, event, context);
      if (!after.ok) return after;
      const now = after.value.get(event.id);
      if (now !== undefined && 'set' in event && valueIn(now, 'child') === valueIn(now, 'guardian'))
        return wrong('guardian');
      return after.value === state.guardianships ? ok(state) : ok({ ...state, guardianships: after.value });
    }
    case 'PersonsMerged':
    case 'PersonsParted':
      return applyMerge(state, event, context);
  }
}
