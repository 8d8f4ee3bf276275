import type { EventRef } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { defineItems, type ItemEvent } from '../shared/items.ts';
import { replaced } from '../shared/references.ts';
import {
  day,
  id16,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  token,
  whole,
} from '../shared/shape.ts';

/** A task comes back: every so many days, weeks or months, from the day it was due or from the day it was done. */
export type Repeat = {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month';
  readonly from: 'due' | 'done';
  /** The last day on which it may be due; null where it goes on. */
  readonly until: string | null;
};

/** A task that somebody typed. */
export type TaskValues = {
  readonly text: string;
  readonly note: string;
  /** The day by which it is to be done; null for none. */
  readonly due: string | null;
  /** Who does it; null for whoever is responsible for the case. */
  readonly owner: string | null;
  readonly repeat: Repeat | null;
  /** The part of the file that it is about, and the thing in it. */
  readonly part: string | null;
  readonly about: string | null;
};

const every: Shape<number> = (json, path) => {
  const read = whole(366)(json, path);
  return read.ok && read.value === 0 ? { ok: false, error: { problem: 'wrong', path } } : read;
};

export const taskItems = defineItems<'Task', TaskValues>({
  noun: 'Task',
  needed: ['text'],
  limit: 1000,
  fields: {
    text: text(sizes.line),
    note: textOrEmpty(2000),
    due: orNull(day),
    owner: orNull(id16),
    repeat: orNull(
      object({
        every,
        unit: oneOf('day', 'week', 'month'),
        from: oneOf('due', 'done'),
        until: orNull(day),
      }),
    ),
    part: orNull(token),
    about: orNull(id16),
  },
});

/**
 * What happens to a task: one that was typed, by its id, or one that a clock made, by the name of the clock
 * (`consent:3f...`). `due` says which of its days was meant: when a permit is renewed, its task begins anew.
 */
export type TaskEvent =
  | ItemEvent<'Task', TaskValues>
  | {
      readonly type: 'TaskDone';
      readonly v: 1;
      readonly task: string;
      readonly due: string | null;
      /** The day on which it was done. */
      readonly on: string;
      readonly note: string;
    }
  | {
      readonly type: 'TaskReopened';
      readonly v: 1;
      readonly task: string;
      readonly reason: string;
      /** The events that had said it was done. */
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'TaskSnoozed';
      readonly v: 1;
      readonly task: string;
      readonly due: string | null;
      /** The day on which it stands in the lists again; null takes the rest away. */
      readonly until: string | null;
      readonly reason: string;
      readonly replaces: readonly EventRef[];
    }
  | {
      readonly type: 'TaskAssigned';
      readonly v: 1;
      readonly task: string;
      readonly member: string | null;
      readonly replaces: readonly EventRef[];
    };

const typed = /^[0-9a-f]{32}$/;
const byClock = /^[a-z][a-z_]{1,31}:[0-9a-z:_-]{1,96}$/;

/** Whether a task was made by a clock rather than typed. */
export const isByClock = (task: string): boolean => byClock.test(task);

const taskKey: Shape<string> = (json, path) => {
  if (typeof json !== 'string') return { ok: false, error: { problem: 'wrong', path } };
  return typed.test(json) || byClock.test(json)
    ? { ok: true, value: json }
    : { ok: false, error: { problem: 'wrong', path } };
};

export const taskShapes: EventShapes<TaskEvent> = {
  ...taskItems.shapes,
  TaskDone: {
    v: 1,
    fields: object({ task: taskKey, due: orNull(day), on: day, note: textOrEmpty(2000) }),
  },
  TaskReopened: { v: 1, fields: object({ task: taskKey, reason: text(sizes.line), replaces: replaced }) },
  TaskSnoozed: {
    v: 1,
    fields: object({
      task: taskKey,
      due: orNull(day),
      until: orNull(day),
      reason: text(sizes.line),
      replaces: replaced,
    }),
  },
  TaskAssigned: { v: 1, fields: object({ task: taskKey, member: orNull(id16), replaces: replaced }) },
};
