import type { CaseState } from '@leeward/domain/case/state.ts';
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
        [valueIn(one, 'happened') ?? '', valueIn(one, 'area') ?? '', valueIn(one, 'reaction') ?? ''].map(
          (text) => ({ part: 'incident', text, at: at(one) }),
        ),
      ),
    ...standing(risk.actors).flatMap((one): readonly Passage[] =>
      [valueIn(one, 'name') ?? '', ...(valueIn(one, 'otherNames') ?? [])].map((text) => ({
        part: 'actor',
        text,
        at: at(one),
      })),
    ),
    ...standing(risk.threats).flatMap((one): readonly Passage[] =>
      [valueIn(one, 'what') ?? '', valueIn(one, 'facts') ?? ''].map((text) => ({
        part: 'threat',
        text,
        at: at(one),
      })),
    ),
    ...risk.assessments
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ reasons, claimedTime }): Passage => ({ part: 'reason', text: reasons, at: claimedTime })),
  ];
}
