import type { Service } from './codes.ts';

/** What somebody can say that she needs, in the order in which the door asks. */
export const needs = [
  'place',
  'leave',
  'rest',
  'money',
  'family-money',
  'home-security',
  'digital-security',
  'lawyer',
  'doctor',
  'counselling',
  'stop-removal',
  'police-notice',
  'prison-help',
  'search',
  'being-heard',
  'complaint',
  'work-or-study',
  'resettlement',
  'organisation-money',
  'advice',
] as const;

export type Need = (typeof needs)[number];

/** Which services meet a need, and which go some of the way. */
export const servicesFor: Readonly<
  Record<Need, { readonly full: readonly Service[]; readonly part: readonly Service[] }>
> = {
  place: {
    full: ['housing', 'relocation', 'academic-place'],
    part: ['evacuation', 'resettlement'],
  },
  leave: {
    full: ['relocation', 'evacuation', 'travel', 'visa'],
    part: ['resettlement', 'emergency-money'],
  },
  rest: { full: ['rest'], part: ['psychosocial'] },
  money: { full: ['emergency-money', 'living-costs'], part: ['job-support', 'project-money'] },
  'family-money': { full: ['family-support'], part: ['emergency-money', 'living-costs'] },
  'home-security': {
    full: ['physical-security'],
    part: ['emergency-money', 'equipment', 'risk-assessment', 'state-protection', 'accompaniment'],
  },
  'digital-security': {
    full: ['digital-security', 'website-protection', 'forensics'],
    part: ['equipment', 'training'],
  },
  lawyer: {
    full: ['lawyer', 'legal-costs'],
    part: ['trial-monitoring', 'strategic-litigation', 'asylum-help', 'emergency-money'],
  },
  doctor: { full: ['medical', 'rehabilitation'], part: ['medico-legal-report', 'emergency-money'] },
  counselling: { full: ['psychosocial', 'rehabilitation'], part: ['rest'] },
  'stop-removal': {
    full: ['interim-measures', 'asylum-help'],
    part: ['lawyer', 'legal-costs', 'un-complaint', 'medico-legal-report'],
  },
  'police-notice': { full: ['data-rights'], part: ['lawyer', 'legal-costs', 'advocacy'] },
  'prison-help': {
    full: ['prison-support', 'trial-monitoring'],
    part: ['lawyer', 'legal-costs', 'family-support', 'advocacy', 'un-complaint'],
  },
  search: { full: ['search'], part: ['un-complaint', 'documentation'] },
  'being-heard': {
    full: ['advocacy', 'diplomatic-action'],
    part: ['documentation', 'un-complaint', 'coordination'],
  },
  complaint: {
    full: ['un-complaint', 'complaint', 'interim-measures'],
    part: ['strategic-litigation', 'lawyer', 'documentation'],
  },
  'work-or-study': {
    full: ['academic-place', 'job-support', 'education', 'workspace'],
    part: ['language-course', 'mentoring', 'integration', 'project-money', 'training'],
  },
  resettlement: { full: ['resettlement'], part: ['visa'] },
  'organisation-money': {
    full: ['organisation-costs'],
    part: ['project-money', 'emergency-money', 'equipment'],
  },
  advice: { full: ['advice', 'referral', 'coordination'], part: ['risk-assessment', 'mentoring'] },
};
