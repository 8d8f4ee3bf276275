import type { EventShapes } from '../shared/event.ts';
import { err } from '../shared/result.ts';
import {
  day,
  flag,
  id16,
  isObject,
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
import type { Upcast } from '../upcast.ts';
import { rhythm } from './rhythm-shape.ts';
import { type Sent, sent } from './sent.ts';
import {
  planLength,
  type ShownAgreement,
  type ShownContact,
  type ShownMeasure,
  type ShownNote,
  type ShownPause,
  type ShownPlan,
  type ShownRounds,
} from './shown-plan.ts';

/** What she was shown of her plan, and of the times at which she says that she is safe. */
export type ShownEvent =
  | {
      readonly type: 'PlanShown';
      readonly v: 2;
      readonly plan: ShownPlan;
      /** Whoever shows it has looked through the note on her dangers: nothing in it is about anybody else. */
      readonly othersChecked: boolean;
      readonly sent: Sent;
    }
  | { readonly type: 'RoundsTold'; readonly v: 1; readonly rounds: ShownRounds; readonly sent: Sent };

/** Before November 2026 a plan held no note on her dangers. */
export const shownUpcasts: readonly Upcast[] = [
  {
    type: 'PlanShown',
    from: 1,
    to: (event) => ({
      ...event,
      ...(isObject(event['plan']) ? { plan: { ...event['plan'], risks: null } } : {}),
      othersChecked: false,
    }),
  },
];

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

const note: Shape<ShownNote> = object({ id: id16, look: text(4000), act: textOrEmpty(4000) });

const parts: Shape<ShownPlan> = object({
  id: id16,
  version: whole(sizes.number),
  language: languageTag,
  aims: textOrEmpty(4000),
  arrest: textOrEmpty(4000),
  risks: orNull(note),
  measures: listOf(measure, shownAtMost.measures),
  contacts: listOf(contact, shownAtMost.contacts),
});

const plan: Shape<ShownPlan> = (json, path) => {
  const read = parts(json, path);
  if (!read.ok) return read;
  const { measures, contacts, risks } = read.value;
  if (measures.length + contacts.length === 0 && risks === null) return err({ problem: 'empty', path });
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
  PlanShown: { v: 2, fields: object({ plan, othersChecked: flag, sent }) },
  RoundsTold: { v: 1, fields: object({ rounds, sent }) },
};
