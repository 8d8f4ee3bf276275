import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type ConsentScope, consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import {
  code,
  day,
  id16,
  languageTag,
  listOf,
  object,
  orNull,
  type Shape,
  text,
  token,
  whole,
} from '../shared/shape.ts';

/**
 * One question for one consent: a purpose, a recipient, kinds of facts, and how long (handbook 5). What is put to her is
 * kept word for word, with the version of its text and its language, so that her answer can be held against it for ever.
 */
export type ConsentAsk = {
  readonly id: string;
  readonly purpose: ConsentScope | OwnCode;
  /** Who receives or does it, in words that she knows. */
  readonly recipient: string;
  /** Kinds of facts: `fieldGroups`, or words that a newer version adds. */
  readonly fields: readonly string[];
  /** What is explained to her, in full. */
  readonly text: string;
  readonly version: number;
  readonly language: string;
  /** The last day on which it holds, or null for as long as the conversation. */
  readonly until: string | null;
};

/** So many months a yes is asked for, unless somebody says otherwise: whatever is shared has a last day (invariant 3). */
export const usualConsentMonths = 12;

/** Kinds of facts that a consent speaks of. */
export const fieldGroups = [
  'name',
  'contact',
  'place',
  'story',
  'danger',
  'family',
  'work',
  'health',
  'traits',
  'documents',
  'files',
  'money',
  'verification',
] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export const consentAsk: Shape<ConsentAsk> = object({
  id: id16,
  purpose: code(consentScope),
  recipient: text(300),
  fields: listOf(token, 32),
  text: text(4000),
  version: whole(100_000),
  language: languageTag,
  until: orNull(day),
});
