import { urgencies } from '@leeward/domain/request/judgement.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { TextBox } from '../../request/back-fields.tsx';

export type ChosenUrgency = (typeof urgencies.items)[number]['code'];
export type UrgencyForm = { readonly chosen: ChosenUrgency | ''; readonly reason: string };

/** The degrees of urgency, each with what it means, and the reason that a judgement needs. */
export function UrgencyChoice({
  legend,
  later,
  form: { chosen, reason },
  onChange,
}: {
  readonly legend: string;
  /** What choosing none says; where it is left out, one is chosen. */
  readonly later?: string;
  readonly form: UrgencyForm;
  readonly onChange: (part: Partial<UrgencyForm>) => void;
}): ReactNode {
  const { t } = useSpeech();
  const name = useId();
  return (
    <>
      <fieldset className="field">
        <legend>{legend}</legend>
        <div className="options">
          {later === undefined ? null : (
            <label className="option">
              <input
                type="radio"
                name={name}
                checked={chosen === ''}
                onChange={() => onChange({ chosen: '' })}
              />
              <span>{later}</span>
            </label>
          )}
          {urgencies.items.map(({ code }) => (
            <label key={code} className="option">
              <input
                type="radio"
                name={name}
                value={code}
                checked={chosen === code}
                onChange={() => onChange({ chosen: code })}
              />
              <span>
                {t(`urgency.${code}`)}
                <span className="hint">{t(`urgency.${code}.hint`, { hours: 48 })}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen === '' ? null : (
        <TextBox
          label={t('urgency.reason')}
          hint={t('urgency.reasonHint')}
          required
          rows={2}
          value={reason}
          onChange={(words) => onChange({ reason: words })}
        />
      )}
    </>
  );
}
