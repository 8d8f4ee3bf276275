import type { CompiledForm, Question } from '@leeward/forms';
import { readFileAnswer, spanOf, textIn } from '@leeward/forms';
import type { DeskKey } from '@leeward/ui';
import {
  countryName,
  formatFileSize,
  formatList,
  formatNumber,
  inertFileName,
  languageName,
  type Translator,
} from '@leeward/ui';
import { usualCalendar } from '@leeward/ui/calendar/calendars.ts';
import { hasCommonMonths } from '@leeward/ui/calendar/days.ts';
import { formatFor } from '@leeward/ui/calendar/say-day.ts';

type Speaking = { readonly t: Translator<DeskKey>; readonly locale: string; readonly numbers: string };

/** An answer in the reader's words; what the form has no words for stands as it came. */
export function sayValue(
  { form }: CompiledForm,
  question: Question,
  value: unknown,
  { t, locale, numbers }: Speaking,
): string {
  const option = (code: string): string => {
    const found = question.options?.find((one) => one.value === code);
    return found === undefined ? code : textIn(found.label, locale, form.languages).text || code;
  };
  if (Array.isArray(value))
    return formatList(
      numbers,
      value.map((one) => option(String(one))),
    );
  if (typeof value === 'boolean') return t(value ? 'forms.value.yes' : 'forms.value.no');
  if (typeof value === 'number') return formatNumber(numbers, value);
  if (typeof value !== 'string') return '';
  switch (question.type) {
    case 'yesNoUnsure':
      return value === 'yes' || value === 'no' || value === 'unsure' ? t(`forms.value.${value}`) : value;
    case 'selectOne':
      return option(value);
    case 'country':
      return countryName(numbers, value);
    case 'language':
      return languageName(numbers, value);
    case 'file': {
      const file = readFileAnswer(value);
      if (file === null) return value;
      const { display } = inertFileName(file.name || t('request.fileUnnamed'));
      return `${display} (${formatFileSize(numbers, file.size)})`;
    }
    case 'date':
      return sayDate(value, { t, locale, numbers });
    default:
      return value;
  }
}

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;

/**
 * A date as exactly as it was given: `spring 2021`, `March 2021`, `about 2021`. A day is said in the reader's calendar; a
 * year or a month stays the Gregorian one that it is, unless hers has the same months.
 */
export function sayDate(value: string, { t, numbers }: Speaking): string {
  const span = spanOf(value);
  if (span === null) return value;
  const known = value.replace('~', '');
  const [year = '', part = '', day = ''] = known.split('-');
  const season = seasons[Number(part) - 21];
  const time = Date.parse(`${span[0]}T12:00:00Z`);
  const own = usualCalendar(numbers);
  const calendar = day !== '' || hasCommonMonths(own) ? own : 'gregory';
  const format = (options: Intl.DateTimeFormatOptions): string =>
    formatFor(numbers, calendar, options).format(time);
  const said =
    season !== undefined
      ? t(`forms.season.${season}`, { year: format({ year: 'numeric' }) })
      : day !== ''
        ? format({ dateStyle: 'long' })
        : part !== ''
          ? format({ year: 'numeric', month: 'long' })
          : format({ year: 'numeric' });
  return value.endsWith('~') && year !== '' ? t('forms.about', { date: said }) : said;
}
