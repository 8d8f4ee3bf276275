import type { CodeList, CodeOf } from '../list.ts';

/** Always 'alleged' unless a court found it. */
export const perpetratorType = {
  name: 'perpetrator_type',
  label: 'Alleged perpetrator type',
  description: "Always 'alleged' unless a court found it.",
  multi: true,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'perp_police',
      label: 'Police',
      definition: 'Civil law-enforcement body.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'perp_intelligence',
      label: 'Intelligence or state security',
      definition: 'Domestic or foreign intelligence.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'perp_military',
      label: 'Military',
      definition: 'Armed forces.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'perp_prosecutor_court',
      label: 'Prosecution or court',
      definition: 'Justice system used as a tool.',
      source: 'https://humanrightsdefenders.blog/tag/exile',
    },
    {
      code: 'perp_prison',
      label: 'Prison authority',
      definition: 'Detention staff.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'perp_local_authority',
      label: 'Local authority',
      definition: 'Municipal or regional body or official.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'perp_executive_official',
      label: 'Central government official',
      definition: 'Minister, president, senior civil servant.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'perp_diplomatic',
      label: 'Embassy or consulate',
      definition: 'Mission staff abroad.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'perp_border_immigration',
      label: 'Border or immigration authority',
      definition: 'Incl. host-state officers.',
      source:
        'https://www.hrw.org/report/2024/02/22/we-will-find-you/global-look-how-governments-repress-nationals-abroad',
    },
    {
      code: 'perp_host_state',
      label: 'Host-state authority',
      definition: 'Authority of the country of exile acting or assisting.',
      source: 'https://informahealthcare.com/doi/full/10.1080/13510347.2023.2267448',
    },
    {
      code: 'perp_paramilitary',
      label: 'Paramilitary or pro-state militia',
      definition: 'Armed group linked to the state.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'perp_armed_group',
      label: 'Non-state armed group',
      definition: 'Group not under state control.',
      source:
        'https://frontlinedefenders.shorthandstories.com/frontline-defenders-global-analysis-2025/index.html',
    },
    {
      code: 'perp_organised_crime',
      label: 'Organised crime',
      definition: 'Criminal network or cartel.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'perp_company',
      label: 'Company or business interest',
      definition: 'Firm, investor or private security.',
      source: 'http://www.frontlinedefenders.org/node/547',
    },
    {
      code: 'perp_landowner',
      label: 'Landowner or local power holder',
      definition: 'Local economic power.',
      source: 'http://www.frontlinedefenders.org/node/547',
    },
    {
      code: 'perp_religious_group',
      label: 'Religious or extremist group',
      definition: 'Acts in the name of belief.',
      source: 'https://ssir.org/articles/entry/when_rapid_equals_urgent',
    },
    {
      code: 'perp_political_party',
      label: 'Party or political group',
      definition: 'Party, movement, youth wing.',
      source:
        'default, modelled on https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'perp_community',
      label: 'Community member',
      definition: 'Neighbours, local residents.',
      source: 'https://crd.org/emergency-fund/temporary-relocations/',
    },
    {
      code: 'perp_family_member',
      label: 'Family member',
      definition: 'Relative who threatens or reports.',
      source:
        'https://integratedsecuritymanual.org/exercise/threats-brainstorm-assessing-risk-threats-vulnerabilities-capacities',
    },
    {
      code: 'perp_diaspora_agent',
      label: 'Agent or informant in diaspora',
      definition: 'Acts abroad for the origin state.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'perp_online_actor',
      label: 'Online actor or troll network',
      definition: 'Known only through accounts.',
      source:
        'https://openbriefing.gitbook.io/defenders-protocol/~gitbook/pdf?only=yes&page=-MOmA2ePjaUyAmFSQHQy',
    },
    {
      code: 'perp_spyware_vendor',
      label: 'Surveillance vendor',
      definition: 'Company that sold or ran the tool.',
      source:
        'https://freedomhouse.org/report/special-report/2020/digital-transnational-repression-toolkit-and-its-silencing-effects',
    },
    {
      code: 'perp_insider',
      label: 'Insider',
      definition: 'Colleague, host, staff or interpreter.',
      source: 'default',
    },
    {
      code: 'perp_unknown',
      label: 'Unknown',
      definition: 'Not identified.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    { code: 'perp_other', label: 'Other', definition: 'None of the above; describe.', source: 'default' },
  ],
} as const satisfies CodeList;

/** A code of the list `perpetrator_type`. */
export type PerpetratorType = CodeOf<typeof perpetratorType>;
