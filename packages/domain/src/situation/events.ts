import { isCountry } from '@leeward/vocabulary/countries.ts';
import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type Confidence, confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type ImmigrationStatus, immigrationStatus } from '@leeward/vocabulary/lists/immigration-status.ts';
import { type InexactDate, inexactDate } from '../shared/inexact-date.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import { code, codeThat, id16, oneOf, orNull, textOrEmpty } from '../shared/shape.ts';

/** What a dated fact speaks of: where she is, in what status, of which nationality (invariant 7). */
export const situationKinds = ['place', 'status', 'nationality'] as const;
export type SituationKind = (typeof situationKinds)[number];

/**
 * One fact with its days. A country and never an exact place: that belongs to the identity record (invariant 1). What
 * is past stays: eligibility reads the present, the story needs the way.
 */
export type SituationValues = {
  readonly kind: SituationKind;
  /** ISO 3166-1; null where it is not known, or for a person without any nationality. */
  readonly country: string | null;
  readonly status: ImmigrationStatus | OwnCode | null;
  /** Since when and until when, as exactly as anybody knows; null where nobody does, or for as long as it lasts. */
  readonly from: InexactDate | null;
  readonly until: InexactDate | null;
  /** Whose it is: a person of the case by her id; null for the person whose case it is. */
  readonly person: string | null;
  readonly confidence: Confidence;
  readonly note: string;
};

export const situationItems = defineItems<'Situation', SituationValues>({
  noun: 'Situation',
  needed: ['kind'],
  limit: 200,
  fields: {
    kind: oneOf(...situationKinds),
    country: orNull(codeThat(isCountry)),
    status: orNull(code(immigrationStatus)),
    from: orNull(inexactDate),
    until: orNull(inexactDate),
    person: orNull(id16),
    confidence: code(confidence),
    note: textOrEmpty(2000),
  },
});

export type SituationEvent = ItemEvent<'Situation', SituationValues>;
