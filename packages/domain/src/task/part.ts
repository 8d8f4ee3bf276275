import type { CasePart } from '../case/part.ts';
import { conflictsOf } from '../shared/items.ts';
import { type TaskEvent, taskItems, taskShapes } from './events.ts';
import { applyTask, emptyTasks, type TaskState } from './state.ts';

/** Tasks as a part of a case. */
export const taskPart: CasePart<TaskState, TaskEvent> = {
  empty: emptyTasks,
  shapes: taskShapes,
  upcasts: [],
  action: () => taskItems.action,
  gives: new Set(),
  apply: applyTask,
  conflicts: ({ tasks, marks }) =>
    [...tasks.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0) +
    [...marks.values()].filter(({ assigned }) => assigned.length > 1).length,
};
