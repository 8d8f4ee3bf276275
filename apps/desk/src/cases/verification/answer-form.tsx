import {
  type AnswerValues,
  answerCodes,
  answerItems,
  type Question,
} from '@leeward/domain/verification/events.ts';
import type { VerificationState } from '@leeward/domain/verification/state.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { ChoiceField, DayField, TextField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import { questionChoices, useVerifyNames } from './names.ts';

/** What a source said to a question. An answer is never changed into another: a later one is a new one. */
export function AnswerForm({
  record,
  state,
  source,
}: {
  readonly record: string;
  readonly state: VerificationState;
  readonly source: string;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const names = useVerifyNames();
  const form = useItemForm(
    answerItems,
    record,
    undefined,
    (): Partial<AnswerValues> => ({ source, words: '', on: today, sheet: null }),
    source,
  );
  const { values, set } = form;
  const choices: readonly { readonly code: Question; readonly name: string }[] = questionChoices(
    state,
    names.question,
  );
  return (
    <FormFrame
      label={t('verify.answerNew')}
      form={form}
      ready={values.question !== undefined && values.answer !== undefined && (values.on ?? '') !== ''}
    >
      <ChoiceField
        label={t('verify.answerTo')}
        choices={choices}
        value={values.question ?? null}
        required
        onChange={(question) => question !== null && set({ question })}
      />
      <ChoiceField
        label={t('verify.answer')}
        choices={answerCodes.map((code) => ({ code, name: t(`verify.answer.${code}`) }))}
        value={values.answer ?? null}
        required
        onChange={(answer) => answer !== null && set({ answer })}
      />
      <TextField
        label={t('verify.answerWords')}
        value={values.words ?? ''}
        onChange={(words) => set({ words })}
      />
      <DayField
        label={t('verify.answerOn')}
        required
        value={values.on ?? null}
        onChange={(on) => on !== null && set({ on })}
      />
    </FormFrame>
  );
}
