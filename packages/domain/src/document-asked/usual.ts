import { addDays } from '../clock/days.ts';
import type { StageCode } from '../stage/events.ts';

/*
 * What is usually needed at a step (handbook 3.4 to 3.9). Passports and whatever else carries a legal name are left out:
 * nobody asks for them before there is a reason, and they belong to the identity record (invariant 1).
 */

/** A usual document: when it is needed, and after how many days it is asked for again (Default). */
export type UsualDocument = {
  readonly code: (typeof usualCodes)[number];
  readonly stages: readonly StageCode[];
  readonly days: number;
};

export const usualCodes = [
  'work',
  'role',
  'referee_letter',
  'threat',
  'court',
  'medical',
  'budget',
  'offers',
  'lawyer_terms',
  'receipts',
  'grant_report',
  'invitation',
  'travel_plan',
  'insurance',
  'health_record',
  'permit',
  'asylum_claim',
  'return_plan',
] as const;

export const usualDocuments: readonly UsualDocument[] = [
  { code: 'work', stages: ['eligibility', 'verification'], days: 14 },
  { code: 'role', stages: ['eligibility', 'verification'], days: 14 },
  { code: 'referee_letter', stages: ['verification'], days: 14 },
  { code: 'threat', stages: ['verification', 'risk'], days: 7 },
  { code: 'court', stages: ['verification', 'risk', 'grant'], days: 7 },
  { code: 'medical', stages: ['risk', 'grant'], days: 14 },
  { code: 'budget', stages: ['grant'], days: 7 },
  { code: 'offers', stages: ['grant'], days: 14 },
  { code: 'lawyer_terms', stages: ['grant'], days: 14 },
  { code: 'receipts', stages: ['grant'], days: 30 },
  { code: 'grant_report', stages: ['grant', 'follow_up'], days: 90 },
  { code: 'invitation', stages: ['relocation'], days: 14 },
  { code: 'travel_plan', stages: ['relocation', 'return'], days: 7 },
  { code: 'insurance', stages: ['relocation'], days: 14 },
  { code: 'health_record', stages: ['relocation', 'exile'], days: 14 },
  { code: 'permit', stages: ['exile'], days: 30 },
  { code: 'asylum_claim', stages: ['exile'], days: 30 },
  { code: 'return_plan', stages: ['return'], days: 30 },
];

/** The usual documents of these steps, each once, in the order of a case. */
export const usualFor = (stages: readonly StageCode[]): readonly UsualDocument[] =>
  usualDocuments.filter((one) => one.stages.some((stage) => stages.includes(stage)));

/** The day by which a usual document is asked for. */
export const usualDue = ({ days }: UsualDocument, today: string): string => addDays(today, days);
