import type { CodeList, CodeOf } from '../list.ts';

/** Status in the country of stay, with dates. */
export const immigrationStatus = {
  name: 'immigration_status',
  label: 'Immigration status',
  description: 'Status in the country of stay, with dates.',
  multi: false,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'imm_national',
      label: 'National',
      definition: 'Citizen of the country of stay.',
      source: 'default',
    },
    {
      code: 'imm_visa_free',
      label: 'Visa-free stay',
      definition: 'Lawful short stay without visa.',
      source: 'default, modelled on http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_short_stay',
      label: 'Short-stay visa holder',
      definition: 'Visitor, up to 90 in 180 days in Schengen.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_long_stay',
      label: 'Long-stay visa holder',
      definition: 'National visa.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_residence_temporary',
      label: 'Temporary residence permit',
      definition: 'Time-limited permit.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_residence_permanent',
      label: 'Permanent residence',
      definition: 'No time limit.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'imm_humanitarian',
      label: 'Humanitarian permit',
      definition: 'Granted on humanitarian ground.',
      source: 'http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_asylum_seeker',
      label: 'Asylum seeker',
      definition: 'Claim lodged, not decided.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'imm_asylum_appeal',
      label: 'Asylum appeal',
      definition: 'Refused, appeal pending.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'imm_refugee',
      label: 'Refugee',
      definition: 'Recognised under the 1951 Convention.',
      source: 'http://www.unhcr.org/publications/16-chapter-3-unblocking-durable-solutions.html',
    },
    {
      code: 'imm_subsidiary',
      label: 'Subsidiary protection',
      definition: 'Serious-harm protection in EU law.',
      source: 'default, modelled on http://fra.europa.eu/en/publication/2023/human-rights-defenders?page=1',
    },
    {
      code: 'imm_temporary_protection',
      label: 'Temporary protection',
      definition: 'Group protection, mass arrival.',
      source: 'default',
    },
    { code: 'imm_tolerated', label: 'Tolerated stay', definition: 'Removal suspended.', source: 'default' },
    {
      code: 'imm_stateless_recognised',
      label: 'Recognised stateless person',
      definition: 'Status determined.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'imm_irregular',
      label: 'Irregular',
      definition: 'No permission to stay.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'imm_detained',
      label: 'Immigration detention',
      definition: 'Held under immigration law.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'imm_removal_order',
      label: 'Removal order',
      definition: 'Ordered to leave.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'imm_unhcr_registered',
      label: 'UNHCR-registered',
      definition: 'Registered or mandate refugee.',
      source:
        'https://pbi-kenya.org/en/news/exiled-human-rights-defenders-challenges-gaps-and-potential-ways-forward',
    },
    { code: 'imm_unknown', label: 'Unknown', definition: 'Not asked or unclear.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `immigration_status`. */
export type ImmigrationStatus = CodeOf<typeof immigrationStatus>;
