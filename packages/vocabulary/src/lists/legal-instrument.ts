import type { CodeList, CodeOf } from '../list.ts';

/** Identified by official symbol; check the text before relying on it. */
export const legalInstrument = {
  name: 'legal_instrument',
  label: 'Legal instruments and standards',
  description: 'Identified by official symbol; check the text before relying on it.',
  multi: true,
  ordered: false,
  sensitivity: 0,
  extensible: true,
  items: [
    {
      code: 'ins_hrd_declaration',
      label: 'UN Declaration on Human Rights Defenders',
      definition: 'General Assembly resolution 53/144, 1998.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/declaration-right-and-responsibility-individuals-groups-and',
    },
    {
      code: 'ins_declaration_plus25',
      label: 'Declaration +25',
      definition: "Civil-society restatement of defenders' rights, 2024.",
      source: 'https://ishr.ch/defenders-toolbox/resources/declaration-25/',
    },
    {
      code: 'ins_udhr',
      label: 'Universal Declaration of Human Rights',
      definition: '1948.',
      source: 'https://www.un.org/en/about-us/universal-declaration-of-human-rights',
    },
    {
      code: 'ins_iccpr',
      label: 'Covenant on Civil and Political Rights',
      definition: '1966.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/international-covenant-civil-and-political-rights',
    },
    {
      code: 'ins_icescr',
      label: 'Covenant on Economic, Social and Cultural Rights',
      definition: '1966.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/international-covenant-economic-social-and-cultural-rights',
    },
    {
      code: 'ins_cat',
      label: 'Convention against Torture',
      definition: '1984; Article 3 bars return to torture.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-against-torture-and-other-cruel-inhuman-or-degrading',
    },
    {
      code: 'ins_icpped',
      label: 'Convention on Enforced Disappearance',
      definition: '2006.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/international-convention-protection-all-persons-enforced',
    },
    {
      code: 'ins_cedaw',
      label: 'Convention on discrimination against women',
      definition: '1979.',
      source:
        'https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-elimination-all-forms-discrimination-against-women',
    },
    {
      code: 'ins_crc',
      label: 'Convention on the Rights of the Child',
      definition: '1989.',
      source: 'https://www.ohchr.org/en/instruments-mechanisms/instruments/convention-rights-child',
    },
    {
      code: 'ins_refugee_1951',
      label: 'Refugee Convention and 1967 Protocol',
      definition: 'Refugee definition, non-refoulement (Art. 33), travel document (Art. 28).',
      source: 'https://www.unhcr.org/1951-refugee-convention',
    },
    {
      code: 'ins_stateless_1954',
      label: 'Statelessness Convention 1954',
      definition: 'Status and travel document of stateless persons.',
      source: 'https://www.unhcr.org/1954-convention-relating-status-stateless-persons',
    },
    {
      code: 'ins_stateless_1961',
      label: 'Reduction of Statelessness 1961',
      definition: 'Limits on loss of nationality.',
      source: 'https://www.unhcr.org/1961-convention-reduction-statelessness',
    },
    {
      code: 'ins_vccr',
      label: 'Vienna Convention on Consular Relations',
      definition: '1963; consular functions and limits.',
      source: 'https://legal.un.org/avl/ha/vccr/vccr.html',
    },
    {
      code: 'ins_echr',
      label: 'European Convention on Human Rights',
      definition: '1950; Article 3 and removal.',
      source: 'https://www.echr.coe.int/european-convention-on-human-rights',
    },
    {
      code: 'ins_achr',
      label: 'American Convention on Human Rights',
      definition: '1969.',
      source: 'https://www.oas.org/en/iachr/',
    },
    {
      code: 'ins_achpr',
      label: 'African Charter',
      definition: '1981.',
      source: 'https://achpr.au.int/en/charter/african-charter-human-and-peoples-rights',
    },
    {
      code: 'ins_escazu',
      label: 'Escazú Agreement',
      definition: '2018; Article 9 on environmental defenders.',
      source: 'https://www.cepal.org/en/escazuagreement',
    },
    {
      code: 'ins_aarhus',
      label: 'Aarhus Convention rapid response',
      definition: '2021 decision on environmental defenders.',
      source: 'https://unece.org/environment-policy/public-participation/aarhus-convention',
    },
    {
      code: 'ins_eu_guidelines',
      label: 'EU Guidelines on Human Rights Defenders',
      definition: '2004, revised 2008; speak of temporary shelter and visas.',
      source: 'https://hrdrelocation.eu/en/about',
    },
    {
      code: 'ins_eu_charter',
      label: 'EU Charter of Fundamental Rights',
      definition: 'Asylum and non-removal.',
      source: 'https://eur-lex.europa.eu/eli/treaty/char_2012/oj',
    },
    {
      code: 'ins_visa_code',
      label: 'EU Visa Code',
      definition: 'Regulation (EC) 810/2009; short-stay visas and LTV.',
      source: 'https://fra.europa.eu/fr/publication/2023/human-rights-defenders?page=5',
    },
    {
      code: 'ins_visa_handbook',
      label: 'Visa Code Handbook update 2024',
      definition: 'Guidance for consulates incl. defenders, 26 June 2024.',
      source:
        'https://srdefenders.org/resource/updates-to-the-eu-visa-code-handbook-encouraging-news-for-human-rights-defenders',
    },
    {
      code: 'ins_schengen_borders',
      label: 'Schengen Borders Code',
      definition: 'Regulation (EU) 2016/399.',
      source: 'https://fra.europa.eu/fr/publication/2023/human-rights-defenders?page=5',
    },
    {
      code: 'ins_gdpr',
      label: 'EU General Data Protection Regulation',
      definition: 'Regulation (EU) 2016/679.',
      source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    },
    {
      code: 'ins_odihr_guidelines',
      label: 'ODIHR Guidelines on defenders',
      definition: '2014.',
      source:
        'https://9dok.net/document/y8g2l9j0-guidelines-on-the-protection-of-human-rights-defenders.html',
    },
    {
      code: 'ins_ep_2023',
      label: 'European Parliament resolution on the Guidelines',
      definition: '16 March 2023.',
      source: 'https://www.europarl.europa.eu/doceo/document/TA-9-2023-0086_EN.html',
    },
    {
      code: 'ins_ep_tnr_2025',
      label: 'European Parliament on transnational repression',
      definition: 'Vote of 13 November 2025.',
      source: 'https://thebritishinsider.com/?p=4189',
    },
    {
      code: 'ins_sr_37_51',
      label: 'A/HRC/37/51',
      definition: "Special Rapporteur's 2018 report on defenders of people on the move.",
      source: 'https://www.right-docs.org/doc/a-hrc-37-51/',
    },
    {
      code: 'ins_ohchr_tnr_brief',
      label: 'OHCHR brief on transnational repression',
      definition: 'June 2025.',
      source:
        'https://ishr.ch/latest-updates/new-un-brief-prompts-growing-global-action-against-transnational-repression',
    },
    {
      code: 'ins_interpol_constitution',
      label: 'INTERPOL Constitution',
      definition: 'Articles 2 and 3.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'ins_interpol_refugee_policy',
      label: 'INTERPOL refugee policy',
      definition: "No notices against recognised refugees at the feared state's request, under conditions.",
      source:
        'https://nemetslaw.com/post/red-notice-abuse-report-in-protecting-refugees-and-asylum-seekers-the-commission-for-the-control-of-interpols-files-looks-beyond-interpols-refugee-asylum-seeker-policy',
    },
    {
      code: 'ins_ccf_statute',
      label: 'Statute of the CCF',
      definition: 'In force March 2017.',
      source: 'https://www.fairtrials.org/publication/strengthening-interpol-update',
    },
    {
      code: 'ins_barcelona',
      label: 'Barcelona Guidelines',
      definition: 'Wellbeing and temporary international relocation, 2019.',
      source: 'https://york.ac.uk/cahr/news/2019/thebarcelonaguidelinesreleased',
    },
    {
      code: 'ins_york_guidelines',
      label: 'Guidelines for Universities Hosting Defenders',
      definition: '2025.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-who-is-the-programme-for',
    },
    {
      code: 'ins_icrc_dp_handbook',
      label: 'Data Protection in Humanitarian Action',
      definition: 'ICRC handbook.',
      source:
        'http://core-varnish-new.prod.aop.cambridge.org/core/books/handbook-on-data-protection-in-humanitarian-action/basic-principles-of-data-protection/4199B9AFE9822D5DC72ADF2275310F2B',
    },
    {
      code: 'ins_protection_standards',
      label: 'Professional Standards for Protection Work',
      definition: 'Third edition 2018.',
      source:
        'https://dokumen.tips/documents/professional-standards-for-protection-work-2-professional-standards-for-protection.html',
    },
    {
      code: 'ins_istanbul_protocol',
      label: 'Istanbul Protocol',
      definition: 'Documentation of torture.',
      source:
        'https://www.ohchr.org/en/publications/policy-and-methodological-publications/istanbul-protocol-manual-effective-0',
    },
    {
      code: 'ins_berkeley_protocol',
      label: 'Berkeley Protocol',
      definition: 'Digital open-source investigation.',
      source:
        'https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source',
    },
    {
      code: 'ins_minnesota_protocol',
      label: 'Minnesota Protocol',
      definition: 'Investigation of suspicious deaths.',
      source:
        'https://www.ohchr.org/en/publications/policy-and-methodological-publications/minnesota-protocol-investigation-potentially',
    },
    {
      code: 'ins_sdg_16_10_1',
      label: 'SDG indicator 16.10.1',
      definition: 'Verified attacks on journalists, unionists and defenders.',
      source: 'https://worldbank.github.io/sdg-metadata/metadata/en/16-10-1',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `legal_instrument`. */
export type LegalInstrument = CodeOf<typeof legalInstrument>;
