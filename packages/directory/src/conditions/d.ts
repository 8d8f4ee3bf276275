import type { ConditionFact } from './index.ts';

/** Conditions of thematic funds, state and international mechanisms, care, help lines, training, visas and resettlement. */
export const d = {
  'woman-trans-or-nonbinary': { about: 'her' },
  'strategic-and-lasting': { about: 'her' },
  'conflict-or-crisis-country': { about: 'her' },
  'peace-process': { about: 'her' },
  'national-body': { about: 'her' },
  indigenous: { about: 'her' },
  'persecuted-as-lgbtiq': { about: 'her' },
  'irreparable-harm': { about: 'her' },
  'reprisal-for-council-of-europe': { about: 'her' },
  'link-to-aarhus-party': { about: 'her' },
  'gives-own-name': { about: 'her' },
  'valid-identity-paper': { about: 'her' },
  'risk-above-ordinary': { about: 'her' },
  'relatives-agree': { about: 'her' },
  'disappearance-convention-in-force': { about: 'them' },
  'has-sponsor': { about: 'her' },
  'no-other-way-to-safety': { about: 'her' },
  'state-sees-interest': { about: 'them' },
  'serious-rights-violation': { about: 'her' },
  'several-kinds-of-care': { about: 'her' },
  'asylum-hearing-six-months-away': { about: 'her' },
  'displaced-or-traumatic-content': { about: 'her' },
  'advocacy-experience': { about: 'her' },
} as const satisfies Record<string, ConditionFact>;
