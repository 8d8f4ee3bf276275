import type { CaseState } from '@leeward/domain/case/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { useMemo } from 'react';

/** Something in the assessment of risk that a measure may answer. */
export type Answerable = { readonly part: 'risk'; readonly item: string; readonly label: string };

/** The threats of a file, and what makes her vulnerable or strong, each in the words that somebody typed. */
export function useAnswered(state: CaseState): readonly Answerable[] {
  const { risk } = state.parts;
  return useMemo(
    () => [
      ...standing(risk.threats).map(
        (threat): Answerable => ({ part: 'risk', item: threat.id, label: valueIn(threat, 'what') ?? '' }),
      ),
      ...standing(risk.factors).flatMap((factor): readonly Answerable[] => {
        const label = valueIn(factor, 'note') ?? '';
        return label === '' ? [] : [{ part: 'risk', item: factor.id, label: label.slice(0, 120) }];
      }),
    ],
    [risk],
  );
}
