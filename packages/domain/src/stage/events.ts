import { defineItems, type ItemEvent } from '../shared/items.ts';
import { day, id16, oneOf, orNull, textOrEmpty } from '../shared/shape.ts';

/** The stages of a case as the handbook tells them. Several may be open at once, and each may come again. */
export const stageCodes = [
  'contact',
  'triage',
  'eligibility',
  'verification',
  'risk',
  'plan',
  'grant',
  'relocation',
  'exile',
  'return',
  'follow_up',
] as const;
export type StageCode = (typeof stageCodes)[number];

/** One stage that is or was under way, beside the state that the case as a whole is in (decision 50). */
export type StageValues = {
  readonly stage: StageCode;
  /** Who leads it; null for whoever is responsible for the case. */
  readonly lead: string | null;
  /** The day on which it began. */
  readonly from: string;
  /** The day on which it ended; null while it is open. */
  readonly until: string | null;
  /** What it is about, and at the end what came of it. */
  readonly note: string;
};

export const stageItems = defineItems<'Stage', StageValues>({
  noun: 'Stage',
  needed: ['stage', 'from'],
  limit: 200,
  fields: {
    stage: oneOf(...stageCodes),
    lead: orNull(id16),
    from: day,
    until: orNull(day),
    note: textOrEmpty(2000),
  },
});

export type StageEvent = ItemEvent<'Stage', StageValues>;
