import type { CodeList, CodeOf } from '../list.ts';

/** Evidence of the act. */
export const consentChannel = {
  name: 'consent_channel',
  label: 'How consent was given',
  description: 'Evidence of the act.',
  multi: false,
  ordered: false,
  sensitivity: 1,
  extensible: true,
  items: [
    {
      code: 'conch_signed',
      label: 'Signed or digitally signed',
      definition: 'Written act.',
      source: 'https://info-today.eu/2024/09/ethical-content-gathering-for-public-communications',
    },
    {
      code: 'conch_form_click',
      label: 'Clear act in the form',
      definition: 'Not pre-ticked.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'conch_oral_noted',
      label: 'Oral, noted',
      definition: "Officer's note with date and language.",
      source: 'default',
    },
    { code: 'conch_recorded', label: 'Oral, recorded', definition: 'Recording kept.', source: 'default' },
    {
      code: 'conch_via_trusted',
      label: 'Through a trusted person',
      definition: 'Relayed; confirm later.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `consent_channel`. */
export type ConsentChannel = CodeOf<typeof consentChannel>;
