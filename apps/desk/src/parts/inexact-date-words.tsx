import { type InexactDate, spanOf, wordingOf } from '@leeward/domain/shared/inexact-date.ts';
import type { DeskKey, Translator } from '@leeward/ui';
import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { hasCommonMonths } from '@leeward/ui/calendar/days.ts';
import { formatFor, writeDay, writeMonth, writeYear } from '@leeward/ui/calendar/say-day.ts';
import type { ReactNode } from 'react';
import { wholeIn } from '../dates/inexact.ts';
import { useSpeech } from '../language/speech.tsx';
import { Words } from './words.tsx';

/** A date as exactly as somebody knows it, and her own words for it. */
export function DateWords({ date }: { readonly date: InexactDate }): ReactNode {
  const say = useDateWords();
  return (
    <span>
      {say(date)}
      {date.said === '' ? null : (
        <span className="quiet">
          {' '}
          (<Words inline text={date.said} />)
        </span>
      )}
    </span>
  );
}

/**
 * Says a date in the words of the screen, in the reader's calendar unless another is asked for. A year or month that is
 * known as one of the Gregorian calendar stays one: in a calendar with other months it would be a lie.
 */
export function useDateWords(): (date: InexactDate, calendar?: Calendar) => string {
  const { t, numbers, calendar: own } = useSpeech();
  return (date, calendar = own) => {
    const common = hasCommonMonths(calendar) ? calendar : 'gregory';
    const format = (one: Calendar, at: string, options: Intl.DateTimeFormatOptions): string =>
      formatFor(numbers, one, options).format(Date.parse(`${at}T12:00:00Z`));
    const yearOf = (one: Calendar, at: string): string => format(one, at, { year: 'numeric' });
    const monthOf = (one: Calendar, at: string): string =>
      format(one, at, { year: 'numeric', month: 'long' });
    const point = (at: string): string => {
      if (at.length === 10) return format(calendar, at, { dateStyle: 'long' });
      return at.length === 4 ? yearOf(common, `${at}-07-01`) : monthOf(common, `${at}-15`);
    };
    const whole = wholeIn(calendar, date);
    const first = spanOf(date).first;
    if (whole !== null && first !== null) {
      const year = yearOf(calendar, first);
      if (whole.season !== undefined) return t(`date.${whole.season}`, { year });
      return whole.month === undefined ? year : monthOf(calendar, first);
    }
    const said = wordingOf(date);
    switch (said.words) {
      case 'day':
      case 'month':
      case 'year':
        return said.about ? t('date.about', { date: point(said.at) }) : point(said.at);
      case 'between':
        return t('date.between', { from: point(said.from), to: point(said.to) });
      case 'since':
        return t('date.after', { date: point(said.at) });
      case 'until':
        return t('date.before', { date: point(said.at) });
      case 'age':
        return t('date.age', { from: said.from, to: said.to, date: point(said.on) });
      default:
        return t(said.south ? `date.south.${said.words}` : `date.${said.words}`, {
          year: point(String(said.year)),
        });
    }
  };
}

/** A date as it stands in a field: so that what is read there is the same date again. */
export function useDateText(): (date: InexactDate, calendar: Calendar) => string {
  const { t, numbers } = useSpeech();
  return dateText(t, numbers);
}

/** The same, for the words of any language. */
export function dateText(
  t: Translator<DeskKey>,
  numbers: string,
): (date: InexactDate, calendar: Calendar) => string {
  return (date, calendar) => {
    const isCommon = hasCommonMonths(calendar);
    const common = isCommon ? calendar : 'gregory';
    const yearText = (at: string): string => {
      const year = writeYear(numbers, common, `${at.slice(0, 4)}-07-01`);
      return isCommon ? year : `${year} ${gregorianMark(numbers)}`;
    };
    const point = (at: string): string => {
      if (at.length === 10) return writeDay(numbers, calendar, at);
      return at.length === 4 ? yearText(at) : writeMonth(numbers, common, `${at}-15`);
    };
    const whole = wholeIn(calendar, date);
    const first = spanOf(date).first;
    if (whole !== null && first !== null) {
      const year = writeYear(numbers, calendar, first);
      if (whole.season !== undefined) return t(`date.${whole.season}`, { year });
      return whole.month === undefined ? year : writeMonth(numbers, calendar, first);
    }
    switch (date.kind) {
      case 'point':
        return date.about ? t('date.about', { date: point(date.at) }) : point(date.at);
      case 'season':
        return t(`date.${date.season}`, { year: yearText(String(date.year)) });
      case 'between':
        if (date.from === null) return t('date.before', { date: point(date.to ?? '') });
        return date.to === null
          ? t('date.after', { date: point(date.from) })
          : t('date.between', { from: point(date.from), to: point(date.to) });
      case 'age':
        return '';
    }
  };
}

/** What stands behind a Gregorian year in a field of another calendar, as people write it and as it is read. */
const gregorianMark = (tag: string): string => (/^(?:ar|fa)\b/.test(tag) ? 'م' : 'AD');
