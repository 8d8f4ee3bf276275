import type { CodeList, CodeOf } from '../list.ts';

/** Where the person stands at follow-up; several may apply. */
export const outcome = {
  name: 'outcome',
  label: 'Outcomes',
  description: 'Where the person stands at follow-up; several may apply.',
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'out_continued_work',
      label: 'Continued rights work',
      definition: 'Kept working.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'out_resumed_work',
      label: 'Resumed rights work',
      definition: 'Restarted after a pause.',
      source: 'https://frontlinedefenders.org/fr/resource-publication/dispatches-2017',
    },
    {
      code: 'out_changed_method',
      label: 'Changed way of working',
      definition: 'Different methods or place.',
      source: 'https://crd.org/sv/2019/01/21/akutfonden-2018-i-siffror/',
    },
    {
      code: 'out_paused_work',
      label: 'Paused rights work',
      definition: 'Not for now.',
      source:
        'https://justiceandpeace.nl/en/shelter-city-impact-study-exploring-the-impact-of-a-decade-of-temporary-relocation-experiences',
    },
    {
      code: 'out_stopped_work',
      label: 'Stopped rights work',
      definition: 'Ended, by choice or force.',
      source: 'https://teslavision.tv/?p=55736',
    },
    {
      code: 'out_feels_safer',
      label: 'Feels safer',
      definition: 'Self-reported.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    {
      code: 'out_not_safer',
      label: 'Does not feel safer',
      definition: 'Self-reported.',
      source:
        'https://gopherproxy.meulie.net/magical.fish/0/feeds/news/freedomhouse/2025/09/2025-09%2520Rethinking%2520Human%2520Rights%2520Protection-From%2520Crisis%2520Response%2520to%2520Sustainable%2520Systems',
    },
    {
      code: 'out_returned_home',
      label: 'Returned to own place',
      definition: 'Went back.',
      source:
        'https://justiceandpeace.nl/en/shelter-city-impact-study-exploring-the-impact-of-a-decade-of-temporary-relocation-experiences',
    },
    {
      code: 'out_returned_elsewhere_home',
      label: 'Returned, different place',
      definition: 'Same country, other area.',
      source: 'https://slideplayer.com./slide/2664629',
    },
    {
      code: 'out_third_country',
      label: 'Moved to a third country',
      definition: 'Onward.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'out_extended_stay',
      label: 'Stay extended',
      definition: 'Same host.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'out_asylum_sought',
      label: 'Asylum sought',
      definition: 'Claim lodged.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-pathways-out-of-relocation-programmes',
    },
    {
      code: 'out_protection_granted',
      label: 'Protection granted',
      definition: 'Refugee or other.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'out_resettled',
      label: 'Resettled',
      definition: 'Permanent admission.',
      source:
        'https://www.canada.ca/en/immigration-refugees-citizenship/news/2023/07/canada-doubles-resettlement-spaces-for-human-rights-defenders.html',
    },
    {
      code: 'out_long_term_permit',
      label: 'Long-term permit obtained',
      definition: 'Work, study, national interest.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'out_family_reunited',
      label: 'Family reunited',
      definition: 'With relatives.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'out_released',
      label: 'Released or charges dropped',
      definition: 'Legal relief.',
      source: 'https://www.protectdefenders.eu/en/advocacy.html',
    },
    {
      code: 'out_new_threat',
      label: 'New threat',
      definition: 'Targeted again.',
      source:
        'https://defenddefenders.org/publication/exiled-limbo-support-mechanisms-human-rights-defenders-exile-kenya-uganda-rwanda',
    },
    { code: 'out_detained_again', label: 'Detained', definition: 'After support.', source: 'default' },
    {
      code: 'out_returned_forced',
      label: 'Forcibly returned',
      definition: 'Against will.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'out_died',
      label: 'Died',
      definition: 'Any cause; record link.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    { code: 'out_unknown', label: 'Unknown', definition: 'No news.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `outcome`. */
export type Outcome = CodeOf<typeof outcome>;
