import { type Context, sameEvent } from '../shared/context.ts';
import { edit, type Field } from '../shared/field.ts';
import { applyItem, type Item, type Items } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import { isByClock, type TaskEvent, type TaskValues, taskItems } from './events.ts';

export type Task = Item<TaskValues>;

/** Somebody did it. */
export type Done = Stamp & { readonly due: string | null; readonly on: string; readonly note: string };
export type Snooze = { readonly due: string | null; readonly until: string | null; readonly reason: string };

/** One step in the life of a task, beyond what its own fields tell. */
export type TaskStep = Stamp &
  (
    | { readonly what: 'done'; readonly on: string; readonly note: string }
    | { readonly what: 'reopened'; readonly reason: string }
    | { readonly what: 'snoozed'; readonly until: string | null; readonly reason: string }
    | { readonly what: 'assigned'; readonly member: string | null }
  );

/** What people did with a task. */
export type Marks = {
  /** Every time it was done and nobody took that back. */
  readonly done: readonly Done[];
  /** Two that were made apart both stand: the earlier day counts. */
  readonly snoozed: Field<Snooze>;
  readonly assigned: Field<string | null>;
  readonly steps: readonly TaskStep[];
};

export const noMarks: Marks = { done: [], snoozed: [], assigned: [], steps: [] };

/** The tasks that were typed, and what was done with them and with those that clocks make. */
export type TaskState = {
  readonly tasks: Items<TaskValues>;
  readonly marks: ReadonlyMap<string, Marks>;
};

export const emptyTasks: TaskState = { tasks: new Map(), marks: new Map() };

/** More clocks than this are never marked in one case. */
const limit = 4000;

/** What an event makes of the tasks. */
export function applyTask(state: TaskState, event: TaskEvent, context: Context): Result<TaskState, Refusal> {
  switch (event.type) {
    case 'TaskKept':
    case 'TaskPutAway':
    case 'TaskTakenBack': {
      const tasks = applyItem(taskItems, state.tasks, event, context);
      if (!tasks.ok) return tasks;
      return tasks.value === state.tasks ? ok(state) : ok({ ...state, tasks: tasks.value });
    }
  }
  const { task } = event;
  if (!isByClock(task) && !state.tasks.has(task)) return err(refusal('not_there'));
  const before = state.marks.get(task) ?? noMarks;
  if (!state.marks.has(task) && state.marks.size >= limit) return err(refusal('too_many', { limit }));
  const after = marksAfter(before, event, context);
  return after === before ? ok(state) : ok({ ...state, marks: new Map(state.marks).set(task, after) });
}

type MarkEvent = Extract<TaskEvent, { readonly task: string }>;

function marksAfter(marks: Marks, event: MarkEvent, context: Context): Marks {
  const stamp = stampOf(context);
  switch (event.type) {
    case 'TaskDone': {
      const { due, on, note } = event;
      // A second click, or a retry after a lost answer, is not a second deed.
      const isKnown = marks.done.some(
        (one) => one.by === stamp.by && one.due === due && one.on === on && one.note === note,
      );
      if (isKnown) return marks;
      return {
        ...marks,
        done: [...marks.done, { ...stamp, due, on, note }],
        steps: [...marks.steps, { ...stamp, what: 'done', on, note }],
      };
    }
    case 'TaskReopened': {
      const done = marks.done.filter((one) => !event.replaces.some((ref) => sameEvent(ref, one)));
      if (done.length === marks.done.length) return marks;
      const steps = [...marks.steps, { ...stamp, what: 'reopened', reason: event.reason } as const];
      return { ...marks, done, steps };
    }
    case 'TaskSnoozed': {
      const { due, until, reason } = event;
      return {
        ...marks,
        snoozed: edit(marks.snoozed, { due, until, reason }, event.replaces, context),
        steps: [...marks.steps, { ...stamp, what: 'snoozed', until, reason }],
      };
    }
    case 'TaskAssigned':
      return {
        ...marks,
        assigned: edit(marks.assigned, event.member, event.replaces, context),
        steps: [...marks.steps, { ...stamp, what: 'assigned', member: event.member }],
      };
  }
}
