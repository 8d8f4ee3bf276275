import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { BuiltQuestion } from './build-form.ts';
import type { Building } from './building.ts';
import { type Checks, checksIn, checksText, countedOf, noChecks } from './checks.ts';
import { Formula } from './formula.tsx';
import { TextsField } from './texts-field.tsx';

/** What an answer must be, and what is said where it is not: chosen, or typed by who knows how. */
export function CheckEditor({
  building,
  question,
  error,
}: {
  readonly building: Building;
  readonly question: BuiltQuestion;
  readonly error: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const { name, type, checks, checkExpression } = question;
  const put = (part: Partial<Checks>): void =>
    building.put(
      name,
      { checks: { ...checks, ...part }, checkExpression: '' },
      `check${Object.keys(part).join()}`,
    );
  const chosen = checksText(type, checks);
  const counted = countedOf(type);
  const isOrdered = type === 'integer' || type === 'decimal' || type === 'date';
  const hasRule = chosen !== '' || checkExpression !== '';
  const line = (field: 'least' | 'most' | 'count', label: string): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}${field}`}>{label}</label>
      <input
        id={`${id}${field}`}
        dir="ltr"
        size={12}
        autoComplete="off"
        inputMode={type === 'date' ? undefined : 'decimal'}
        placeholder={type === 'date' ? '2021-03-14' : undefined}
        value={checks[field]}
        onChange={(event) => put({ [field]: event.target.value.trim() })}
      />
    </div>
  );
  return (
    <details open={hasRule || undefined}>
      <summary>{t('forms.check')}</summary>
      <div className="stack tight">
        {checkExpression !== '' ? (
          <div className="cluster">
            <span>{t('forms.check.typed')}</span>
            <button
              type="button"
              className="button small"
              onClick={() => building.put(name, { checkExpression: '', checks: noChecks })}
            >
              {t('forms.check.none')}
            </button>
          </div>
        ) : (
          <div className="texts-columns">
            {isOrdered ? line('least', t('forms.check.least')) : null}
            {isOrdered ? line('most', t('forms.check.most')) : null}
            {counted === null
              ? null
              : line('count', t(counted === 'string-length' ? 'forms.check.letters' : 'forms.check.choices'))}
            {type === 'date' ? (
              <div className="field">
                <label htmlFor={`${id}today`}>{t('forms.check.today')}</label>
                <select
                  id={`${id}today`}
                  value={checks.today}
                  onChange={(event) => put({ today: event.target.value as Checks['today'] })}
                >
                  <option value="">{t('forms.check.anyDay')}</option>
                  <option value="notAfter">{t('forms.check.notAfter')}</option>
                  <option value="notBefore">{t('forms.check.notBefore')}</option>
                </select>
              </div>
            ) : null}
          </div>
        )}
        {hasRule ? (
          <TextsField
            label={t('forms.check.message')}
            hint={t('forms.check.messageHint')}
            texts={question.checkMessage}
            languages={building.form.languages}
            onChange={(checkMessage) => building.put(name, { checkMessage }, 'checkMessage')}
          />
        ) : null}
        <Formula
          label={t('forms.check.formula')}
          chosen={chosen}
          typed={checkExpression}
          example=". >= 0 and . < 120"
          names={[]}
          error={error}
          onChange={(text) => {
            const found = checksIn(type, text);
            building.put(
              name,
              found !== null && checksText(type, found) === text
                ? { checks: found, checkExpression: '' }
                : { checkExpression: text },
              'checkExpression',
            );
          }}
        />
      </div>
    </details>
  );
}
