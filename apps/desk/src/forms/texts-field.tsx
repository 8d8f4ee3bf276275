import type { Texts } from '@leeward/forms';
import { direction, languageName } from '@leeward/ui';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';

/**
 * One text in every language of the form, side by side, each in its own direction; the first is what the others fall back
 * to. What is not translated yet is marked.
 */
export function TextsField({
  label,
  hint,
  texts,
  languages,
  error,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly texts: Texts;
  readonly languages: readonly string[];
  /** What is wrong with it, said where it is. */
  readonly error?: ReactNode;
  readonly onChange: (texts: Texts) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const id = useId();
  const textOf = (tag: string): string => (Object.hasOwn(texts, tag) ? (texts[tag] ?? '') : '');
  const isBegun = languages.some((tag) => textOf(tag).trim() !== '');
  return (
    <fieldset className="field" aria-describedby={error == null ? undefined : `${id}error`}>
      <legend>
        {label}
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </legend>
      <div className="texts-columns">
        {languages.map((tag, index) => {
          const text = textOf(tag);
          return (
            <div key={tag} className="field">
              <label htmlFor={`${id}${tag}`} className="small quiet">
                {languageName(numbers, tag)}{' '}
                {index > 0 && isBegun && text.trim() === '' ? (
                  <span className="chip warn">{t('forms.untranslated')}</span>
                ) : null}
              </label>
              <input
                id={`${id}${tag}`}
                lang={tag}
                dir={text === '' ? direction(tag) : 'auto'}
                maxLength={2000}
                autoComplete="off"
                value={text}
                onChange={(event) => onChange({ ...texts, [tag]: event.target.value })}
              />
            </div>
          );
        })}
      </div>
      {error == null ? null : (
        <span className="error small" id={`${id}error`} role="status">
          {error}
        </span>
      )}
    </fieldset>
  );
}
