import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { hasCommonMonths } from '@leeward/ui/calendar/days.ts';
import { isoTextOf, knownOfText, textOf } from '@leeward/ui/calendar/iso-text.ts';
import { type Known, wholeOf } from '@leeward/ui/calendar/known.ts';
import { type ReactNode, useId } from 'react';
import { useDateText, useDateWords } from '../parts/inexact-date-words.tsx';
import { DateLine, type Taken } from './date-line.tsx';
import { inexactOf } from './inexact.ts';

type Props = {
  readonly id?: string;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** A year, a month or a day as ISO writes it, `2021-03`; and nothing that is only about then. */
export function PointInput(props: Props): ReactNode {
  return <TextInput {...props} take={pointOf} />;
}

/** A date as questions keep it: a year, a season, a month or a day, exactly or about. */
export function QuestionDateInput(props: Props): ReactNode {
  return <TextInput {...props} take={questionDateOf} />;
}

function TextInput({
  id,
  value,
  take,
  onChange,
  ...rest
}: Props & { readonly take: (known: Known, calendar: Calendar) => Taken<string> }): ReactNode {
  const own = useId();
  const words = useDateWords();
  const write = useDateText();
  const inexact = (text: string) => {
    const known = knownOfText(text);
    return known === null ? null : inexactOf(known, '', false);
  };
  return (
    <DateLine<string>
      {...rest}
      id={id ?? own}
      value={value}
      isSame={(left, right) => left === right}
      write={(text, calendar) => {
        const date = inexact(text);
        if (date === null) return text;
        const written = write(date, calendar);
        return text.endsWith('~') && date.kind !== 'point' ? `~ ${written}` : written;
      }}
      say={(text, written) => {
        const date = inexact(text);
        if (date === null) return text;
        const said = [...new Set([words(date, written), words(date), words(date, 'gregory')])].join(' · ');
        return text.endsWith('~') && date.kind !== 'point' ? `~ ${said}` : said;
      }}
      take={take}
      onChange={onChange}
    />
  );
}

/** What a place for a year, month or day takes. A month of another calendar is none of ISO: there the day is needed. */
export function pointOf(known: Known): Taken<string> {
  return known.kind === 'point' && !known.about ? { value: known.at } : { refusal: 'needs-day' };
}

/** What a question takes. A year or month of another calendar is kept as about the one of ISO that holds its middle. */
export function questionDateOf(known: Known, calendar: Calendar): Taken<string> {
  const text = textOf(known);
  if (text !== null) return { value: text };
  if (known.kind !== 'between' || known.from === null || known.to === null || hasCommonMonths(calendar))
    return { refusal: 'needs-one' };
  const whole = wholeOf(calendar, known.from, known.to);
  const kept = whole === null ? null : isoTextOf(calendar, whole, known.about);
  return kept === null ? { refusal: 'needs-one' } : { value: kept };
}
