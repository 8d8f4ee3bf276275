import type { CodeList, CodeOf } from '../list.ts';

/** Sets response clocks, independent of merit. */
export const urgency = {
  name: 'urgency',
  label: 'Urgency',
  description: 'Sets response clocks, independent of merit.',
  multi: false,
  ordered: true,
  sensitivity: 2,
  extensible: false,
  items: [
    {
      code: 'urg_immediate',
      label: 'Immediate',
      definition: 'Life, liberty or forced return at stake within 48 hours.',
      source: 'default, modelled on https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'urg_urgent',
      label: 'Urgent',
      definition: 'Likely serious harm within two weeks.',
      source: 'default, modelled on https://urgentactionfund.org/who-we-are/mission-history/',
    },
    {
      code: 'urg_high',
      label: 'High',
      definition: 'Serious and growing; weeks.',
      source: 'default, modelled on https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'urg_standard',
      label: 'Standard',
      definition: 'Respite, planned stay or long-term exile need.',
      source: 'default, modelled on https://protectdefenders.eu/protecting-defenders',
    },
    { code: 'urg_unset', label: 'Not triaged', definition: 'New; show at top of queue.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `urgency`. */
export type Urgency = CodeOf<typeof urgency>;
