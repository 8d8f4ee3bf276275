import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Option<Value extends string> = { readonly value: Value; readonly label: string };

/** One answer of few. Pressing the chosen one again takes it back: no answer is always an answer. */
export function Choice<Value extends string>({
  label,
  hidden,
  hint,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  /** Where the heading of the screen says the same: only read aloud. */
  readonly hidden?: boolean;
  readonly hint?: string | undefined;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}) {
  const name = useId();
  return (
    <Group label={label} hidden={hidden} hint={hint}>
      {options.map((option) => (
        <label key={option.value} class="option">
          <input
            type="radio"
            name={name}
            autocomplete="off"
            checked={option.value === value}
            onClick={() => {
              if (option.value === value) onChange(undefined);
            }}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </Group>
  );
}

/** Any number of answers. */
export function Choices<Value extends string>({
  label,
  hint,
  options,
  values,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}) {
  return (
    <Group label={label} hint={hint}>
      {options.map(({ value, label: words }) => (
        <label key={value} class="option">
          <input
            type="checkbox"
            autocomplete="off"
            checked={values.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...values, value] : values.filter((other) => other !== value),
              )
            }
          />
          {words}
        </label>
      ))}
    </Group>
  );
}

function Group({
  label,
  hidden,
  hint,
  children,
}: {
  readonly label: string;
  readonly hidden?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <fieldset class="field">
      <legend class={hidden === true ? 'visually-hidden' : ''}>
        {label}
        {hint === undefined ? null : <span class="hint">{hint}</span>}
      </legend>
      <div class="options">{children}</div>
    </fieldset>
  );
}
