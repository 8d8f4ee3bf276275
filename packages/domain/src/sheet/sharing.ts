import type { CaseState } from '../case/state.ts';
import type { FieldGroup } from '../consent/ask.ts';
import type { CaseUse } from '../consent/share.ts';
import { valueIn } from '../shared/items.ts';
import type { SheetTerms } from './events.ts';
import type { AskedQuestion, SheetQuestion } from './message.ts';

/*
 * A question tells whoever reads it something about her. So a sheet is a sharing like any other: it rests on her consent
 * to be asked about, and is written down among what was shared.
 */

/** The purposes on which a sheet can rest: people whom she named, or partners whom the team trusts. */
export const sheetPurposes = ['con_verify_referee', 'con_verify_partner'] as const;
export type SheetPurpose = (typeof sheetPurposes)[number];

/** On what a sheet is to rest. */
export type SheetConsent = {
  readonly purpose: SheetPurpose;
  readonly recipient: string;
  /** What was shared, in a few words without a name: the line that later says what cannot be called back. */
  readonly what: string;
};

/** The kinds of facts that each question tells its reader. */
const tells: Readonly<Record<SheetQuestion, readonly FieldGroup[]>> = {
  know_work: ['name', 'work'],
  know_person: ['name'],
  belongs: ['name', 'work'],
  event: ['story'],
  event_linked: ['story', 'work'],
  document: ['documents'],
  own: ['story'],
};

/** The kinds of facts that a sheet tells its reader, each once. */
export const factsTold = (questions: readonly AskedQuestion[]): readonly FieldGroup[] => [
  ...new Set(questions.flatMap(({ ask }) => tells[ask])),
];

/** The sending of a sheet as a use of facts about the defenders of a case, for `mayShare` and `canShare`. */
export function useOfSheet(
  { parts }: Pick<CaseState, 'parts'>,
  { source, questions }: Pick<SheetTerms, 'source' | 'questions'>,
  { purpose, recipient }: Pick<SheetConsent, 'purpose' | 'recipient'>,
): CaseUse {
  const item = source === null ? undefined : parts.verification.sources.get(source);
  const recipientPerson = item === undefined ? null : (valueIn(item, 'person') ?? null);
  return { purpose, recipient, fields: factsTold(questions), persons: [], recipientPerson };
}
