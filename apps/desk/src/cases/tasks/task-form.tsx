import { type Repeat, type TaskValues, taskItems } from '@leeward/domain/task/events.ts';
import type { Task } from '@leeward/domain/task/state.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { MemberBox } from '../item/member-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';

const blank = (): Partial<TaskValues> => ({
  text: '',
  note: '',
  due: null,
  owner: null,
  repeat: null,
  part: null,
  about: null,
});

const units = ['day', 'week', 'month'] as const;

/** A task: what, by when, by whom, and whether it comes back. */
export function TaskForm({
  record,
  task,
  onEnd,
}: {
  readonly record: string;
  readonly task: Task | undefined;
  /** Null where the form stays open. */
  readonly onEnd: (() => void) | null;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'Task', TaskValues>(taskItems, record, task, blank);
  const { values, set } = form;
  const repeat = values.repeat ?? null;
  const change = (part: Partial<Repeat>): void =>
    set({ repeat: { every: 1, unit: 'week', from: 'due', until: null, ...repeat, ...part } });
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((done) => done && onEnd?.());
      }}
    >
      <Versions
        label={t('task.text')}
        field={task?.fields.text}
        say={(words) => words}
        onChoose={(words) => set({ text: words })}
      />
      <LineBox
        label={t('task.text')}
        required
        value={values.text ?? ''}
        onChange={(words) => set({ text: words })}
      />
      <div className="enter-row">
        <LineBox
          label={t('task.due')}
          type="date"
          value={values.due ?? ''}
          onChange={(day) => set({ due: day === '' ? null : day })}
        />
        <MemberBox
          label={t('task.owner')}
          value={values.owner ?? null}
          onChange={(owner) => set({ owner })}
        />
      </div>
      <div className="enter-row">
        <SelectBox
          label={t('task.repeat')}
          value={repeat?.unit ?? ''}
          none={t('task.repeat.no')}
          choices={units.map((value) => ({ value, label: t(`task.repeat.${value}`) }))}
          onChange={(unit) => {
            if (unit === '') set({ repeat: null });
            else change({ unit });
          }}
        />
        {repeat === null ? null : (
          <>
            <LineBox
              label={t('task.every')}
              type="number"
              value={String(repeat.every)}
              onChange={(value) =>
                change({ every: Math.min(366, Math.max(1, Math.trunc(Number(value)) || 1)) })
              }
            />
            <SelectBox
              label={t('task.from')}
              value={repeat.from}
              choices={(['due', 'done'] as const).map((value) => ({ value, label: t(`task.from.${value}`) }))}
              onChange={(value) => change({ from: value === 'done' ? 'done' : 'due' })}
            />
            <LineBox
              label={t('task.repeatUntil')}
              type="date"
              value={repeat.until ?? ''}
              onChange={(day) => change({ until: day === '' ? null : day })}
            />
          </>
        )}
      </div>
      <TextBox label={t('task.note')} rows={2} value={values.note ?? ''} onChange={(note) => set({ note })} />
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={form.busy || (values.text ?? '').trim() === ''}
        >
          {t('common.save')}
        </button>
        {onEnd === null ? null : (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              form.draft.discard();
              onEnd();
            }}
          >
            {t('common.cancel')}
          </button>
        )}
        <Kept of={form.draft} />
      </div>
    </form>
  );
}
