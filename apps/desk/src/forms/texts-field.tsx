import type { Texts } from '@leeward/forms';
import { direction, languageName } from '@leeward/ui';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** One text in every language of the form, each in its own direction; the first is what the others fall back to. */
export function TextsField({
  label,
  hint,
  texts,
  languages,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly texts: Texts;
  readonly languages: readonly string[];
  readonly onChange: (texts: Texts) => void;
}): ReactNode {
  const { numbers } = useSpeech();
  const id = useId();
  return (
    <fieldset className="field">
      <legend>
        {label}
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </legend>
      <div className="texts-columns">
        {languages.map((tag) => {
          const text = Object.hasOwn(texts, tag) ? (texts[tag] ?? '') : '';
          return (
            <div key={tag} className="field">
              <label htmlFor={`${id}${tag}`} className="small quiet">
                {languageName(numbers, tag)}
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
    </fieldset>
  );
}
