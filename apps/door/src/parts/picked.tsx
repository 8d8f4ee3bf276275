import { useId } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { privately } from './field.tsx';

/** Several of a long list: each is picked from a menu and stays below it, where it can be taken away again. */
export function Picked({
  label,
  hint,
  options,
  values,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  const { t } = useLanguage();
  const field = useId();
  const nameOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <span class="hint" id={`${field}-hint`}>
        {hint}
      </span>
      <select
        {...privately}
        id={field}
        value=""
        aria-describedby={`${field}-hint`}
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '' && !values.includes(value)) onChange([...values, value]);
        }}
      >
        <option value="">{t('ask.all.choose')}</option>
        {options
          .filter(({ value }) => !values.includes(value))
          .map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
      </select>
      {values.length === 0 ? null : (
        <ul class="picked">
          {values.map((value) => (
            <li key={value}>
              <bdi>{nameOf(value)}</bdi>
              <button
                class="button quiet"
                type="button"
                aria-label={t('ask.files.remove', { name: nameOf(value) })}
                onClick={() => onChange(values.filter((other) => other !== value))}
              >
                {t('common.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
