import type { CodeList, CodeOf } from '../list.ts';

/** What is given. First eleven follow the EU mechanism's categories. */
export const supportType = {
  name: 'support_type',
  label: 'Support and grant types',
  description: "What is given. First eleven follow the EU mechanism's categories.",
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'sup_physical_security',
      label: 'Physical security',
      definition: 'Doors, cameras, alarms, guards where allowed.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_digital_security',
      label: 'Digital security',
      definition: 'Devices, software, incident response.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_communications',
      label: 'Communications',
      definition: 'Phones, connection, safe channels.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_security_training',
      label: 'Security capacity building',
      definition: 'Training, plans, coaching.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_secure_transport',
      label: 'Secure transportation',
      definition: 'Safe journeys, vehicles for hire.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_legal',
      label: 'Legal support',
      definition: 'Lawyer, fees, bail, appeals.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_medical',
      label: 'Medical support',
      definition: 'Treatment related to the threat or work.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_psychosocial',
      label: 'Psychosocial support',
      definition: 'Counselling, rehabilitation, respite.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_humanitarian_family',
      label: 'Humanitarian and family support',
      definition: 'Subsistence for defender or dependants.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_urgent_relocation',
      label: 'Urgent relocation',
      definition: 'Fast move out of danger.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_urgent_advocacy',
      label: 'Urgent monitoring and advocacy',
      definition: 'Alerts, missions, contact with authorities.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'sup_temporary_relocation',
      label: 'Temporary relocation stay',
      definition: 'Hosted stay with programme.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'sup_rest_respite',
      label: 'Rest and respite',
      definition: 'Short recuperation.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'sup_trial_monitoring',
      label: 'Trial monitoring',
      definition: 'Observers at hearings.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'sup_prison_visit',
      label: 'Prison visits and parcels',
      definition: 'Visits, food, contact.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'sup_equipment_replacement',
      label: 'Equipment replacement',
      definition: 'Replace seized or broken tools.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'sup_subsistence',
      label: 'Subsistence aid',
      definition: 'Most basic needs.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    {
      code: 'sup_organisational',
      label: 'Organisational support',
      definition: 'Core or continuity grant to a group.',
      source: 'https://protectdefenders.eu/supporting-organisations',
    },
    {
      code: 'sup_advocacy_grant',
      label: 'Advocacy or opportunity grant',
      definition: 'Short action on a sudden opening.',
      source: 'https://urgentactionfund.org/apply-for-a-grant/criteriado-i-fit/',
    },
    {
      code: 'sup_shelter_capacity',
      label: 'Shelter capacity grant',
      definition: 'Strengthens a local shelter.',
      source: 'https://protectdefenders.eu/supporting-organisations',
    },
    {
      code: 'sup_fellowship_stipend',
      label: 'Fellowship or scholarship',
      definition: 'Stipend with academic or artistic stay.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'sup_visa_support',
      label: 'Visa and document support',
      definition: 'Letters, fees, appointments.',
      source: 'https://ru24.net/english/352279451',
    },
    {
      code: 'sup_asylum_support',
      label: 'Asylum and status support',
      definition: 'Advice, evidence, accompaniment.',
      source: 'https://rsf.org/en/support-exile-journalists',
    },
    {
      code: 'sup_resettlement_referral',
      label: 'Resettlement referral',
      definition: 'Referral to a permanent pathway.',
      source:
        'https://www.frontlinedefenders.org/en/canada-program-canada-global-refugee-stream-human-rights-defenders',
    },
    {
      code: 'sup_language_training',
      label: 'Language and skills training',
      definition: 'Courses and mentoring.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'sup_job_placement',
      label: 'Work placement or start-up grant',
      definition: 'Help to earn.',
      source: 'https://defenddefenders.org/our-work/protection-and-security-management/',
    },
    {
      code: 'sup_accompaniment',
      label: 'Protective accompaniment',
      definition: 'Presence of observers.',
      source:
        'default, modelled on http://protectioninternational.org/publication/new-protection-manual-for-human-rights-defenders-3rd-edition/',
    },
    {
      code: 'sup_visibility_award',
      label: 'Visibility or award',
      definition: 'Recognition that protects.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'sup_networking',
      label: 'Networking and peer exchange',
      definition: 'Links with allies and alumni.',
      source: 'https://sheltercity.org/apply/',
    },
    {
      code: 'sup_information',
      label: 'Information and advice',
      definition: 'Answer without further service.',
      source:
        'https://www.globenewswire.com/news-release/2023/11/01/2771424/0/en/Rainbow-Railroad-rallies-to-help-LGBTQI-refugees-in-last-60-days-of-the-year.html',
    },
    {
      code: 'sup_return_reintegration',
      label: 'Return and reintegration support',
      definition: 'Costs and safety of going home.',
      source:
        'https://docslib.org/doc/2695087/manual-by-justice-and-peace-human-rights-defenders-and-security',
    },
    { code: 'sup_other', label: 'Other support', definition: 'Describe.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `support_type`. */
export type SupportType = CodeOf<typeof supportType>;
