import type { CaseState } from '../case/state.ts';
import { shownAs } from '../risk/whom.ts';
import type { Affected } from '../shared/affected.ts';
import { widened } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import { actsOf } from './state.ts';

/** An actor as a group view compares it: every spelling that the file has. */
export type ActorTrace = {
  readonly names: readonly string[];
  readonly country: string | null;
};

/**
 * What of one incident is compared with those of other files: who is said to have done what, where and when. No words of
 * hers and no name of a person: it is kept with the lists of this device.
 */
export type IncidentTrace = {
  readonly id: string;
  /** The days between which it was; null where nobody knows. */
  readonly first: string | null;
  readonly last: string | null;
  readonly country: string | null;
  readonly area: string;
  readonly place: string | null;
  /** Acts and methods, each once. */
  readonly methods: readonly string[];
  readonly actors: readonly ActorTrace[];
  readonly people: readonly Affected[];
};

/** The traces of a file; empty for most. */
export function tracesOf(state: CaseState): readonly IncidentTrace[] {
  const { incident, risk } = state.parts;
  return standing(incident.incidents).map((one) => {
    const acts = actsOf(incident, one.id);
    const when = valueIn(one, 'when');
    const span = when == null ? { first: null, last: null } : widened(when);
    const alleged = new Set(acts.flatMap((act) => (valueIn(act, 'by') ?? []).map(({ actor }) => actor)));
    return {
      id: one.id,
      ...span,
      country: valueIn(one, 'country') ?? null,
      area: valueIn(one, 'area') ?? '',
      place: valueIn(one, 'place') ?? null,
      methods: [
        ...new Set(
          acts.flatMap((act) => [valueIn(act, 'what') ?? 'act_unknown', ...(valueIn(act, 'methods') ?? [])]),
        ),
      ].filter((method) => method !== 'act_unknown' && method !== 'act_other'),
      actors: [...alleged].flatMap((id) => {
        const actor = risk.actors.get(id);
        if (actor === undefined) return [];
        const names = [valueIn(actor, 'name') ?? '', ...(valueIn(actor, 'otherNames') ?? [])];
        return [{ names: names.filter((name) => name !== ''), country: valueIn(actor, 'country') ?? null }];
      }),
      people: [
        ...new Set(acts.flatMap((act) => (valueIn(act, 'victims') ?? []).map((who) => shownAs(state, who)))),
      ],
    };
  });
}
