import type { Calendar } from './calendars.ts';
import { hasCommonMonths, middleOf, monthSpan, partsOf, yearSpan } from './days.ts';
import { type Known, knownOf, type Season, seasons, type Typed } from './known.ts';

/**
 * Dates as questions keep them, ISO 8601-2: `2021-03-14`, `2021-03`, `2021`, `2021-21` for spring, `~` behind for "about".
 * There is no span of days among them: a year or month whose calendar is not that of ISO is kept as "about" the ISO year
 * or month in which its middle lies, and the reader is shown so.
 */
const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

/** What was chosen or written in a calendar, as a question keeps it. Null where the calendar has no such date. */
export function isoTextOf(calendar: Calendar, typed: Typed, about: boolean): string | null {
  if (typed.season !== undefined && calendar === 'persian') {
    const known = knownOf(calendar, typed, true);
    return known?.kind === 'point'
      ? `${known.at.slice(0, 4)}-${codeOf(typed.season)}${about ? '~' : ''}`
      : null;
  }
  const isLoose = !hasCommonMonths(calendar) && typed.day === undefined;
  return textOf(knownOf(calendar, typed, about || isLoose));
}

/** A date that is known, as a question keeps it; null where it is a span of days. */
export function textOf(known: Known | null): string | null {
  if (known === null || known.kind === 'between') return null;
  const text = known.kind === 'point' ? known.at : `${known.year}-${codeOf(known.season)}`;
  return known.about ? `${text}~` : text;
}

const codeOf = (season: Season): string => String(21 + seasons.indexOf(season));

/** What a question keeps, as it is known. Null where it is no date. */
export function knownOfText(text: string): Known | null {
  const found = form.exec(text);
  if (found === null) return null;
  const [, year = '', part, day, mark] = found;
  const about = mark !== undefined;
  const season = seasons[Number(part) - 21];
  if (season !== undefined)
    return day === undefined ? { kind: 'season', season, year: Number(year), about } : null;
  const typed = {
    year: Number(year),
    ...(part && { month: Number(part) }),
    ...(day && { day: Number(day) }),
  };
  return knownOf('gregory', typed, about);
}

/** Days in the middle of the seasons of the north, by which a season of one year is that of the other calendar's. */
const middles: Readonly<Record<Season, string>> = {
  spring: '05-04',
  summer: '08-05',
  autumn: '11-05',
  winter: '02-04',
};

/** A kept date as the menus of a calendar show it; null where this calendar cannot say it. */
export function typedOf(calendar: Calendar, text: string): Typed | null {
  const known = knownOfText(text);
  if (known === null || known.kind === 'between') return null;
  if (known.kind === 'season') {
    if (calendar === 'persian')
      return { year: partsOf(calendar, `${known.year}-${middles[known.season]}`).year, season: known.season };
    if (!hasCommonMonths(calendar)) return null;
    return { year: known.year + (calendar === 'buddhist' ? 543 : 0), season: known.season };
  }
  const { at } = known;
  if (at.length === 10) return partsOf(calendar, at);
  const middle = at.length === 4 ? `${at}-07-01` : `${at}-15`;
  const { year, month } = partsOf(calendar, middle);
  if (hasCommonMonths(calendar)) return at.length === 4 ? { year } : { year, month };
  // The year or month whose middle lies in the one that is kept: the way back of how it was kept.
  for (const step of [0, -1, 1]) {
    const one = at.length === 4 ? { year: year + step } : monthAfter(calendar, year, month, step);
    const span =
      one.month === undefined ? yearSpan(calendar, one.year) : monthSpan(calendar, one.year, one.month);
    if (span !== null && middleOf(span).startsWith(at)) return one;
  }
  return at.length === 4 ? { year } : { year, month };
}

function monthAfter(
  calendar: Calendar,
  year: number,
  month: number,
  step: number,
): { readonly year: number; readonly month?: number } {
  const span = monthSpan(calendar, year, month);
  if (span === null || step === 0) return { year, month };
  const edge = Date.parse(`${step < 0 ? span.first : span.last}T00:00:00Z`) + step * 86_400_000;
  const next = partsOf(calendar, new Date(edge).toISOString().slice(0, 10));
  return { year: next.year, month: next.month };
}
