import type { CodeList, CodeOf } from '../list.ts';

/** Result per question; expires. */
export const verificationLevel = {
  name: 'verification_level',
  label: 'Verification level',
  description: 'Result per question; expires.',
  multi: false,
  ordered: true,
  sensitivity: 3,
  extensible: false,
  items: [
    { code: 'ver_0_none', label: '0 Not started', definition: 'Nothing checked.', source: 'default' },
    {
      code: 'ver_1_self',
      label: '1 Stated',
      definition: "Person's own account, coherent.",
      source: 'default',
    },
    {
      code: 'ver_2_documents',
      label: '2 Documented',
      definition: 'Papers or public sources agree.',
      source:
        'default, modelled on https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    {
      code: 'ver_3_referee',
      label: '3 Vouched',
      definition: 'At least one suitable referee confirms.',
      source: 'default, modelled on https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'ver_4_independent',
      label: '4 Independently confirmed',
      definition: 'Trusted source not named by the person confirms.',
      source:
        'default, modelled on https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'ver_contradicted',
      label: 'Contradicted',
      definition: 'Reliable information says otherwise.',
      source: 'default',
    },
    {
      code: 'ver_not_possible',
      label: 'Not possible safely',
      definition: 'Checking would endanger; decide on balance.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `verification_level`. */
export type VerificationLevel = CodeOf<typeof verificationLevel>;
