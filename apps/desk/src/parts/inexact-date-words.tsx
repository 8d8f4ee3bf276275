import { type InexactDate, wordingOf } from '@leeward/domain/shared/inexact-date.ts';
import { formatDate } from '@leeward/ui';
import type { ReactNode } from 'react';
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

/** Says a date in the words of the screen. */
export function useDateWords(): (date: InexactDate) => string {
  const { t, numbers } = useSpeech();
  const point = (at: string): string => {
    if (at.length === 10) return formatDate(numbers, at, 'UTC');
    const options = at.length === 4 ? { year: 'numeric' } : { year: 'numeric', month: 'long' };
    const full = `${at}${'-01-01'.slice(at.length - 4)}`;
    return new Intl.DateTimeFormat(numbers, {
      ...(options as Intl.DateTimeFormatOptions),
      timeZone: 'UTC',
    }).format(Date.parse(`${full}T00:00:00Z`));
  };
  return (date) => {
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
        return t('date.age', { from: said.from, to: said.to, date: formatDate(numbers, said.on, 'UTC') });
      default:
        return t(said.south ? `date.south.${said.words}` : `date.${said.words}`, {
          year: point(String(said.year)),
        });
    }
  };
}
