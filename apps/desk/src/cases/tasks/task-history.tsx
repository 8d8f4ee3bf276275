import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { canReopen } from '@leeward/domain/task/rules.ts';
import type { Marks, Task } from '@leeward/domain/task/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useAction } from '../../session/use-session.tsx';

/** What happened to a task: who did it, put it off, gave it away; the last first. */
export function TaskHistory({
  task,
  marks,
  reopen,
  name,
}: {
  readonly task: Task | null;
  readonly marks: Marks;
  /** Where it may be taken back that it was done. */
  readonly reopen?: CaseView;
  readonly name?: string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const action = useAction('actOnCase');
  const key = task?.id ?? name ?? '';
  const steps = [...marks.steps, ...(task?.steps.filter(({ what }) => what !== 'changed') ?? [])].toSorted(
    (left, right) => right.position - left.position || right.index - left.index,
  );
  const takeBack = async (view: CaseView): Promise<void> => {
    const made = canReopen(view.state.parts.tasks, key, t('task.reopenReason'));
    if (made.ok) await action.run({ record: view.record, events: [made.value as CaseEvent], form: null });
  };
  return (
    <>
      <ul className="plain small">
        {steps.map((step) => (
          <li key={`${step.entry} ${step.index}`}>
            {step.what === 'snoozed' && step.until !== null
              ? t('task.step.snoozed', {
                  name: nameOf(step.by),
                  date: formatDate(numbers, step.until, 'UTC'),
                })
              : step.what === 'assigned'
                ? t('task.step.assigned', {
                    name: nameOf(step.by),
                    to: step.member === null ? t('task.whoever') : nameOf(step.member),
                  })
                : t(`task.step.${step.what === 'snoozed' ? 'woken' : step.what}`, {
                    name: nameOf(step.by),
                  })}{' '}
            <span className="quiet">
              <Ago at={step.claimedTime} />
            </span>
            <StepWords words={'note' in step ? step.note : 'reason' in step ? step.reason : ''} />
          </li>
        ))}
      </ul>
      {reopen !== undefined && marks.done.length > 0 ? (
        <div>
          <button
            type="button"
            className="button quiet small"
            disabled={action.busy}
            onClick={() => void takeBack(reopen)}
          >
            {t('task.reopen')}
          </button>
          <FailureNote failure={action.failure} />
        </div>
      ) : null}
    </>
  );
}

function StepWords({ words }: { readonly words: string }): ReactNode {
  return words === '' ? null : <Words text={words} />;
}
