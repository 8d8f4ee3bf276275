import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { DayInput } from './day-input.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly max?: string;
  readonly everyCalendar?: boolean;
};

/** A day with its label and hint. */
export function DayBox({ label, hint, value, onChange, required = false, ...rest }: Props): ReactNode {
  const [box, about] = [useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <DayInput
        {...(rest.max === undefined ? {} : { max: rest.max })}
        {...(rest.everyCalendar === undefined ? {} : { everyCalendar: rest.everyCalendar })}
        id={box}
        required={required}
        describedBy={hint === undefined ? undefined : about}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** A day and an hour of it, as `2026-11-21T20:00`: it is a moment once both are there. */
export function MomentLine({ label, hint, value, onChange, required = false }: Props): ReactNode {
  const { t } = useSpeech();
  const [box, about] = [useId(), useId()];
  const [parts, setParts] = useState(() => split(value));
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    setParts(split(value));
  }
  const change = (part: Partial<Parts>): void => {
    const next = { ...parts, ...part };
    setParts(next);
    const whole = next.day === '' || next.time === '' ? '' : `${next.day}T${next.time}`;
    setLast(whole);
    if (whole !== value) onChange(whole);
  };
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <div className="moment-line">
        <DayInput
          id={box}
          required={required || parts.time !== ''}
          describedBy={hint === undefined ? undefined : about}
          value={parts.day}
          onChange={(day) => change({ day })}
        />
        <input
          type="time"
          aria-label={t('day.time', { label })}
          required={required || parts.day !== ''}
          value={parts.time}
          onChange={({ target }) => change({ time: target.value.slice(0, 5) })}
        />
      </div>
    </div>
  );
}

type Parts = { readonly day: string; readonly time: string };

function split(value: string): Parts {
  const [day = '', time = ''] = value.split('T');
  return { day, time };
}
