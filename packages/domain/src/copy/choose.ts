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
  // What exposes somebody is often what she is or what she suffers from: her gender, her belief, an illness.
  risk: ['danger', 'family', 'place', 'health', 'traits'],
  plan: ['danger', 'money', 'place', 'contact', 'health'],
  tasks: ['story'],
  checkIns: ['contact'],
  verification: ['verification', 'work'],
  eligibility: ['story', 'work', 'money', 'place', 'traits'],
  consents: ['contact'],
  documents: ['documents', 'files'],
  // An organisation asks of its own whatever it needs.
  answers: [
    'story',
    'danger',
    'family',
    'health',
    'work',
    'place',
    'contact',
    'traits',
    'documents',
    'money',
  ],
  responsibility: [],
  stages: ['story'],
  sheet: ['verification'],
  outcome: ['story', 'danger', 'work', 'place', 'health'],
  asked: ['documents'],
};

/** The kinds of facts that a copy of these parts holds. */
export function groupsIn(parts: readonly CopyPart[]): readonly FieldGroup[] {
  return [...new Set(parts.flatMap((part) => held[part]))];
}
