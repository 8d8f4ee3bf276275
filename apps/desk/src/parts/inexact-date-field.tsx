import { type InexactDate, isDatePoint, type Season, seasons } from '@leeward/domain/shared/inexact-date.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { typedDirection } from './typed-direction.ts';

/** As exactly as somebody knows it. */
const modes = ['none', 'day', 'month', 'year', 'season', 'between'] as const;
type Mode = (typeof modes)[number];

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly value: InexactDate | null;
  readonly onChange: (value: InexactDate | null) => void;
  /** What no date means here: "not known", "still so". */
  readonly none: string;
};

/** A date that is kept as exactly as it is known, and no more exactly. */
export function InexactDateField({ label, hint, value, onChange, none }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const [mode, setMode] = useState<Mode>(modeOf(value));
  const [typed, setTyped] = useState(() => partsOf(value));
  const id = useId();
  const change = (nextMode: Mode, part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setMode(nextMode);
    setTyped(next);
    onChange(dateOf(nextMode, next));
  };
  const set = (part: Partial<Typed>): void => change(mode, part);
  const month = (at: number): string =>
    new Intl.DateTimeFormat(numbers, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, at, 1));
  return (
    <fieldset className="field date-field">
      <legend>{label}</legend>
      {hint === undefined ? null : <span className="hint">{hint}</span>}
      <div className="cluster">
        <select
          aria-label={t('date.howExactly')}
          value={mode}
          onChange={({ target }) => change(modes.find((one) => one === target.value) ?? 'none', {})}
        >
          {modes.map((one) => (
            <option key={one} value={one}>
              {one === 'none' ? none : t(`date.mode.${one}`)}
            </option>
          ))}
        </select>
        {mode === 'day' ? (
          <input
            type="date"
            required
            aria-label={label}
            value={typed.day}
            onChange={({ target }) => set({ day: target.value })}
          />
        ) : null}
        {mode === 'month' ? (
          <select
            required
            aria-label={t('date.mode.month')}
            value={typed.month}
            onChange={({ target }) => set({ month: target.value })}
          >
            {Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).map((code, at) => (
              <option key={code} value={code}>
                {month(at)}
              </option>
            ))}
          </select>
        ) : null}
        {mode === 'season' ? (
          <select
            aria-label={t('date.mode.season')}
            value={typed.season}
            onChange={({ target }) =>
              set({ season: seasons.find((one) => one === target.value) ?? 'spring' })
            }
          >
            {seasons.map((one) => (
              <option key={one} value={one}>
                {t(`date.season.${one}`)}
              </option>
            ))}
          </select>
        ) : null}
        {mode === 'month' || mode === 'year' || mode === 'season' ? (
          <input
            className="short"
            inputMode="numeric"
            required
            pattern="[12][0-9]{3}"
            dir="ltr"
            aria-label={t('date.mode.year')}
            placeholder="2001"
            value={typed.year}
            onChange={({ target }) => set({ year: digits(target.value) })}
          />
        ) : null}
        {mode === 'between' ? (
          <>
            <Point label={t('date.from')} value={typed.from} onChange={(from) => set({ from })} />
            <Point label={t('date.to')} value={typed.to} onChange={(to) => set({ to })} />
          </>
        ) : null}
      </div>
      {mode === 'season' ? (
        <label className="option">
          <input
            type="checkbox"
            checked={typed.south}
            onChange={({ target }) => set({ south: target.checked })}
          />
          <span>{t('date.southern')}</span>
        </label>
      ) : null}
      {mode === 'day' || mode === 'month' || mode === 'year' ? (
        <label className="option">
          <input
            type="checkbox"
            checked={typed.about}
            onChange={({ target }) => set({ about: target.checked })}
          />
          <span>{t('date.isAbout')}</span>
        </label>
      ) : null}
      {mode === 'none' ? null : (
        <>
          <label className="small" htmlFor={`${id}-said`}>
            {t('date.said')}
          </label>
          <input
            id={`${id}-said`}
            autoComplete="off"
            maxLength={200}
            dir={typedDirection(typed.said)}
            value={typed.said}
            onChange={({ target }) => set({ said: target.value })}
          />
        </>
      )}
    </fieldset>
  );
}

function Point({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <input
      className="short"
      dir="ltr"
      inputMode="numeric"
      pattern="[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?"
      aria-label={label}
      placeholder="2001-04"
      value={value}
      onChange={({ target }) => onChange(digits(target.value))}
    />
  );
}

type Typed = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly season: Season;
  readonly south: boolean;
  readonly about: boolean;
  readonly from: string;
  readonly to: string;
  readonly said: string;
};

/** Digits of other scripts are the same numbers. */
const digits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** How exactly a date is known. An age, which other forms ask for, is not changed here. */
export function modeOf(value: InexactDate | null): Mode {
  if (value === null || value.kind === 'age') return 'none';
  if (value.kind !== 'point') return value.kind;
  return value.at.length === 4 ? 'year' : value.at.length === 7 ? 'month' : 'day';
}

/** What the boxes hold for a date. */
export function partsOf(value: InexactDate | null): Typed {
  const empty: Typed = {
    day: '',
    month: '01',
    year: '',
    season: 'spring',
    south: false,
    about: false,
    from: '',
    to: '',
    said: value?.said ?? '',
  };
  switch (value?.kind) {
    case 'point': {
      const { at, about } = value;
      const [year = '', month = '01'] = at.split('-');
      return { ...empty, about, year, month, day: at.length === 10 ? at : '' };
    }
    case 'season':
      return { ...empty, year: String(value.year), season: value.season, south: value.south };
    case 'between':
      return { ...empty, from: value.from ?? '', to: value.to ?? '' };
    default:
      return empty;
  }
}

/** The date that the boxes make; null while they make none. */
export function dateOf(mode: Mode, typed: Typed): InexactDate | null {
  const { about, said, season, south } = typed;
  const point = (at: string): InexactDate | null =>
    isDatePoint(at) ? { kind: 'point', at, about, said } : null;
  switch (mode) {
    case 'none':
      return null;
    case 'day':
      return point(typed.day);
    case 'month':
      return point(`${typed.year}-${typed.month}`);
    case 'year':
      return point(typed.year);
    case 'season':
      return isDatePoint(typed.year)
        ? { kind: 'season', season, year: Number(typed.year.slice(0, 4)), south, said }
        : null;
    case 'between': {
      const [from, to] = [
        isDatePoint(typed.from) ? typed.from : null,
        isDatePoint(typed.to) ? typed.to : null,
      ];
      if (from === null && to === null) return null;
      if (from !== null && to !== null && from > to) return { kind: 'between', from: to, to: from, said };
      return { kind: 'between', from, to, said };
    }
  }
}
