import type { CaseState } from '@leeward/domain/case/state.ts';
import { clockKinds } from '@leeward/domain/clock/clock.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { TaskStep } from '@leeward/domain/task/state.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { itemMoments } from '../item/item-moments.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to tasks: typed, changed, and done, put off, given away. */
export function taskMoments({ parts: { tasks } }: CaseState): readonly PartMoment[] {
  const marks = [...tasks.marks].flatMap(([key, { steps }]) => {
    const task = tasks.tasks.get(key);
    const text = task === undefined ? '' : (valueIn(task, 'text') ?? '');
    return steps.map(
      (step, index): PartMoment => ({
        part: 'tasks',
        at: step,
        key: `${key} ${index}`,
        find: [text, 'note' in step ? step.note : 'reason' in step ? step.reason : ''],
        Words: ({ nameOf }) => <Mark step={step} taskKey={key} text={text} nameOf={nameOf} />,
      }),
    );
  });
  return [
    ...itemMoments(
      'tasks',
      tasks.tasks,
      'task.noun',
      (task) => <Words inline text={valueIn(task, 'text') ?? ''} />,
      (task) => [valueIn(task, 'text') ?? ''],
    ),
    ...marks,
  ];
}

function Mark({
  step,
  taskKey,
  text,
  nameOf,
}: {
  readonly step: TaskStep;
  readonly taskKey: string;
  readonly text: string;
  readonly nameOf: (member: string) => string;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const name = nameOf(step.by);
  const kind = clockKinds.find((known) => taskKey.startsWith(`${known}:`)) ?? 'own';
  const sentence = ((): string => {
    switch (step.what) {
      case 'snoozed':
        return step.until === null
          ? t('task.step.woken', { name })
          : t('task.step.snoozed', { name, date: formatDate(numbers, step.until, 'UTC') });
      case 'assigned':
        return t('task.step.assigned', {
          name,
          to: step.member === null ? t('task.whoever') : nameOf(step.member),
        });
      default:
        return t(`task.step.${step.what}`, { name });
    }
  })();
  const words = 'note' in step ? step.note : 'reason' in step ? step.reason : '';
  return (
    <>
      {sentence} · {text === '' ? t(`due.kind.${kind}`) : <Words inline text={text} />}
      {words === '' ? null : <Words text={words} />}
    </>
  );
}
