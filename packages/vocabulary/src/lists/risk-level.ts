import type { CodeList, CodeOf } from '../list.ts';

/** Officer's judgement, helped by likelihood and impact, always with reasons. */
export const riskLevel = {
  name: 'risk_level',
  label: 'Risk level',
  description: "Officer's judgement, helped by likelihood and impact, always with reasons.",
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: false,
  items: [
    {
      code: 'risk_low',
      label: 'Low',
      definition: 'Ordinary precautions suffice.',
      source: 'default, modelled on http://www.frontlinedefenders.org/node/543',
    },
    {
      code: 'risk_medium',
      label: 'Medium',
      definition: 'Specific measures needed; review every three months.',
      source:
        'default, modelled on https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'risk_high',
      label: 'High',
      definition: 'Serious harm likely without action; review monthly.',
      source: 'default, modelled on http://www.frontlinedefenders.org/node/543',
    },
    {
      code: 'risk_extreme',
      label: 'Extreme',
      definition: 'Grave harm imminent; act now, review weekly.',
      source: 'default, modelled on http://www.frontlinedefenders.org/node/547',
    },
    {
      code: 'risk_not_assessed',
      label: 'Not yet assessed',
      definition: 'Assessment pending; treat as high for handling.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `risk_level`. */
export type RiskLevel = CodeOf<typeof riskLevel>;
