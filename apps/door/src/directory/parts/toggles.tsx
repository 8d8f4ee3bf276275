import { useId, useState } from 'preact/hooks';

type Option<Value extends string> = { readonly value: Value; readonly label: string };

/** Few words each, side by side: any number of them, or one. Pressing a chosen one again takes it back. */
export function Toggles<Value extends string>({
  label,
  hint,
  options,
  values,
  isSingle = false,
  first = options.length,
  more,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option<Value>[];
  readonly values: readonly Value[];
  readonly isSingle?: boolean;
  /** How many are there from the start; the others come on demand. What is chosen is always there. */
  readonly first?: number;
  /** What the button says that brings the others. */
  readonly more?: string;
  readonly onChange: (values: readonly Value[]) => void;
}) {
  const name = useId();
  const [isWhole, setWhole] = useState(false);
  const shown = options.filter(({ value }, index) => isWhole || index < first || values.includes(value));
  const toggle = (value: Value, isOn: boolean): void => {
    if (isSingle) onChange(isOn ? [value] : []);
    else onChange(isOn ? [...values, value] : values.filter((other) => other !== value));
  };
  return (
    <fieldset class="field">
      <legend>
        {label}
        {hint === undefined ? null : <span class="hint">{hint}</span>}
      </legend>
      <div class="options toggles">
        {shown.map(({ value, label: words }) => (
          <label key={value} class="option">
            <input
              type={isSingle ? 'radio' : 'checkbox'}
              name={isSingle ? name : undefined}
              autocomplete="off"
              checked={values.includes(value)}
              onClick={() => {
                if (isSingle && values.includes(value)) onChange([]);
              }}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            {words}
          </label>
        ))}
        {shown.length < options.length ? (
          <button class="button quiet" type="button" aria-expanded={false} onClick={() => setWhole(true)}>
            {more}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
