import type { CaseState } from '@leeward/domain/case/state.ts';
import { actsOf } from '@leeward/domain/incident/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { Passage } from './passages.ts';

/**
 * What can be searched of danger in a case: incidents, actors in every spelling, threats, reasons. What is graphic is not:
 * a list of results would show it to somebody who did not ask for it.
 */
export function passagesOfDanger({ parts: { incident, risk } }: CaseState): readonly Passage[] {
  const at = (item: { readonly steps: readonly { readonly claimedTime: number }[] }): number | null =>
    item.steps.at(-1)?.claimedTime ?? null;
  return [
    ...standing(incident.incidents)
      .filter((one) => valueIn(one, 'graphic') !== true)
      .flatMap((one): readonly Passage[] =>
        [
          valueIn(one, 'happened'),
          valueIn(one, 'area'),
          valueIn(one, 'reaction'),
          valueIn(one, 'witnesses'),
          valueIn(one, 'linkWhy'),
          valueIn(one, 'knownNote'),
          ...(valueIn(one, 'evidence') ?? []).map(({ what }) => what),
          ...(valueIn(one, 'reported') ?? []).flatMap(({ to, answer }) => [to, answer]),
          ...actsOf(incident, one.id).map((act) => valueIn(act, 'note')),
        ].map((text) => ({ part: 'incident', text: text ?? '', at: at(one) })),
      ),
    ...standing(risk.actors).flatMap((one): readonly Passage[] =>
      [valueIn(one, 'name') ?? '', ...(valueIn(one, 'otherNames') ?? [])].map((text) => ({
        part: 'actor',
        text,
        at: at(one),
      })),
    ),
    ...standing(risk.threats).flatMap((one): readonly Passage[] =>
      [
        valueIn(one, 'what') ?? '',
        valueIn(one, 'facts') ?? '',
        valueIn(one, 'pattern') ?? '',
        valueIn(one, 'objective') ?? '',
        valueIn(one, 'source') ?? '',
      ].map((text) => ({
        part: 'threat',
        text,
        at: at(one),
      })),
    ),
    ...standing(risk.factors).map(
      (one): Passage => ({ part: 'reason', text: valueIn(one, 'note') ?? '', at: at(one) }),
    ),
    ...standing(risk.changes).map(
      (one): Passage => ({ part: 'reason', text: valueIn(one, 'note') ?? '', at: at(one) }),
    ),
    ...risk.assessments
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ reasons, claimedTime }): Passage => ({ part: 'reason', text: reasons, at: claimedTime })),
  ];
}
