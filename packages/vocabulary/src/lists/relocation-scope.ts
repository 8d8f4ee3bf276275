import type { CodeList, CodeOf } from '../list.ts';

/** Distance. */
export const relocationScope = {
  name: 'relocation_scope',
  label: 'Relocation scope',
  description: 'Distance.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'rel_internal',
      label: 'Internal',
      definition: 'Within the country.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'rel_regional',
      label: 'Regional',
      definition: 'Another country of the region.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'rel_international',
      label: 'International',
      definition: 'Beyond the region.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'rel_onward',
      label: 'Onward',
      definition: 'From a place of exile to another.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `relocation_scope`. */
export type RelocationScope = CodeOf<typeof relocationScope>;
