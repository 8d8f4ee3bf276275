import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type CaseState as CaseStateCode, caseState } from '@leeward/vocabulary/lists/case-state.ts';
import { type ClosureReason, closureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import { urgencyCode } from '../request/events.ts';
import type { EventRef } from '../shared/context.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import { eventRef, replaced } from '../shared/references.ts';
import {
  code,
  day,
  hash32,
  id16,
  listOf,
  object,
  oneOf,
  orNull,
  sizes,
  text,
  textOrEmpty,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type PartEvent, partShapes, partUpcasts } from './parts.ts';

/**
 * What the summary of a case may hold. The list is closed on purpose: a legal name, a document or an exact place belongs
 * to the identity record with its own key, and no case has a field for it (rule 14, invariant 1).
 */
export const summaryFields = [
  'situation',
  'work',
  'danger',
  'country',
  'languages',
  'family',
  'health',
  'needs',
  'contact',
  'other_helpers',
] as const;
export type SummaryField = (typeof summaryFields)[number];

/** Where a case can be while it is not over. */
export type OpenState = Exclude<CaseStateCode, 'case_closed' | 'case_erased'>;
export const openStates = {
  ...caseState,
  items: caseState.items.filter(
    (item): item is Exclude<typeof item, { readonly code: 'case_closed' | 'case_erased' }> =>
      item.code !== 'case_closed' && item.code !== 'case_erased',
  ),
};

/** What can happen to a case. */
export type CaseEvent = CoreEvent | PartEvent;

/** What can happen to the case itself, apart from its parts. */
export type CoreEvent =
  | {
      readonly type: 'CaseOpened';
      readonly v: 1;
      /** A name that means nothing and points to nobody. */
      readonly pseudonym: string;
      /** The conversation that it comes from; null where the first contact was elsewhere. */
      readonly fromConversation: string | null;
      readonly teams: readonly string[];
    }
  | {
      readonly type: 'PseudonymChanged';
      readonly v: 1;
      readonly pseudonym: string;
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'UrgencySet';
      readonly v: 2;
      readonly urgency: Exclude<Urgency, 'urg_unset'>;
      readonly reason: string;
      /** The judgements that it takes the place of; null for all that stand, as the first version meant it. */
      readonly replaces: readonly EventRef[] | null;
    }
  | {
      readonly type: 'StateChanged';
      readonly v: 2;
      readonly state: CaseStateCode;
      readonly reason: string;
      /** Why the case ends; needed for `case_closed`, null elsewhere. */
      readonly closure: ClosureReason | OwnCode | null;
      /** On hold: until which day. Closed: from which day on it may be forgotten (invariant 14). Else null. */
      readonly date: string | null;
      /** As with the urgency. */
      readonly replaces: readonly EventRef[] | null;
    }
  /** Somebody opens a closed case again: it speaks of one closing, so that it never undoes a later one by itself. */
  | {
      readonly type: 'CaseReopened';
      readonly v: 1;
      readonly state: OpenState;
      readonly reason: string;
      readonly closing: EventRef;
    }
  | {
      readonly type: 'ResponsibleSet';
      readonly v: 2;
      readonly member: string;
      /** As with the urgency. */
      readonly replaces: readonly EventRef[] | null;
    }
  | { readonly type: 'NoteWritten'; readonly v: 1; readonly text: string }
  | {
      readonly type: 'NextStepSet';
      readonly v: 1;
      /** Empty where nothing is next. */
      readonly text: string;
      /** A day, `2026-11-21`; null where none is agreed. */
      readonly date: string | null;
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'SummaryKept';
      readonly v: 1;
      readonly field: SummaryField;
      /** Empty where it was taken back. */
      readonly value: string;
      readonly replaces: readonly EventRef[];
    };

export const caseShapes: EventShapes<CaseEvent> = {
  ...partShapes,
  CaseOpened: {
    v: 1,
    fields: object({
      pseudonym: text(sizes.name),
      fromConversation: orNull(hash32),
      teams: listOf(id16, 32),
    }),
  },
  PseudonymChanged: { v: 1, fields: object({ pseudonym: text(sizes.name), replaces: replaced }) },
  UrgencySet: {
    v: 2,
    fields: object({ urgency: urgencyCode, reason: text(sizes.line), replaces: orNull(replaced) }),
  },
  StateChanged: {
    v: 2,
    fields: object({
      state: code(caseState),
      reason: text(sizes.line),
      closure: orNull(code(closureReason)),
      date: orNull(day),
      replaces: orNull(replaced),
    }),
  },
  CaseReopened: {
    v: 1,
    fields: object({ state: code(openStates), reason: text(sizes.line), closing: eventRef }),
  },
  ResponsibleSet: { v: 2, fields: object({ member: id16, replaces: orNull(replaced) }) },
  NoteWritten: { v: 1, fields: object({ text: text(sizes.body) }) },
  NextStepSet: {
    v: 1,
    fields: object({ text: textOrEmpty(sizes.line), date: orNull(day), replaces: replaced }),
  },
  SummaryKept: {
    v: 1,
    fields: object({ field: oneOf(...summaryFields), value: textOrEmpty(sizes.body), replaces: replaced }),
  },
};

/** Old versions of these events. The first ones named nothing, and took the place of everything. */
export const caseUpcasts: readonly Upcast[] = [
  ...partUpcasts,
  { type: 'UrgencySet', from: 1, to: (event) => ({ ...event, replaces: null }) },
  { type: 'StateChanged', from: 1, to: (event) => ({ ...event, date: null, replaces: null }) },
  { type: 'ResponsibleSet', from: 1, to: (event) => ({ ...event, replaces: null }) },
];

/** Reads one event of a case. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseCaseEvent = (json: unknown) => readEvent<CaseEvent>(caseShapes, caseUpcasts, json);
