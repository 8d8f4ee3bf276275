import type { CodeList, CodeOf } from '../list.ts';

/** First eight are Wilton Park's; others recur in exile studies. */
export const recommendationTheme = {
  name: 'recommendation_theme',
  label: 'Recommendation themes',
  description: "First eight are Wilton Park's; others recur in exile studies.",
  multi: true,
  ordered: false,
  sensitivity: 0,
  extensible: true,
  items: [
    {
      code: 'thm_legitimacy_universalism',
      label: 'Legitimacy and universalism',
      definition: 'Standing of defenders and universality of rights.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_solidarity',
      label: 'Solidarity',
      definition: 'Standing with defenders.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_accountability',
      label: 'Accountability',
      definition: 'Cost for perpetrators.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_protection_resilience',
      label: 'Protection and resilience',
      definition: 'Security and wellbeing.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_travel_relocation',
      label: 'Travel and relocation',
      definition: 'Visas, papers, places.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_access',
      label: 'Access',
      definition: 'To decision-makers, money, information.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_coordination',
      label: 'Coordination',
      definition: 'Working together.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_resourcing',
      label: 'Resourcing',
      definition: 'Money and its quality.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'thm_legal_status',
      label: 'Legal status',
      definition: 'Residence and asylum.',
      source: 'https://cpj.org/issue/world-refugee-day-2025/',
    },
    {
      code: 'thm_visa_policy',
      label: 'Visa policy',
      definition: 'Short and long stay.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'thm_services_integration',
      label: 'Services and integration',
      definition: 'Health, language, work.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'thm_family',
      label: 'Family',
      definition: 'Unity and safety of relatives.',
      source: 'https://fra.europa.eu/sl/news/2023/how-better-support-human-rights-defenders-need-protection',
    },
    {
      code: 'thm_psychosocial',
      label: 'Psychosocial wellbeing',
      definition: 'Care for defenders and staff.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
    {
      code: 'thm_tnr_response',
      label: 'Response to transnational repression',
      definition: 'Protection, investigation.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'thm_digital_security',
      label: 'Digital security',
      definition: 'Technology and surveillance.',
      source:
        'https://ishr.ch/latest-updates/un-chief-warns-of-rising-transnational-repression-of-human-rights-defenders',
    },
    {
      code: 'thm_awareness_training',
      label: 'Awareness and training',
      definition: 'Officials, police, consulates.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'thm_long_term_sustainability',
      label: 'Long-term sustainability',
      definition: 'Beyond emergency.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'thm_continuing_work',
      label: 'Continuing rights work',
      definition: 'Associate, fund, travel.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'thm_prevention',
      label: 'Prevention of exile',
      definition: 'Keep civic space open.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'thm_return',
      label: 'Return',
      definition: 'Conditions and support.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'thm_data_evidence',
      label: 'Data and evidence',
      definition: 'Knowing numbers and needs.',
      source:
        'https://ifex.org/last-year-saw-23-governments-engage-in-transnational-repression-to-silence-critics',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `recommendation_theme`. */
export type RecommendationTheme = CodeOf<typeof recommendationTheme>;
