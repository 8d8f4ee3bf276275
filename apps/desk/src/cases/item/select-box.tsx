import { type ReactNode, useId } from 'react';

/** A choice with its label. The empty value stands for none. */
export function SelectBox<Value extends string>({
  label,
  hint,
  value,
  choices,
  none,
  required = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value | '';
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  /** What no choice is called; undefined where one must be chosen and one already is. */
  readonly none?: string;
  readonly required?: boolean;
  readonly onChange: (value: Value | '') => void;
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
        required={required}
        aria-describedby={hint === undefined ? undefined : about}
        value={value}
        onChange={({ target }) =>
          onChange(choices.find((choice) => choice.value === target.value)?.value ?? '')
        }
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
