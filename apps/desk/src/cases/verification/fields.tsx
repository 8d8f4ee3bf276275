import { type ReactNode, useId } from 'react';
import { DayInput } from '../../dates/day-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';

/* The fields of small forms: one label, one way to answer, a hint where there is something to know. */

type Labelled = { readonly label: string; readonly hint?: string };
export type Choice<Code extends string = string> = { readonly code: Code; readonly name: string };

/** A line of text, or a few. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  lines = 1,
  required = false,
}: Labelled & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: 1 | 3;
  readonly required?: boolean;
}): ReactNode {
  const box = useId();
  const shared = {
    id: box,
    required,
    value,
    dir: typedDirection(value),
    autoComplete: 'off',
    'aria-describedby': hint === undefined ? undefined : `${box}-hint`,
  } as const;
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${box}-hint`}>
          {hint}
        </span>
      )}
      {lines === 1 ? (
        <input {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

/** A day of the calendar, or none. */
export function DayField({
  label,
  hint,
  value,
  onChange,
  required = false,
}: Labelled & {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly required?: boolean;
}): ReactNode {
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${box}-hint`}>
          {hint}
        </span>
      )}
      <DayInput
        id={box}
        required={required}
        value={value ?? ''}
        describedBy={hint === undefined ? undefined : `${box}-hint`}
        onChange={(day) => onChange(day === '' ? null : day)}
      />
    </div>
  );
}

/** A whole number, or none. */
export function NumberField({
  label,
  value,
  onChange,
}: Labelled & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}): ReactNode {
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      <input
        id={box}
        type="number"
        inputMode="numeric"
        min="0"
        step="1"
        value={value ?? ''}
        onChange={(event) => {
          const number = Number(event.target.value);
          const fits = event.target.value !== '' && Number.isInteger(number) && number >= 0;
          onChange(fits ? number : null);
        }}
      />
    </div>
  );
}

/** One of a few. */
export function ChoiceField<Code extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
  none,
  required = false,
}: Labelled & {
  readonly choices: readonly Choice<Code>[];
  readonly value: Code | null;
  readonly onChange: (value: Code | null) => void;
  /** What an empty answer says. */
  readonly none?: string;
  readonly required?: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const box = useId();
  const isKnown = value === null || choices.some(({ code }) => code === value);
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${box}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={box}
        required={required}
        value={value ?? ''}
        aria-describedby={hint === undefined ? undefined : `${box}-hint`}
        onChange={(event) => {
          const chosen = choices.find(({ code }) => code === event.target.value)?.code;
          onChange(chosen ?? null);
        }}
      >
        <option value="">{none ?? t('verify.choose')}</option>
        {isKnown || value === null ? null : <option value={value}>{value}</option>}
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Any of a few. */
export function ChecksField<Code extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
}: Labelled & {
  readonly choices: readonly Choice<Code>[];
  readonly value: readonly Code[];
  readonly onChange: (value: readonly Code[]) => void;
}): ReactNode {
  const box = useId();
  return (
    <fieldset className="field" aria-describedby={hint === undefined ? undefined : `${box}-hint`}>
      <legend>{label}</legend>
      {hint === undefined ? null : (
        <span className="hint" id={`${box}-hint`}>
          {hint}
        </span>
      )}
      <div className="options columns">
        {choices.map(({ code, name }) => (
          <label key={code} className="option">
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, code] : value.filter((one) => one !== code))
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
