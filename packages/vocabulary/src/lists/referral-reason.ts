import type { CodeList, CodeOf } from '../list.ts';

/** Why we pass a case on. */
export const referralReason = {
  name: 'referral_reason',
  label: 'Referral reasons',
  description: 'Why we pass a case on.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'refr_outside_mandate',
      label: 'Outside our mandate',
      definition: 'Region, profile or type.',
      source:
        'https://www.uni-med.net/partner-news/scholars-at-risk-has-launched-a-new-application-platform-for-individuals-seeking-sar-assistance/',
    },
    {
      code: 'refr_no_capacity',
      label: 'No capacity or funds',
      definition: 'Would qualify.',
      source: 'https://crd.org/2025/06/13/emergency-fund-2024-in-numbers',
    },
    {
      code: 'refr_co_funding',
      label: 'Co-funding',
      definition: 'Share the cost.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'refr_specialist_legal',
      label: 'Specialist legal help',
      definition: 'Asylum, extradition, notices.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'refr_specialist_medical',
      label: 'Specialist care',
      definition: 'Trauma, medical.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'refr_digital_incident',
      label: 'Digital incident',
      definition: 'Helpline for devices and accounts.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'refr_host_place',
      label: 'Host place needed',
      definition: 'Relocation.',
      source: 'https://eutrp.eu/about-membership/',
    },
    {
      code: 'refr_long_term_support',
      label: 'Long-term support',
      definition: 'Exile services.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'refr_advocacy',
      label: 'Advocacy or visibility',
      definition: 'Alert, UN, parliament.',
      source: 'https://www.protectdefenders.eu/en/advocacy.html',
    },
    {
      code: 'refr_resettlement',
      label: 'Resettlement',
      definition: 'Permanent pathway.',
      source:
        'https://www.frontlinedefenders.org/en/canada-program-canada-global-refugee-stream-human-rights-defenders',
    },
    {
      code: 'refr_documentation',
      label: 'Documentation',
      definition: 'Evidence and accountability.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'refr_local_partner',
      label: 'Closer local partner',
      definition: 'Better placed in region.',
      source: 'https://protectdefenders.eu/supporting-organisations',
    },
    { code: 'refr_person_request', label: 'Person asked', definition: 'Their wish.', source: 'default' },
    {
      code: 'refr_conflict_of_interest',
      label: 'Conflict of interest',
      definition: 'We should not decide.',
      source: 'https://hrdcoalition.ug/protection-faqs',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `referral_reason`. */
export type ReferralReason = CodeOf<typeof referralReason>;
