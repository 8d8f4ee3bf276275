import { countryName, languageName } from '@leeward/ui';
import { countries } from '@leeward/vocabulary/countries.ts';
import { languages } from '@leeward/vocabulary/languages.ts';
import { type ReactNode, useId, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** One of several, by its words. */
export function Choice<Value extends string>({
  label,
  hint,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const [box, about] = [useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <select
        id={box}
        value={value}
        aria-describedby={hint === undefined ? undefined : about}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {choices.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Yes or no. */
export function Tick({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  return (
    <label className="option">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}

/** Codes with their names in the language of the page, in its order. */
function useSorted<Code extends string>(
  codes: readonly Code[],
  nameOf: (locale: string, code: Code) => string,
): readonly (readonly [Code, string])[] {
  const { numbers } = useSpeech();
  return useMemo(() => {
    const order = new Intl.Collator(numbers);
    return codes
      .map((code): readonly [Code, string] => [code, nameOf(numbers, code)])
      .sort(([, left], [, right]) => order.compare(left, right));
  }, [codes, nameOf, numbers]);
}

/** A country, or none. */
export function CountryChoice({
  label,
  none,
  value,
  onChange,
}: {
  readonly label: string;
  readonly none: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  const sorted = useSorted(countries, countryName);
  return (
    <Choice
      label={label}
      value={value ?? ''}
      choices={[['', none], ...sorted]}
      onChange={(code) => onChange(code === '' ? null : code)}
    />
  );
}

/** Several of a long list, one added after another. */
function ManyChoice({
  label,
  values,
  choices,
  nameOf,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly (readonly [string, string])[];
  readonly nameOf: (locale: string, code: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {values.length === 0 ? null : (
        <div className="cluster">
          {values.map((code) => (
            <button
              key={code}
              type="button"
              className="button small"
              onClick={() => onChange(values.filter((one) => one !== code))}
            >
              {nameOf(numbers, code)} <span aria-hidden="true">×</span>
              <span className="visually-hidden">{t('common.remove')}</span>
            </button>
          ))}
        </div>
      )}
      <select id={box} value="" onChange={({ target }) => onChange([...values, target.value])}>
        <option value="">{t('identity.addOne')}</option>
        {choices
          .filter(([code]) => !values.includes(code))
          .map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
      </select>
    </div>
  );
}

type Many = {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

export function CountriesChoice(props: Many): ReactNode {
  return <ManyChoice {...props} choices={useSorted(countries, countryName)} nameOf={countryName} />;
}

export function LanguagesChoice(props: Many): ReactNode {
  return <ManyChoice {...props} choices={useSorted(languages, languageName)} nameOf={languageName} />;
}
