import type { CodeList, CodeOf } from '../list.ts';

/** How sure the assessor is. */
export const confidence = {
  name: 'confidence',
  label: 'Confidence in a judgement',
  description: 'How sure the assessor is.',
  multi: false,
  ordered: true,
  sensitivity: 1,
  extensible: false,
  items: [
    { code: 'conf_low', label: 'Low', definition: 'Thin or single-source.', source: 'default' },
    { code: 'conf_medium', label: 'Medium', definition: 'Some independent support.', source: 'default' },
    { code: 'conf_high', label: 'High', definition: 'Several independent sources agree.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `confidence`. */
export type Confidence = CodeOf<typeof confidence>;
