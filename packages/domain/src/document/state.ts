import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import { type WithCopies, withCopies } from '../shared/with-copies.ts';
import type { DocumentValues } from './events.ts';

/** The documents of a case. */
export type DocumentsState = Items<DocumentValues>;
export type CaseDocument = Item<DocumentValues>;

/** Where a document's end lies, seen from a day. */
export type Lasting = 'lasts' | 'ends_soon' | 'over' | 'unknown';

/** Whether a document still serves: over, about to be over (within `days`), or lasting. */
export function lastingOn(document: CaseDocument, today: string, days = 30): Lasting {
  const expires = valueIn(document, 'expires') ?? null;
  if (expires === null) return 'unknown';
  if (expires < today) return 'over';
  const left = (Date.parse(expires) - Date.parse(today)) / 86_400_000;
  return left <= days ? 'ends_soon' : 'lasts';
}

/** Whether it must be said in words before anybody sees it. Where two people judged apart, the warning stays. */
export const isGraphic = (document: CaseDocument): boolean =>
  document.fields.graphic?.some(({ value }) => value) === true;

/** The documents that stand, the latest first. */
export function documentsOf(state: DocumentsState): readonly CaseDocument[] {
  return standing(state).toReversed();
}

/** The documents that stand, each with the copies that were made from it; the latest first. */
export const documentsWithCopies = (
  state: DocumentsState,
): readonly WithCopies<{ readonly item: CaseDocument }>[] =>
  withCopies(documentsOf(state).map((item) => ({ item })));
