import type { CodeList, CodeOf } from '../list.ts';

/** Strengths that reduce risk. */
export const capacityFactor = {
  name: 'capacity_factor',
  label: 'Capacity factors',
  description: 'Strengths that reduce risk.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'cap_trusted_network',
      label: 'Trusted network',
      definition: 'People who will act.',
      source:
        'https://openbriefing.gitbook.io/defenders-protocol/~gitbook/pdf?only=yes&page=-MOmA2ePjaUyAmFSQHQy',
    },
    {
      code: 'cap_organisation',
      label: 'Organisational backing',
      definition: 'Institution, board, procedures.',
      source:
        'https://github.com/SAFETAG/SAFETAG/blob/master/content/guide_sections/the-safetag-approach-to-risk-assessment-agency-building.md',
    },
    {
      code: 'cap_community_support',
      label: 'Community protection',
      definition: 'Neighbours or community shield.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'cap_public_profile',
      label: 'Protective public profile',
      definition: 'Attention raises cost of attack.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'cap_international_support',
      label: 'International support',
      definition: 'Embassies, UN, NGOs engaged.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'cap_legal_support',
      label: 'Lawyer available',
      definition: 'Trusted legal help.',
      source:
        'https://github.com/SAFETAG/SAFETAG/blob/master/content/guide_sections/the-safetag-approach-to-risk-assessment-agency-building.md',
    },
    {
      code: 'cap_safe_place',
      label: 'Safe place',
      definition: 'Somewhere to go at once.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'cap_valid_documents',
      label: 'Valid documents or visa',
      definition: 'Can travel.',
      source:
        'https://srdefenders.org/resource/updates-to-the-eu-visa-code-handbook-encouraging-news-for-human-rights-defenders',
    },
    {
      code: 'cap_second_nationality',
      label: 'Second nationality or residence',
      definition: 'Alternative safe abode.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'cap_savings_income',
      label: 'Savings or income',
      definition: 'Can cover costs.',
      source:
        'https://github.com/SAFETAG/SAFETAG/blob/master/content/guide_sections/the-safetag-approach-to-risk-assessment-agency-building.md',
    },
    {
      code: 'cap_security_training',
      label: 'Security training',
      definition: 'Has plan and skills.',
      source: 'https://frontlinedefenders.org/fr/resource-publication/dispatches-2017',
    },
    {
      code: 'cap_digital_skill',
      label: 'Digital security skill',
      definition: 'Protects data and contacts.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'cap_languages',
      label: 'Useful languages',
      definition: 'Can work and get help.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'cap_family_support',
      label: 'Family support',
      definition: 'Relatives understand and help.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'cap_coping',
      label: 'Coping and wellbeing practice',
      definition: 'Ways to rest and recover.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    {
      code: 'cap_media_access',
      label: 'Access to media',
      definition: 'Can raise alarm.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'cap_dialogue_power_holders',
      label: 'Contact with power holders',
      definition: 'Can influence the threat source.',
      source: 'http://www.frontlinedefenders.org/node/547',
    },
    { code: 'cap_other', label: 'Other capacity', definition: 'Describe.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `capacity_factor`. */
export type CapacityFactor = CodeOf<typeof capacityFactor>;
