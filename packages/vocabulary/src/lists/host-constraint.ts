import type { CodeList, CodeOf } from '../list.ts';

/** What rules a match out or needs care; set by person, host or assessor. */
export const hostConstraint = {
  name: 'host_constraint',
  label: 'Host and destination constraints',
  description: 'What rules a match out or needs care; set by person, host or assessor.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'hc_extradition_risk',
      label: 'Extradition risk',
      definition: 'Treaty or practice with origin state.',
      source: 'https://informahealthcare.com/doi/full/10.1080/13510347.2023.2267448',
    },
    {
      code: 'hc_interpol_risk',
      label: 'INTERPOL exposure',
      definition: 'Arrest on notices likely.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'hc_hostile_consulate',
      label: 'Hostile consulate nearby',
      definition: 'Mission active against exiles.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'hc_origin_influence',
      label: 'Strong origin-state influence',
      definition: 'Politics, business or media ties.',
      source: 'https://informahealthcare.com/doi/full/10.1080/13510347.2023.2267448',
    },
    {
      code: 'hc_agents_visa_free',
      label: 'Agents enter easily',
      definition: 'Visa-free or shared border.',
      source: 'https://informahealthcare.com/doi/full/10.1080/13510347.2023.2267448',
    },
    {
      code: 'hc_diaspora_hostile',
      label: 'Hostile or watched diaspora',
      definition: 'Informants or factions.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'hc_refoulement_record',
      label: 'Refoulement record',
      definition: 'Returns people unlawfully.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'hc_criminalises_sogiesc',
      label: 'Criminalises LGBTIQ+ people',
      definition: 'Law or practice.',
      source: 'http://www.heymissk.com/2019/06/feel-good-friday-rainbow-railroad.html',
    },
    {
      code: 'hc_racism',
      label: 'Racist violence or exclusion',
      definition: 'Local climate.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'hc_armed_conflict',
      label: 'Conflict or disaster',
      definition: 'Place unsafe.',
      source: 'https://crd.org/2022/03/17/emergency-fund-2021-in-numbers',
    },
    {
      code: 'hc_phone_id_tracking',
      label: 'SIM and ID tracking',
      definition: 'Registration exposes location.',
      source: 'default',
    },
    {
      code: 'hc_transit_risk',
      label: 'Unsafe transit',
      definition: 'Route crosses risk.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'hc_visa_unlikely',
      label: 'Visa unlikely',
      definition: 'Consulate practice.',
      source: 'https://fra.europa.eu/sl/news/2023/how-better-support-human-rights-defenders-need-protection',
    },
    {
      code: 'hc_visa_slow',
      label: 'Visa slow',
      definition: 'Months.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
    {
      code: 'hc_no_family',
      label: 'No family accepted',
      definition: 'Single guests only.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'hc_max_household',
      label: 'Household limit',
      definition: 'Number stated.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'hc_language_required',
      label: 'Language required',
      definition: 'Level stated.',
      source: 'https://artinfoland.com/event/martin-roth-scholarship',
    },
    {
      code: 'hc_return_required',
      label: 'Return required',
      definition: 'Must go back.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'hc_fixed_dates',
      label: 'Fixed dates',
      definition: 'Arrival window.',
      source:
        'http://www.globalobservers.net/human-rights/call-for-application-shelter-city-for-human-rights-defenders/',
    },
    {
      code: 'hc_profession_only',
      label: 'Certain professions only',
      definition: 'For example writers.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'hc_no_work',
      label: 'No paid work',
      definition: 'By visa.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'hc_no_medical_specialist',
      label: 'No specialist care',
      definition: 'Health need unmet.',
      source: 'default',
    },
    {
      code: 'hc_not_accessible',
      label: 'Not accessible',
      definition: 'Barriers.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'hc_smoke_pets_diet',
      label: 'House rules',
      definition: 'Smoking, pets, diet.',
      source: 'default',
    },
    {
      code: 'hc_publicity_condition',
      label: 'Publicity condition',
      definition: 'Host wants visibility.',
      source: 'https://www.amsher.org/justice-peace-shelter-initiative/',
    },
    {
      code: 'hc_reporting_condition',
      label: 'Reporting condition',
      definition: 'Institution or funder asks for details.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'hc_person_excludes',
      label: 'Person excludes this place',
      definition: 'No reason needed.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'hc_same_origin_guest',
      label: 'Another guest from same origin',
      definition: 'May be risk or comfort; ask.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `host_constraint`. */
export type HostConstraint = CodeOf<typeof hostConstraint>;
