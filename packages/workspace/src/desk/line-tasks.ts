import type { CaseState } from '@leeward/domain/case/state.ts';
import { type Watch, watchOf } from '@leeward/domain/check-in/watch.ts';
import { warnsFrom } from '@leeward/domain/clock/clock.ts';
import { type OpenTask, openTasks } from '@leeward/domain/task/open.ts';

/** What lists keep of a case's tasks and clocks. Missing fields: there is nothing. */
export type LineTasks = {
  /** What is due first; never more than `keptTasks`. */
  readonly tasks?: readonly OpenTask[];
  /** What the line has no room for: how many, and the first day on which one of them must be seen. */
  readonly moreTasks?: { readonly count: number; readonly from: string | null };
  readonly watch?: Watch;
};

/** Ten thousand cases are held in memory; a file with more than this is opened to see the rest. */
export const keptTasks = 24;

/** The tasks of a case for its line. A case that is over asks for no sign of life. */
export function lineTasks(state: CaseState): LineTasks {
  const all = openTasks(state);
  const left = all.slice(keptTasks);
  const isOver = state.phase === 'case_closed' || state.phase === 'case_erased';
  const watch = isOver ? null : watchOf(state.parts.checkIns);
  return {
    ...(all.length === 0 ? {} : { tasks: all.slice(0, keptTasks).map(short) }),
    ...(left.length === 0 ? {} : { moreTasks: { count: left.length, from: firstSeen(left) } }),
    ...(watch === null ? {} : { watch }),
  };
}

const short = (task: OpenTask): OpenTask =>
  task.text.length <= 200 ? task : { ...task, text: task.text.slice(0, 200) };

/** The first day on which one of these stands in a list; null where none has a day. */
function firstSeen(tasks: readonly OpenTask[]): string | null {
  const days = tasks.flatMap(({ kind, due, warns }) =>
    due === null ? [] : [kind === 'own' ? due : warnsFrom({ until: due, warns })],
  );
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
