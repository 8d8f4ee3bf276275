import type { CodeList, CodeOf } from '../list.ts';

/** Group membership that changes risk or care. Never required, never inferred. */
export const populationGroup = {
  name: 'population_group',
  label: 'Population group (volunteered only)',
  description: 'Group membership that changes risk or care. Never required, never inferred.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'grp_woman',
      label: 'Woman',
      definition: 'Self-described woman.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    { code: 'grp_man', label: 'Man', definition: 'Self-described man.', source: 'default' },
    {
      code: 'grp_nonbinary',
      label: 'Non-binary or other gender',
      definition: 'Self-described gender outside the binary.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'grp_trans',
      label: 'Trans',
      definition: 'Self-described trans person.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'grp_lgb',
      label: 'Lesbian, gay, bisexual, queer',
      definition: 'Self-described orientation.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'grp_intersex',
      label: 'Intersex',
      definition: 'Self-described sex characteristics.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'grp_indigenous',
      label: 'Indigenous person',
      definition: 'Belongs to an Indigenous people.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'grp_minority',
      label: 'Ethnic, religious or linguistic minority',
      definition: 'Belongs to a minority at home or in the host place.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'grp_disability',
      label: 'Person with a disability',
      definition: 'Lives with a disability; ask about access, not diagnosis.',
      source: 'https://emhrf.org/criteria/',
    },
    { code: 'grp_older', label: 'Older person', definition: 'Age changes needs or risk.', source: 'default' },
    {
      code: 'grp_youth',
      label: 'Young adult',
      definition: 'Age changes needs or risk.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'grp_child',
      label: 'Child under 18',
      definition: 'Under 18; safeguarding rules apply.',
      source: 'default',
    },
    {
      code: 'grp_single_carer',
      label: 'Sole carer',
      definition: 'Sole adult caring for children or others.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'grp_rural_remote',
      label: 'Rural or remote',
      definition: 'Lives far from services and networks.',
      source: 'https://emhrf.org/criteria/',
    },
    {
      code: 'grp_stateless',
      label: 'Stateless',
      definition: 'Not recognised as a national by any state.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'grp_prefer_not_say',
      label: 'Prefers not to say',
      definition: 'Person declined; store the refusal, not a guess.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `population_group`. */
export type PopulationGroup = CodeOf<typeof populationGroup>;
