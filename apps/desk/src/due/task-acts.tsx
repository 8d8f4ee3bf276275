import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import type { TaskEvent } from '@leeward/domain/task/events.ts';
import { taskItems } from '@leeward/domain/task/events.ts';
import type { OpenTask } from '@leeward/domain/task/open.ts';
import { canAssign, canDo, canSnooze, canWake, restsAtMost } from '@leeward/domain/task/rules.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { MemberBox } from '../cases/item/member-box.tsx';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox, TextBox } from '../request/back-fields.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';

type Props = { readonly record: string; readonly task: OpenTask };
const acts = ['done', 'snooze', 'give'] as const;
type Act = (typeof acts)[number];

/** What somebody does with a task, wherever it is shown: done, put off with a reason, given to a colleague. */
export function TaskActs({ record, task }: Props): ReactNode {
  const { t } = useSpeech();
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div className="task-acts stack tight">
      <div className="cluster">
        {acts.map((one) => (
          <button
            key={one}
            type="button"
            className="button quiet small"
            aria-expanded={act === one}
            onClick={() => setAct(act === one ? null : one)}
          >
            {t(`task.${one}`)}
          </button>
        ))}
      </div>
      {act === null ? null : (
        <ActForm key={act} record={record} task={task} act={act} onEnd={() => setAct(null)} />
      )}
    </div>
  );
}

type FormProps = Props & { readonly act: Act; readonly onEnd: () => void };

function ActForm(props: FormProps): ReactNode {
  const { t } = useSpeech();
  const view = useView('case', { record: props.record });
  if (view === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (!view.ok) return <FailureNote failure={view.error} />;
  if (view.value.stopped !== null) return <p className="note warn">{t('task.stopped')}</p>;
  return <Form {...props} view={view.value} />;
}

function Form({ record, task, act, onEnd, view }: FormProps & { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const action = useAction('actOnCase');
  const command = `case:task:${task.key}:${act}` as const;
  const draft = useForm(command, record, () => ({ note: '', until: '', member: task.owner }));
  const { note, until, member } = draft.form;
  const [isWrong, setWrong] = useState(false);
  const state = view.state.parts.tasks;

  const give = async (made: Result<TaskEvent, Refusal>): Promise<void> => {
    setWrong(!made.ok);
    if (!made.ok) return;
    const event = made.value as CaseEvent;
    const answer = await action.run({ record, events: [event], form: command });
    if (!answer.ok) return;
    draft.given();
    onEnd();
  };
  const made = (): Result<TaskEvent, Refusal> => {
    if (act === 'done') return canDo(task, today, note);
    if (act === 'snooze') return canSnooze(state, task, today, { until, reason: note });
    if (task.kind !== 'own') return canAssign(state, task.key, member);
    const event = editOf(taskItems, baseOf(state.tasks.get(task.key), task.key), { owner: member });
    return event === null ? { ok: false, error: { code: 'no_change' } } : { ok: true, value: event };
  };
  const most = restsAtMost(task, today);
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void give(made());
      }}
    >
      {act === 'give' ? (
        <MemberBox label={t('task.owner')} value={member} onChange={(one) => draft.change({ member: one })} />
      ) : null}
      {act === 'snooze' ? (
        <LineBox
          label={t('task.until')}
          {...(most === null ? {} : { hint: t('task.untilHint') })}
          type="date"
          required
          value={until}
          onChange={(day) => draft.change({ until: day })}
        />
      ) : null}
      {act === 'give' ? null : (
        <TextBox
          label={t(
            act === 'done' ? (task.kind === 'own' ? 'task.doneNote' : 'task.doneWhat') : 'task.reason',
          )}
          {...(act === 'done' && task.kind !== 'own' ? { hint: t('task.doneWhatHint') } : {})}
          rows={2}
          required={act === 'snooze' || task.kind !== 'own'}
          value={note}
          onChange={(words) => draft.change({ note: words })}
        />
      )}
      {isWrong ? (
        <p className="error" role="status">
          {t(act === 'snooze' ? 'task.wrongSnooze' : 'task.wrong')}
        </p>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy}>
          {t('common.save')}
        </button>
        {act === 'snooze' && task.restsUntil !== null ? (
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() =>
              void give(canWake(state, task, note.trim() === '' ? t('task.wakeReason') : note.trim()))
            }
          >
            {t('task.wake')}
          </button>
        ) : null}
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            onEnd();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={onEnd} />
      </div>
    </form>
  );
}
