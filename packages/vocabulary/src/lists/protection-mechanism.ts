import type { CodeList, CodeOf } from '../list.ts';

/** Where a case or pattern can be taken. */
export const protectionMechanism = {
  name: 'protection_mechanism',
  label: 'Protection and accountability mechanisms',
  description: 'Where a case or pattern can be taken.',
  multi: true,
  ordered: false,
  sensitivity: 1,
  extensible: true,
  items: [
    {
      code: 'mech_sr_hrd',
      label: 'UN Special Rapporteur on defenders',
      definition: 'Urgent appeals and allegation letters.',
      source: 'http://www.ohchr.org/EN/Issues/SRHRDefenders/Pages/Complaints.aspx',
    },
    {
      code: 'mech_sr_expression',
      label: 'UN Special Rapporteur on expression',
      definition: 'Speech and journalists.',
      source: 'https://teslavision.tv/?p=55736',
    },
    {
      code: 'mech_wgad',
      label: 'Working Group on Arbitrary Detention',
      definition: 'Opinions and appeals.',
      source: 'https://www.ohchr.org/en/special-procedures/wg-arbitrary-detention',
    },
    {
      code: 'mech_wgeid',
      label: 'Working Group on Disappearances',
      definition: 'Six required elements; family consent.',
      source: 'http://rightsupdate.blogspot.in/p/action.html',
    },
    {
      code: 'mech_sr_torture',
      label: 'UN Special Rapporteur on torture',
      definition: 'Urgent appeals.',
      source: 'https://www.ohchr.org/en/special-procedures/sr-torture',
    },
    {
      code: 'mech_treaty_body',
      label: 'UN treaty bodies',
      definition: 'Individual complaints, interim measures.',
      source: 'https://www.ohchr.org/en/treaty-bodies',
    },
    {
      code: 'mech_un_reprisals',
      label: 'UN reprisals procedure',
      definition: "Secretary-General's annual report.",
      source:
        'https://ishr.ch/latest-updates/un-chief-warns-of-rising-transnational-repression-of-human-rights-defenders',
    },
    {
      code: 'mech_upr',
      label: 'Universal Periodic Review',
      definition: 'State peer review.',
      source: 'https://www.ohchr.org/en/hr-bodies/upr/upr-home',
    },
    {
      code: 'mech_ohchr_field',
      label: 'OHCHR field presence',
      definition: 'Monitoring and support.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'mech_unhcr',
      label: 'UNHCR',
      definition: 'Registration, status, resettlement.',
      source:
        'https://www.canada.ca/en/immigration-refugees-citizenship/news/2021/07/providing-protection-to-human-rights-defenders-at-risk.html',
    },
    {
      code: 'mech_iachr',
      label: 'Inter-American Commission',
      definition: 'Precautionary measures.',
      source: 'https://www.oas.org/en/iachr/decisions/precautionary.asp',
    },
    {
      code: 'mech_achpr_sr',
      label: 'African Commission rapporteur',
      definition: 'Defenders mandate.',
      source: 'https://achpr.au.int/en/mechanisms',
    },
    {
      code: 'mech_ecthr_rule39',
      label: 'European Court interim measures',
      definition: 'Rule 39, stops removal.',
      source: 'https://www.echr.coe.int/interim-measures',
    },
    {
      code: 'mech_coe_commissioner',
      label: 'Council of Europe Commissioner',
      definition: 'Dialogue and visits.',
      source: 'https://www.coe.int/en/web/commissioner',
    },
    {
      code: 'mech_odihr',
      label: 'OSCE/ODIHR',
      definition: 'Monitoring and advice.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'mech_eu_delegation',
      label: 'EU delegations and member missions',
      definition: 'Visits, trial observation, visas.',
      source: 'https://www.europarl.europa.eu/doceo/document/E-9-2024-000459-ASW_EN.html',
    },
    {
      code: 'mech_protectdefenders',
      label: 'EU defenders mechanism',
      definition: 'Grants, relocation, helpline.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'mech_eutrp',
      label: 'EU Temporary Relocation Platform',
      definition: 'Host and funder network.',
      source: 'https://eutrp.eu',
    },
    {
      code: 'mech_national_scheme',
      label: 'National protection mechanism',
      definition: 'State scheme for defenders.',
      source: 'default',
    },
    {
      code: 'mech_nhri',
      label: 'National human rights institution',
      definition: 'Complaints and protection.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'mech_interpol_ccf',
      label: "Commission for the Control of INTERPOL's Files",
      definition: 'Access and deletion requests.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'mech_host_police',
      label: 'Police or TNR focal point',
      definition: 'Report and protection in host state.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'mech_asylum_authority',
      label: 'Asylum authority',
      definition: 'Protection claim.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'mech_court_host',
      label: 'Host-state court',
      definition: 'Appeal, injunction, universal jurisdiction.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'mech_sanctions',
      label: 'Targeted sanctions',
      definition: 'Dossier to a sanctions authority.',
      source: 'default',
    },
    {
      code: 'mech_icc',
      label: 'International Criminal Court',
      definition: 'Communication to the Prosecutor.',
      source: 'https://www.icc-cpi.int',
    },
    {
      code: 'mech_platform_trust',
      label: 'Technology platform',
      definition: 'Takedown, account recovery.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'mech_digital_helpline',
      label: 'Digital security helpline',
      definition: 'Incident response.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'mech_emergency_helpline',
      label: "24/7 defenders' helpline",
      definition: 'Immediate contact.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'mech_peer_network',
      label: 'Peer coordination network',
      definition: 'Journalists in distress, CiviCERT, coalitions.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `protection_mechanism`. */
export type ProtectionMechanism = CodeOf<typeof protectionMechanism>;
