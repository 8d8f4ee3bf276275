import type { CodeList, CodeOf } from '../list.ts';

/** To whom a recommendation is made. */
export const recommendationStakeholder = {
  name: 'recommendation_stakeholder',
  label: 'Recommendation addressees',
  description: 'To whom a recommendation is made.',
  multi: true,
  ordered: false,
  sensitivity: 0,
  extensible: true,
  items: [
    {
      code: 'stk_host_state',
      label: 'Host state',
      definition: 'Country of exile.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_origin_state',
      label: 'Origin state',
      definition: 'Country left.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'stk_eu',
      label: 'European Union',
      definition: 'Institutions and member states acting as such.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_un',
      label: 'United Nations',
      definition: 'OHCHR, mandates, Council.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'stk_regional_body',
      label: 'Regional body',
      definition: 'OSCE, Council of Europe, OAS, AU.',
      source: 'https://www.miragenews.com/stronger-protection-needed-for-human-rights-1552552',
    },
    {
      code: 'stk_unhcr',
      label: 'UNHCR and refugee bodies',
      definition: 'Refugee protection.',
      source:
        'https://pbi-kenya.org/en/news/exiled-human-rights-defenders-challenges-gaps-and-potential-ways-forward',
    },
    {
      code: 'stk_interpol',
      label: 'INTERPOL',
      definition: 'Police cooperation body.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'stk_local_authority',
      label: 'Local authority',
      definition: 'City, region.',
      source: 'https://hrdrelocation.eu/en/get_involved',
    },
    {
      code: 'stk_university',
      label: 'University',
      definition: 'Host institution.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'stk_ngo',
      label: 'Protection NGOs',
      definition: 'Funds, shelters, networks.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_donor',
      label: 'Donors',
      definition: 'Public and private funders.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_hrd_in_exile',
      label: 'Defenders in exile',
      definition: 'Themselves.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_hrd_at_risk',
      label: 'Defenders at risk',
      definition: 'At home.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'stk_tech_company',
      label: 'Technology companies',
      definition: 'Platforms and vendors.',
      source:
        'https://ishr.ch/latest-updates/un-chief-warns-of-rising-transnational-repression-of-human-rights-defenders',
    },
    {
      code: 'stk_business',
      label: 'Business',
      definition: 'Other companies.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'stk_media',
      label: 'Media',
      definition: 'Outlets and associations.',
      source:
        'https://norskpen.no/eng/at-least-26-governments-accused-of-harassing-and-threatening-exiles-in-america-and-europe-freedom-house-report-reveals/',
    },
    {
      code: 'stk_health_provider',
      label: 'Wellbeing providers',
      definition: 'Clinicians.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `recommendation_stakeholder`. */
export type RecommendationStakeholder = CodeOf<typeof recommendationStakeholder>;
