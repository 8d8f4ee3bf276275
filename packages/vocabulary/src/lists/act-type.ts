import type { CodeList, CodeOf } from '../list.ts';

/** What was done in an incident, exactly; each rolls up to a violation of the list asked at intake. */
export const actType = {
  name: 'act_type',
  label: 'Act',
  description:
    'What was done in an incident, exactly; each rolls up to a violation of the list asked at intake.',
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'act_group_life',
      label: 'Life',
      definition: 'Group: killing, death in custody and attempts.',
      source: 'default',
    },
    {
      code: 'act_life_extrajudicial_killing',
      parent: 'act_group_life',
      label: 'Extrajudicial or targeted killing',
      definition:
        'Deliberate killing of a particular person by state agents, or by others at their instigation or with their acquiescence, outside any lawful process.',
      source: 'default, modelled on https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'act_life_death_in_custody',
      parent: 'act_group_life',
      label: 'Death in custody',
      definition:
        'Death while deprived of liberty or in the control of agents, whatever the stated cause; presumed attributable until investigated.',
      source: 'default',
    },
    {
      code: 'act_life_attempted_killing',
      parent: 'act_group_life',
      label: 'Attempted killing',
      definition: 'Act intended to kill that did not succeed, including a plot stopped before execution.',
      source: 'default, modelled on https://freedomhouse.org/report/transnational-repression',
    },
    {
      code: 'act_life_suspicious_death',
      parent: 'act_group_life',
      label: 'Unexplained or staged death',
      definition:
        'Death with indications of foul play not yet attributed (fall, drowning, poisoning, apparent suicide, accident).',
      source: 'default, modelled on https://freedomhouse.org/report/transnational-repression',
    },
    {
      code: 'act_life_death_sentence',
      parent: 'act_group_life',
      label: 'Death sentence or execution',
      definition:
        'Capital punishment imposed or carried out for the exercise of rights or after unfair trial.',
      source: 'default',
    },
    {
      code: 'act_group_integrity',
      label: 'Body and mind',
      definition: 'Group: torture, ill-treatment and violence.',
      source: 'default',
    },
    {
      code: 'act_integrity_torture',
      parent: 'act_group_integrity',
      label: 'Torture',
      definition:
        'Severe pain or suffering, physical or mental, intentionally inflicted for a purpose such as information, punishment, intimidation or discrimination, with involvement or acquiescence of a public official.',
      source: 'default, modelled on https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'act_integrity_ill_treatment',
      parent: 'act_group_integrity',
      label: 'Cruel, inhuman or degrading treatment',
      definition:
        'Ill-treatment below, or not shown to meet, the torture threshold, including conditions of detention.',
      source: 'default, modelled on https://agendapropianicaragua.press',
    },
    {
      code: 'act_integrity_sexual_violence',
      parent: 'act_group_integrity',
      label: 'Sexual violence',
      definition: 'Rape, attempted rape, sexual assault, forced nudity, sexualised threats or searches.',
      source: 'default, modelled on https://agendapropianicaragua.press',
    },
    {
      code: 'act_integrity_assault',
      parent: 'act_group_integrity',
      label: 'Physical assault',
      definition: 'Beating, stabbing, poisoning or other attack on the body outside custody.',
      source: 'default, modelled on https://freedomhouse.org/report/transnational-repression',
    },
    {
      code: 'act_integrity_medical_denial',
      parent: 'act_group_integrity',
      label: 'Denial of medical care',
      definition: 'Withholding or delaying care the person needs while in custody or under control.',
      source: 'default',
    },
    {
      code: 'act_integrity_psychiatric',
      parent: 'act_group_integrity',
      label: 'Punitive psychiatry',
      definition: 'Confinement or medication in a psychiatric setting as punishment or to discredit.',
      source: 'default',
    },
    {
      code: 'act_group_threat',
      label: 'Threats',
      definition: 'Group: threats and harassment.',
      source: 'default',
    },
    {
      code: 'act_threat_death',
      parent: 'act_group_threat',
      label: 'Death threat',
      definition: 'Threat to kill the person, a relative or an associate, by any channel.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_threat_other',
      parent: 'act_group_threat',
      label: 'Threat (other than death)',
      definition: 'Threat of harm, prosecution, exposure, loss of work or residence.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_threat_harassment',
      parent: 'act_group_threat',
      label: 'Harassment or intimidation',
      definition: 'Repeated unwanted contact, following, visits, noise, posters or similar pressure.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_group_liberty',
      label: 'Liberty',
      definition: 'Group: arrest, detention, disappearance.',
      source: 'default',
    },
    {
      code: 'act_liberty_arbitrary_detention',
      parent: 'act_group_liberty',
      label: 'Arbitrary arrest or detention',
      definition:
        'Deprivation of liberty without legal basis, for exercising rights, after unfair process, in immigration custody without remedy, or on discriminatory grounds.',
      source: 'default, modelled on https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'act_liberty_short_term_detention',
      parent: 'act_group_liberty',
      label: 'Short-term detention or summons',
      definition: 'Brief arrest, stop, questioning or summons used as harassment.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_liberty_enforced_disappearance',
      parent: 'act_group_liberty',
      label: 'Enforced disappearance',
      definition:
        'Deprivation of liberty by the state or with its authorisation or acquiescence followed by refusal to acknowledge it or to disclose fate or whereabouts (no minimum duration).',
      source: 'default, modelled on https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'act_liberty_abduction',
      parent: 'act_group_liberty',
      label: 'Abduction or kidnapping',
      definition:
        'Taking by force, threat or deception by a non-state actor, or by actors whose link to a state is not yet shown.',
      source: 'default, modelled on https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
    {
      code: 'act_liberty_incommunicado',
      parent: 'act_group_liberty',
      label: 'Incommunicado or solitary detention',
      definition: 'Detention without contact with family, lawyer or outside world, or prolonged isolation.',
      source: 'default',
    },
    {
      code: 'act_liberty_house_arrest',
      parent: 'act_group_liberty',
      label: 'House arrest',
      definition: 'Confinement to a dwelling, formal or informal.',
      source: 'default',
    },
    {
      code: 'act_liberty_released_conditions',
      parent: 'act_group_liberty',
      label: 'Restrictive release',
      definition: 'Release with gag, reporting, guarantor, exile or good-conduct conditions.',
      source: 'default',
    },
    {
      code: 'act_group_movement',
      label: 'Movement and papers',
      definition: 'Group: travel, papers and nationality.',
      source: 'default',
    },
    {
      code: 'act_movement_travel_ban',
      parent: 'act_group_movement',
      label: 'Exit ban or travel ban',
      definition: 'Order or practice preventing a person, or a relative, from leaving a country.',
      source: 'default, modelled on https://hindutvawatch.org/?p=57773',
    },
    {
      code: 'act_movement_entry_ban',
      parent: 'act_group_movement',
      label: 'Denial of entry or return',
      definition:
        "Refusal to let a national return, or ban on entry to a third country at another state's request.",
      source:
        'default, modelled on https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'act_movement_passport_control',
      parent: 'act_group_movement',
      label: 'Passport or document withheld, cancelled or invalidated',
      definition: 'Confiscation, cancellation, refusal to issue or renew, or reporting as lost/stolen.',
      source: 'default, modelled on https://hindutvawatch.org/?p=57773',
    },
    {
      code: 'act_movement_consular_denial',
      parent: 'act_group_movement',
      label: 'Denial or abuse of consular service',
      definition:
        'Refusing, delaying or conditioning consular acts, or using the consulate to lure, question or identify.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_movement_denationalisation',
      parent: 'act_group_movement',
      label: 'Stripping of nationality',
      definition: 'Removal of citizenship as punishment, singly or en masse.',
      source: 'default, modelled on https://hindutvawatch.org/?p=57773',
    },
    {
      code: 'act_movement_forced_exile',
      parent: 'act_group_movement',
      label: 'Banishment or forced exile',
      definition: "Expulsion from one's own country, or conditions created in order to make a person leave.",
      source: 'default',
    },
    {
      code: 'act_movement_forced_displacement',
      parent: 'act_group_movement',
      label: 'Internal displacement',
      definition: 'Forced to move within the country for protection.',
      source: 'default',
    },
    {
      code: 'act_group_removal',
      label: 'Removal to danger',
      definition: 'Group: being sent or taken to where danger is.',
      source: 'default',
    },
    {
      code: 'act_removal_refoulement',
      parent: 'act_group_removal',
      label: 'Refoulement',
      definition:
        'Removal to a state where there are substantial grounds to fear persecution, torture or other serious harm, whatever the procedure.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_removal_unlawful_deportation',
      parent: 'act_group_removal',
      label: 'Unlawful deportation or expulsion',
      definition: 'Removal by the host state without due process or contrary to protection status.',
      source: 'default, modelled on https://freedomhouse.org/report/transnational-repression',
    },
    {
      code: 'act_removal_extradition_abuse',
      parent: 'act_group_removal',
      label: 'Politically motivated extradition',
      definition: 'Extradition sought or granted on charges that mask persecution.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_removal_rendition',
      parent: 'act_group_removal',
      label: 'Rendition',
      definition:
        'Covert or extra-legal transfer across a border, by force or deception, with or without host-state cooperation.',
      source: 'default, modelled on https://freedomhouse.org/report/transnational-repression',
    },
    {
      code: 'act_group_judicial',
      label: 'Courts and police used as a weapon',
      definition: 'Group: charges, trials, listings, notices.',
      source: 'default',
    },
    {
      code: 'act_judicial_criminalisation',
      parent: 'act_group_judicial',
      label: 'Criminalisation',
      definition: 'Investigation, charges or prosecution used to obstruct or punish rights work.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_judicial_trial_in_absentia',
      parent: 'act_group_judicial',
      label: 'Trial or sentence in absentia',
      definition: 'Conviction of a person abroad without effective defence.',
      source:
        'default, modelled on https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'act_judicial_unfair_trial',
      parent: 'act_group_judicial',
      label: 'Unfair trial',
      definition: 'Denial of counsel, secrecy, forced confession, lack of independence, mass trial.',
      source: 'default',
    },
    {
      code: 'act_judicial_slapp',
      parent: 'act_group_judicial',
      label: 'Vexatious civil suit',
      definition: 'Abusive civil or defamation claim intended to exhaust or silence.',
      source: 'default',
    },
    {
      code: 'act_judicial_extraterritorial_law',
      parent: 'act_group_judicial',
      label: 'Extraterritorial use of security law',
      definition:
        'Applying national security, foreign-agent or speech law to acts done abroad, including bounties.',
      source:
        'default, modelled on https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'act_judicial_terror_designation',
      parent: 'act_group_judicial',
      label: 'Terrorist or extremist designation',
      definition:
        'Listing of a person, relative or entity as terrorist, extremist, foreign agent or undesirable without due process.',
      source: 'default',
    },
    {
      code: 'act_judicial_interpol',
      parent: 'act_group_judicial',
      label: 'Misuse of police cooperation',
      definition:
        'Notice, diffusion or stolen-document entry requested through Interpol or a regional channel for political ends.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_group_association',
      label: 'Organisations and meetings',
      definition: 'Group: acts against organising.',
      source: 'default',
    },
    {
      code: 'act_assoc_org_closure',
      parent: 'act_group_association',
      label: 'Closure or deregistration of an organisation',
      definition: 'Cancelling legal status, sealing premises, forced merger.',
      source: 'default',
    },
    {
      code: 'act_assoc_funding_restriction',
      parent: 'act_group_association',
      label: 'Restriction or taxing of funding',
      definition: 'Limits, taxes or permits on foreign or domestic funding.',
      source: 'default',
    },
    {
      code: 'act_assoc_assembly',
      parent: 'act_group_association',
      label: 'Restriction of assembly',
      definition: 'Ban, dispersal or punishment of a gathering, including protest abroad.',
      source: 'default',
    },
    {
      code: 'act_group_expression',
      label: 'Speech and reputation',
      definition: 'Group: silencing and defaming.',
      source: 'default',
    },
    {
      code: 'act_express_censorship',
      parent: 'act_group_expression',
      label: 'Censorship or blocking',
      definition: 'Banning, blocking, takedown by abusive report, seizure of material.',
      source: 'default',
    },
    {
      code: 'act_express_smear',
      parent: 'act_group_expression',
      label: 'Smear or stigmatisation campaign',
      definition: 'Coordinated discrediting by officials, state media or proxies.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'act_express_deepfake',
      parent: 'act_group_expression',
      label: 'Fabricated or manipulated media',
      definition: 'Synthetic or edited image, audio or document used to discredit or extort.',
      source: 'default',
    },
    {
      code: 'act_group_privacy',
      label: 'Watching and searches',
      definition: 'Group: surveillance in person, raids.',
      source: 'default',
    },
    {
      code: 'act_privacy_surveillance_physical',
      parent: 'act_group_privacy',
      label: 'Physical surveillance',
      definition: 'Following, photographing, stake-out, informant placement.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_privacy_raid',
      parent: 'act_group_privacy',
      label: 'Raid or illegal search',
      definition: 'Search of home, office, vehicle or devices; burglary with political indications.',
      source:
        'default, modelled on https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'act_group_digital',
      label: 'Digital attacks',
      definition: 'Group: devices, accounts, networks.',
      source: 'default',
    },
    {
      code: 'act_digital_spyware',
      parent: 'act_group_digital',
      label: 'Spyware infection',
      definition: 'Confirmed or suspected compromise of a device by intrusive software.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'act_digital_phishing',
      parent: 'act_group_digital',
      label: 'Phishing or account takeover',
      definition: 'Attempted or successful credential theft or impersonation.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'act_digital_ddos',
      parent: 'act_group_digital',
      label: 'Attack on a site or service',
      definition: 'Denial of service, defacement, forced domain or hosting loss.',
      source: 'default',
    },
    {
      code: 'act_digital_harassment',
      parent: 'act_group_digital',
      label: 'Online harassment',
      definition: 'Threats, abuse, brigading, including gendered abuse.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'act_digital_doxing',
      parent: 'act_group_digital',
      label: 'Doxing',
      definition: 'Publishing address, documents, family details or location.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'act_digital_intercept',
      parent: 'act_group_digital',
      label: 'Interception or data demand',
      definition: 'Monitoring of communications, metadata or platform data; forced device unlock.',
      source:
        'default, modelled on https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'act_group_property',
      label: 'Property and money',
      definition: 'Group: damage, seizure, extortion.',
      source: 'default',
    },
    {
      code: 'act_property_damage',
      parent: 'act_group_property',
      label: 'Damage to property',
      definition: 'Arson, vandalism, destruction of home, office, vehicle, artwork.',
      source: 'default',
    },
    {
      code: 'act_property_confiscation',
      parent: 'act_group_property',
      label: 'Confiscation or freezing of assets',
      definition: 'Seizure, freezing, pension or bank account closure.',
      source: 'default',
    },
    {
      code: 'act_property_extortion',
      parent: 'act_group_property',
      label: 'Extortion',
      definition: 'Demand for money or property under threat.',
      source: 'default',
    },
    {
      code: 'act_group_work',
      label: 'Work',
      definition: 'Group: loss of livelihood.',
      source: 'default',
    },
    {
      code: 'act_work_dismissal',
      parent: 'act_group_work',
      label: 'Dismissal or professional ban',
      definition: 'Loss of post, licence, bar membership or contract as retaliation.',
      source: 'default',
    },
    {
      code: 'act_group_family',
      label: 'Family',
      definition: 'Group: relatives harmed to reach somebody.',
      source: 'default',
    },
    {
      code: 'act_family_detention',
      parent: 'act_group_family',
      label: 'Detention of a relative',
      definition: 'Arrest or holding of a relative to pressure or punish the target.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_family_harassment',
      parent: 'act_group_family',
      label: 'Pressure on relatives',
      definition: 'Questioning, threats, forced calls, forced denunciation, surveillance of relatives.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_family_collective_punishment',
      parent: 'act_group_family',
      label: 'Collective punishment of relatives',
      definition: 'Dismissal, eviction, school exclusion, denial of services or travel for relatives.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_family_child_harm',
      parent: 'act_group_family',
      label: 'Harm or separation of a child',
      definition: 'Detention, institutionalisation, custody action or questioning of a child of the target.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'act_group_reprisal',
      label: 'Reprisals',
      definition: 'Group: punishment for working with international bodies.',
      source: 'default',
    },
    {
      code: 'act_reprisal_un',
      parent: 'act_group_reprisal',
      label: 'Reprisal for cooperation with an international body',
      definition: 'Any act above done because of cooperation with the UN, a regional body or a court.',
      source: 'default, modelled on https://www.ohchr.org/en/reprisals',
    },
    {
      code: 'act_group_omission',
      label: 'Protection refused',
      definition: 'Group: authorities that do not act or shut the door.',
      source: 'default',
    },
    {
      code: 'act_host_failure_to_protect',
      parent: 'act_group_omission',
      label: 'Failure to protect or investigate',
      definition: 'Host or home authority informed of a threat and did not act with diligence.',
      source:
        'default, modelled on https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'act_host_access_barrier',
      parent: 'act_group_omission',
      label: 'Denial of asylum, visa or status',
      definition: 'Refusal, delay or revocation that exposes the person to return or limbo.',
      source: 'default',
    },
    {
      code: 'act_group_other',
      label: 'Other',
      definition: 'Group: what is not named above.',
      source: 'default',
    },
    {
      code: 'act_other',
      parent: 'act_group_other',
      label: 'Other act',
      definition: 'Not covered above; say in words.',
      source: 'default',
    },
    {
      code: 'act_unknown',
      parent: 'act_group_other',
      label: 'Unknown act',
      definition: 'Harm known, act not yet established.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `act_type`. */
export type ActType = CodeOf<typeof actType>;
