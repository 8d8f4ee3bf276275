import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';
import { dangerWord } from '../risk/danger-words.ts';

/** What was written into the incident log. What happened stands there alone: it may hurt to read. */
export const incidentMoments = ({ parts }: CaseState): readonly PartMoment[] =>
  itemMoments(
    'incident',
    parts.incident.incidents,
    'danger.noun.incident',
    (one) => <Kind code={valueIn(one, 'kind') ?? 'inc_security_incident'} />,
    (one) => [valueIn(one, 'happened') ?? ''],
  );

function Kind({ code }: { readonly code: string }): ReactNode {
  const { t } = useSpeech();
  return dangerWord(t, 'kind', code);
}
