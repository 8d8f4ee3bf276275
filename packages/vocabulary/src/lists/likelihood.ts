import type { CodeList, CodeOf } from '../list.ts';

/** How likely, given history, capability, intent and exposure. */
export const likelihood = {
  name: 'likelihood',
  label: 'Likelihood scale',
  description: 'How likely, given history, capability, intent and exposure.',
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: false,
  items: [
    {
      code: 'like_1',
      label: 'Rare',
      definition: 'No sign; would need a change of context.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'like_2',
      label: 'Unlikely',
      definition: 'Has happened to others, weak signs here.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'like_3',
      label: 'Possible',
      definition: 'Capability and intent plausible; some signs.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'like_4',
      label: 'Likely',
      definition: 'Clear signs, pattern or declared threat.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'like_5',
      label: 'Imminent',
      definition: 'Under way or expected within days.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `likelihood`. */
export type Likelihood = CodeOf<typeof likelihood>;
