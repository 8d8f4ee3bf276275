import { labelOf, type PeopleState, peopleIn } from '@leeward/domain/people/state.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';

/** One of several words. */
export function Choose<Value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { t } = useSpeech();
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
        onChange={(event) => {
          const chosen = options.find(([code]) => code === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.some(([code]) => code === value) ? null : <option value="">{t('people.choose')}</option>}
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any number of several words. */
export function Several<Value extends string>({
  label,
  hint,
  values,
  options,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly Value[];
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (values: readonly Value[]) => void;
}): ReactNode {
  const about = useId();
  return (
    <fieldset className="field" aria-describedby={hint === undefined ? undefined : about}>
      <legend>{label}</legend>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <div className="options columns">
        {options.map(([code, words]) => (
          <label key={code} className="option">
            <input
              type="checkbox"
              checked={values.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...values, code] : values.filter((other) => other !== code))
              }
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Yes or nothing. */
export function Tick({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  return (
    <label className="option">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** One of the people of the file; `without` leaves out somebody who cannot be meant. */
export function ChoosePerson({
  people,
  label,
  hint,
  value,
  without,
  none,
  onChange,
}: {
  readonly people: PeopleState;
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly without?: string | undefined;
  /** What stands for nobody, where nobody may be meant; then `onChange` is given an empty string for it. */
  readonly none?: string;
  readonly onChange: (person: string) => void;
}): ReactNode {
  const options = peopleIn(people)
    .filter(({ id }) => id !== without)
    .map(({ id }) => [id, labelOf(people, id) ?? ''] as const);
  return (
    <Choose
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value ?? ''}
      options={none === undefined ? options : [['', none] as const, ...options]}
      onChange={onChange}
    />
  );
}
