import type { CodeList, CodeOf } from '../list.ts';

/** Always given. */
export const referralDeclineReason = {
  name: 'referral_decline_reason',
  label: 'Referral decline reasons',
  description: 'Always given.',
  multi: false,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'refd_out_of_scope',
      label: 'Out of scope',
      definition: 'Mandate.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'refd_no_capacity',
      label: 'No capacity',
      definition: 'Funds, staff, places.',
      source: 'https://crd.org/2025/06/13/emergency-fund-2024-in-numbers',
    },
    {
      code: 'refd_known_helped',
      label: 'Already helping',
      definition: 'We are the lead.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'refd_known_declined',
      label: 'Already declined',
      definition: 'Earlier decision stands.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'refd_insufficient_info',
      label: 'Not enough information',
      definition: 'Tell what is missing.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'refd_unsafe_for_us',
      label: 'Unsafe for us or the person',
      definition: 'Do no harm.',
      source: 'default',
    },
    {
      code: 'refd_call_closed',
      label: 'Call closed or suspended',
      definition: 'Give next date.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    { code: 'refd_other', label: 'Other', definition: 'Explain.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `referral_decline_reason`. */
export type ReferralDeclineReason = CodeOf<typeof referralDeclineReason>;
