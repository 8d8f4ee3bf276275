import { type OutcomeValues, outcomeItems, plainAnswers } from '@leeward/domain/outcome/events.ts';
import type { FollowUp, OutcomeSaid } from '@leeward/domain/outcome/state.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { OutcomesField } from './ending-fields.tsx';

/** The three plain questions of a follow-up (handbook 3.11). */
const asked = ['safe', 'working', 'defending'] as const;

/** Writes down what was heard of her: at a follow-up, or at any other time. */
export function OutcomeForm({
  record,
  item,
  followUp,
  open,
  onEnd,
}: {
  readonly record: string;
  readonly item: OutcomeSaid | undefined;
  readonly followUp: FollowUp | null;
  /** Stands open at once: somebody came here to write. */
  readonly open: boolean;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const form = useItemForm<'Outcome', OutcomeValues>(
    outcomeItems,
    record,
    item,
    () => ({
      on: today,
      followUp: followUp?.id ?? null,
      outcomes: [],
      safe: null,
      working: null,
      defending: null,
      needs: '',
      note: '',
    }),
    followUp === null ? '' : `:${followUp.id}`,
  );
  const [opened, setOpened] = useState(open);
  const { values } = form;
  const close = (): void => {
    setOpened(false);
    onEnd();
  };
  if (!opened && form.draft.keeping === null)
    return (
      <div>
        <button type="button" className="button" data-act="write-outcome" onClick={() => setOpened(true)}>
          {t(followUp === null ? 'outcome.new' : 'outcome.heard')}
        </button>
      </div>
    );
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) close();
        });
      }}
    >
      <h3>{t(followUp === null ? 'outcome.new' : 'outcome.heard')}</h3>
      <LineBox
        label={t('outcome.on')}
        type="date"
        required
        value={values.on ?? ''}
        onChange={(on) => form.set({ on })}
      />
      {asked.map((name) => (
        <SelectBox
          key={name}
          label={t(`outcome.${name}`)}
          value={values[name] ?? ''}
          none={t('outcome.notAsked')}
          choices={plainAnswers.map((answer) => ({ value: answer, label: t(`outcome.answer.${answer}`) }))}
          onChange={(answer) => form.set({ [name]: answer === '' ? null : answer })}
        />
      ))}
      <OutcomesField values={values.outcomes ?? []} onChange={(outcomes) => form.set({ outcomes })} />
      <TextBox
        label={t('outcome.needs')}
        rows={2}
        value={values.needs ?? ''}
        onChange={(needs) => form.set({ needs })}
      />
      <TextBox
        label={t('outcome.note')}
        rows={2}
        value={values.note ?? ''}
        onChange={(note) => form.set({ note })}
      />
      <FormFoot form={form} onEnd={close} />
    </form>
  );
}
