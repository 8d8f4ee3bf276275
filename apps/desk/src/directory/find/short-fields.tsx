import { type ReactNode, useId } from 'react';
import { DayInput } from '../../dates/day-input.tsx';
import { useSpeech } from '../../language/speech.tsx';
import type { Choice } from './checklist.tsx';

type Common = { readonly label: string; readonly hint?: string | undefined };

/** One of a few, or nothing said. */
export function OneOf({
  label,
  hint,
  choices,
  value,
  onChange,
}: Common & {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
}): ReactNode {
  const { t } = useSpeech();
  const [box, help] = [useId(), useId()];
  return (
    <div className="field question">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={help}>
          {hint}
        </span>
      )}
      <select
        id={box}
        aria-describedby={hint === undefined ? undefined : help}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{t('directory.notSaid')}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A day. */
export function Day({
  label,
  value,
  onChange,
}: Common & {
  readonly value: string | undefined;
  readonly onChange: (date: string | undefined) => void;
}): ReactNode {
  const box = useId();
  return (
    <div className="field question">
      <label htmlFor={box}>{label}</label>
      <DayInput id={box} value={value ?? ''} onChange={(day) => onChange(day === '' ? undefined : day)} />
    </div>
  );
}

/** A number from zero. */
export function Count({
  label,
  value,
  onChange,
}: Common & {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}): ReactNode {
  const box = useId();
  const read = (text: string): number | undefined => {
    const number = Number(text);
    return text === '' || !Number.isFinite(number) || number < 0 ? undefined : number;
  };
  return (
    <div className="field question">
      <label htmlFor={box}>{label}</label>
      <input
        id={box}
        type="number"
        min={0}
        step="any"
        value={value ?? ''}
        onChange={(event) => onChange(read(event.target.value))}
      />
    </div>
  );
}
