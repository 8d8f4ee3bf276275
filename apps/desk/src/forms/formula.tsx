import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';

/** A rule as it is written: always to be seen, and to be typed by those who know how. What was typed comes before what was chosen. */
export function Formula({
  label,
  chosen,
  typed,
  example,
  names,
  error,
  onChange,
}: {
  readonly label: string;
  /** What the menus say. */
  readonly chosen: string;
  readonly typed: string;
  readonly example: string;
  /** The questions that it may name, with their numbers. */
  readonly names: readonly (readonly [string, string])[];
  readonly error: ReactNode;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const { t } = useSpeech();
  const id = useId();
  const shown = typed !== '' ? typed : chosen;
  return (
    <details open={typed !== '' || error != null || undefined}>
      <summary className="small">
        {t('forms.expert')} {shown === '' ? null : <bdi className="code">{shown}</bdi>}
      </summary>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <span className="hint" id={`${id}h`}>
          {t('forms.expressionHint', { example })}{' '}
          <bdi dir="ltr">
            {names
              .slice(0, 40)
              .map(([number, name]) => `${number}. \${${name}}`)
              .join('  ')}
          </bdi>
        </span>
        <input
          id={id}
          dir="ltr"
          className="code"
          aria-describedby={`${id}h`}
          aria-invalid={error == null ? undefined : true}
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          value={shown}
          onChange={(event) => onChange(event.target.value)}
        />
        {error == null ? null : (
          <span className="error small" role="status">
            {error}
          </span>
        )}
      </div>
    </details>
  );
}
