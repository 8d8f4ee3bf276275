import { type Calendar, hasCalendar } from '@leeward/ui/calendar/calendars.ts';
import type { Known } from '@leeward/ui/calendar/known.ts';
import { type Problem, type Reading, readDate } from '@leeward/ui/calendar/read-date.ts';
import { calendarChoices, calendarName, writeDay } from '@leeward/ui/calendar/say-day.ts';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { openPicker, pickable } from './picker.ts';

/** Why what was written is not taken here. `needs-day`: it is a month or a year. `too-late`: the day is still to come. */
export type Refusal = Problem | 'needs-day' | 'needs-one' | 'too-late';

/** What a field makes of what was written; or why it takes it not. */
export type Taken<Value> = { readonly value: Value } | { readonly refusal: Refusal };

export type DateLineProps<Value> = {
  readonly id: string;
  /** Where no label stands beside it. */
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly required?: boolean | undefined;
  /** What is kept now; null for nothing. */
  readonly value: Value | null;
  readonly isSame: (left: Value | null, right: Value | null) => boolean;
  /** A value as it stands in the field, so that it is read again as itself. */
  readonly write: (value: Value, calendar: Calendar) => string;
  /** A value as it is said beneath the field, in all calendars in which somebody may look for it. */
  readonly say: (value: Value, calendar: Calendar) => string;
  readonly take: (known: Known, calendar: Calendar, text: string) => Taken<Value>;
  readonly onChange: (value: Value | null) => void;
  /** Whether other calendars stand beside it for everybody: papers are dated in the calendar of their country. */
  readonly everyCalendar?: boolean | undefined;
  readonly isDay?: boolean | undefined;
};

/**
 * One line for a date, as the reader writes it: digits of any script, names of months in any language, her own calendar.
 * What was understood is said beneath it at once, with the day of the week and in the other calendar. What can mean two
 * days is never guessed.
 */
export function DateLine<Value>(props: DateLineProps<Value>): ReactNode {
  const {
    id,
    label,
    value,
    isSame,
    write,
    say,
    take,
    onChange,
    everyCalendar = false,
    isDay = false,
  } = props;
  const { t, numbers, calendar: own, lacksCalendar } = useSpeech();
  const today = useToday();
  const [calendar, setCalendar] = useState(own);
  const [text, setText] = useState(() => (value === null ? '' : write(value, own)));
  const [last, setLast] = useState(value);
  const [left, setLeft] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const note = useId();
  // Another version, a draft or another screen has changed what is kept: what is shown follows.
  if (!isSame(value, last)) {
    setLast(value);
    setText(value === null ? '' : write(value, calendar));
  }
  const reading = readDate(text, { tag: numbers, calendar, today, thorough: left });
  const taken = reading.is === 'read' ? take(reading.known, reading.calendar, text) : null;
  const refusal =
    reading.is === 'unread' ? reading.problem : taken !== null && 'refusal' in taken ? taken.refusal : null;
  const problem =
    refusal === null ? '' : t(`day.problem.${refusal}`, { example: writeDay(numbers, calendar, today) });
  useEffect(() => box.current?.setCustomValidity(problem), [problem]);
  const put = (next: string, inCalendar: Calendar, thorough: boolean): void => {
    setText(next);
    const read = readDate(next, { tag: numbers, calendar: inCalendar, today, thorough });
    const made = read.is === 'read' ? take(read.known, read.calendar, next) : null;
    const kept = made !== null && 'value' in made ? made.value : null;
    if (isSame(kept, value)) return;
    setLast(kept);
    onChange(kept);
  };
  const choose = (known: Known, inCalendar: Calendar): void => {
    const made = take(known, inCalendar, text);
    if (!('value' in made)) return;
    const near = everyCalendar || own !== 'gregory' ? inCalendar : calendar;
    setCalendar(near);
    setLast(made.value);
    setText(write(made.value, near));
    onChange(made.value);
    box.current?.focus();
  };
  const leave = (): void => {
    setLeft(true);
    // With the months of every language, which are gathered now, more may be understood.
    if (reading.is === 'unread') put(text, calendar, true);
  };
  const others = offered(reading).flatMap((other) => {
    const made = take(other.known, other.calendar, text);
    return 'value' in made ? [{ ...other, words: say(made.value, other.calendar) }] : [];
  });
  const isWrong = left && refusal !== null;
  const hasMenu = everyCalendar || own !== 'gregory';
  return (
    <div className="date-line">
      <div className="date-line-row">
        <input
          ref={box}
          id={id}
          type="text"
          // An empty line has no direction of its own, and its example reads as the page does.
          dir={text === '' ? undefined : 'auto'}
          autoComplete="off"
          spellCheck={false}
          required={props.required}
          aria-label={label}
          aria-labelledby={props.labelledBy}
          aria-describedby={[props.describedBy, note].filter((one) => one !== undefined).join(' ')}
          aria-invalid={isWrong || undefined}
          placeholder={t('day.like', { date: writeDay(numbers, calendar, today) })}
          value={text}
          onChange={(event) => put(event.target.value, calendar, false)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
        {isDay && calendar === 'gregory' && pickable() ? (
          <button
            type="button"
            className="button quiet pick"
            aria-label={t('day.pick')}
            title={t('day.pick')}
            onClick={(event) =>
              openPicker(event.currentTarget, value === null ? '' : String(value), (day) => {
                setLeft(true);
                put(day === '' ? '' : writeDay(numbers, calendar, day), calendar, true);
              })
            }
          >
            <CalendarMark />
          </button>
        ) : null}
        {hasMenu ? (
          <select
            aria-label={t('day.calendar')}
            value={calendar}
            onChange={({ target }) => {
              const next = calendarChoices(own, hasCalendar).find((one) => one === target.value) ?? own;
              setCalendar(next);
              if (value === null) put(text, next, true);
              else setText(write(value, next));
            }}
          >
            {calendarChoices(own, hasCalendar).map((one) => (
              <option key={one} value={one}>
                {calendarName(numbers, one)}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      <div id={note} className="small date-line-note" role="status">
        {isWrong ? <span className="error">{problem}</span> : null}
        {value !== null && refusal === null ? (
          <span className="quiet">{say(value, reading.is === 'read' ? reading.calendar : calendar)}</span>
        ) : null}
      </div>
      {lacksCalendar ? <span className="small quiet">{t('settings.calendarLacks')}</span> : null}
      {others.length > 0 && (left || reading.is === 'read') ? (
        <div className="cluster small">
          <span className="quiet">{t('day.meant')}</span>
          {others.map(({ known, calendar: one, words }) => (
            <button key={words} type="button" className="button small" onClick={() => choose(known, one)}>
              {words}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function offered(reading: Reading): readonly { readonly known: Known; readonly calendar: Calendar }[] {
  return reading.is === 'empty' ? [] : reading.others;
}

function CalendarMark(): ReactNode {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      <rect x="3" y="4.5" width="14" height="12" rx="1.5" />
      <path d="M3 8.5h14M7 2.5v4M13 2.5v4" />
    </svg>
  );
}
