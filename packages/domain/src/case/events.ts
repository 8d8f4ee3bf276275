import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type CaseState as CaseStateCode, caseState } from '@leeward/vocabulary/lists/case-state.ts';
import { type ClosureReason, closureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import { urgencyCode } from '../request/events.ts';
import type { EventRef } from '../shared/context.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
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
      readonly v: 1;
      readonly urgency: Exclude<Urgency, 'urg_unset'>;
      readonly reason: string;
    }
  | {
      readonly type: 'StateChanged';
      readonly v: 1;
      readonly state: CaseStateCode;
      readonly reason: string;
      /** Why the case ends; needed for `case_closed`, null elsewhere. */
      readonly closure: ClosureReason | OwnCode | null;
    }
  | { readonly type: 'ResponsibleSet'; readonly v: 1; readonly member: string }
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
  UrgencySet: { v: 1, fields: object({ urgency: urgencyCode, reason: text(sizes.line) }) },
  StateChanged: {
    v: 1,
    fields: object({
      state: code(caseState),
      reason: text(sizes.line),
      closure: orNull(code(closureReason)),
    }),
  },
  ResponsibleSet: { v: 1, fields: object({ member: id16 }) },
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

/** Old versions of these events. */
export const caseUpcasts: readonly Upcast[] = [...partUpcasts];

/** Reads one event of a case. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseCaseEvent = (json: unknown) => readEvent<CaseEvent>(caseShapes, caseUpcasts, json);
