import type { EventShapes } from '../shared/event.ts';
import { err } from '../shared/result.ts';
import {
  day,
  id16,
  languageTag,
  listOf,
  object,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  token,
  whole,
} from '../shared/shape.ts';
import { rhythm } from './rhythm-shape.ts';
import { type Sent, sent } from './sent.ts';
import {
  planLength,
  type ShownAgreement,
  type ShownContact,
  type ShownMeasure,
  type ShownPause,
  type ShownPlan,
  type ShownRounds,
} from './shown-plan.ts';

/** What she was shown of her plan, and of the times at which she says that she is safe. */
export type ShownEvent =
  | { readonly type: 'PlanShown'; readonly v: 1; readonly plan: ShownPlan; readonly sent: Sent }
  | { readonly type: 'RoundsTold'; readonly v: 1; readonly rounds: ShownRounds; readonly sent: Sent };

/** More than anybody could read at once: an item has an end. */
export const shownAtMost = { measures: 40, contacts: 20, agreed: 12, pauses: 40 } as const;

const measure: Shape<ShownMeasure> = object({
  id: id16,
  seen: whole(sizes.number),
  aim: token,
  what: text(2000),
  by: orNull(day),
  who: textOrEmpty(sizes.name),
  when: textOrEmpty(2000),
  fallback: textOrEmpty(2000),
});

const contact: Shape<ShownContact> = object({
  id: id16,
  who: text(sizes.name),
  how: textOrEmpty(sizes.line),
  occasions: listOf(token, 8),
  tell: textOrEmpty(2000),
});

const parts: Shape<ShownPlan> = object({
  id: id16,
  version: whole(sizes.number),
  language: languageTag,
  aims: textOrEmpty(4000),
  arrest: textOrEmpty(4000),
  measures: listOf(measure, shownAtMost.measures),
  contacts: listOf(contact, shownAtMost.contacts),
});

const plan: Shape<ShownPlan> = (json, path) => {
  const read = parts(json, path);
  if (!read.ok) return read;
  if (read.value.measures.length + read.value.contacts.length === 0) return err({ problem: 'empty', path });
  return planLength(read.value) > sizes.body ? err({ problem: 'too_long', path }) : read;
};

const agreement: Shape<ShownAgreement> = object({
  id: id16,
  rhythm,
  from: whole(sizes.time),
  until: orNull(whole(sizes.time)),
  grace: whole(14 * 24 * 60),
  way: textOrEmpty(sizes.line),
  silence: textOrEmpty(2000),
  language: languageTag,
});

const pause: Shape<ShownPause> = object({ id: id16, from: whole(sizes.time), until: whole(sizes.time) });

const rounds: Shape<ShownRounds> = object({
  id: id16,
  agreed: listOf(agreement, shownAtMost.agreed),
  pauses: listOf(pause, shownAtMost.pauses),
});

export const shownShapes: EventShapes<ShownEvent> = {
  PlanShown: { v: 1, fields: object({ plan, sent }) },
  RoundsTold: { v: 1, fields: object({ rounds, sent }) },
};
