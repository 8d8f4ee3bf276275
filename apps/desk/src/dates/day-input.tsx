import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { sayDay, writeDay } from '@leeward/ui/calendar/say-day.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { DateLine } from './date-line.tsx';

export type DayInputProps = {
  readonly id?: string;
  /** Where no label stands beside it. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly required?: boolean;
  /** The last day that is taken, such as today for what has happened. */
  readonly max?: string;
  readonly everyCalendar?: boolean;
  /** `2026-11-21`, or nothing. */
  readonly value: string;
  readonly onChange: (day: string) => void;
};

/** A whole day, as the reader writes it; kept as `2026-11-21`. */
export function DayInput({ id, value, max, onChange, ...rest }: DayInputProps): ReactNode {
  const { numbers } = useSpeech();
  const say = useSayDay();
  const own = useId();
  return (
    <DateLine<string>
      {...rest}
      id={id ?? own}
      isDay
      value={value === '' ? null : value}
      isSame={(left, right) => left === right}
      write={(day, calendar) => (isDay(day) ? writeDay(numbers, calendar, day) : day)}
      say={say}
      take={(known) => {
        if (known.kind !== 'point' || known.about || known.at.length !== 10) return { refusal: 'needs-day' };
        return max !== undefined && known.at > max ? { refusal: 'too-late' } : { value: known.at };
      }}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day with its day of the week, in the calendar it was written in, the reader's own, and the Gregorian one. */
export function useSayDay(): (day: string, written: Calendar) => string {
  const { numbers, calendar: own } = useSpeech();
  return (day, written) => {
    if (!isDay(day)) return day;
    const said = [...new Set<Calendar>([written, own, 'gregory'])].map((one) => sayDay(numbers, one, day));
    return said.join(' · ');
  };
}
