import { type ReactNode, useId } from 'react';
import { typedDirection } from '../parts/typed-direction.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly direction?: 'ltr' | 'auto';
};

/** A line that must be filled in. Nothing of it is offered to a browser's memory or spelling service (fault 41). */
export function TextField({ label, hint, value, onChange, className, direction = 'auto' }: Props): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        className={className}
        dir={direction === 'ltr' ? 'ltr' : typedDirection(value)}
        required
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
