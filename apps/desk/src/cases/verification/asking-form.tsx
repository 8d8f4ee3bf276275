import type { Voices } from '@leeward/domain/consent/voices.ts';
import {
  type AskingValues,
  askingItems,
  type Question,
  tellings,
} from '@leeward/domain/verification/events.ts';
import { mayAskIn } from '@leeward/domain/verification/of-case.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { AskingVerdictNote } from './asking-verdict.tsx';
import { ChecksField, DayField, TextField } from './fields.tsx';
import { FormFrame } from './form-frame.tsx';
import { questionChoices, useVerifyNames } from './names.ts';

/**
 * That a source was asked. Whatever stands in the way is shown while the form is filled in; what nobody may do cannot be
 * written as done, and what only asks for care needs a reason.
 */
export function AskingForm({
  view,
  voices,
  source,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly source: string;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const names = useVerifyNames();
  const { verification } = view.state.parts;
  const form = useItemForm(
    askingItems,
    view.record,
    undefined,
    (): Partial<AskingValues> => ({
      source,
      questions: [],
      told: ['pen_name', 'work'],
      words: '',
      channel: null,
      on: today,
      although: '',
    }),
    source,
  );
  const { values, set } = form;
  const verdict = mayAskIn(view.state, voices, source, values.told ?? [], values.on ?? today);
  const although = (values.although ?? '').trim();
  const isReady =
    verdict.never.length === 0 &&
    (verdict.careful.length === 0 || although !== '') &&
    (values.questions ?? []).length > 0 &&
    (values.on ?? '') !== '';
  return (
    <FormFrame label={t('verify.askNew')} form={form} ready={isReady}>
      <AskingVerdictNote state={verification} verdict={verdict} />
      {verdict.never.length === 0 ? null : <p className="small quiet">{t('verify.askedAlready')}</p>}
      <ChecksField<Question>
        label={t('verify.askWhat')}
        choices={questionChoices(verification, names.question)}
        value={values.questions ?? []}
        onChange={(questions) => set({ questions })}
      />
      <ChecksField
        label={t('verify.askTold')}
        choices={tellings.map((code) => ({ code, name: names.telling(code) }))}
        value={values.told ?? []}
        onChange={(told) => set({ told })}
      />
      {verdict.careful.length === 0 ? null : (
        <TextField
          label={t('verify.although')}
          required
          value={values.although ?? ''}
          onChange={(text) => set({ although: text })}
        />
      )}
      <DayField
        label={t('verify.askOn')}
        required
        value={values.on ?? null}
        onChange={(on) => on !== null && set({ on })}
      />
    </FormFrame>
  );
}
