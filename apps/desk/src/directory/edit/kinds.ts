import * as codes from '@leeward/directory/codes.ts';
import type { CodeList } from '@leeward/directory/say/index.ts';
import type { FieldName } from '@leeward/workspace/directory/fields.ts';

/** How a field is typed. Codes where there are codes: what is chosen can be reasoned with and read in every language. */
export type EditorKind =
  | { readonly type: 'text' | 'nullableText' | 'texts' | 'remark' | 'remarks' | 'yesNo' }
  | { readonly type: 'number' | 'range' | 'date' | 'sourceDated' }
  | { readonly type: 'places' | 'where' | 'sums' | 'calls' | 'gates' | 'clocks' | 'languages' }
  /** One of these; `of` is the key under which the directory names it in a word or a sentence. */
  | { readonly type: 'one'; readonly codes: readonly string[]; readonly of: string }
  | {
      readonly type: 'many';
      readonly codes: readonly string[];
      readonly list: CodeList | 'danger';
      /** Nothing chosen is null, not an empty list: nobody said. */
      readonly nullable?: boolean;
    };

export const editors: Readonly<Record<FieldName, EditorKind>> = {
  name: { type: 'text' },
  otherNames: { type: 'texts' },
  organisation: { type: 'text' },
  kind: { type: 'one', codes: codes.kinds, of: 'kind' },
  summary: { type: 'remark' },
  sameForm: { type: 'nullableText' },
  'gives.services': { type: 'many', codes: codes.services, list: 'service' },
  'gives.sums': { type: 'sums' },
  'gives.months': { type: 'range' },
  'gives.hostedIn': { type: 'places' },
  'gives.notCovered': { type: 'many', codes: codes.notCovered, list: 'notCovered' },
  who: { type: 'many', codes: codes.profiles, list: 'profile' },
  where: { type: 'where' },
  exile: { type: 'one', codes: ['yes', 'no', 'ask'], of: 'exile' },
  parties: { type: 'many', codes: codes.parties, list: 'party', nullable: true },
  family: { type: 'one', codes: ['yes', 'case-by-case', 'no', 'unknown'], of: 'family' },
  return: { type: 'one', codes: ['expected', 'impossible', 'open', 'unknown'], of: 'return' },
  gates: { type: 'gates' },
  wishes: { type: 'gates' },
  openers: { type: 'many', codes: codes.openers, list: 'opener' },
  asks: { type: 'many', codes: codes.asks, list: 'ask' },
  application: { type: 'remark' },
  languages: { type: 'languages' },
  'contact.ways': { type: 'many', codes: codes.contactWays, list: 'contact' },
  'contact.secure': { type: 'one', codes: ['yes', 'no', 'unknown'], of: 'secure' },
  'contact.words': { type: 'remark' },
  dangers: { type: 'many', codes: codes.dangers, list: 'danger' },
  'speed.answerHours': { type: 'number' },
  'speed.urgentHours': { type: 'number' },
  'speed.decisionDays': { type: 'range' },
  'speed.helpDays': { type: 'number' },
  'speed.words': { type: 'remark' },
  clocks: { type: 'clocks' },
  'state.is': { type: 'one', codes: codes.states, of: 'state' },
  'state.calls': { type: 'calls' },
  'state.since': { type: 'date' },
  'link.url': { type: 'text' },
  'link.own': { type: 'yesNo' },
  sourceDated: { type: 'sourceDated' },
  confidence: { type: 'one', codes: ['high', 'medium', 'low'], of: 'confidence' },
  remarks: { type: 'remarks' },
};

/** The fields that somebody who adds an entry is asked for first; the others can follow. */
export const firstFields: readonly FieldName[] = [
  'name',
  'organisation',
  'kind',
  'summary',
  'gives.services',
  'who',
  'where',
  'exile',
  'state.is',
  'openers',
  'application',
  'contact.ways',
  'link.url',
  'dangers',
];
