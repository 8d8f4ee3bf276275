import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';

/**
 * What keeps a field's text on this page: nothing is offered, remembered, corrected or sent elsewhere by the browser
 * (fault 41).
 */
export const privately = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: false,
  translate: false,
  'data-gramm': 'false',
  'data-lpignore': 'true',
  'data-1p-ignore': 'true',
} as const;

type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNumber?: boolean;
  readonly id?: string;
  /** The longest text that is taken, in UTF-16 units. A longer one stays as it is typed, and says so. */
  readonly limit?: number;
};

/** Longer than `limit`: words instead of a field that swallows letters. */
function useTooLong(value: string, limit: number | undefined): string | undefined {
  const { t } = useLanguage();
  return limit !== undefined && value.length > limit
    ? t('field.tooLong', { limit, count: value.length })
    : undefined;
}

/** A line of text. Its own direction, whatever the page's is. */
export function LineField({ label, hint, error: given, value, onChange, isNumber, id, limit }: FieldProps) {
  const tooLong = useTooLong(value, limit);
  const error = given ?? tooLong;
  const own = useId();
  const field = id ?? own;
  return (
    <Labelled field={field} label={label} hint={hint} error={error}>
      <input
        {...privately}
        id={field}
        dir="auto"
        autocapitalize="none"
        inputMode={isNumber === true ? 'numeric' : 'text'}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(field, hint, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** A longer text. */
export function TextField({
  label,
  hint,
  error,
  value,
  onChange,
  id,
  rows = 5,
}: FieldProps & { readonly rows?: number }) {
  const own = useId();
  const field = id ?? own;
  return (
    <Labelled field={field} label={label} hint={hint} error={error}>
      <textarea
        {...privately}
        id={field}
        dir="auto"
        rows={rows}
        autocapitalize="sentences"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(field, hint, error)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}

/** One of a list. */
export function SelectField({
  label,
  hint,
  value,
  onChange,
  none,
  options,
}: Omit<FieldProps, 'error'> & {
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const field = useId();
  return (
    <Labelled field={field} label={label} hint={hint} error={undefined}>
      <select
        {...privately}
        id={field}
        value={value}
        aria-describedby={describedBy(field, hint, undefined)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({
  field,
  label,
  hint,
  error,
  children,
}: {
  readonly field: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={field}>{label}</label>
      {hint === undefined ? null : (
        <span class="hint" id={`${field}-hint`}>
          {hint}
        </span>
      )}
      {children}
      {error === undefined ? null : (
        <span class="error" id={`${field}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

function describedBy(field: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint === undefined ? '' : `${field}-hint`, error === undefined ? '' : `${field}-error`];
  return ids.filter((id) => id !== '').join(' ') || undefined;
}
