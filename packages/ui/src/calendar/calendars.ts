/**
 * The calendars in which people here write dates. What is stored is ISO 8601, always: a calendar is how a reader reads
 * and writes a day, never what the day is. The names are those of BCP 47 (`-u-ca-`).
 */
export const calendars = ['gregory', 'persian', 'islamic-umalqura', 'ethiopic', 'buddhist'] as const;
export type Calendar = (typeof calendars)[number];

export function isCalendar(value: unknown): value is Calendar {
  return calendars.some((one) => one === value);
}

/** One day that the browser must know in each calendar, 2020-03-20, as year, month and day. */
const known: Readonly<Record<Calendar, string>> = {
  gregory: '2020-3-20',
  persian: '1399-1-1',
  'islamic-umalqura': '1441-7-25',
  ethiopic: '2012-7-11',
  buddhist: '2563-3-20',
};
const answers = new Map<Calendar, boolean>();

/** Whether this browser can count in a calendar. Some are built without; such a reader gets the Gregorian one, and is told. */
export function hasCalendar(calendar: Calendar): boolean {
  const answered = answers.get(calendar);
  if (answered !== undefined) return answered;
  const can = knows(calendar);
  answers.set(calendar, can);
  return can;
}

function knows(calendar: Calendar): boolean {
  try {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const parts = format.formatToParts(Date.UTC(2020, 2, 20));
    const part = (type: string): number =>
      Number.parseInt(parts.find((one) => one.type === type)?.value ?? '', 10);
    return `${part('year')}-${part('month')}-${part('day')}` === known[calendar];
  } catch {
    return false;
  }
}

/** The calendar that readers of a tag begin with: the Persian one for `fa`, the Gregorian one for `en`. */
export function usualCalendar(tag: string): Calendar {
  try {
    const { calendar } = new Intl.DateTimeFormat(tag).resolvedOptions();
    return isCalendar(calendar) && hasCalendar(calendar) ? calendar : 'gregory';
  } catch {
    return 'gregory';
  }
}

/** The calendar that readers of a language count in, whether this browser has it or not. */
export function wantedCalendar(tag: string): Calendar {
  const own = ({ fa: 'persian', am: 'ethiopic', th: 'buddhist' } as const)[tag.split('-')[0] ?? ''] ?? null;
  const isChosen = /-u-(?:.*-)?ca-/.test(tag);
  return own === null || isChosen || hasCalendar(own) ? usualCalendar(tag) : own;
}

/** The calendar that a tag stands for here, and whether the browser lacks the one that was wanted. */
export function calendarFor(
  wanted: Calendar | null,
  tag: string,
): { readonly calendar: Calendar; readonly lacks: boolean } {
  if (wanted === null) return { calendar: usualCalendar(tag), lacks: false };
  return hasCalendar(wanted) ? { calendar: wanted, lacks: false } : { calendar: 'gregory', lacks: true };
}

/** The same tag for another calendar: all that formats dates by this tag follows. A tag that already means it stays as it is. */
export function withCalendar(tag: string, calendar: Calendar): string {
  try {
    if (new Intl.DateTimeFormat(tag).resolvedOptions().calendar === calendar) return tag;
    return new Intl.Locale(tag, { calendar }).toString();
  } catch {
    return tag;
  }
}
