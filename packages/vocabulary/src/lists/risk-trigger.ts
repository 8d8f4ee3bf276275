import type { CodeList, CodeOf } from '../list.ts';

/** Programme wording for the trigger. */
export const riskTrigger = {
  name: 'risk_trigger',
  label: 'Why help is sought now',
  description: 'Programme wording for the trigger.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'trig_increased_risk',
      label: 'Increased risk',
      definition: 'Danger has risen.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'trig_anticipated_risk',
      label: 'Anticipated increased risk',
      definition: 'Danger expected to rise, e.g. before a report or vote.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'trig_prolonged_strain',
      label: 'Prolonged difficult environment',
      definition: 'Long exposure; needs a break.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'trig_released_detention',
      label: 'Released from detention',
      definition: 'Needs care and safety after release.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'trig_status_ending',
      label: 'Permit or placement ending',
      definition: 'Legal stay or programme about to end.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'trig_tnr',
      label: 'Transnational repression',
      definition: 'Threat reached them in exile.',
      source: 'https://crd.org/2024/08/07/civil-rights-defenders-emergency-support-2023',
    },
    {
      code: 'trig_family_targeted',
      label: 'Family targeted',
      definition: 'Relatives under pressure.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/faq/',
    },
    {
      code: 'trig_conflict_crisis',
      label: 'War, coup or mass crackdown',
      definition: 'Context collapse.',
      source: 'https://crd.org/2022/03/17/emergency-fund-2021-in-numbers',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `risk_trigger`. */
export type RiskTrigger = CodeOf<typeof riskTrigger>;
