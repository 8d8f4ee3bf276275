import type { ReactNode } from 'react';
import { LineBox } from '../../request/back-fields.tsx';

/** A moment by this device's own clock, as `2026-11-21T20:00`. */
export function momentWritten(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment that was typed; null while it is none. */
export function momentRead(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** A moment with its label: milliseconds since 1970, or null. */
export function MomentBox({
  label,
  hint,
  value,
  required = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly required?: boolean;
  readonly onChange: (at: number | null) => void;
}): ReactNode {
  return (
    <LineBox
      label={label}
      hint={hint}
      type="datetime-local"
      required={required}
      value={momentWritten(value)}
      onChange={(text) => onChange(momentRead(text))}
    />
  );
}
