import { type MeasureAnswer, measureAnswers } from '@leeward/domain/plan/events.ts';
import { canNoteHerAnswer } from '@leeward/domain/plan/rules.ts';
import { gapsOf, type Measure } from '@leeward/domain/plan/state.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useBegun, useForm } from '../../session/use-form.ts';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';

type Form = {
  readonly answer: MeasureAnswer;
  readonly on: string;
  readonly way: string;
  readonly words: string;
};

/** What she said to a measure, on which day, how, and in which words. */
export function HerAnswerForm({
  record,
  measure,
}: {
  readonly record: string;
  readonly measure: Measure;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const act = useCaseAct(record);
  const command = `case:answer:${measure.id}` as const;
  const draft = useForm<Form>(command, record, () => ({ answer: 'agreed', on: today, way: '', words: '' }));
  const [isOpen, setOpen] = useState(false);
  const isBegun = useBegun(command, record);
  if (!isOpen && !isBegun)
    return (
      <div>
        <button type="button" className="button small" onClick={() => setOpen(true)}>
          {t('plan.hear')}
        </button>
      </div>
    );
  const { form, change } = draft;
  const isUnargued = form.answer === 'agreed' && gapsOf(measure).length > 0;
  const give = async (): Promise<void> => {
    const made = canNoteHerAnswer(measure, { ...form, item: null });
    if (!(await act.run(made.ok ? { ok: true, value: [made.value] } : made, command))) return;
    draft.given();
    setOpen(false);
  };
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="enter-row">
        <SelectBox
          label={t('plan.hearWhat')}
          value={form.answer}
          choices={measureAnswers.map((value) => ({ value, label: t(`plan.word.${value}`) }))}
          onChange={(answer) => change({ answer: answer === '' ? 'unsure' : answer })}
        />
        <LineBox
          label={t('plan.hearOn')}
          type="date"
          required
          value={form.on}
          onChange={(on) => change({ on })}
        />
      </div>
      <LineBox label={t('plan.hearWay')} required value={form.way} onChange={(way) => change({ way })} />
      <TextBox
        label={t('plan.hearWords')}
        rows={2}
        value={form.words}
        onChange={(words) => change({ words })}
      />
      {isUnargued ? <p className="note warn">{t('plan.askWhy')}</p> : null}
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={act.busy || isUnargued || form.way.trim() === '' || form.on === ''}
        >
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpen(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpen(false)} />
      </div>
    </form>
  );
}
