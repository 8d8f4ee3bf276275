// biome-ignore-all lint/style/noExcessiveLinesPerFile: one list is one file, and it is a table
import type { CodeList, CodeOf } from '../list.ts';

/** What was done or threatened. 'parent' groups follow the UN indicator families where they exist. */
export const violationType = {
  name: 'violation_type',
  label: 'Violations, threats and attacks',
  description:
    "What was done or threatened. 'parent' groups follow the UN indicator families where they exist.",
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'vio_life',
      label: 'Attack on life',
      definition: 'Group: killing and attempts.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_killing',
      parent: 'vio_life',
      label: 'Killing',
      definition: 'Unlawful killing connected with rights work.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_attempted_killing',
      parent: 'vio_life',
      label: 'Attempted killing',
      definition: 'Act intended to kill that failed.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_death_threat',
      parent: 'vio_life',
      label: 'Death threat',
      definition: 'Declared intention to kill.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_enforced_disappearance',
      parent: 'vio_life',
      label: 'Enforced disappearance',
      definition: 'Deprivation of liberty by or with the state, followed by denial of fate or place.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_integrity',
      label: 'Physical and mental integrity',
      definition: 'Group: violence and ill-treatment.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_torture',
      parent: 'vio_integrity',
      label: 'Torture',
      definition: 'Severe pain inflicted intentionally for a purpose, with official involvement.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_ill_treatment',
      parent: 'vio_integrity',
      label: 'Other ill-treatment',
      definition: 'Cruel, inhuman or degrading treatment below torture.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_physical_attack',
      parent: 'vio_integrity',
      label: 'Physical attack',
      definition: 'Assault, beating or other violence.',
      source: 'http://www.frontlinedefenders.org/node/547',
    },
    {
      code: 'vio_sexual_violence',
      parent: 'vio_integrity',
      label: 'Sexual violence',
      definition: 'Rape or other sexual abuse.',
      source:
        'https://issuu.com/csugraphicdesign_portmacquarie/docs/nhrf_security_guidelines-singlepages/s/14482588',
    },
    {
      code: 'vio_sexual_harassment',
      parent: 'vio_integrity',
      label: 'Sexual harassment',
      definition: 'Unwanted sexual conduct or threats.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_kidnapping',
      parent: 'vio_integrity',
      label: 'Kidnapping or abduction',
      definition: 'Taking a person by force or deceit.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_gbv_private',
      parent: 'vio_integrity',
      label: 'Violence in the private sphere',
      definition: 'Family or community violence used to stop the work.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'vio_psychological_pressure',
      parent: 'vio_integrity',
      label: 'Severe psychological pressure',
      definition: 'Sustained intimidation causing distress.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'vio_liberty',
      label: 'Liberty and justice',
      definition: 'Group: arrest, detention, prosecution.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'vio_arbitrary_arrest',
      parent: 'vio_liberty',
      label: 'Arbitrary arrest or detention',
      definition: 'Deprivation of liberty without lawful basis or as punishment for rights.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_incommunicado',
      parent: 'vio_liberty',
      label: 'Incommunicado detention',
      definition: 'Detention without contact with lawyer or family.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'vio_house_arrest',
      parent: 'vio_liberty',
      label: 'House arrest',
      definition: 'Confinement at home by order or force.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_summons_interrogation',
      parent: 'vio_liberty',
      label: 'Summons or interrogation',
      definition: 'Called or taken for questioning.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_judicial_harassment',
      parent: 'vio_liberty',
      label: 'Judicial harassment',
      definition: 'Repeated or baseless proceedings.',
      source: 'https://protectdefenders.eu/key-trends-in-attacks-against-human-rights-defenders-in-2025',
    },
    {
      code: 'vio_criminal_charge',
      parent: 'vio_liberty',
      label: 'Criminal charge',
      definition: 'Formal accusation, whatever the article.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_unfair_trial',
      parent: 'vio_liberty',
      label: 'Unfair trial or sentence',
      definition: 'Conviction without fair-trial guarantees, incl. in absentia.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_terror_listing',
      parent: 'vio_liberty',
      label: 'Terrorist or extremist listing',
      definition: 'Official designation used against dissent.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_slapp',
      parent: 'vio_liberty',
      label: 'Abusive civil lawsuit',
      definition: 'Lawsuit meant to exhaust or silence.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_movement',
      label: 'Movement and documents',
      definition: 'Group: travel and identity papers.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'vio_travel_ban',
      parent: 'vio_movement',
      label: 'Travel ban',
      definition: 'Forbidden to leave or enter.',
      source:
        'https://issuu.com/csugraphicdesign_portmacquarie/docs/nhrf_security_guidelines-singlepages/s/14482588',
    },
    {
      code: 'vio_passport_seizure',
      parent: 'vio_movement',
      label: 'Document seizure or refusal',
      definition: 'Passport or ID taken, cancelled or refused.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'vio_denationalisation',
      parent: 'vio_movement',
      label: 'Denationalisation',
      definition: 'Citizenship removed.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_expulsion',
      parent: 'vio_movement',
      label: 'Expulsion or forced exile',
      definition: 'Made to leave under threat or order.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_refoulement',
      parent: 'vio_movement',
      label: 'Refoulement',
      definition: 'Return to a place of persecution or torture.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'vio_entry_refusal',
      parent: 'vio_movement',
      label: 'Entry refused',
      definition: 'Turned back at a border incl. own country.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_surveillance',
      label: 'Surveillance and privacy',
      definition: 'Group: watching and intrusion.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_physical_surveillance',
      parent: 'vio_surveillance',
      label: 'Physical surveillance',
      definition: 'Following, watching home or office.',
      source: 'http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'vio_digital_surveillance',
      parent: 'vio_surveillance',
      label: 'Digital surveillance',
      definition: 'Interception or spyware.',
      source:
        'https://freedomhouse.org/report/special-report/2020/digital-transnational-repression-toolkit-and-its-silencing-effects',
    },
    {
      code: 'vio_raid_search',
      parent: 'vio_surveillance',
      label: 'Raid, search or break-in',
      definition: 'Entry into home or office, with or without order.',
      source: 'http://www.frontlinedefenders.org/book/export/html/600',
    },
    {
      code: 'vio_equipment_seizure',
      parent: 'vio_surveillance',
      label: 'Seizure of devices or files',
      definition: 'Data or equipment taken.',
      source: 'https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'vio_account_hacking',
      parent: 'vio_surveillance',
      label: 'Account or site attack',
      definition: 'Takeover, phishing, denial of service.',
      source: 'https://www.accessnow.org/help/helpline-faq/',
    },
    {
      code: 'vio_reputation',
      label: 'Reputation and expression',
      definition: 'Group: speech-based attacks and bans.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_smear',
      parent: 'vio_reputation',
      label: 'Smear or stigmatisation',
      definition: 'False or degrading public attack.',
      source:
        'https://issuu.com/csugraphicdesign_portmacquarie/docs/nhrf_security_guidelines-singlepages/s/14482588',
    },
    {
      code: 'vio_online_harassment',
      parent: 'vio_reputation',
      label: 'Online harassment',
      definition: 'Coordinated abuse or threats online.',
      source: 'https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'vio_doxxing',
      parent: 'vio_reputation',
      label: 'Doxxing',
      definition: 'Publication of private data to endanger.',
      source:
        'https://norskpen.no/eng/at-least-26-governments-accused-of-harassing-and-threatening-exiles-in-america-and-europe-freedom-house-report-reveals/',
    },
    {
      code: 'vio_image_abuse',
      parent: 'vio_reputation',
      label: 'Intimate image abuse',
      definition: 'Real or fabricated intimate images used to shame.',
      source: 'https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'vio_censorship',
      parent: 'vio_reputation',
      label: 'Censorship or ban',
      definition: 'Work blocked, banned or removed.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'vio_work',
      label: 'Livelihood and organisation',
      definition: 'Group: attacks on work and money.',
      source:
        'https://issuu.com/csugraphicdesign_portmacquarie/docs/nhrf_security_guidelines-singlepages/s/14482588',
    },
    {
      code: 'vio_dismissal',
      parent: 'vio_work',
      label: 'Dismissal or professional ban',
      definition: 'Loss of job, licence or disbarment.',
      source:
        'https://ennhri.org/news-and-blog/germany-launches-protection-programme-for-human-rights-defenders-at-risk/',
    },
    {
      code: 'vio_asset_freeze',
      parent: 'vio_work',
      label: 'Asset or account freeze',
      definition: 'Money or property blocked or confiscated.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_org_closure',
      parent: 'vio_work',
      label: 'Closure of organisation',
      definition: 'Registration refused, cancelled or dissolved.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_foreign_agent',
      parent: 'vio_work',
      label: 'Foreign-agent or funding restriction',
      definition: 'Laws or taxes that cripple funding or stigmatise.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'vio_property_damage',
      parent: 'vio_work',
      label: 'Property damage',
      definition: 'Arson, vandalism, eviction.',
      source:
        'https://issuu.com/csugraphicdesign_portmacquarie/docs/nhrf_security_guidelines-singlepages/s/14482588',
    },
    {
      code: 'vio_family',
      label: 'Family and associates',
      definition: 'Group: harm to others to reach the defender.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'vio_relative_targeted',
      parent: 'vio_family',
      label: 'Relative targeted',
      definition: 'Threat, arrest, dismissal or violence against a relative.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'vio_colleague_targeted',
      parent: 'vio_family',
      label: 'Colleague or source targeted',
      definition: 'Harm to co-workers, clients or sources.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'vio_threat_other',
      label: 'Other threat or harassment',
      definition: 'Threat not listed above.',
      source: 'https://algolearning.ir/en/resource-publication/global-analysis-202425',
    },
    {
      code: 'vio_reprisal_un',
      label: 'Reprisal for UN cooperation',
      definition: 'Punishment for engaging with the UN.',
      source:
        'https://ishr.ch/latest-updates/un-chief-warns-of-rising-transnational-repression-of-human-rights-defenders',
    },
    {
      code: 'vio_other',
      label: 'Other violation',
      definition: 'None of the above; describe.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `violation_type`. */
export type ViolationType = CodeOf<typeof violationType>;
