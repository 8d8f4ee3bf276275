import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What was written of her end and of the time after. */
export function outcomeMoments({ parts }: CaseState): readonly PartMoment[] {
  const { outcomes, followUps, farewells } = parts.outcome;
  return [
    ...itemMoments(
      'outcome',
      outcomes,
      'outcome.noun',
      (said) => <Day day={valueIn(said, 'on') ?? null} />,
      (said) => [valueIn(said, 'note') ?? '', valueIn(said, 'needs') ?? ''],
    ),
    ...itemMoments('outcome', followUps, 'outcome.followUpNoun', (followUp) => (
      <Day day={valueIn(followUp, 'due') ?? null} />
    )),
    ...itemMoments(
      'outcome',
      farewells,
      'outcome.farewellNoun',
      () => null,
      (farewell) =>
        (['wayBack', 'wishes', 'alternatives'] as const).map((name) => valueIn(farewell, name) ?? ''),
    ),
  ];
}

function Day({ day }: { readonly day: string | null }): ReactNode {
  const { numbers } = useSpeech();
  return day === null ? null : <span className="num">{formatDate(numbers, day, 'UTC')}</span>;
}
