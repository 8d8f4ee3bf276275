import type { Country } from '@leeward/vocabulary';
import type { Answers } from './answers.ts';
import { firstDay } from './dates.ts';
import type { Entry } from './entry.ts';
import type { Truth } from './finding.ts';
import { judgeExile, judgeState, judgeWhere, reach } from './judge.ts';
import { needs as allNeeds, type Need } from './needs.ts';
import { subregions } from './subregions.ts';

/**
 * Where help exists and where it does not, counted from the entries and from nothing else. A count is of doors known to
 * this directory, not of help given: an empty cell may be a gap in the world or in what was read.
 */

/** Still in her own country, or in a country that is not hers. */
export type Whereabouts = 'home' | 'exile';

/** How many doors a cell holds. */
export type Cell = {
  /** Meant for this place by name (a country or a part of the world), and taking requests. */
  readonly near: number;
  /** Open to people anywhere. */
  readonly anywhere: number;
  /** Perhaps: something that decides was not seen (whether it is open, takes people in exile, means this place). */
  readonly unsure: number;
};

const empty: Cell = { near: 0, anywhere: 0, unsure: 0 };

/** One country. `exile` counts for somebody whose origin is not known: what asks for an origin is unsure. */
export function cellOf(
  entries: readonly Entry[],
  country: Country,
  need: Need,
  whereabouts: Whereabouts,
  today: string,
): Cell {
  const counts = { near: 0, anywhere: 0, unsure: 0 };
  for (const entry of entries) {
    const share = shareOf(entry, country, need, whereabouts, today);
    if (share) counts[share] += 1;
  }
  return counts;
}

/** In which count of a country's cell an entry stands, if in any. */
function shareOf(
  entry: Entry,
  country: Country,
  need: Need,
  whereabouts: Whereabouts,
  today: string,
): keyof Cell | undefined {
  return meets(entry, need) ? placeOf(entry, country, whereabouts, today) : undefined;
}

/** What goes only some of the way is no help of this kind. */
const meets = (entry: Entry, need: Need): boolean => reach(entry, [need]) >= 1;

/** How far an entry is open to people in a country, whatever they need. */
function placeOf(
  entry: Entry,
  country: Country,
  whereabouts: Whereabouts,
  today: string,
): keyof Cell | undefined {
  const answers: Answers =
    whereabouts === 'home' ? { present: country, origin: [country] } : { present: country };
  const setting = { id: entry.id, today: firstDay(today) };
  const where = judgeWhere(entry, answers);
  const findings = [where, ...judgeState(entry, answers, setting)];
  if (whereabouts === 'exile') findings.push(exiled(entry));
  else findings.push(judgeExile(entry, answers));
  const truths: readonly Truth[] = findings.map((one) => one.truth);
  if (truths.includes('no')) return undefined;
  if (truths.includes('unknown')) return 'unsure';
  return where.code === 'anywhere' ? 'anywhere' : 'near';
}

/** Whether people in exile are helped, whatever country they came from. */
function exiled(entry: Entry): ReturnType<typeof judgeExile> {
  if (entry.exile === 'yes') return { truth: 'yes', code: 'exile-welcome' };
  if (entry.exile === 'no') return { truth: 'no', code: 'exile-excluded' };
  return { truth: 'unknown', code: 'exile-unseen', question: { of: 'them', code: 'takes-people-in-exile' } };
}

/** One line of the matrix: a sub-region (M49) and its doors, each counted once however many of its countries it serves. */
export type Row = {
  readonly subregion: string;
  readonly cells: Readonly<Record<Whereabouts, Cell>>;
  readonly without: readonly Country[];
};

/**
 * The matrix for one need: sub-regions by whereabouts. `without`: countries of the sub-region for which no door is meant
 * by name, neither at home nor in exile.
 */
export function matrix(entries: readonly Entry[], need: Need, today: string): readonly Row[] {
  return Object.entries(subregions).map(([subregion, countries]) => ({
    subregion,
    cells: {
      home: united(entries, countries, need, 'home', today),
      exile: united(entries, countries, need, 'exile', today),
    },
    without: countries.filter(
      (country) =>
        cellOf(entries, country, need, 'home', today).near +
          cellOf(entries, country, need, 'exile', today).near ===
        0,
    ),
  }));
}

const better: readonly (keyof Cell)[] = ['near', 'anywhere', 'unsure'];

function united(
  entries: readonly Entry[],
  countries: readonly Country[],
  need: Need,
  whereabouts: Whereabouts,
  today: string,
): Cell {
  const those = entries.filter((entry) => meets(entry, need));
  return tally(those.map((entry) => bestOf(entry, countries, whereabouts, today)));
}

/** The best that an entry is to anybody in these countries. */
function bestOf(
  entry: Entry,
  countries: readonly Country[],
  whereabouts: Whereabouts,
  today: string,
): keyof Cell | undefined {
  const shares = new Set(countries.map((country) => placeOf(entry, country, whereabouts, today)));
  return better.find((share) => shares.has(share));
}

function tally(shares: readonly (keyof Cell | undefined)[]): Cell {
  const counts = { ...empty };
  for (const share of shares) if (share) counts[share] += 1;
  return counts;
}

/** Every need in every sub-region, for people at home or in exile: by need, then by sub-region. */
export type Overview = Readonly<Record<Need, Readonly<Record<string, Cell>>>>;

/** The whole matrix at once. Where an entry is open does not depend on the need, so that is judged once for each. */
export function overview(entries: readonly Entry[], whereabouts: Whereabouts, today: string): Overview {
  const places = Object.entries(subregions).map(([subregion, countries]) => ({
    subregion,
    best: new Map(entries.map((entry) => [entry, bestOf(entry, countries, whereabouts, today)])),
  }));
  const rows = allNeeds.map((need) => {
    const those = entries.filter((entry) => meets(entry, need));
    const cells = places.map(({ subregion, best }) => [
      subregion,
      tally(those.map((entry) => best.get(entry))),
    ]);
    return [need, Object.fromEntries(cells)];
  });
  return Object.fromEntries(rows) as Overview;
}
