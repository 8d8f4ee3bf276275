import type { CodeList, CodeOf } from '../list.ts';

/** Facts a UN complaint needs. */
export const unSubmissionElement = {
  name: 'un_submission_element',
  label: 'UN submission elements',
  description: 'Facts a UN complaint needs.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'une_victim_identity',
      label: "Victim's identity",
      definition: 'Name, gender, age, nationality, profession.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_hrd_status',
      label: 'Status as defender',
      definition: 'Rights work done, where.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_facts',
      label: 'What happened',
      definition: 'Where, when, what, present situation, in order.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_perpetrators',
      label: 'Alleged perpetrators',
      definition: 'Known details.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_authorities_action',
      label: 'Action by authorities',
      definition: 'Reports made, answers.',
      source:
        'default, modelled on http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_link',
      label: 'Link to rights work',
      definition: 'Why it was done.',
      source:
        'default, modelled on http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'une_submitter',
      label: 'Who submits',
      definition: 'Kept confidential.',
      source: 'https://ohchr.org/EN/Issues/Poverty/Pages/Individualcomplaints.aspx',
    },
    {
      code: 'une_consent',
      label: 'Consent',
      definition: 'Person or family agrees, knows name is disclosed.',
      source: 'https://ohchr.org/EN/Issues/Poverty/Pages/Individualcomplaints.aspx',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `un_submission_element`. */
export type UnSubmissionElement = CodeOf<typeof unSubmissionElement>;
