// biome-ignore-all lint/style/noExcessiveLinesPerFile: one list is one file, and it is a table
import type { CodeList, CodeOf } from '../list.ts';

/** Acts across borders; 'parent' is the family. */
export const tnrMethod = {
  name: 'tnr_method',
  label: 'Transnational repression methods',
  description: "Acts across borders; 'parent' is the family.",
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'tnr_direct',
      label: 'Direct attack',
      definition: 'Family: perpetrator or agent acts on the person abroad.',
      source:
        'https://ifex.org/last-year-saw-23-governments-engage-in-transnational-repression-to-silence-critics',
    },
    {
      code: 'tnr_assassination',
      parent: 'tnr_direct',
      label: 'Killing or attempt abroad',
      definition: 'Killing, poisoning or attempt.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_assault',
      parent: 'tnr_direct',
      label: 'Assault abroad',
      definition: 'Beating or other violence.',
      source:
        'https://ifex.org/last-year-saw-23-governments-engage-in-transnational-repression-to-silence-critics',
    },
    {
      code: 'tnr_abduction_rendition',
      parent: 'tnr_direct',
      label: 'Abduction or rendition',
      definition: 'Taken by force or trick across a border.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_disappearance',
      parent: 'tnr_direct',
      label: 'Disappearance abroad',
      definition: 'Vanishing with state involvement.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_intimidation_stalking',
      parent: 'tnr_direct',
      label: 'Intimidation or stalking',
      definition: 'Following, visits, watching, unexplained presence.',
      source:
        'https://ifex.org/last-year-saw-23-governments-engage-in-transnational-repression-to-silence-critics',
    },
    {
      code: 'tnr_property_attack',
      parent: 'tnr_direct',
      label: 'Burglary, arson or vandalism',
      definition: 'Attack on home, office or artwork.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'tnr_coopting',
      label: 'Co-opting other states and bodies',
      definition: 'Family: a third authority is used against the person.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_detention_request',
      parent: 'tnr_coopting',
      label: 'Detention at request',
      definition: "Host arrests at the origin state's asking.",
      source:
        'https://ifex.org/last-year-saw-23-governments-engage-in-transnational-repression-to-silence-critics',
    },
    {
      code: 'tnr_extradition',
      parent: 'tnr_coopting',
      label: 'Abusive extradition request',
      definition: 'Extradition sought on political or false grounds.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'tnr_unlawful_deportation',
      parent: 'tnr_coopting',
      label: 'Unlawful deportation or expulsion',
      definition: 'Return without due process or against protection duties.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_asylum_obstruction',
      parent: 'tnr_coopting',
      label: 'Pressure on asylum or permits',
      definition: 'Origin state influences status decisions.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_interpol_notice',
      parent: 'tnr_coopting',
      label: 'INTERPOL notice abuse',
      definition: 'Red notice or other notice used against dissent.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_interpol_diffusion',
      parent: 'tnr_coopting',
      label: 'INTERPOL diffusion abuse',
      definition: 'Direct police request through the network.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'tnr_mla_abuse',
      parent: 'tnr_coopting',
      label: 'Legal assistance abuse',
      definition: 'Mutual legal assistance used to obtain data or arrest.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_terror_financial_listing',
      parent: 'tnr_coopting',
      label: 'Terror or financial listing',
      definition: 'Designation that freezes funds and isolates.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'tnr_foreign_lawsuit',
      parent: 'tnr_coopting',
      label: 'Abusive lawsuit abroad',
      definition: 'Litigation in host courts to exhaust.',
      source:
        'default, modelled on https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_trial_in_absentia',
      parent: 'tnr_coopting',
      label: 'Trial in absentia',
      definition: 'Sentence at home against someone abroad.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'tnr_mobility',
      label: 'Mobility control',
      definition: 'Family: papers and movement.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_passport_denial',
      parent: 'tnr_mobility',
      label: 'Passport refusal or cancellation',
      definition: 'No issue, renewal or validity.',
      source:
        'https://jurist.org/news/2024/01/belarus-dispatch-thousands-of-belarusians-abroad-can-no-longer-renew-their-passports-after-expiration',
    },
    {
      code: 'tnr_document_confiscation',
      parent: 'tnr_mobility',
      label: 'Document confiscation',
      definition: 'Passport taken at consulate or border.',
      source:
        'https://wiltonpark.org.uk/reports/improving-the-support-and-protection-of-human-rights-defenders-to-strengthen-civic-space',
    },
    {
      code: 'tnr_consular_denial',
      parent: 'tnr_mobility',
      label: 'Denial of consular services',
      definition: 'No certificates, civil status or help.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_consular_coercion',
      parent: 'tnr_mobility',
      label: 'Coercion at a consulate',
      definition: 'Threat, lure or violence on consular premises.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_citizenship_removal',
      parent: 'tnr_mobility',
      label: 'Denationalisation of exiles',
      definition: 'Nationality withdrawn.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'tnr_exit_ban_relatives',
      parent: 'tnr_mobility',
      label: 'Exit ban on relatives',
      definition: 'Family cannot leave.',
      source:
        'default, modelled on https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'tnr_distance',
      label: 'Threat from a distance',
      definition: 'Family: pressure without presence.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_proxy_coercion',
      parent: 'tnr_distance',
      label: 'Coercion by proxy',
      definition: 'Relatives or associates punished or forced to plead.',
      source: 'https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_threat_message',
      parent: 'tnr_distance',
      label: 'Threat message or call',
      definition: 'Direct threat sent across the border.',
      source:
        'https://norskpen.no/eng/at-least-26-governments-accused-of-harassing-and-threatening-exiles-in-america-and-europe-freedom-house-report-reveals/',
    },
    {
      code: 'tnr_smear_state_media',
      parent: 'tnr_distance',
      label: 'Smear campaign',
      definition: 'State or allied media attack.',
      source:
        'https://norskpen.no/eng/at-least-26-governments-accused-of-harassing-and-threatening-exiles-in-america-and-europe-freedom-house-report-reveals/',
    },
    {
      code: 'tnr_asset_seizure_home',
      parent: 'tnr_distance',
      label: 'Asset seizure at home',
      definition: 'Property, pension or account taken.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'tnr_diaspora_infiltration',
      parent: 'tnr_distance',
      label: 'Diaspora infiltration or informants',
      definition: 'Agents or recruited informants in exile circles.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'tnr_bounty_wanted',
      parent: 'tnr_distance',
      label: 'Bounty or wanted list',
      definition: 'Reward or public wanted notice.',
      source: 'default',
    },
    {
      code: 'tnr_digital',
      label: 'Digital transnational repression',
      definition: 'Family: technology used to watch, scare or silence.',
      source: 'https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_spyware',
      parent: 'tnr_digital',
      label: 'Spyware',
      definition: 'Covert device compromise.',
      source:
        'https://freedomhouse.org/report/special-report/2020/digital-transnational-repression-toolkit-and-its-silencing-effects',
    },
    {
      code: 'tnr_phishing',
      parent: 'tnr_digital',
      label: 'Phishing or account takeover',
      definition: 'Deceptive message to gain access.',
      source: 'default, modelled on https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_online_swarm',
      parent: 'tnr_digital',
      label: 'Online harassment swarm',
      definition: 'Coordinated abuse.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_doxxing',
      parent: 'tnr_digital',
      label: 'Doxxing of exiles',
      definition: 'Private data published.',
      source: 'https://www.norway.no/en/missions/wto-un/nig/statements/hr/hrc/hrc60/hrc60item3gd',
    },
    {
      code: 'tnr_gendered_digital',
      parent: 'tnr_digital',
      label: 'Gendered digital abuse',
      definition: 'Sexualised threats or fabricated images, often against women.',
      source: 'https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_impersonation',
      parent: 'tnr_digital',
      label: 'Impersonation',
      definition: 'Fake accounts or voices to deceive contacts.',
      source: 'default, modelled on https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_mass_reporting',
      parent: 'tnr_digital',
      label: 'Mass reporting or takedown',
      definition: 'Platforms tricked into removing content.',
      source: 'default, modelled on https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_site_attack',
      parent: 'tnr_digital',
      label: 'Website or infrastructure attack',
      definition: 'Denial of service or defacement.',
      source: 'default, modelled on https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_border_device_search',
      parent: 'tnr_digital',
      label: 'Device search at border',
      definition: 'Forced unlocking or copying.',
      source: 'default, modelled on https://citizenlab.ca/category/research/targeted-threats/dtr/page/2/',
    },
    {
      code: 'tnr_other',
      label: 'Other method',
      definition: 'None of the above; describe.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `tnr_method`. */
export type TnrMethod = CodeOf<typeof tnrMethod>;
