import type { CodeList, CodeOf } from '../list.ts';

/** One consent per scope, recipient and period; unlisted uses need a new one. */
export const consentScope = {
  name: 'consent_scope',
  label: 'Consent scopes',
  description: 'One consent per scope, recipient and period; unlisted uses need a new one.',
  multi: true,
  ordered: false,
  sensitivity: 2,
  extensible: true,
  items: [
    {
      code: 'con_store_case',
      label: 'Keep a case file',
      definition: 'Store what I told you to help me.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'con_contact',
      label: 'Contact me this way',
      definition: 'Use the agreed channel and times.',
      source:
        'https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    {
      code: 'con_verify_referee',
      label: 'Ask named referees',
      definition: 'Contact listed people, with agreed words.',
      source: 'https://africandefenders.org/get-help-africahrdfund/',
    },
    {
      code: 'con_verify_partner',
      label: 'Ask trusted partners',
      definition: 'Check with a body of a stated kind.',
      source:
        'https://www.omct.org/en/resources/news/emergency-material-support-to-human-rights-defenders-at-risk',
    },
    {
      code: 'con_reuse_verification',
      label: 'Let others reuse the verification',
      definition: 'Share result, not content.',
      source: 'https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'con_blind_match',
      label: 'Blinded duplicate check',
      definition: 'Compare without revealing.',
      source:
        'default, modelled on https://cpj.org/2011/08/working-a-global-partnership-to-assist-journalists/',
    },
    {
      code: 'con_referral_anonymous',
      label: 'Anonymous referral',
      definition: 'First message without identity.',
      source:
        'https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    {
      code: 'con_referral_identity',
      label: 'Referral with identity',
      definition: 'After acceptance.',
      source:
        'https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    {
      code: 'con_share_host',
      label: 'Share profile with hosts',
      definition: 'Limited matching profile.',
      source: 'http://www.icorn.org/icorndo.php',
    },
    {
      code: 'con_share_funder',
      label: 'Share with a co-funder',
      definition: 'Cost lines and pseudonym.',
      source: 'https://recao.org/se-proteger/',
    },
    {
      code: 'con_share_authority',
      label: 'Share with an authority',
      definition: 'Visa, asylum, police; named body.',
      source: 'https://protectdefenders.eu/temporary-relocation-application/',
    },
    {
      code: 'con_health_data',
      label: 'Use health information',
      definition: 'For care or host fit only.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'con_identity_traits',
      label: 'Use identity traits',
      definition: 'Gender, orientation, ethnicity, religion.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'con_payment_data',
      label: 'Use payment data',
      definition: 'To pay and account.',
      source: 'https://protectaidworkers.org/privacy-policy',
    },
    {
      code: 'con_donor_report_anonymous',
      label: 'Anonymous donor report',
      definition: 'Pseudonym and category.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-safety-and-security',
    },
    {
      code: 'con_statistics',
      label: 'Safe statistics',
      definition: 'Aggregates above the minimum cell.',
      source: 'https://issuu.com./rainbow_railroad/docs/rr_annualreport_web_2_/s/26756979',
    },
    {
      code: 'con_research_contact',
      label: 'Be invited to a study',
      definition: 'Contact only.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'con_research_use',
      label: 'Use in a study',
      definition: 'Survey, interview or focus group.',
      source: 'https://www.iphronline.org/life-in-exile.html',
    },
    {
      code: 'con_quote_anonymous',
      label: 'Anonymous quote',
      definition: 'Words without identity.',
      source: 'https://info-today.eu/2024/09/ethical-content-gathering-for-public-communications',
    },
    {
      code: 'con_public_name',
      label: 'Public use of name or image',
      definition: 'Campaign, press, web; hard to undo.',
      source: 'https://info-today.eu/2024/09/ethical-content-gathering-for-public-communications',
    },
    {
      code: 'con_un_named',
      label: 'Named UN communication',
      definition: 'Name goes to the government and later the public.',
      source: 'https://ohchr.org/EN/Issues/Poverty/Pages/Individualcomplaints.aspx',
    },
    {
      code: 'con_un_confidential',
      label: 'Confidential UN information',
      definition: 'Background only.',
      source:
        'http://iphrdefenders.net/guidelines-for-submitting-allegations-of-violations-against-human-rights-defenders/',
    },
    {
      code: 'con_evidence_archive',
      label: 'Preserve as evidence',
      definition: 'Keep for accountability after closure.',
      source: 'https://pdfslide.us/documents/a-tool-for-documenting-human-rights-violations.html',
    },
    {
      code: 'con_recording',
      label: 'Record a conversation',
      definition: 'Audio or video.',
      source: 'https://info-today.eu/2024/09/ethical-content-gathering-for-public-communications',
    },
    {
      code: 'con_interpreter',
      label: 'Use an interpreter',
      definition: 'Named or type of interpreter.',
      source:
        'https://www.nfpstack.com/docs/security/protection-safeguarding/consent-in-humanitarian-contexts',
    },
    {
      code: 'con_follow_up',
      label: 'Contact me after closure',
      definition: 'At 3, 6, 12 months.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-longer-term-duty-of-care',
    },
    {
      code: 'con_emergency_act',
      label: 'Act if I go silent',
      definition: 'Agreed silence rule.',
      source: 'default',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `consent_scope`. */
export type ConsentScope = CodeOf<typeof consentScope>;
