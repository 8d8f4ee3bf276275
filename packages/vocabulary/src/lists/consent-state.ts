import type { CodeList, CodeOf } from '../list.ts';

/** State of one consent. */
export const consentState = {
  name: 'consent_state',
  label: 'Consent states',
  description: 'State of one consent.',
  multi: false,
  ordered: false,
  sensitivity: 2,
  extensible: false,
  items: [
    { code: 'constat_not_asked', label: 'Not asked', definition: 'Treat as no.', source: 'default' },
    {
      code: 'constat_given',
      label: 'Given',
      definition: 'Valid within scope and period.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'constat_refused',
      label: 'Refused',
      definition: 'Never reduces help.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'constat_withdrawn',
      label: 'Withdrawn',
      definition: 'Stop and tell recipients.',
      source: 'https://info-today.eu/2024/09/ethical-content-gathering-for-public-communications',
    },
    { code: 'constat_expired', label: 'Expired', definition: 'Ask again.', source: 'default' },
    {
      code: 'constat_proxy',
      label: 'Given by proxy',
      definition: 'Legally authorised representative.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'constat_vital_interest',
      label: 'Acted on vital interest',
      definition: 'No consent possible; reviewed after.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `consent_state`. */
export type ConsentState = CodeOf<typeof consentState>;
