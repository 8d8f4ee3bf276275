import type { CodeList, CodeOf } from '../list.ts';

/** Origin of the first message. */
export const requestSource = {
  name: 'request_source',
  label: 'Who made the request',
  description: 'Origin of the first message.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'src_self',
      label: 'The defender',
      definition: 'Own request.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'src_family',
      label: 'Relative',
      definition: 'Family member writes.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'src_colleague',
      label: 'Colleague or organisation',
      definition: 'Their group writes.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'src_host',
      label: 'Prospective host',
      definition: 'Host applies for a guest.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'src_partner_referral',
      label: 'Partner referral',
      definition: 'Another organisation refers.',
      source:
        'https://mm3-lists.kictanet.or.ke/archives/list/kictanet@lists.kictanet.or.ke/message/TE4BAEDS7RHYVDVR4APQTMWPWVL7DFAB/attachment/3/attachment.html',
    },
    {
      code: 'src_embassy_un',
      label: 'Embassy or UN body',
      definition: 'Official referral.',
      source:
        'https://www.canada.ca/en/immigration-refugees-citizenship/news/2021/07/providing-protection-to-human-rights-defenders-at-risk.html',
    },
    {
      code: 'src_nomination',
      label: 'Nomination',
      definition: 'By a nominating body.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'src_outreach',
      label: 'Our outreach',
      definition: 'We contacted them.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `request_source`. */
export type RequestSource = CodeOf<typeof requestSource>;
