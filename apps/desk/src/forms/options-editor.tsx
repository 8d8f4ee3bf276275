import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { type BuiltOption, newOption } from './build-form.ts';
import { TextsField } from './texts-field.tsx';

/** The answers that can be chosen, in their order, with their words in every language. */
export function OptionsEditor({
  options,
  languages,
  error,
  onChange,
}: {
  readonly options: readonly BuiltOption[];
  readonly languages: readonly string[];
  readonly error: ReactNode;
  /** `field` where letters were typed into one. */
  readonly onChange: (options: readonly BuiltOption[], field?: string) => void;
}): ReactNode {
  const { t } = useSpeech();
  const swap = (from: number, to: number): void =>
    onChange(
      options.map((one, at) =>
        at === from ? (options[to] ?? one) : at === to ? (options[from] ?? one) : one,
      ),
    );
  return (
    <div className="stack tight">
      {options.map((option, index) => (
        <div key={option.value} className="stack tight">
          <TextsField
            label={t('forms.option', { number: index + 1 })}
            texts={option.label}
            languages={languages}
            onChange={(label) =>
              onChange(
                options.map((one) => (one.value === option.value ? { ...one, label } : one)),
                option.value,
              )
            }
          />
          <div className="cluster">
            {(['up', 'down'] as const).map((way) => (
              <button
                key={way}
                type="button"
                className="button quiet small"
                disabled={way === 'up' ? index === 0 : index === options.length - 1}
                onClick={() => swap(index, way === 'up' ? index - 1 : index + 1)}
              >
                {t(`forms.${way}`)}
                <span className="visually-hidden"> {index + 1}</span>
              </button>
            ))}
            <button
              type="button"
              className="button quiet small"
              disabled={options.length === 1}
              onClick={() => onChange(options.filter(({ value }) => value !== option.value))}
            >
              {t('common.remove')}
              <span className="visually-hidden"> {index + 1}</span>
            </button>
          </div>
        </div>
      ))}
      {error == null ? null : (
        <span className="error small" role="status">
          {error}
        </span>
      )}
      <div>
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...options, newOption(options)])}
        >
          {t('forms.addOption')}
        </button>
      </div>
    </div>
  );
}
