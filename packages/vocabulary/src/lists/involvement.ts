import type { CodeList, CodeOf } from '../list.ts';

/** What part somebody is said to have taken in an act; always alleged unless a court found it. */
export const involvement = {
  name: 'involvement',
  label: 'Part taken',
  description: 'What part somebody is said to have taken in an act; always alleged unless a court found it.',
  multi: false,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'inv_direct',
      label: 'Direct perpetrator',
      definition: 'Carried out the act with own hands.',
      source: 'default',
    },
    {
      code: 'inv_order',
      label: 'Ordered',
      definition: 'Gave the order or instruction that led to the act.',
      source: 'default',
    },
    {
      code: 'inv_planned',
      label: 'Planned',
      definition: 'Designed, prepared or supplied the means.',
      source: 'default',
    },
    {
      code: 'inv_present',
      label: 'Present',
      definition: 'At the scene, not shown to have acted.',
      source: 'default',
    },
    {
      code: 'inv_accomplice',
      label: 'Accomplice or facilitator',
      definition: 'Assisted, lent premises, transport or documents.',
      source: 'default',
    },
    {
      code: 'inv_guarded',
      label: 'Guarded or held',
      definition: 'Kept the person detained or transported them.',
      source: 'default',
    },
    {
      code: 'inv_lawmaker',
      label: 'Author of the enabling law or policy',
      definition: 'Drafted, passed or applied the measure.',
      source: 'default',
    },
    {
      code: 'inv_superior_failed',
      label: 'Superior who failed to prevent or punish',
      definition: 'Effective control, knew or should have known, did not act.',
      source: 'default',
    },
    {
      code: 'inv_political',
      label: 'General political responsibility',
      definition: 'Head of the chain without a specific act.',
      source: 'default',
    },
    {
      code: 'inv_host_assisted',
      label: 'Host-state assistance',
      definition: 'Authority of the refuge state that helped.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'inv_beneficiary',
      label: 'Beneficiary',
      definition: 'Gained from the act without shown participation.',
      source: 'default',
    },
    {
      code: 'inv_suspected',
      label: 'Suspected only',
      definition: 'Named by a source, not yet corroborated.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `involvement`. */
export type Involvement = CodeOf<typeof involvement>;
