import type { CodeList, CodeOf } from '../list.ts';

/** Kinds of eligibility or funding rules to hold as data. */
export const programmeRule = {
  name: 'programme_rule',
  label: 'Programme rule types',
  description: 'Kinds of eligibility or funding rules to hold as data.',
  multi: true,
  ordered: false,
  sensitivity: 0,
  extensible: true,
  items: [
    {
      code: 'rule_ceiling',
      label: 'Amount ceiling',
      definition: 'Highest grant.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'rule_partial_funding',
      label: 'Partial funding only',
      definition: 'Budget not fully covered.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'rule_no_retroactive',
      label: 'No retroactive costs',
      definition: 'Past costs excluded.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'rule_not_in_exile',
      label: 'Not for those already in exile',
      definition: 'Location exclusion.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'rule_no_duplicate',
      label: 'No cost funded elsewhere',
      definition: 'Duplicate exclusion.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'rule_recency',
      label: 'Event recency',
      definition: 'Threat within a period.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'rule_use_by',
      label: 'Use within a period',
      definition: 'Action must happen soon.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/faq/',
    },
    {
      code: 'rule_nonviolence',
      label: 'Non-violence',
      definition: 'No violence or its advocacy.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'rule_group_size',
      label: 'Minimum group',
      definition: 'For example two or more activists.',
      source: 'http://www.ccc-tck.org.ua/eng/news/35/',
    },
    {
      code: 'rule_leadership',
      label: 'Leadership criterion',
      definition: 'For example women- or trans-led.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'rule_no_safe_abode',
      label: 'No other safe abode',
      definition: 'No second residence or nationality.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'rule_return_intent',
      label: 'Able and willing to return',
      definition: 'Temporary schemes.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'rule_alone',
      label: 'Must come alone',
      definition: 'No dependants.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'rule_language_min',
      label: 'Minimum language',
      definition: 'Working language needed.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'rule_host_needed',
      label: 'Host needed first',
      definition: 'Applicant must already have a host.',
      source: 'https://martin-roth-initiative.de/en/application',
    },
    {
      code: 'rule_nomination',
      label: 'Nomination only',
      definition: 'Through listed bodies.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'rule_region',
      label: 'Region served',
      definition: 'Geographic limit.',
      source: 'https://urgentactionfund.org/who-we-are/mission-history/',
    },
    {
      code: 'rule_profile',
      label: 'Profile served',
      definition: 'Profession or theme limit.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'rule_refugee_criteria',
      label: 'Meets refugee criteria',
      definition: 'For resettlement.',
      source:
        'https://www.frontlinedefenders.org/en/canada-program-canada-global-refugee-stream-human-rights-defenders',
    },
    {
      code: 'rule_suspended',
      label: 'Programme suspended',
      definition: 'Not taking requests until a date.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    {
      code: 'rule_quota_full',
      label: 'Places full',
      definition: 'Allocation used up.',
      source:
        'https://www.frontlinedefenders.org/en/canada-program-canada-global-refugee-stream-human-rights-defenders',
    },
    {
      code: 'rule_call_window',
      label: 'Call window',
      definition: 'Applications only in a period.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'rule_three_part',
      label: 'Defender, danger and need',
      definition: 'The three tests and the causal link are argued.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'rule_home_or_recent',
      label: 'At home or only recently left',
      definition: 'Still in the country, or left within a period.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'rule_excluded_costs',
      label: 'Costs not paid',
      definition: 'Kinds of cost that are never paid.',
      source: 'https://pressprotect.ecpmf.eu/fund/protection-grants-li',
    },
    {
      code: 'rule_recent_profession',
      label: 'Recently in the profession',
      definition: 'Worked in it within a period.',
      source: 'https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    {
      code: 'rule_history',
      label: 'Documented history',
      definition: 'A history of work that can be shown, registered or not.',
      source: 'http://www.ccc-tck.org.ua/eng/news/35/',
    },
    {
      code: 'rule_registered',
      label: 'Registered body',
      definition: 'Only for bodies that are registered.',
      source: 'default',
    },
    {
      code: 'rule_unanticipated',
      label: 'Unforeseen and urgent in time',
      definition: 'Could not be planned and cannot wait.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'rule_peer_support',
      label: 'Supported by peers',
      definition: 'Others of the movement stand behind it.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'rule_consent',
      label: 'Her consent',
      definition: 'She agrees that the programme learns of her.',
      source: 'default',
    },
    {
      code: 'rule_question',
      label: 'A question of its own',
      definition: 'Answered with yes or no.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `programme_rule`. */
export type ProgrammeRule = CodeOf<typeof programmeRule>;
