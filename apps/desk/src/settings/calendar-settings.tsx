import { formatLocale } from '@leeward/ui';
import { calendars, hasCalendar, usualCalendar } from '@leeward/ui/calendar/calendars.ts';
import { calendarName, sayDay } from '@leeward/ui/calendar/say-day.ts';
import { type ReactNode, useId } from 'react';
import { useToday } from '../directory/use-today.ts';
import { useSpeech } from '../language/speech.tsx';
import { useSettings } from './settings-context.tsx';

/** The calendar in which this person reads and writes dates. What is kept and sent is the same day in each. */
export function CalendarSettings(): ReactNode {
  const { t, locale, numbers, lacksCalendar, calendar } = useSpeech();
  const { settings, change } = useSettings();
  const today = useToday();
  const [box, about] = [useId(), useId()];
  const usual = usualCalendar(formatLocale(locale, navigator.languages));
  return (
    <div className="field">
      <label htmlFor={box}>{t('settings.calendar')}</label>
      <span className="hint" id={about}>
        {t('settings.calendarHint')}
      </span>
      <select
        id={box}
        className="auto"
        aria-describedby={about}
        value={settings.calendar ?? ''}
        onChange={({ target }) => change({ calendar: calendars.find((one) => one === target.value) ?? null })}
      >
        <option value="">{t('settings.calendarUsual', { calendar: calendarName(numbers, usual) })}</option>
        {calendars.map((one) => (
          <option key={one} value={one} disabled={!hasCalendar(one)}>
            {hasCalendar(one)
              ? calendarName(numbers, one)
              : t('settings.calendarLacking', { calendar: calendarName(numbers, one) })}
          </option>
        ))}
      </select>
      {lacksCalendar ? (
        <p className="note warn" role="status">
          {t('settings.calendarLacks')}
        </p>
      ) : null}
      <span className="small quiet">
        {t('settings.calendarToday', { date: sayDay(numbers, calendar, today) })}
      </span>
    </div>
  );
}
