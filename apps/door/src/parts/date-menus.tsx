import { type Calendar, hasCalendar, usualCalendar, wantedCalendar } from '@leeward/ui/calendar/calendars.ts';
import { daysIn, hasCommonMonths, monthsIn, partsOf } from '@leeward/ui/calendar/days.ts';
import { isoTextOf, typedOf } from '@leeward/ui/calendar/iso-text.ts';
import { type Season, seasons, type Typed } from '@leeward/ui/calendar/known.ts';
import { calendarChoices, calendarName, formatFor, monthName, sayDay } from '@leeward/ui/calendar/say-day.ts';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useCalendar } from '../model/calendar.ts';
import { privately } from './field.tsx';

/** The words of the menus; each screen has them from its own catalogue. */
export type DateNames = {
  readonly year: string;
  readonly part: string;
  readonly day: string;
  readonly calendar: string;
  /** "The same day: Saturday 20 March 2021" */
  readonly same: (date: string) => string;
  /** "Passed on as April 2020": a month of her calendar is none of the one in which dates are kept. */
  readonly keptAs: (date: string) => string;
  /** This browser cannot count in the calendar of her language. */
  readonly lacking: string;
  readonly seasons?: Readonly<Record<Season, string>>;
};

type Props = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly names: DateNames;
  /** As questions keep it: `2021`, `2021-21`, `2021-03`, `2021-03-14`, `~` behind for about. Empty for nothing. */
  readonly value: string;
  readonly tag: string;
  /** `2026-11-21` */
  readonly today: string;
  /** So many years stand in the menu, back from the newest; `ahead` of them are still to come. */
  readonly years: number;
  readonly ahead: number;
  readonly hasDay: boolean;
  /** The words for "about" make a box for it; without them nothing is about. */
  readonly about?: string;
  readonly onChange: (value: string | null) => void;
};

type Menu = {
  readonly name: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
};

/**
 * A day as far as she knows it, from menus in her own calendar and digits: neither a calendar of the browser nor the order
 * of day and month stands between her and the date. What is kept is ISO, and is shown where it reads otherwise.
 */
export function DateMenus(props: Props) {
  const { label, hint, names, value, tag, today, years, ahead, hasDay, about, onChange } = props;
  const id = useId();
  const [wanted, chooseCalendar] = useCalendar(tag);
  const isAbout = value.endsWith('~');
  // What this calendar cannot say, such as a season of another, stays in the one that can.
  const found = value === '' ? {} : typedOf(wanted, value);
  const calendar: Calendar = found === null ? 'gregory' : wanted;
  const [local, setLocal] = useState<Local | null>(null);
  const isLocal = local !== null && local.value === value && local.calendar === calendar;
  // What was chosen before the year waits for it.
  const typed: Typed = isLocal ? local.typed : (found ?? typedOf('gregory', value) ?? {});
  // A month of her own calendar is always kept as "about" one of ISO: that alone does not say that she was unsure.
  const isLoose = !hasCommonMonths(calendar) && typed.day === undefined && typed.season === undefined;
  const isSure = isLocal ? local.isSure : !isAbout || isLoose;
  const put = (next: Typed, sure: boolean): void => {
    const kept = textOf(calendar, next, !sure, about !== undefined);
    setLocal({ value: kept ?? '', calendar, typed: next, isSure: sure });
    onChange(kept);
  };
  const menus = menusOf(calendar, typed, (next) => put(next, isSure));
  const lacks = wantedCalendar(tag) !== usualCalendar(tag);
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
        {menus.map((menu) => (
          <Select key={menu.name} menu={menu}>
            <option value="">{menu.name}</option>
          </Select>
        ))}
      </div>
      {about === undefined ? null : (
        <label class="option">
          <input
            type="checkbox"
            autocomplete="off"
            checked={!isSure}
            disabled={typed.year === undefined}
            onChange={(event) => put(typed, !event.currentTarget.checked)}
          />
          {about}
        </label>
      )}
      <Note calendar={calendar} typed={typed} value={value} tag={tag} names={names} />
      {lacks ? <p class="small quiet">{names.lacking}</p> : null}
      <div class="date-calendar small">
        <label for={`${id}-calendar`}>{names.calendar}</label>
        <Select
          id={`${id}-calendar`}
          menu={{
            name: names.calendar,
            value: calendar,
            options: calendarChoices(usualCalendar(tag), hasCalendar).map((one) => ({
              value: one,
              label: calendarName(tag, one),
            })),
            choose: (one) => {
              setLocal(null);
              chooseCalendar(
                calendarChoices(calendar, hasCalendar).find((known) => known === one) ?? calendar,
              );
            },
          }}
        />
      </div>
    </fieldset>
  );

  function menusOf(inCalendar: Calendar, now: Typed, choose: (typed: Typed) => void): readonly Menu[] {
    const newest = partsOf(inCalendar, today).year + ahead;
    const number = new Intl.NumberFormat(tag, { useGrouping: false });
    const counted = (count: number, from = 1) =>
      Array.from({ length: count }, (_one, index) => ({
        value: String(index + from),
        label: number.format(index + from),
      }));
    const listed = Array.from({ length: years }, (_one, index) => newest - index);
    const { year, month } = now;
    if (year !== undefined && !listed.includes(year)) listed.push(year);
    const seasonNames = hasSeasons(inCalendar) ? names.seasons : undefined;
    const yearMenu: Menu = {
      name: names.year,
      value: String(year ?? ''),
      options: listed.map((one) => ({ value: String(one), label: number.format(one) })),
      choose: (chosen) =>
        choose(within(inCalendar, { ...without(now, 'year'), ...numberIn('year', chosen) })),
    };
    const partMenu: Menu = {
      name: names.part,
      value: now.season ?? String(month ?? ''),
      options: [
        ...(seasonNames === undefined
          ? []
          : seasons.map((season) => ({ value: season, label: seasonNames[season] }))),
        ...counted(monthsIn(inCalendar, year ?? newest)).map((one) => ({
          value: one.value,
          label: monthName(tag, inCalendar, year ?? newest, Number(one.value)),
        })),
      ],
      choose: (chosen) => {
        const season = seasons.find((one) => one === chosen);
        const kept = year === undefined ? {} : { year };
        if (season !== undefined) choose({ ...kept, season });
        else if (chosen === '') choose(kept);
        else choose(within(inCalendar, { ...without(now, 'season'), month: Number(chosen) }));
      },
    };
    const length = year === undefined || month === undefined ? 31 : daysIn(inCalendar, year, month);
    const dayMenu: Menu = {
      name: names.day,
      value: String(now.day ?? ''),
      disabled: year === undefined || month === undefined,
      options: counted(length),
      choose: (chosen) => choose({ ...without(now, 'day'), ...numberIn('day', chosen) }),
    };
    return hasDay ? [yearMenu, partMenu, dayMenu] : [yearMenu, partMenu];
  }
}

type Local = {
  readonly value: string;
  readonly calendar: Calendar;
  readonly typed: Typed;
  readonly isSure: boolean;
};

/** The Persian year begins with the spring; the seasons of lunar and other years lie elsewhere each time. */
const hasSeasons = (calendar: Calendar): boolean => hasCommonMonths(calendar) || calendar === 'persian';

function without(typed: Typed, part: keyof Typed): Typed {
  const { [part]: _, ...rest } = typed;
  return rest;
}

const numberIn = (part: 'year' | 'day', chosen: string): Typed =>
  chosen === '' ? {} : { [part]: Number(chosen) };

/** A day or month that the year does not have goes. */
function within(calendar: Calendar, typed: Typed): Typed {
  const { year, month, day } = typed;
  if (year === undefined || month === undefined) return without(typed, 'day');
  if (month > monthsIn(calendar, year)) return { year };
  return day !== undefined && day > daysIn(calendar, year, month) ? without(typed, 'day') : typed;
}

/** What is kept; where nothing can be "about", the nearest year or month. */
function textOf(calendar: Calendar, typed: Typed, about: boolean, hasAbout: boolean): string | null {
  if (typed.year === undefined) return null;
  const text = isoTextOf(calendar, typed, about);
  return hasAbout || text === null ? text : text.replace('~', '');
}

function Select({
  menu,
  id,
  children,
}: {
  readonly menu: Menu;
  readonly id?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <select
      {...privately}
      id={id}
      aria-label={id === undefined ? menu.name : undefined}
      value={menu.value}
      disabled={menu.disabled}
      onChange={(event) => menu.choose(event.currentTarget.value)}
    >
      {children}
      {menu.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** The same day in the other calendar, so that nobody mistakes it; or as what a month of hers is passed on. */
function Note({
  calendar,
  typed,
  value,
  tag,
  names,
}: {
  readonly calendar: Calendar;
  readonly typed: Typed;
  readonly value: string;
  readonly tag: string;
  readonly names: DateNames;
}) {
  const bare = value.replace('~', '');
  const other: Calendar = calendar === 'gregory' ? usualCalendar(tag) : 'gregory';
  let said = '';
  if (bare.length === 10 && other !== calendar) said = names.same(sayDay(tag, other, bare));
  else if (bare !== '' && bare.length < 10 && typed.season === undefined && !hasCommonMonths(calendar)) {
    const isYear = bare.length === 4;
    const format = formatFor(
      tag,
      'gregory',
      isYear ? { year: 'numeric' } : { month: 'long', year: 'numeric' },
    );
    said = names.keptAs(format.format(Date.parse(`${isYear ? `${bare}-07` : bare}-15T12:00:00Z`)));
  }
  return (
    <p class="small quiet" role="status">
      {said}
    </p>
  );
}
