// biome-ignore-all lint/style/noExcessiveLinesPerFile: one list is one file, and it is a table
import type { CodeList, CodeOf } from '../list.ts';

/** Open needs by domain ('parent' is the domain). */
export const needInExile = {
  name: 'need_in_exile',
  label: 'Needs in exile',
  description: "Open needs by domain ('parent' is the domain).",
  multi: true,
  ordered: false,
  sensitivity: 3,
  extensible: true,
  items: [
    {
      code: 'need_dom_legal',
      label: 'Legal status',
      definition: 'Domain: right to stay and procedures.',
      source: 'https://cpj.org/issue/world-refugee-day-2025/',
    },
    {
      code: 'need_residence_permit',
      parent: 'need_dom_legal',
      label: 'Residence permit',
      definition: 'Obtain, renew or change a permit.',
      source: 'https://cpj.org/issue/world-refugee-day-2025/',
    },
    {
      code: 'need_asylum_advice',
      parent: 'need_dom_legal',
      label: 'Asylum advice and representation',
      definition: 'Understand and pursue protection.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-when-safe-return-is-not-possible',
    },
    {
      code: 'need_status_appeal',
      parent: 'need_dom_legal',
      label: 'Appeal or urgent legal defence',
      definition: 'Challenge refusal, detention, extradition.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'need_right_to_work',
      parent: 'need_dom_legal',
      label: 'Right to work',
      definition: 'Permit or recognition of the right.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'need_dom_documents',
      label: 'Documents and mobility',
      definition: 'Domain: papers and travel.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'need_passport_replacement',
      parent: 'need_dom_documents',
      label: 'Passport or travel document',
      definition: 'Replace what the origin state withholds.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'need_civil_status',
      parent: 'need_dom_documents',
      label: 'Civil status records',
      definition: 'Birth, marriage, death, custody papers.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'need_visa_mobility',
      parent: 'need_dom_documents',
      label: 'Visa for work travel',
      definition: 'Multiple-entry visa to keep working.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'need_dom_safety',
      label: 'Safety',
      definition: 'Domain: protection from threats.',
      source:
        'https://defenddefenders.org/publication/exiled-limbo-support-mechanisms-human-rights-defenders-exile-kenya-uganda-rwanda',
    },
    {
      code: 'need_physical_safety',
      parent: 'need_dom_safety',
      label: 'Physical safety',
      definition: 'Safe address, police contact, alarms.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'need_digital_safety',
      parent: 'need_dom_safety',
      label: 'Digital safety',
      definition: 'Devices, accounts, hygiene.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'need_tnr_response',
      parent: 'need_dom_safety',
      label: 'Response to transnational repression',
      definition: 'Report, legal action, relocation.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'need_dom_subsistence',
      label: 'Housing and income',
      definition: 'Domain: living.',
      source: 'https://cpj.org/issue/world-refugee-day-2025/',
    },
    {
      code: 'need_housing_short',
      parent: 'need_dom_subsistence',
      label: 'Short-term housing',
      definition: 'First weeks.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'need_housing_long',
      parent: 'need_dom_subsistence',
      label: 'Long-term housing',
      definition: 'Stable home.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-accommodation',
    },
    {
      code: 'need_subsistence',
      parent: 'need_dom_subsistence',
      label: 'Living costs',
      definition: 'Food, utilities, transport.',
      source: 'https://agir-ensemble-droits-humains.org/je-suis-en-danger',
    },
    {
      code: 'need_bank_account',
      parent: 'need_dom_subsistence',
      label: 'Bank account',
      definition: 'Receive and pay.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-arrival',
    },
    {
      code: 'need_debt_relief',
      parent: 'need_dom_subsistence',
      label: 'Debt or sanctions problem',
      definition: 'Debts, frozen funds.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'need_dom_health',
      label: 'Health and psychosocial',
      definition: 'Domain: body and mind.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
    {
      code: 'need_medical_care',
      parent: 'need_dom_health',
      label: 'Medical care',
      definition: 'Treatment, medicine, insurance.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
    {
      code: 'need_mental_health',
      parent: 'need_dom_health',
      label: 'Mental health support',
      definition: 'Counselling or therapy by choice.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
    {
      code: 'need_rehabilitation',
      parent: 'need_dom_health',
      label: 'Rehabilitation after torture',
      definition: 'Specialist care and documentation.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'need_rest',
      parent: 'need_dom_health',
      label: 'Rest and respite',
      definition: 'Time without demands.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'need_peer_support',
      parent: 'need_dom_health',
      label: 'Peer support',
      definition: 'Contact with others in exile.',
      source:
        'https://sheltercity.org/five-regional-webinars-bring-together-the-shelter-city-alumni-community/',
    },
    {
      code: 'need_dom_family',
      label: 'Family',
      definition: 'Domain: relatives.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'need_family_reunification',
      parent: 'need_dom_family',
      label: 'Family reunification',
      definition: 'Bring relatives legally.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'need_family_safety_home',
      parent: 'need_dom_family',
      label: 'Safety of relatives at home',
      definition: 'Protect those left behind.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'need_childcare_school',
      parent: 'need_dom_family',
      label: 'School and childcare',
      definition: 'Places, language help.',
      source:
        'https://yorkunescochairhrds.org/university-guidelines-will-the-programme-support-participants-families-or-other-dependants',
    },
    {
      code: 'need_dom_integration',
      label: 'Language, work and study',
      definition: 'Domain: building a life.',
      source: 'https://www.readkong.com/page/home-office-indicators-of-integration-framework-2019-2837535',
    },
    {
      code: 'need_language_course',
      parent: 'need_dom_integration',
      label: 'Language course',
      definition: 'Learn the host language.',
      source: 'https://contemporaryand.com/exhibition/support-for-artists-at-risk/',
    },
    {
      code: 'need_job_search',
      parent: 'need_dom_integration',
      label: 'Employment or freelance support',
      definition: 'Find and keep work.',
      source: 'https://teslavision.tv/?p=55736',
    },
    {
      code: 'need_credential_recognition',
      parent: 'need_dom_integration',
      label: 'Credential recognition',
      definition: 'Have qualifications accepted.',
      source: 'https://teslavision.tv/?p=55736',
    },
    {
      code: 'need_education',
      parent: 'need_dom_integration',
      label: 'Study or training',
      definition: 'Course, scholarship, skills.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-longer-term-duty-of-care',
    },
    {
      code: 'need_digital_access',
      parent: 'need_dom_integration',
      label: 'Device and connection',
      definition: 'Phone, laptop, internet.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'need_legal_orientation',
      parent: 'need_dom_integration',
      label: 'Orientation to services',
      definition: 'How health, tax, school, law work.',
      source: 'https://fra.europa.eu/sl/news/2023/how-better-support-human-rights-defenders-need-protection',
    },
    {
      code: 'need_dom_rights_work',
      label: 'Continuing rights work',
      definition: 'Domain: staying a defender.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'need_org_registration',
      parent: 'need_dom_rights_work',
      label: 'Register an organisation',
      definition: 'Legal home or fiscal host.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'need_work_funding',
      parent: 'need_dom_rights_work',
      label: 'Funding for rights work',
      definition: 'Flexible, multi-year money.',
      source: 'https://osce.org/odihr/554482',
    },
    {
      code: 'need_workspace_tools',
      parent: 'need_dom_rights_work',
      label: 'Workspace and tools',
      definition: 'Office, equipment, software.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'need_safe_contact_sources',
      parent: 'need_dom_rights_work',
      label: 'Safe contact with sources',
      definition: 'Keep documenting without exposing people.',
      source:
        'https://norskpen.no/eng/at-least-26-governments-accused-of-harassing-and-threatening-exiles-in-america-and-europe-freedom-house-report-reveals/',
    },
    {
      code: 'need_advocacy_access',
      parent: 'need_dom_rights_work',
      label: 'Access to decision-makers',
      definition: 'UN, EU, parliaments, media.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'need_capacity_building',
      parent: 'need_dom_rights_work',
      label: 'Capacity building',
      definition: 'Security, advocacy, documentation training.',
      source:
        'https://protectdefenders.eu/protectdefenders-eu-annual-report-a-year-of-action-solidarity-and-frontline-support-for-defenders-at-risk/?lang=ru',
    },
    {
      code: 'need_dom_social',
      label: 'Social connection',
      definition: 'Domain: belonging.',
      source:
        'https://pbi-kenya.org/en/news/exiled-human-rights-defenders-challenges-gaps-and-potential-ways-forward',
    },
    {
      code: 'need_community',
      parent: 'need_dom_social',
      label: 'Community and friendship',
      definition: 'Reduce isolation.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'need_anti_discrimination',
      parent: 'need_dom_social',
      label: 'Help with discrimination',
      definition: 'Racism, homophobia, exclusion.',
      source:
        'https://www.rainbowrailroad.org/the-latest/understanding-the-post-relocation-experience-voices-from-the-lgbtqi-community',
    },
    {
      code: 'need_faith_culture',
      parent: 'need_dom_social',
      label: 'Faith and culture',
      definition: 'Spiritual and cultural life.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-health-and-wellbeing',
    },
    { code: 'need_other', label: 'Other need', definition: 'Describe.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `need_in_exile`. */
export type NeedInExile = CodeOf<typeof needInExile>;
