import type { FieldGroup } from '../consent/ask.ts';

/** What of a file can be taken along, each by itself. Names and documents of identity are never among it: they have their own key. */
export const copyParts = [
  'head',
  'summary',
  'notes',
  'situation',
  'people',
  'incident',
  'risk',
  'plan',
  'tasks',
  'checkIns',
  'verification',
  'eligibility',
  'consents',
  'documents',
  'answers',
  'responsibility',
  'stages',
  'sheet',
  'outcome',
  'asked',
] as const;
export type CopyPart = (typeof copyParts)[number];

/** The kinds of facts that each of them may hold: consent must name every one (handbook 5). */
const held: Readonly<Record<CopyPart, readonly FieldGroup[]>> = {
  head: ['danger'],
  summary: ['story', 'danger', 'work', 'place', 'family', 'health', 'contact'],
  notes: ['story', 'danger', 'family', 'health', 'contact', 'place'],
  situation: ['place'],
  people: ['family', 'contact', 'traits', 'place'],
  incident: ['story', 'danger', 'place'],
  risk: ['danger', 'family', 'place'],
  plan: ['danger', 'money', 'place', 'contact'],
  tasks: ['story'],
  checkIns: ['contact'],
  verification: ['verification', 'work'],
  eligibility: ['story', 'work', 'money'],
  consents: ['contact'],
  documents: ['documents', 'files'],
  answers: ['story', 'danger', 'family', 'health', 'work', 'place', 'contact'],
  responsibility: [],
  stages: ['story'],
  sheet: ['verification'],
  outcome: ['story', 'danger', 'work', 'place'],
  asked: ['documents'],
};

/** The kinds of facts that a copy of these parts holds. */
export function groupsIn(parts: readonly CopyPart[]): readonly FieldGroup[] {
  return [...new Set(parts.flatMap((part) => held[part]))];
}
