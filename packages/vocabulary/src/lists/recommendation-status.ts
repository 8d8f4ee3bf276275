import type { CodeList, CodeOf } from '../list.ts';

/** Progress; each change has evidence and date. */
export const recommendationStatus = {
  name: 'recommendation_status',
  label: 'Recommendation status',
  description: 'Progress; each change has evidence and date.',
  multi: false,
  ordered: true,
  sensitivity: 0,
  extensible: false,
  items: [
    { code: 'recst_made', label: 'Made', definition: 'Published or sent.', source: 'default' },
    {
      code: 'recst_acknowledged',
      label: 'Acknowledged',
      definition: 'Addressee replied.',
      source: 'default',
    },
    { code: 'recst_accepted', label: 'Accepted', definition: 'Commitment given.', source: 'default' },
    { code: 'recst_in_progress', label: 'In progress', definition: 'Action started.', source: 'default' },
    {
      code: 'recst_partly_implemented',
      label: 'Partly implemented',
      definition: 'Some done.',
      source: 'default',
    },
    { code: 'recst_implemented', label: 'Implemented', definition: 'Done and checked.', source: 'default' },
    { code: 'recst_rejected', label: 'Rejected', definition: 'Refused.', source: 'default' },
    { code: 'recst_stalled', label: 'Stalled', definition: 'No movement for a set time.', source: 'default' },
    { code: 'recst_reversed', label: 'Reversed', definition: 'Undone.', source: 'default' },
    { code: 'recst_superseded', label: 'Superseded', definition: 'Replaced.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `recommendation_status`. */
export type RecommendationStatus = CodeOf<typeof recommendationStatus>;
