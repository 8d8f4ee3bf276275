import {
  type DateOrder,
  type DateWay,
  orderIn,
  type TableCalendar,
  tableCalendars,
} from '@leeward/domain/bring/date-ways.ts';
import type { Mapping, Mends } from '@leeward/domain/bring/mapping.ts';
import type { PlannedRow, RowDate } from '@leeward/domain/bring/plan-row.ts';
import type { InexactDate } from '@leeward/domain/shared/inexact-date.ts';
import { type Calendar, hasCalendar } from '@leeward/ui/calendar/calendars.ts';
import { calendarName, sayDay } from '@leeward/ui/calendar/say-day.ts';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { useDateWords } from '../parts/inexact-date-words.tsx';
import { Words } from '../parts/words.tsx';
import { calendarGuesses, hasThreeShort } from './cell-dates.ts';
import { type DateColumn, dateColumns } from './date-columns.ts';

type Props = {
  readonly mapping: Mapping;
  readonly mends: Mends;
  readonly rows: readonly PlannedRow[];
  readonly isHidden: (column: string) => boolean;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onMend: (row: number, place: string, text: string) => void;
};

/**
 * The columns that hold dates: how each is written, what it becomes, and every date to be mended where it stands. What a
 * table does not say of its dates is asked here, and read in no way before.
 */
export function Dates(props: Props): ReactNode {
  const { t } = useSpeech();
  const columns = useMemo(() => dateColumns(props.rows), [props.rows]);
  if (columns.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="bring-dates">
      <h2 id="bring-dates">{t('bring.datesTitle')}</h2>
      <p className="quiet">{t('bring.datesHint')}</p>
      {columns.map((column) => (
        <OneColumn key={column.name} column={column} {...props} />
      ))}
    </section>
  );
}

function OneColumn({
  column,
  mapping,
  mends,
  isHidden,
  onMapping,
  onMend,
}: Props & { readonly column: DateColumn }): ReactNode {
  const { t, numbers, calendar: own } = useSpeech();
  const today = useToday();
  const id = useId();
  const { name, dates, asked } = column;
  const way: DateWay = Object.hasOwn(mapping.ways ?? {}, name) ? (mapping.ways[name] ?? {}) : {};
  const hidden = isHidden(name);
  const set = (change: DateWay): void =>
    onMapping({ ...mapping, ways: { ...mapping.ways, [name]: { ...way, ...change } } });
  const named = (calendar: Calendar): string => calendarName(numbers, calendar);
  const guesses = useMemo(
    () =>
      asked['which-calendar'].length === 0
        ? []
        : calendarGuesses(
            asked['which-calendar'],
            { ...(way.order && { order: way.order }) },
            { own, today },
          ),
    [asked, way.order, own, today],
  );
  const isOpen = asked['which-calendar'].length > 0;
  // Those that are read already stay as they are: the others are of a second calendar.
  const place = dates.length > 0 && isOpen ? 'also' : 'calendar';
  const shown = (text: string): ReactNode => (
    <span className={hidden ? 'blurred' : undefined} inert={hidden}>
      <Words inline text={text} />
    </span>
  );
  return (
    <div className="card form-card stack tight bring-dates">
      <h3>
        <Words inline text={name} />
      </h3>
      {isOpen ? (
        <div className="note warn stack tight">
          <span>
            {t('bring.whichCalendar', { count: asked['which-calendar'].length })}{' '}
            {shown(asked['which-calendar'].slice(0, 3).join(' · '))}
          </span>
          {guesses.map(({ calendar, first, last }) => (
            <button
              key={calendar}
              type="button"
              className="button"
              onClick={() => set({ [place]: calendar })}
            >
              {t('bring.guessCalendar', {
                calendar: named(calendar),
                first: day(numbers, first),
                last: day(numbers, last),
              })}
            </button>
          ))}
        </div>
      ) : null}
      <div className="bring-ways">
        <Choice
          id={`${id}c`}
          label={t('bring.calendar')}
          value={way.calendar ?? (dates.length === 0 && isOpen ? '' : 'gregory')}
          none={t('bring.decide')}
          options={tableCalendars.filter(hasCalendar).map((one) => [one, named(one)])}
          onChange={(calendar) => set({ calendar: calendar as TableCalendar })}
        />
        {way.also === undefined && place === 'calendar' ? null : (
          <Choice
            id={`${id}a`}
            label={t('bring.calendarAlso')}
            value={way.also ?? ''}
            none={t('bring.decide')}
            options={tableCalendars.filter(hasCalendar).map((one) => [one, named(one)])}
            onChange={(also) => set({ also: also as TableCalendar })}
          />
        )}
        <Order column={column} way={way} id={`${id}o`} shown={shown} onChange={(order) => set({ order })} />
        {asked['short-year'].length === 0 && way.century === undefined ? null : (
          <Choice
            id={`${id}y`}
            label={t('bring.shortYears')}
            value={way.century ?? ''}
            none={t('bring.decide')}
            options={[
              ['past', t('bring.shortYears.past')],
              ['ahead', t('bring.shortYears.ahead')],
            ]}
            onChange={(century) => set({ century: century as 'past' })}
          />
        )}
        {asked.serial.length === 0 && way.serial === undefined ? null : (
          <Choice
            id={`${id}s`}
            label={t('bring.serial')}
            value={way.serial ?? ''}
            none={t('bring.decide')}
            options={[
              ['1900', t('bring.serial.1900')],
              ['1904', t('bring.serial.1904')],
            ]}
            onChange={(serial) => set({ serial: serial as '1900' })}
          />
        )}
      </div>
      <Read dates={dates} mends={mends} hidden={hidden} onMend={onMend} />
    </div>
  );
}

const day = (tag: string, at: string): string => (at.length === 10 ? sayDay(tag, 'gregory', at) : at);

type OrderProps = {
  readonly column: DateColumn;
  readonly way: DateWay;
  readonly id: string;
  readonly shown: (text: string) => ReactNode;
  readonly onChange: (order: DateOrder) => void;
};

/** Which comes first, where that makes another day of it; with the cell of this column that shows it, if there is one. */
function Order({ column: { cells, asked }, way, id, shown, onChange }: OrderProps): ReactNode {
  const { t } = useSpeech();
  const seen = useMemo(() => orderIn(cells), [cells]);
  if (asked['which-order'].length === 0 && way.order === undefined) return null;
  const orders: readonly DateOrder[] = [
    'day-first',
    'month-first',
    ...(cells.some(hasThreeShort) ? (['year-first'] as const) : []),
  ];
  return (
    <div className="stack tight">
      <Choice
        id={id}
        label={t('bring.order')}
        value={way.order ?? ''}
        none={t('bring.decide')}
        options={orders.map((one) => [one, t(`bring.order.${one}`)])}
        onChange={(order) => onChange(order as DateOrder)}
      />
      <span className="small quiet">
        {shown(asked['which-order'].slice(0, 3).join(' · '))}{' '}
        {seen === null ? null : seen === 'both' ? (
          t('bring.orderBoth')
        ) : (
          <>
            {shown(seen.cell)} · {t(`bring.orderSeen.${seen.order === 'day-first' ? 'day' : 'month'}`)}
          </>
        )}
      </span>
    </div>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What stands there before anybody has chosen. */
  readonly none: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

function Choice({ id, label, value, none, options, onChange }: ChoiceProps): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => target.value !== '' && onChange(target.value)}>
        {value === '' ? <option value="">{none}</option> : null}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How many dates are shown at first, and how many more with each press. */
const [shownFirst, shownMore] = [5, 40];

type ReadProps = {
  readonly dates: readonly (RowDate & { readonly row: number })[];
  readonly mends: Mends;
  readonly hidden: boolean;
  readonly onMend: (row: number, place: string, text: string) => void;
};

/** What is written, to be mended in its place, and the day that it becomes. */
function Read({ dates, mends, hidden, onMend }: ReadProps): ReactNode {
  const { t, numbers, calendar: own } = useSpeech();
  const words = useDateWords();
  const [most, setMost] = useState(shownFirst);
  const id = useId();
  const say = (date: InexactDate, calendar: Calendar): string =>
    date.kind === 'point' && date.at.length === 10 && !date.about
      ? sayDay(numbers, calendar, date.at)
      : words({ ...date, said: '' }, calendar);
  if (dates.length === 0) return null;
  return (
    <>
      <ul className="plain stack tight bring-read">
        {dates.slice(0, most).map(({ row, place, cell, date, calendar }, index) => (
          <li key={`${row} ${place}`}>
            <label htmlFor={`${id}${index}`} className="small quiet">
              {t('bring.row', { row })}
            </label>
            <input
              id={`${id}${index}`}
              key={cell}
              className={hidden ? 'blurred' : undefined}
              inert={hidden}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              defaultValue={mends[row]?.[place] ?? cell}
              onBlur={({ target }) => {
                if (target.value.trim() !== cell) onMend(row, place, target.value.trim());
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                // Enter ends this cell and does not bring the table.
                event.preventDefault();
                event.currentTarget.blur();
              }}
            />
            <span className={hidden ? 'blurred' : undefined} inert={hidden}>
              {say(date, 'gregory')}
              {own === 'gregory' || own === calendar ? null : (
                <span className="small quiet"> {say(date, own)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {dates.length > most ? (
        <div>
          <button type="button" className="button quiet small" onClick={() => setMost(most + shownMore)}>
            {t('bring.more', { count: dates.length - most })}
          </button>
        </div>
      ) : null}
    </>
  );
}
