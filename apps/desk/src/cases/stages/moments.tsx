import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { StageCode } from '@leeward/domain/stage/events.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to the stages. */
export const stageMoments = ({ parts }: CaseState): readonly PartMoment[] =>
  itemMoments(
    'stages',
    parts.stages,
    'stages.noun',
    (stage) => <Label code={valueIn(stage, 'stage') ?? 'contact'} />,
    (stage) => [valueIn(stage, 'note') ?? ''],
  );

function Label({ code }: { readonly code: StageCode }): ReactNode {
  const { t } = useSpeech();
  return t(`stage.${code}`);
}
