import type { CodeList, CodeOf } from '../list.ts';

/** Route used for entry or stay. */
export const visaPermitType = {
  name: 'visa_permit_type',
  label: 'Visa and permit types',
  description: 'Route used for entry or stay.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'visa_c_uniform',
      label: 'Schengen short-stay visa',
      definition: 'Type C, uniform.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_c_ltv',
      label: 'Limited territorial validity visa',
      definition: 'Type C valid in one or some states.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_c_multiple',
      label: 'Multiple-entry visa',
      definition: 'Several entries over years.',
      source:
        'https://frontlinedefenders.org/en/statement-report/joint-statement-international-civil-society-organisations-call-effective-and',
    },
    {
      code: 'visa_d_national',
      label: 'National long-stay visa',
      definition: 'Type D.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_humanitarian',
      label: 'Humanitarian visa',
      definition: 'National humanitarian route.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_national_interest',
      label: 'National or political interest permit',
      definition: "Admission in the state's interest.",
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_study',
      label: 'Study visa',
      definition: 'Enrolment based.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'visa_research_scholar',
      label: 'Research or scholar visa',
      definition: 'Hosted academic.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
    {
      code: 'visa_artist_residency',
      label: 'Cultural or scholarship visa',
      definition: 'Artist stay; may bar paid work.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'visa_work_talent',
      label: 'Work or talent visa',
      definition: 'Employment or business.',
      source: 'default',
    },
    {
      code: 'visa_visitor',
      label: 'Visitor visa',
      definition: 'Short visit outside Schengen.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-how-and-when-will-you-begin-the-selection-process',
    },
    {
      code: 'visa_transit',
      label: 'Transit visa',
      definition: 'Airport or land transit.',
      source: 'default',
    },
    {
      code: 'visa_emergency_journalist',
      label: 'Emergency visa',
      definition: 'Fast route for those in danger.',
      source: 'https://blackstarnews.com/forced-to-flee-exiled-journalists-remain-unsafe/',
    },
    { code: 'visa_family', label: 'Family reunification', definition: 'Join a relative.', source: 'default' },
    {
      code: 'visa_resettlement',
      label: 'Resettlement admission',
      definition: 'State-selected refugee.',
      source:
        'https://www.canada.ca/en/immigration-refugees-citizenship/news/2023/07/canada-doubles-resettlement-spaces-for-human-rights-defenders.html',
    },
    {
      code: 'visa_private_sponsorship',
      label: 'Private sponsorship',
      definition: 'Community-sponsored.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'visa_asylum_territorial',
      label: 'Asylum claim on arrival',
      definition: 'No visa; claim in territory.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `visa_permit_type`. */
export type VisaPermitType = CodeOf<typeof visaPermitType>;
