import { daysBetween } from '@leeward/domain/clock/days.ts';
import type { OpenTask } from '@leeward/domain/task/open.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';

/** What ends by itself; everything else that is past its day is late. */
const ends: ReadonlySet<OpenTask['kind']> = new Set([
  'consent',
  'question_sheet',
  'document',
  'status',
  'visa',
  'check_in',
  'her_page',
  'programme',
  'guardianship',
  'retention',
]);

/**
 * What is due, in one line: its kind, and the words that tell it apart. `beside`: the file's name, where it stands beside
 * it and need not be said twice.
 */
export function TaskTitle({
  task,
  beside = null,
}: {
  readonly task: OpenTask;
  readonly beside?: string | null;
}): ReactNode {
  const { t } = useSpeech();
  if (task.kind === 'own')
    return (
      <b>
        <Words inline text={task.text} />
      </b>
    );
  return (
    <>
      <b>{t(`due.kind.${task.kind}`)}</b>
      {task.text === '' || task.text === beside ? null : <Words inline text={task.text} className="quiet" />}
    </>
  );
}

/** The day, and how far it is. */
export function DueDay({
  task,
  today,
}: {
  readonly task: Pick<OpenTask, 'due' | 'kind' | 'restsUntil'>;
  readonly today: string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { due } = task;
  if (due === null) return <span className="small quiet">{t('due.noDay')}</span>;
  const days = daysBetween(today, due);
  const far =
    days < 0 ? t(ends.has(task.kind) ? 'due.lapsed' : 'due.late', { days: -days }) : t('due.in', { days });
  return (
    <span className={days < 0 ? 'small overdue-words' : 'small'}>
      <span className="num">{formatDate(numbers, due, 'UTC')}</span> · {far}
    </span>
  );
}
