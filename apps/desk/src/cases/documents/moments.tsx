import type { CaseState } from '@leeward/domain/case/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { Words } from '../../parts/words.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to the documents: their titles, and never what a graphic one shows. */
export const documentMoments = ({ parts }: CaseState): readonly PartMoment[] => [
  ...itemMoments(
    'documents',
    parts.documents,
    'documents.noun',
    (document) => <Words inline text={valueIn(document, 'title') ?? ''} />,
    (document) => [valueIn(document, 'title') ?? '', valueIn(document, 'source') ?? ''],
  ),
  ...itemMoments(
    'asked',
    parts.asked,
    'asked.noun',
    (asked) => <Words inline text={valueIn(asked, 'title') ?? ''} />,
    (asked) => [valueIn(asked, 'from') ?? ''],
  ),
];
