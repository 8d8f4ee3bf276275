import { type InexactDate, inexactDate } from '@leeward/domain/shared/inexact-date.ts';
import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { type ReactNode, useId, useState } from 'react';
import { DateLine } from '../dates/date-line.tsx';
import { inexactOf, keepsLess } from '../dates/inexact.ts';
import { useSpeech } from '../language/speech.tsx';
import { useDateText, useDateWords } from './inexact-date-words.tsx';
import { typedDirection } from './typed-direction.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: InexactDate | null;
  readonly onChange: (value: InexactDate | null) => void;
  /** What no date means here: "not known", "still so". */
  readonly none: string;
};

/** A date that is kept as exactly as it is known, and no more exactly: one line, as people write it. */
export function InexactDateField({ label, hint, value, onChange, none }: Props): ReactNode {
  const { t, calendar: own } = useSpeech();
  const words = useDateWords();
  const write = useDateText();
  const [said, setSaid] = useState(value?.said ?? '');
  // Words that were only kept because the date says less than they do follow what is typed.
  const [borrowed, setBorrowed] = useState<string | null>(null);
  const [south, setSouth] = useState(value?.kind === 'season' && value.south);
  const [id, about] = [useId(), useId()];
  const give = (next: InexactDate | null): void => onChange(next);
  const say = (date: InexactDate, written: Calendar): string =>
    [...new Set([words(date, written), words(date, own), words(date, 'gregory')])].join(' · ');
  return (
    <fieldset className="field date-field">
      <legend>{label}</legend>
      {hint === undefined ? null : <span className="hint">{hint}</span>}
      <span className="hint" id={about}>
        {t('date.asKnown')}
      </span>
      <DateLine<InexactDate>
        id={`${id}-date`}
        label={label}
        describedBy={about}
        everyCalendar
        value={value}
        isSame={isSameDate}
        write={write}
        say={say}
        take={(known, calendar, text) => {
          const own = said === borrowed ? '' : said;
          const kept = own === '' && keepsLess(known, calendar) ? text.trim().slice(0, 200) : own;
          const made = inexactDate(inexactOf(known, kept, south), '');
          return made.ok ? { value: made.value } : { refusal: 'words' };
        }}
        onChange={(date) => {
          const kept = date?.said ?? said;
          setBorrowed(kept === said ? borrowed : kept);
          setSaid(kept);
          give(date);
        }}
      />
      {value === null ? <span className="small quiet">{t('date.leftEmpty', { none })}</span> : null}
      {value?.kind === 'season' ? (
        <label className="option">
          <input
            type="checkbox"
            checked={south}
            onChange={({ target }) => {
              setSouth(target.checked);
              give({ ...value, south: target.checked });
            }}
          />
          <span>{t('date.southern')}</span>
        </label>
      ) : null}
      {value === null ? null : (
        <>
          <label className="small" htmlFor={`${id}-said`}>
            {t('date.said')}
          </label>
          <input
            id={`${id}-said`}
            autoComplete="off"
            maxLength={200}
            dir={typedDirection(said)}
            value={said}
            onChange={({ target }) => {
              setSaid(target.value);
              give({ ...value, said: target.value });
            }}
          />
        </>
      )}
    </fieldset>
  );
}

/** Whether two dates are one, apart from the words beside them, which stand in a field of their own. */
export function isSameDate(left: InexactDate | null, right: InexactDate | null): boolean {
  if (left === null || right === null) return left === right;
  const bare = (date: InexactDate): string =>
    JSON.stringify(
      Object.entries(date)
        .filter(([name]) => name !== 'said' && name !== 'south')
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return bare(left) === bare(right);
}
