import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';
import { FactWords } from './situation-screen.tsx';

const nouns = {
  place: 'situation.noun.place',
  status: 'situation.noun.status',
  nationality: 'situation.noun.nationality',
} as const;

/** What was written of places, statuses and nationalities. */
export const situationMoments = ({ parts }: CaseState): readonly PartMoment[] =>
  [...parts.situation].flatMap(([id, fact]) =>
    itemMoments(
      'situation',
      new Map([[id, fact]]),
      nouns[valueIn(fact, 'kind') ?? 'place'],
      () => <FactWords fact={fact} />,
      () => [valueIn(fact, 'note') ?? ''],
    ),
  );
