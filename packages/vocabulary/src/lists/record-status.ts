import type { CodeList, CodeOf } from '../list.ts';

/** How well an event is established. */
export const recordStatus = {
  name: 'record_status',
  label: 'Documentation status',
  description: 'How well an event is established.',
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: false,
  items: [
    { code: 'rec_alleged', label: 'Alleged', definition: 'Single account.', source: 'default' },
    {
      code: 'rec_corroborated',
      label: 'Corroborated',
      definition: 'Independent support.',
      source: 'default',
    },
    {
      code: 'rec_verified',
      label: 'Verified',
      definition: 'Meets our standard, two reviewers.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    { code: 'rec_disputed', label: 'Disputed', definition: 'Credible contrary account.', source: 'default' },
    {
      code: 'rec_unfounded',
      label: 'Unfounded',
      definition: 'Shown not to have happened.',
      source: 'default',
    },
    { code: 'rec_published', label: 'Published', definition: 'Released with consent.', source: 'default' },
    { code: 'rec_sealed', label: 'Sealed', definition: 'Kept, not used.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `record_status`. */
export type RecordStatus = CodeOf<typeof recordStatus>;
