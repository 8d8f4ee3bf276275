/**
 * Days as people know them, written as ISO 8601-2 does: `2021-03-14`, `2021-03`, `2021`, and `2021-21` to `2021-24` for
 * spring, summer, autumn and winter; a `~` behind any of them for "about". Never a clock: today is an argument.
 *
 * A season is no span of days before one knows the hemisphere, so it stands for its whole year when dates are compared.
 */
const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a text is a day, month, season or year as this package writes them. */
export function isDate(text: string): boolean {
  return spanOf(text) !== null;
}

/** The first and last day that a date can mean, as texts that sort. Null where it is no date. */
export function spanOf(text: string): readonly [string, string] | null {
  const found = form.exec(text);
  if (found === null) return null;
  const [, years = '', months, days] = found;
  const year = Number(years);
  if (year < 1000) return null;
  if (months === undefined) return [`${years}-01-01`, `${years}-12-31`];
  const month = Number(months);
  if (month >= 21 && month <= 24 && days === undefined) return [`${years}-01-01`, `${years}-12-31`];
  if (month < 1 || month > 12) return null;
  const last = daysIn(year, month);
  if (days === undefined) return [`${years}-${months}-01`, `${years}-${months}-${last}`];
  const day = Number(days);
  return day >= 1 && day <= last ? [`${years}-${months}-${days}`, `${years}-${months}-${days}`] : null;
}

/** Whether one date is before another: true, false, or null where they overlap so that nobody can say. */
export function isBefore(left: string, right: string): boolean | null {
  const [a, b] = [spanOf(left), spanOf(right)];
  if (a === null || b === null) return null;
  if (a[1] < b[0]) return true;
  return a[0] >= b[1] ? false : null;
}
