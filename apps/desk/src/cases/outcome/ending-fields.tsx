import type { OutcomeValues } from '@leeward/domain/outcome/events.ts';
import { type AskedAfter, askedAfter, followUpDay, usualFollowUps } from '@leeward/domain/outcome/rules.ts';
import { formatDate } from '@leeward/ui';
import { outcome } from '@leeward/vocabulary/lists/outcome.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { useVoices } from '../consents/use-voices.ts';
import { ManyField } from '../risk/choice-fields.tsx';
import type { EndingForm } from './ending-form.ts';

/** What she said to being asked afterwards; null while her conversations are still being opened. */
export function useAskedAfter(view: CaseView): AskedAfter | null {
  const today = useToday();
  const { voices, loading } = useVoices(view);
  return loading ? null : askedAfter(voices, today);
}

/** Asked when a case ends, or its support: what became of her, how she comes back, when she is asked again. */
export function EndingFields({
  view,
  form,
  months,
  declined,
  onChange,
}: {
  readonly view: CaseView;
  readonly form: EndingForm;
  /** The follow-ups that are chosen, or usual. */
  readonly months: readonly number[];
  /** It ends with a no: what else may help and the way back are needed. */
  readonly declined: boolean;
  readonly onChange: (part: Partial<EndingForm>) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const asked = useAskedAfter(view);
  return (
    <>
      <OutcomesField values={form.outcomes} onChange={(outcomes) => onChange({ outcomes })} />
      <TextBox label={t('outcome.note')} rows={2} value={form.said} onChange={(said) => onChange({ said })} />
      {declined ? (
        <TextBox
          label={t('decline.alternatives')}
          hint={t('decline.alternativesHint')}
          rows={2}
          required
          value={form.alternatives ?? ''}
          onChange={(alternatives) => onChange({ alternatives })}
        />
      ) : null}
      <TextBox
        label={t('outcome.wayBack')}
        hint={t('outcome.wayBackHint')}
        rows={2}
        required={declined}
        value={form.wayBack}
        onChange={(wayBack) => onChange({ wayBack })}
      />
      <TextBox
        label={t('outcome.wishes')}
        rows={2}
        value={form.wishes}
        onChange={(wishes) => onChange({ wishes })}
      />
      <fieldset className="field">
        <legend>{t('outcome.followAt')}</legend>
        <span className="hint">{t('outcome.followHint')}</span>
        <AskedAfterNote record={view.record} asked={asked} />
        {usualFollowUps.map((after) => (
          <label key={after} className="option">
            <input
              type="checkbox"
              checked={months.includes(after)}
              onChange={({ target }) =>
                onChange({
                  months: target.checked ? [...months, after] : months.filter((one) => one !== after),
                })
              }
            />
            <span>
              {t('outcome.after', { count: after })}{' '}
              <span className="quiet num">{formatDate(numbers, followUpDay(today, after), 'UTC')}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** What she agreed to: said before somebody plans to contact her. */
export function AskedAfterNote({
  record,
  asked,
}: {
  readonly record: string;
  readonly asked: AskedAfter | null;
}): ReactNode {
  const { t } = useSpeech();
  if (asked === null) return null;
  return (
    <p className={asked === 'given' ? 'note good' : 'note warn'}>
      {t(`outcome.asked.${asked}`)}{' '}
      {asked === 'given' ? null : (
        <a href={addressOf({ name: 'case', record, part: 'consents' })}>{t('consents.title')}</a>
      )}
    </p>
  );
}

/** What became of her: several may be true, and none is better than another. */
export function OutcomesField({
  values,
  onChange,
}: {
  readonly values: OutcomeValues['outcomes'];
  readonly onChange: (values: OutcomeValues['outcomes']) => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <ManyField
      label={t('outcome.which')}
      hint={t('outcome.whichHint')}
      folded
      values={values}
      choices={outcome.items.map(({ code }) => ({ value: code, label: t(`outcome.is.${code}`), group: '' }))}
      onChange={(chosen) => onChange(chosen as OutcomeValues['outcomes'])}
    />
  );
}
