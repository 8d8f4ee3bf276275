import { defineItems, type ItemEvent } from '../shared/items.ts';
import { day, id16, oneOf, orNull, sizes, text, textOrEmpty } from '../shared/shape.ts';
import { type StageCode, stageCodes } from '../stage/events.ts';

/*
 * A document that is asked for and not here yet. What identifies a person is never asked for here: it belongs to the
 * identity record and its own key (invariant 1).
 */
export type AskedValues = {
  readonly title: string;
  /** For which step of the case; null where it is for none in particular. */
  readonly stage: StageCode | null;
  /** Whom it is about: a person of the case by her id. */
  readonly about: string | null;
  /** Who was asked for it, in words. */
  readonly from: string;
  /** The day by which it is needed. */
  readonly due: string | null;
  /** The document that answers it; null while it is missing. */
  readonly came: string | null;
};

export const askedItems = defineItems<'DocumentAsked', AskedValues>({
  noun: 'DocumentAsked',
  needed: ['title'],
  limit: 300,
  fields: {
    title: text(sizes.name),
    stage: orNull(oneOf(...stageCodes)),
    about: orNull(id16),
    from: textOrEmpty(sizes.line),
    due: orNull(day),
    came: orNull(id16),
  },
});

export type AskedEvent = ItemEvent<'DocumentAsked', AskedValues>;
