import type { CodeList, CodeOf } from '../list.ts';

/** Where confirmation came from; identity of the source is a secret of its own. */
export const verificationSource = {
  name: 'verification_source',
  label: 'Verification sources',
  description: 'Where confirmation came from; identity of the source is a secret of its own.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'vs_local_member',
      label: 'Local member organisation',
      definition: 'Network member in the country.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'vs_national_coalition',
      label: 'National coalition or focal point',
      definition: 'Country coalition.',
      source: 'https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'vs_regional_network',
      label: 'Regional network',
      definition: 'Sub-regional body.',
      source: 'https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'vs_international_ngo',
      label: 'International organisation',
      definition: 'NGO with knowledge of the case.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'vs_professional_body',
      label: 'Professional body',
      definition: 'PEN, bar, union, university.',
      source: 'https://danskpen.dk/hvordan-udvaelges-fribyforfatterenkunstneren/',
    },
    {
      code: 'vs_adviser',
      label: 'Country or theme adviser',
      definition: 'Volunteer expert.',
      source:
        'https://humanrightsfunding.org/related-resources/rapid-response-grantmaking-a-successful-strategy-to-protect-womens-human-rights/',
    },
    {
      code: 'vs_named_referee',
      label: 'Referee named by the person',
      definition: 'From the application.',
      source: 'https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'vs_public_source',
      label: 'Public source',
      definition: 'Press, court list, archive.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'vs_document',
      label: 'Document',
      definition: 'Paper or file supplied.',
      source: 'https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    { code: 'vs_embassy', label: 'Embassy', definition: 'Mission contact, with consent.', source: 'default' },
    { code: 'vs_un_body', label: 'UN body', definition: 'Mandate or field office.', source: 'default' },
    {
      code: 'vs_prior_support',
      label: 'Earlier support by a peer',
      definition: 'Reused result, with consent.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'vs_interview',
      label: 'Interview',
      definition: 'Our own conversation.',
      source: 'https://crd.org/emergency-fund/faq/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `verification_source`. */
export type VerificationSource = CodeOf<typeof verificationSource>;
