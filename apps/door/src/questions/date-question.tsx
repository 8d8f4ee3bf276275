import { useId, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { privately } from '../parts/field.tsx';

const YEARS = 100;
const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
const two = (count: number): string => String(count).padStart(2, '0');
const daysIn = (year: string, month: string): number =>
  new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();

/** A day as far as she knows it: a year, a season or month in it, a day; exactly, or about. All from menus. */
export function DateQuestion({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}) {
  const { t, tag } = useLanguage();
  const id = useId();
  const isAbout = value.endsWith('~');
  const [year = '', givenPart = '', day = ''] = value.replace('~', '').split('-');
  // What was chosen before the year waits for it.
  const [waiting, setWaiting] = useState('');
  const part = year === '' ? waiting : givenPart;
  const put = (newYear: string, newPart: string, newDay: string, about: boolean): void => {
    setWaiting(newYear === '' ? newPart : '');
    if (newYear === '') {
      onChange(null);
      return;
    }
    const isMonth = newPart !== '' && Number(newPart) <= 12;
    const isDay = isMonth && newDay !== '' && Number(newDay) <= daysIn(newYear, newPart);
    const known = [newYear, ...(newPart === '' ? [] : [newPart]), ...(isDay ? [newDay] : [])].join('-');
    onChange(about ? `${known}~` : known);
  };
  const number = new Intl.NumberFormat(tag, { useGrouping: false });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const newest = new Date().getFullYear() + 1;
  const isMonth = part !== '' && Number(part) <= 12;
  return (
    <fieldset class="field" aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>
        {label}
        {hint === undefined ? null : (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </legend>
      <div class="date">
        <select
          {...privately}
          aria-label={t('questions.year')}
          value={year}
          onChange={(event) => put(event.currentTarget.value, part, day, isAbout)}
        >
          <option value="">{t('questions.year')}</option>
          {Array.from({ length: YEARS }, (_, index) => newest - index).map((one) => (
            <option key={one} value={String(one)}>
              {number.format(one)}
            </option>
          ))}
        </select>
        <select
          {...privately}
          aria-label={t('questions.part')}
          value={part}
          onChange={(event) => put(year, event.currentTarget.value, day, isAbout)}
        >
          <option value="">{t('questions.part')}</option>
          {seasons.map((season, index) => (
            <option key={season} value={String(21 + index)}>
              {t(`questions.${season}`)}
            </option>
          ))}
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index} value={two(index + 1)}>
              {month.format(Date.UTC(2000, index, 1))}
            </option>
          ))}
        </select>
        <select
          {...privately}
          aria-label={t('questions.day')}
          value={day}
          disabled={!isMonth || year === ''}
          onChange={(event) => put(year, part, event.currentTarget.value, isAbout)}
        >
          <option value="">{t('questions.day')}</option>
          {Array.from({ length: isMonth && year !== '' ? daysIn(year, part) : 31 }, (_, index) => (
            <option key={index} value={two(index + 1)}>
              {number.format(index + 1)}
            </option>
          ))}
        </select>
      </div>
      <label class="option">
        <input
          type="checkbox"
          autocomplete="off"
          checked={isAbout}
          disabled={year === ''}
          onChange={(event) => put(year, part, day, event.currentTarget.checked)}
        />
        {t('questions.about')}
      </label>
    </fieldset>
  );
}
