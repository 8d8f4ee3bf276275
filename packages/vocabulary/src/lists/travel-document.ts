import type { CodeList, CodeOf } from '../list.ts';

/** What the person can travel or identify with. */
export const travelDocument = {
  name: 'travel_document',
  label: 'Travel and identity documents',
  description: 'What the person can travel or identify with.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'doc_passport',
      label: 'National passport',
      definition: 'Issued by origin state.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'doc_diplomatic_service',
      label: 'Service passport',
      definition: 'Official passport.',
      source: 'default',
    },
    {
      code: 'doc_national_id',
      label: 'National identity card',
      definition: 'ID valid for some borders.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'doc_refugee_cttd',
      label: 'Refugee travel document',
      definition: '1951 Convention document.',
      source: 'default',
    },
    {
      code: 'doc_stateless_td',
      label: 'Stateless travel document',
      definition: '1954 Convention document.',
      source: 'default',
    },
    {
      code: 'doc_aliens_passport',
      label: "Alien's passport",
      definition: 'Issued by host to non-nationals.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'doc_laissez_passer',
      label: 'Emergency travel document',
      definition: 'One-way or emergency paper.',
      source: 'default',
    },
    {
      code: 'doc_icrc_ed',
      label: 'ICRC emergency document',
      definition: 'One journey, for those without papers.',
      source: 'default',
    },
    {
      code: 'doc_asylum_card',
      label: 'Asylum applicant card',
      definition: 'Proof of claim.',
      source: 'default',
    },
    {
      code: 'doc_expired',
      label: 'Expired document',
      definition: 'Out of date.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'doc_confiscated',
      label: 'Confiscated document',
      definition: 'Held by authorities.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'doc_none',
      label: 'No document',
      definition: 'None at all.',
      source:
        'https://pbi-kenya.org/en/news/exiled-human-rights-defenders-challenges-gaps-and-potential-ways-forward',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `travel_document`. */
export type TravelDocument = CodeOf<typeof travelDocument>;
