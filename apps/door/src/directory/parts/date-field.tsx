import { useId, useState } from 'preact/hooks';
import { privately } from '../../parts/field.tsx';

/** Years that can be chosen, back from this one. */
const YEARS = 40;

/**
 * A day, a month or a year, as far as she knows it: from menus, so that neither a calendar of the browser nor the order
 * of day and month stands between her and the date. `2026`, `2026-11` or `2026-11-03`.
 */
export function DateField({
  label,
  hint,
  names,
  value,
  tag,
  now,
  hasDay,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly names: { readonly year: string; readonly month: string; readonly day: string };
  readonly value: string | undefined;
  /** For the names of months and for digits. */
  readonly tag: string;
  /** The newest year that can be chosen, from `2026-11-21`. */
  readonly now: string;
  readonly hasDay: boolean;
  readonly onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const [given = '', givenMonth = '', givenDay = ''] = (value ?? '').split('-');
  // A month that was chosen before the year waits for it.
  const [waiting, setWaiting] = useState('');
  const year = given;
  const month = year === '' ? waiting : givenMonth;
  const day = givenDay;
  const put = (newYear: string, newMonth: string, newDay: string): void => {
    setWaiting(newYear === '' ? newMonth : '');
    if (newYear === '') onChange(undefined);
    else if (newMonth === '') onChange(newYear);
    else {
      const isThere = newDay !== '' && Number(newDay) <= daysIn(newYear, newMonth);
      onChange([newYear, newMonth, ...(isThere ? [newDay] : [])].join('-'));
    }
  };
  const newest = Number(now.slice(0, 4));
  const number = new Intl.NumberFormat(tag, { useGrouping: false });
  const monthName = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  const two = (count: number): string => String(count).padStart(2, '0');
  const length = year !== '' && month !== '' ? daysIn(year, month) : 31;
  const fields = [
    {
      name: names.year,
      value: year,
      options: Array.from({ length: YEARS }, (_, index) => newest - index).map((one) => ({
        value: String(one),
        label: number.format(one),
      })),
      choose: (chosen: string) => put(chosen, month, day),
    },
    {
      name: names.month,
      value: month,
      options: Array.from({ length: 12 }, (_, index) => ({
        value: two(index + 1),
        label: monthName.format(Date.UTC(2000, index, 1)),
      })),
      choose: (chosen: string) => put(year, chosen, chosen === '' ? '' : day),
    },
    ...(hasDay
      ? [
          {
            name: names.day,
            value: day,
            options: Array.from({ length }, (_, index) => ({
              value: two(index + 1),
              label: number.format(index + 1),
            })),
            choose: (chosen: string) => put(year, month, chosen),
          },
        ]
      : []),
  ];
  return (
    <fieldset class="field" aria-describedby={`${id}-hint`}>
      <legend>
        {label}
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      </legend>
      <div class="date">
        {fields.map((field, index) => (
          <select
            {...privately}
            key={field.name}
            aria-label={field.name}
            value={field.value}
            disabled={index === 2 && month === ''}
            onChange={(event) => field.choose(event.currentTarget.value)}
          >
            <option value="">{field.name}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ))}
      </div>
    </fieldset>
  );
}

const daysIn = (year: string, month: string): number =>
  new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
