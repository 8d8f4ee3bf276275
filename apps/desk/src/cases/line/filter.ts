import { dayOf } from '../../directory/use-today.ts';
import type { Line, LineKind, LinePlace } from './line-of.ts';

/** What somebody looks for on the line. */
export type LineFilter = {
  readonly place: LinePlace | '';
  /** A member, `her`, or everybody. */
  readonly who: string;
  readonly kind: LineKind | '';
  /** Days, both included; empty for no end. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
};

export const noFilter: LineFilter = { place: '', who: '', kind: '', from: '', to: '', text: '' };

/** How many things are asked for. */
export const filterCount = (filter: LineFilter): number =>
  Object.values(filter).filter((value) => value !== '').length;

/** The lines that answer to all that is asked. What is looked for may stand in any order, in any case. */
export function filtered(
  lines: readonly Line[],
  filter: LineFilter,
  /** What each line says as it is shown, by its key. */
  shown: ReadonlyMap<string, string> = new Map(),
): readonly Line[] {
  const words = folded(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return lines.filter((line) => {
    if (filter.place !== '' && line.place !== filter.place) return false;
    if (filter.who !== '' && line.who !== filter.who) return false;
    if (filter.kind !== '' && line.kind !== filter.kind) return false;
    const day = dayOf(line.order);
    if (filter.from !== '' && day < filter.from) return false;
    if (filter.to !== '' && day > filter.to) return false;
    if (words.length === 0) return true;
    const text = folded(`${line.find.join(' ')} ${shown.get(line.key) ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Case and accents aside. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

export type DayOfLines = { readonly day: string; readonly lines: readonly Line[] };

/** The lines under the days on which they stand, as this device's calendar has it. */
export function byDay(lines: readonly Line[]): readonly DayOfLines[] {
  const days: { readonly day: string; readonly lines: Line[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.order);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
