/**
 * The words in which the directory speaks of help. They are few on purpose: every one is translated into each language
 * of the door, and a person under stress has to find herself in them. What a mechanism says beyond them stays in its
 * remarks, in the language of the remark.
 */

/** What sort of door it is. */
export const kinds = [
  'relocation',
  'shelter',
  'residency',
  'fellowship',
  'university-host',
  'visa-route',
  'resettlement',
  'emergency-grant',
  'protection-grant',
  'thematic-fund',
  'journalist-fund',
  'family-support',
  'legal-aid',
  'medical',
  'psychosocial',
  'digital-help',
  'hotline',
  'training',
  'network',
  'exile-organisation-support',
  'un-mechanism',
  'regional-mechanism',
  'national-mechanism',
] as const;

/** What is given. */
export const services = [
  // A place, and the way to it.
  'housing',
  'relocation',
  'evacuation',
  'travel',
  'rest',
  'visa',
  'resettlement',
  // Money.
  'emergency-money',
  'living-costs',
  'family-support',
  'organisation-costs',
  'project-money',
  'job-support',
  // Law.
  'lawyer',
  'legal-costs',
  'trial-monitoring',
  'strategic-litigation',
  'asylum-help',
  'medico-legal-report',
  // Body and mind.
  'medical',
  'psychosocial',
  'rehabilitation',
  // Safety.
  'physical-security',
  'digital-security',
  'website-protection',
  'forensics',
  'equipment',
  'risk-assessment',
  'accompaniment',
  'state-protection',
  // Being heard.
  'advocacy',
  'diplomatic-action',
  'un-complaint',
  'complaint',
  'interim-measures',
  'documentation',
  'data-rights',
  'prison-support',
  'search',
  // Work and learning.
  'academic-place',
  'training',
  'education',
  'language-course',
  'mentoring',
  'workspace',
  'integration',
  // Knowing where to turn.
  'advice',
  'referral',
  'coordination',
] as const;

/** Who somebody is by work or by what was done to them. Several apply; the narrow ones never stand without the wide one that they belong to (see `wider`). */
export const profiles = [
  'defender',
  'woman-defender',
  'lgbtiq-defender',
  'land-defender',
  'indigenous-defender',
  'young-defender',
  'journalist',
  'woman-journalist',
  'freelance-journalist',
  'citizen-journalist',
  'media-worker',
  'photographer-filmmaker',
  'writer',
  'translator-publisher',
  'visual-artist',
  'musician',
  'performing-artist',
  'cultural-worker',
  'academic',
  'student',
  'lawyer',
  'judge-prosecutor',
  'trade-unionist',
  'activist',
  'whistleblower',
  'humanitarian-worker',
  'human-rights-institution-staff',
  'opposition-politician',
  'former-state-employee',
  'family-member',
  'lgbtiq-person',
  'torture-survivor',
  'refugee',
  'political-prisoner',
  'detained-person',
  'disappeared-person',
  'religious-minority',
  'victim',
  'witness',
  'protester',
  // Bodies that can ask.
  'organisation',
  'media-outlet',
  'host-organisation',
  // Open to everybody.
  'anybody',
] as const;

/** Her standing in the country where she is. */
export const statuses = [
  'citizen',
  'permanent-residence',
  'temporary-residence',
  'protected',
  'asylum-seeker',
  'visitor',
  'no-papers',
  'stateless',
] as const;

/** What happened because of the work. */
export const events = [
  'threat',
  'attack',
  'torture',
  'arrest',
  'charge',
  'prison',
  'travel-ban',
  'surveillance',
  'online-attack',
  'smear',
  'censorship',
  'job-loss',
  'study-ban',
  'lost-nationality',
  'forced-out',
  'removal-order',
  'police-notice-abroad',
  'repression-abroad',
  'disappearance',
  'killing',
  'family-threatened',
  'war',
  'work-closed',
  'exhaustion',
  'reprisal-for-un',
] as const;

/** Who would come along or be helped. */
export const parties = ['alone', 'family', 'group', 'body'] as const;

/** Who may open the door. */
export const openers = [
  'self',
  'relative-or-representative',
  'host',
  'university',
  'local-organisation',
  'referrer',
  'member',
  'embassy',
] as const;

/** How one may get in touch. Only what was seen. */
export const contactWays = [
  'encrypted-form',
  'form',
  'email',
  'encrypted-email',
  'phone',
  'phone-any-hour',
  'messenger',
  'messenger-not-encrypted',
  'post',
  'portal',
  'video',
  'through-partner',
  'fax',
] as const;

/** What may go wrong when she gets in touch, applies or is paid. Only what was seen in a source. */
export const dangers = [
  'contact-may-be-watched',
  'not-end-to-end-encrypted',
  'no-details-in-first-message',
  'run-by-her-state',
  'run-by-a-state',
  'informs-the-state-concerned',
  'name-may-be-published',
  'staff-were-imprisoned',
  'listed-by-her-state',
  'payment-visible',
  'host-country-at-risk',
  'security-checks',
  'shares-with-vetting-network',
] as const;

/** What is not paid or not done, however well she fits. */
export const notCovered = [
  'salaries',
  'rent',
  'running-costs',
  'vehicles',
  'armed-guards',
  'past-costs',
  'travel-costs',
  'visa-costs',
  'visa-help',
  'legal-costs',
  'medical-costs',
  'education',
  'projects',
  'equipment',
  'long-term-needs',
  'same-cost-funded-elsewhere',
  'asylum-claims',
  'direct-money',
  'physical-protection',
  'general-security',
  'individual-cases',
  'evacuation',
  'resettlement',
] as const;

/** What she will be asked for, so that she can prepare it or see that she cannot. Never a ground for exclusion by itself. */
export const asks = [
  'application-form',
  'references',
  'endorsement',
  'proof-of-work',
  'proof-of-threat',
  'identity-document',
  'passport',
  'budget',
  'risk-plan',
  'exit-plan',
  'consent',
  'power-of-attorney',
  'cv',
  'work-samples',
  'interview',
  'vetting',
  'court-papers',
  'medical-papers',
  'regular-contact',
  'dates-and-names-of-facts',
  'criminal-record',
  'proposal',
] as const;

/** Whether the door takes requests. */
export const states = ['open', 'calls', 'nomination', 'paused', 'closed', 'unknown'] as const;

export type Kind = (typeof kinds)[number];
export type Service = (typeof services)[number];
export type Profile = (typeof profiles)[number];
export type Status = (typeof statuses)[number];
export type EventCode = (typeof events)[number];
export type Party = (typeof parties)[number];
export type Opener = (typeof openers)[number];
export type ContactWay = (typeof contactWays)[number];
export type Danger = (typeof dangers)[number];
export type NotCovered = (typeof notCovered)[number];
export type Ask = (typeof asks)[number];
export type State = (typeof states)[number];
