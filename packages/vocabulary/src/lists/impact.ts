import type { CodeList, CodeOf } from '../list.ts';

/** Worst credible harm to any person concerned. */
export const impact = {
  name: 'impact',
  label: 'Impact scale',
  description: 'Worst credible harm to any person concerned.',
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: false,
  items: [
    {
      code: 'impact_1',
      label: 'Minor',
      definition: 'Nuisance; work continues.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'impact_2',
      label: 'Moderate',
      definition: 'Distress, short disruption, small loss.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'impact_3',
      label: 'Serious',
      definition: 'Injury, job or home loss, prosecution.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'impact_4',
      label: 'Severe',
      definition: 'Long detention, torture, lasting harm, forced return.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
    {
      code: 'impact_5',
      label: 'Critical',
      definition: 'Death, disappearance or irreparable harm.',
      source:
        'default, modelled on https://github.com/SAFETAG/SAFETAG/blob/master/content/activities/threat_identification.md',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `impact`. */
export type Impact = CodeOf<typeof impact>;
