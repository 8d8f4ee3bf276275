import type { Affected } from '../shared/affected.ts';
import { compareInexactDates, spanOf } from '../shared/inexact-date.ts';
import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { Stamp } from '../shared/stamp.ts';
import type { ActValues, IncidentValues } from './events.ts';

/** The incident log of a case. */
export type IncidentState = {
  readonly incidents: Items<IncidentValues>;
  readonly acts: Items<ActValues>;
};
export type Incident = Item<IncidentValues>;
export type IncidentAct = Item<ActValues>;

export const emptyIncidents: IncidentState = { incidents: new Map(), acts: new Map() };

/** The log, the latest event first; those of which nobody knows when stand first, so that somebody asks. */
export function logOf(state: IncidentState): readonly Incident[] {
  return standing(state.incidents).toSorted((left, right) => {
    const [one, two] = [valueIn(left, 'when') ?? null, valueIn(right, 'when') ?? null];
    if (one === null || two === null)
      return one === two ? recorded(right) - recorded(left) : one === null ? -1 : 1;
    return compareInexactDates(two, one) || recorded(right) - recorded(left);
  });
}

/** When a thing came into the file, in the order of the chain. */
const recorded = (item: Incident): number => item.steps[0]?.position ?? 0;

/** What was done in an incident, in the order in which it was written down. */
export function actsOf(state: IncidentState, incident: string): readonly IncidentAct[] {
  return standing(state.acts).filter((act) => valueIn(act, 'incident') === incident);
}

/** Whom it was done to, each once. */
export function victimsOf(state: IncidentState, incident: string): readonly Affected[] {
  return [...new Set(actsOf(state, incident).flatMap((act) => valueIn(act, 'victims') ?? []))];
}

/** Who is said to have had a part in it, each once. */
export function allegedIn(state: IncidentState, incident: string): readonly string[] {
  return [
    ...new Set(actsOf(state, incident).flatMap((act) => (valueIn(act, 'by') ?? []).map((by) => by.actor))),
  ];
}

/** The step by which the latest incident came into the file; null for none. */
export function latestIncident(state: IncidentState): Stamp | null {
  const first = standing(state.incidents).flatMap(({ steps }) => steps.slice(0, 1));
  return (
    first.toSorted((left, right) => right.position - left.position || right.index - left.index)[0] ?? null
  );
}

/** The last day that an incident may be of; null where that is not known. */
export function lastDayOf(incident: Incident): string | null {
  const when = valueIn(incident, 'when');
  return when == null ? null : spanOf(when).last;
}
