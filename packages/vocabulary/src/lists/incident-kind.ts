import type { CodeList, CodeOf } from '../list.ts';

/** How certain and how hostile a logged event is. */
export const incidentKind = {
  name: 'incident_kind',
  label: 'Kind of log entry',
  description: 'How certain and how hostile a logged event is.',
  multi: false,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'inc_security_incident',
      label: 'Security incident',
      definition: 'Event that might indicate or lead to a threat.',
      source: 'default, modelled on http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'inc_possible_threat',
      label: 'Possible threat',
      definition: 'Someone close was threatened; likely next.',
      source: 'http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'inc_declared_threat',
      label: 'Declared threat',
      definition: 'Intention to harm was expressed.',
      source: 'http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'inc_attack',
      label: 'Attack',
      definition: 'Harm was attempted or done.',
      source: 'http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'inc_accident_crime',
      label: 'Accident or common crime',
      definition: 'Probably unrelated to the work; keep, it may form a pattern.',
      source:
        'https://holistic-security.tacticaltech.org/chapters/explore/2-8-identifying-and-analysing-threats',
    },
    {
      code: 'inc_legal_step',
      label: 'Legal or administrative step',
      definition: 'Summons, charge, order, listing.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'inc_context_change',
      label: 'Change of context',
      definition: 'New law, arrest of a peer, border closing.',
      source: 'http://www.frontlinedefenders.org/node/547',
    },
    {
      code: 'inc_missed_check_in',
      label: 'Missed check-in',
      definition: 'Agreed contact did not happen.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `incident_kind`. */
export type IncidentKind = CodeOf<typeof incidentKind>;
