import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf, type Items, type Values, withItems } from '../shared/items.ts';
import { refusal } from '../shared/refusal.ts';
import { err } from '../shared/result.ts';
import { actItems, type IncidentEvent, incidentItems } from './events.ts';
import { emptyIncidents, type IncidentState } from './state.ts';

const apart = <V extends Values>(items: Items<V>): number =>
  [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);

/** The incident log as a part of a case. An act needs the incident that it belongs to, and stays with it. */
export const incidentPart: CasePart<IncidentState, IncidentEvent> = {
  empty: emptyIncidents,
  shapes: { ...incidentItems.shapes, ...actItems.shapes },
  upcasts: [],
  action: () => incidentItems.action,
  gives: new Set(),
  apply: (state, event, context) => {
    switch (event.type) {
      case 'IncidentKept':
      case 'IncidentPutAway':
      case 'IncidentTakenBack':
        return withItems(state, 'incidents', applyItem(incidentItems, state.incidents, event, context));
      default: {
        if (event.type === 'IncidentActKept' && event.set.incident !== undefined) {
          const before = state.acts.get(event.id)?.fields.incident?.at(-1)?.value ?? event.set.incident;
          if (!state.incidents.has(event.set.incident)) return err(refusal('not_there'));
          if (before !== event.set.incident) return err(refusal('exists'));
        }
        return withItems(state, 'acts', applyItem(actItems, state.acts, event, context));
      }
    }
  },
  conflicts: ({ incidents, acts }) => apart(incidents) + apart(acts),
};
