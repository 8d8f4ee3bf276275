import type { CaseState } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { type Clock, type ClockKind, clockKey, firstWarning, isRaised } from '../clock/clock.ts';
import { addDays, daysBetween } from '../clock/days.ts';
import { type Field, latest } from '../shared/field.ts';
import { standing, valueIn } from '../shared/items.ts';
import { nextDue } from './repeat.ts';
import { type Marks, noMarks, type Snooze, type Task, type TaskState } from './state.ts';

/** Something that somebody must do: typed by a person, or made by a clock. Without a clock of its own: see `sectionOf`. */
export type OpenTask = {
  /** Id of a typed task, or the name of the clock that made it. */
  readonly key: string;
  readonly kind: ClockKind | 'own';
  readonly text: string;
  /** The day it is due; for a clock the last day on which it holds. */
  readonly due: string | null;
  /** For a clock: how many days before it warns. */
  readonly warns: readonly number[];
  /** Who does it; null for whoever is responsible for the case. */
  readonly owner: string | null;
  /** Rests until that day; null where nobody put it off. */
  readonly restsUntil: string | null;
  /** Where it is seen to: part of the file, and the thing in it. */
  readonly part: string | null;
  readonly item: string | null;
  readonly repeats: boolean;
};

/** Everything in a case that is still to be done, by rules and by hand; what is due first comes first. */
export function openTasks(state: CaseState): readonly OpenTask[] {
  const { tasks } = state.parts;
  const made = clocksIn(state).flatMap((clock) => madeBy(clock, tasks));
  const typed =
    state.phase === 'case_erased' ? [] : standing(tasks.tasks).flatMap((task) => typedTask(task, tasks));
  return [...made, ...typed].toSorted(byDue);
}

/** Earliest first; without a day last. A total order, so that lists do not jump. */
export function byDue(left: Pick<OpenTask, 'due' | 'key'>, right: Pick<OpenTask, 'due' | 'key'>): number {
  const [one, other] = [left.due ?? '9', right.due ?? '9'];
  if (one !== other) return one < other ? -1 : 1;
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
}

/** The task that a clock makes; none once somebody saw to that very day. */
function madeBy(clock: Clock, { marks }: TaskState): readonly OpenTask[] {
  const key = clockKey(clock);
  const mark = marks.get(key) ?? noMarks;
  if (mark.done.some(({ due }) => due === clock.until)) return [];
  return [
    {
      key,
      kind: clock.kind,
      text: clock.label,
      due: clock.until,
      warns: clock.warns,
      owner: latest(mark.assigned) ?? clock.owner,
      restsUntil: restOf(mark.snoozed, clock.until),
      part: clock.part,
      item: clock.part === null ? null : clock.item,
      repeats: false,
    },
  ];
}

function typedTask(task: Task, { marks }: TaskState): readonly OpenTask[] {
  const mark = marks.get(task.id) ?? noMarks;
  const due = dueOf(task, mark);
  if (due === 'never') return [];
  return [
    {
      key: task.id,
      kind: 'own',
      text: valueIn(task, 'text') ?? '',
      due,
      warns: [],
      owner: valueIn(task, 'owner') ?? null,
      restsUntil: restOf(mark.snoozed, due),
      part: valueIn(task, 'part') ?? null,
      item: valueIn(task, 'about') ?? null,
      repeats: (valueIn(task, 'repeat') ?? null) !== null,
    },
  ];
}

/** The day on which a typed task is due; `never` where it is done for good. */
export function dueOf(task: Task, { done }: Marks): string | null | 'never' {
  const start = valueIn(task, 'due') ?? null;
  const repeat = valueIn(task, 'repeat') ?? null;
  if (repeat === null) return done.length > 0 ? 'never' : start;
  // Without a first day it begins with the day on which it was first done.
  const first = start ?? done[0]?.on ?? null;
  return first === null ? null : (nextDue(first, repeat, done) ?? 'never');
}

/** The earliest day of those that nobody replaced, for this very due day. */
function restOf(snoozed: Field<Snooze>, due: string | null): string | null {
  const days = snoozed.filter(({ value }) => value.due === due).map(({ value }) => value.until);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((first, day) => ((day ?? '') < (first ?? '') ? day : first));
}

/** Where a task stands in a list on a day. */
export type Section = 'late' | 'today' | 'week' | 'later' | 'undated' | 'resting' | 'not_yet';

/**
 * Where a task stands on a day. Nothing expires unannounced: whatever anybody put off, a clock is in the lists on its
 * last day and on the day before.
 */
export function sectionOf(
  task: Pick<OpenTask, 'kind' | 'due' | 'warns' | 'restsUntil'>,
  today: string,
): Section {
  const { due } = task;
  if (isResting(task, today)) return 'resting';
  if (due === null) return 'undated';
  if (due < today) return 'late';
  if (due === today) return 'today';
  // Counted in days, not written as days: a list over all files asks this of tens of thousands.
  const left = daysBetween(today, due);
  if (task.kind !== 'own' && left > firstWarning(task.warns)) return 'not_yet';
  return left <= 7 ? 'week' : 'later';
}

function isResting(
  { kind, due, restsUntil }: Pick<OpenTask, 'kind' | 'due' | 'restsUntil'>,
  today: string,
): boolean {
  if (restsUntil === null || restsUntil <= today) return false;
  if (kind === 'own' || due === null || today > due) return true;
  return today < addDays(due, -1);
}

/** Whether a task must be seen today by whoever it is for: due within a week, late, or warning anew. */
export function isPressing(
  task: Pick<OpenTask, 'kind' | 'due' | 'warns' | 'restsUntil'>,
  today: string,
): boolean {
  const section = sectionOf(task, today);
  if (section === 'late' || section === 'today' || section === 'week') return true;
  return section === 'later' && task.due !== null && isRaised({ until: task.due, warns: task.warns }, today);
}

/** Whose list a task stands in: its owner's, else that of whoever is responsible, else everybody's (null). */
export function whose(
  owner: string | null,
  responsible: string | null,
  isHere: (member: string) => boolean,
): string | null {
  if (owner !== null && isHere(owner)) return owner;
  return responsible !== null && isHere(responsible) ? responsible : null;
}
