import { addDays } from '../clock/days.ts';
import { seenIn } from '../shared/field.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { TaskEvent } from './events.ts';
import type { OpenTask } from './open.ts';
import { noMarks, type TaskState } from './state.ts';

type Allowed = Result<TaskEvent, Refusal>;
type Meant = Pick<OpenTask, 'key' | 'kind' | 'due'>;

/** Say that a task is done. What a clock made asks for a word about what was done: its date will pass all the same. */
export function canDo(task: Meant, on: string, note: string): Allowed {
  if (task.kind !== 'own' && note.trim() === '')
    return err(refusal('malformed', { path: 'note', problem: 'empty' }));
  return ok({ type: 'TaskDone', v: 1, task: task.key, due: task.due, on, note: note.trim() });
}

/** The last day until which a task may rest: one that ends something stands in the lists again before it lapses. */
export function restsAtMost(task: Pick<OpenTask, 'kind' | 'due'>, today: string): string | null {
  if (task.kind === 'own' || task.due === null || task.due < today) return null;
  return addDays(task.due, -1);
}

/** Put a task off until a day, with a reason. */
export function canSnooze(
  state: TaskState,
  task: Meant,
  today: string,
  snooze: { readonly until: string; readonly reason: string },
): Allowed {
  const most = restsAtMost(task, today);
  if (snooze.until <= today || (most !== null && snooze.until > most))
    return err(refusal('malformed', { path: 'until', problem: 'wrong' }));
  const reason = snooze.reason.trim();
  if (reason === '') return err(refusal('malformed', { path: 'reason', problem: 'empty' }));
  const replaces = seenIn((state.marks.get(task.key) ?? noMarks).snoozed);
  const { key, due } = task;
  return ok({ type: 'TaskSnoozed', v: 1, task: key, due, until: snooze.until, reason, replaces });
}

/** Bring a task back into the lists at once. */
export function canWake(state: TaskState, task: Meant, reason: string): Allowed {
  const replaces = seenIn((state.marks.get(task.key) ?? noMarks).snoozed);
  if (replaces.length === 0) return err(refusal('no_change'));
  return ok({ type: 'TaskSnoozed', v: 1, task: task.key, due: task.due, until: null, reason, replaces });
}

/** Give a task that a clock made to a colleague; null gives it back to whoever is responsible. */
export function canAssign(state: TaskState, task: string, member: string | null): Allowed {
  const { assigned } = state.marks.get(task) ?? noMarks;
  if (assigned.length === 1 && assigned[0]?.value === member) return err(refusal('no_change'));
  return ok({ type: 'TaskAssigned', v: 1, task, member, replaces: seenIn(assigned) });
}

/** Take back that a task was done. */
export function canReopen(state: TaskState, task: string, reason: string): Allowed {
  const { done } = state.marks.get(task) ?? noMarks;
  if (done.length === 0) return err(refusal('no_change'));
  const replaces = done.slice(-32).map(({ entry, index }) => ({ entry, index }));
  return ok({ type: 'TaskReopened', v: 1, task, reason, replaces });
}
