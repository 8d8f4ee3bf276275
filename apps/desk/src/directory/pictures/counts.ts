import type { Mechanism, Need } from '@leeward/directory';
import { type Cell, cellOf, matrix, type Row, type Whereabouts } from '@leeward/directory/gaps.ts';
import { reach } from '@leeward/directory/judge.ts';
import { subregions } from '@leeward/directory/subregions.ts';
import type { Country } from '@leeward/vocabulary';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { regionOrder } from './regions.ts';

/*
 * The numbers of the pictures. They are counted from the entries by the engine; here they are only made ready to be
 * drawn: what gives nothing of the kind is left out first, so that a change of the need is drawn at once.
 */

/** How full a place is, in steps that have a word each. */
export type Shade = 'gap' | 'unsure' | 'anywhere' | 'few' | 'some' | 'many';
export const shades: readonly Shade[] = ['gap', 'unsure', 'anywhere', 'few', 'some', 'many'];

/** The step of a cell. Only what is meant for the place by name fills it; what is open to anybody is a step of its own. */
export function shadeOf({ near, anywhere, unsure }: Cell): Shade {
  if (near >= 6) return 'many';
  if (near >= 3) return 'some';
  if (near >= 1) return 'few';
  if (anywhere >= 1) return 'anywhere';
  return unsure >= 1 ? 'unsure' : 'gap';
}

export type CountryCells = ReadonlyMap<string, Readonly<Record<Whereabouts, Cell>>>;

/** What counts for one need: nothing else can fill a cell of it. */
function relevant(entries: readonly Mechanism[], need: Need): readonly Mechanism[] {
  return entries.filter((entry) => reach(entry, [need]) >= 1);
}

/** Every country of the world, at home and in exile. */
export function countryCells(entries: readonly Mechanism[], need: Need, today: string): CountryCells {
  const those = relevant(entries, need);
  const lands: readonly Country[] = Object.values(subregions).flat();
  return new Map(
    lands.map((country) => [
      country,
      {
        home: cellOf(those, country, need, 'home', today),
        exile: cellOf(those, country, need, 'exile', today),
      },
    ]),
  );
}

/** The sub-regions of the world. */
export function matrixRows(entries: readonly Mechanism[], need: Need, today: string): readonly Row[] {
  const rows = matrix(relevant(entries, need), need, today);
  const place = ({ subregion }: Row): number => (regionOrder as readonly string[]).indexOf(subregion);
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** What the numbers stand on: how many entries of the public edition and when they were read, how many of our own. */
export type Basis = {
  readonly count: number;
  /** The last day, month or year in which one was read. */
  readonly readOn: string | null;
  /** How many were checked by this organisation since. */
  readonly checked: number;
  readonly own: number;
};

export function basisOf(shown: readonly ShownEntry[]): Basis {
  const released = shown.filter(({ origin }) => origin === 'release');
  return {
    count: released.length,
    readOn:
      released
        .map(({ entry }) => entry.readOn)
        .sort()
        .at(-1) ?? null,
    checked: shown.filter(({ entry }) => entry.checked !== null).length,
    own: shown.length - released.length,
  };
}
