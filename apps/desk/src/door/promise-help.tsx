import { doorLanguages } from '@leeward/ui';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { DoorForm } from './door-form.ts';
import { monthChoices, ownWords, usualMonths, withPromise } from './promise.ts';
import { usePromises } from './use-promises.ts';

/** Puts ready sentences into the promise, in every language of the door; they are the organisation's to change. */
export function PromiseHelp({
  form,
  change,
}: {
  readonly form: DoorForm;
  readonly change: (part: Partial<DoorForm>) => void;
}): ReactNode {
  const { t } = useSpeech();
  const says = usePromises(form.languages);
  const [months, setMonths] = useState<number>(usualMonths);
  const [earlier, setEarlier] = useState(true);
  const [put, setPut] = useState(false);
  const id = useId();
  const own = ownWords(form, says);
  return (
    <div className="stack tight">
      <p className="note">{t('promise.yours')}</p>
      <div className="field">
        <label htmlFor={id}>{t('promise.months')}</label>
        <select
          id={id}
          className="auto"
          value={months}
          onChange={(event) => {
            setMonths(Number(event.target.value));
            setPut(false);
          }}
        >
          {monthChoices.map((one) => (
            <option key={one} value={one}>
              {t('promise.choice', { months: one })}
            </option>
          ))}
        </select>
      </div>
      <label className="option">
        <input
          type="checkbox"
          checked={earlier}
          onChange={(event) => {
            setEarlier(event.target.checked);
            setPut(false);
          }}
        />
        {t('promise.mayAsk')}
      </label>
      <div className="cluster">
        <button
          type="button"
          className="button"
          disabled={form.languages.some((language) => !says.has(language))}
          onClick={() => {
            change(withPromise(form, { months, earlier }, says));
            setPut(true);
          }}
        >
          {t('promise.put')}
        </button>
        <span role="status" className="small">
          {put ? t('promise.isPut') : ''}
        </span>
      </div>
      {put && own.length > 0 ? (
        <p className="small quiet">
          {t('promise.own')}{' '}
          <bdi>
            {own.map((language) => doorLanguages.find(({ tag }) => tag === language)?.name).join(' · ')}
          </bdi>
        </p>
      ) : null}
    </div>
  );
}
