import type { CodeList, CodeOf } from '../list.ts';

/** Kinds of hosted stay. */
export const relocationProgrammeType = {
  name: 'relocation_programme_type',
  label: 'Relocation programme types',
  description: 'Kinds of hosted stay.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'prog_safe_house',
      label: 'Safe house',
      definition: 'Concealed short stay.',
      source: 'https://defenddefenders.org/our-work/protection-and-security-management/',
    },
    {
      code: 'prog_city_shelter',
      label: 'City shelter',
      definition: 'City network hosting for months.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'prog_city_refuge',
      label: 'City of refuge residency',
      definition: 'Writer or artist, about two years.',
      source: 'https://icorn.org/faq-city-refuge',
    },
    {
      code: 'prog_hub_city',
      label: 'Hub city',
      definition: 'African city-based scheme.',
      source: 'https://africandefenders.org/what-we-do/hub-cities/',
    },
    {
      code: 'prog_university_fellowship',
      label: 'University fellowship',
      definition: 'Stay with study and mentoring.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'prog_scholar_placement',
      label: 'Scholar placement',
      definition: 'Visiting post for a threatened academic.',
      source: 'https://applications.scholarsatrisk.org/webform/application_for_assistance',
    },
    {
      code: 'prog_artist_residency',
      label: 'Artist scholarship',
      definition: 'Stay with cultural host.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'prog_journalist_house',
      label: "Journalists' house or residency",
      definition: 'Housing and support for exiled journalists.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'prog_state_scheme',
      label: 'State-funded scheme',
      definition: 'Government protection programme.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'prog_rest_respite',
      label: 'Rest and respite stay',
      definition: 'Short recuperation.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'prog_student_scheme',
      label: 'Student at risk scheme',
      definition: 'Degree scholarship.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-longer-term-duty-of-care',
    },
    {
      code: 'prog_family_host',
      label: 'Private or family hosting',
      definition: 'Hosted by residents.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'prog_self_arranged',
      label: 'Self-arranged with grant',
      definition: 'Person organises, fund pays.',
      source: 'https://crd.org/emergency-fund/faq/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `relocation_programme_type`. */
export type RelocationProgrammeType = CodeOf<typeof relocationProgrammeType>;
