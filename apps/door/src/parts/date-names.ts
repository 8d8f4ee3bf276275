import { useLanguage } from '../model/language.ts';
import type { DateNames } from './date-menus.tsx';

/** The words of the menus for a date, from the catalogue of the door. */
export function useDateNames(): DateNames & { readonly month: string } {
  const { t } = useLanguage();
  return {
    year: t('questions.year'),
    part: t('questions.part'),
    month: t('questions.month'),
    day: t('questions.day'),
    calendar: t('questions.calendar'),
    same: (date) => t('questions.sameDay', { date }),
    keptAs: (date) => t('questions.keptAs', { date }),
    lacking: t('questions.noCalendar'),
    seasons: {
      spring: t('questions.spring'),
      summer: t('questions.summer'),
      autumn: t('questions.autumn'),
      winter: t('questions.winter'),
    },
  };
}
