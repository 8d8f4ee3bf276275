import type { Entry } from './entry.ts';
import type { Mechanism } from './mechanism.ts';

/** What a build ships: one file, named by its hash, with the day on which its facts were read. */
export type Release<One extends Entry = Entry> = {
  readonly format: 'leeward-directory/1';
  /** Year, month and count within the month: `2026.11.0`. A newer release has a greater one. */
  readonly version: string;
  readonly entries: readonly One[];
};

/** What a page was built to expect, and asks its browser to hold the file against. */
export type Pin = {
  /** Below the page's own origin. */
  readonly path: string;
  /** As `integrity` of a request takes it: `sha256-...`. */
  readonly integrity: string;
  readonly version: string;
  readonly count: number;
};

/** Editors' form: with sources and what was mended. */
export type FullRelease = Release<Mechanism>;

/** Whether the first version is newer than the second. Both are three numbers with points between. */
export function isNewer(version: string, than: string): boolean {
  const [mine, other] = [version, than].map((one) => one.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (mine?.[index] ?? 0) - (other?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
