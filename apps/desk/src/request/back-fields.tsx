import { type ReactNode, useId } from 'react';
import { DayBox, MomentLine } from '../dates/day-box.tsx';
import { typedDirection } from '../parts/typed-direction.ts';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  /** Language of what is typed, where it is hers and not the officer's. */
  readonly lang?: string | undefined;
};

/** A longer text with its label and hint. */
export function TextBox({
  label,
  hint,
  value,
  onChange,
  required = false,
  lang,
  rows = 4,
}: Props & { readonly rows?: number }): ReactNode {
  const [box, about] = [useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <textarea
        id={box}
        rows={rows}
        required={required}
        lang={lang}
        dir={typedDirection(value)}
        aria-describedby={hint === undefined ? undefined : about}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** One line: words, a number, a day, or a moment. */
export function LineBox(props: LineProps): ReactNode {
  if (props.type === 'date') return <DayBox {...props} />;
  if (props.type === 'datetime-local') return <MomentLine {...props} />;
  return <WordsBox {...props} type={props.type ?? 'text'} />;
}

type LineProps = Props & {
  readonly type?: 'text' | 'date' | 'datetime-local' | 'number';
  readonly list?: string;
};

function WordsBox({
  label,
  hint,
  value,
  onChange,
  required = false,
  lang,
  type,
  list,
}: Props & { readonly type: 'text' | 'number'; readonly list?: string }): ReactNode {
  const [box, about] = [useId(), useId()];
  return (
    <div className="field">
      <label htmlFor={box}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={about}>
          {hint}
        </span>
      )}
      <input
        id={box}
        type={type}
        required={required}
        lang={lang}
        list={list}
        min={type === 'number' ? 1 : undefined}
        dir={type === 'text' ? typedDirection(value) : undefined}
        aria-describedby={hint === undefined ? undefined : about}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** A day in this device's own calendar day, as `2026-11-21`. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
