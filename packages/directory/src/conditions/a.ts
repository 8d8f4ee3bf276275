import type { ConditionFact } from './index.ts';

/** Conditions of stays abroad, shelters, artists' and journalists' residencies, and networks. */
export const a = {
  'organisation-there-works-with-mine': { about: 'her' },
  'finds-a-host': { about: 'them' },
  'has-registered-host': { about: 'her' },
  'shares-language-with-host': { about: 'her' },
  'not-acting-for-a-state': { about: 'her' },
  'peaceful-means': { about: 'her' },
  'legal-resident': { about: 'her' },
  'lives-in-that-city': { about: 'her' },
  'works-in-the-amazon': { about: 'her' },
  'part-of-a-movement': { about: 'her' },
  'belongs-to-network': { about: 'her' },
  'left-because-of-war-or-repression': { about: 'her' },
  'left-recently': { about: 'her' },
  'no-safe-place-to-stay': { about: 'her' },
  'opposes-the-war': { about: 'her' },
  woman: { about: 'her' },
  'art-for-open-society': { about: 'her' },
  'approved-by-icorn': { about: 'her' },
  'independent-outlet': { about: 'her' },
  'runs-relocation': { about: 'her' },
} as const satisfies Record<string, ConditionFact>;
