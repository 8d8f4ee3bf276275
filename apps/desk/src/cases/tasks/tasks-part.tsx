import { clockKinds } from '@leeward/domain/clock/clock.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { taskItems } from '@leeward/domain/task/events.ts';
import { openTasks, sectionOf, whose } from '@leeward/domain/task/open.ts';
import { noMarks } from '@leeward/domain/task/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { caseLine } from '@leeward/workspace/desk/case-line.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { bySection, type Due, dueSections } from '../../due/due-of.ts';
import { DueLine } from '../../due/due-screen.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { useMembers } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { PutAway } from '../item/put-away.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskHistory } from './task-history.tsx';

/** Everything that is to be done in this file: typed by people, and made by whatever ends by itself. */
export function TasksPart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const actor = useActor();
  const members = useMembers();
  const [isNew, setNew] = useState(false);
  const { record, state } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const isHere = (member: string): boolean => members.some((one) => one.member === member);
  const file = caseLine(record, state);
  const all = openTasks(state).map(
    (task): Due => ({
      id: task.key,
      task,
      file,
      request: null,
      name: null,
      who: whose(task.owner, state.responsible, isHere),
      section: sectionOf(task, today),
    }),
  );
  const sections = bySection(all);
  const coming = all.filter(({ section }) => section === 'not_yet');
  const chosen = item === null ? undefined : state.parts.tasks.tasks.get(item);
  return (
    <div className="stack">
      <p className="quiet">{t('task.lead')}</p>
      {allowed ? (
        isNew ? (
          <TaskForm record={record} task={undefined} onEnd={() => setNew(false)} />
        ) : (
          <div>
            <button type="button" className="button primary" onClick={() => setNew(true)}>
              {t('task.new')}
            </button>
          </div>
        )
      ) : null}
      {chosen === undefined ? null : (
        <section className="card facts stack tight" data-task={chosen.id}>
          <h2>{valueIn(chosen, 'text')}</h2>
          {allowed ? <TaskForm record={record} task={chosen} onEnd={null} /> : null}
          {allowed ? (
            <PutAway kind={taskItems} record={record} item={chosen} label={t('task.putAway')} />
          ) : null}
          <TaskHistory task={chosen} marks={state.parts.tasks.marks.get(chosen.id) ?? noMarks} />
        </section>
      )}
      {all.length === 0 ? <Empty title={t('task.none')}>{t('task.noneHint')}</Empty> : null}
      {dueSections.map((section) => {
        const due = sections.get(section) ?? [];
        if (due.length === 0) return null;
        return (
          <section key={section} className="stack tight" aria-label={t(`due.section.${section}`)}>
            <h2>{t(`due.section.${section}`)}</h2>
            <ul className="plain errands card">
              {due.map((one) => (
                <DueLine key={one.id} due={one} />
              ))}
            </ul>
          </section>
        );
      })}
      {coming.length === 0 ? null : (
        <details className="stack tight">
          <summary>{t('task.notYet', { count: coming.length })}</summary>
          <ul className="plain errands card">
            {coming.map((one) => (
              <DueLine key={one.id} due={one} />
            ))}
          </ul>
        </details>
      )}
      <OverTasks view={view} allowed={allowed} />
    </div>
  );
}

/** What was done or put away: nothing is deleted, and everything can be taken back. */
function OverTasks({ view, allowed }: { readonly view: CaseView; readonly allowed: boolean }): ReactNode {
  const { t } = useSpeech();
  const { tasks, marks } = view.state.parts.tasks;
  const open = new Set(openTasks(view.state).map(({ key }) => key));
  const over = [...tasks.values()].filter(({ id }) => !open.has(id));
  const byClock = [...marks].filter(
    ([key, { done }]) => !tasks.has(key) && !open.has(key) && done.length > 0,
  );
  if (over.length + byClock.length === 0) return null;
  return (
    <details className="stack tight">
      <summary>{t('task.over', { count: over.length + byClock.length })}</summary>
      <ul className="plain stack tight">
        {over.map((task) => (
          <li key={task.id} className="card facts">
            <b>{valueIn(task, 'text')}</b>
            <TaskHistory
              task={task}
              marks={marks.get(task.id) ?? noMarks}
              {...(allowed ? { reopen: view } : {})}
            />
            {allowed && task.away !== null ? (
              <PutAway kind={taskItems} record={view.record} item={task} label={t('task.putAway')} />
            ) : null}
          </li>
        ))}
        {byClock.map(([key, mark]) => (
          <li key={key} className="card facts">
            <b>{t(`due.kind.${kindOf(key)}`)}</b>
            <TaskHistory task={null} marks={mark} {...(allowed ? { reopen: view, name: key } : {})} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The kind of the clock behind a task; kinds of newer versions are called by the plainest word. */
function kindOf(key: string): Due['task']['kind'] {
  const kind = key.split(':')[0] ?? '';
  return clockKinds.find((known) => known === kind) ?? 'own';
}
