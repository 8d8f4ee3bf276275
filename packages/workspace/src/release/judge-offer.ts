import type { ReleaseKind } from './manifest.ts';
import type { VerifiedManifest } from './verify.ts';

/** What an offered manifest is to the one in use. Only `newer` is ever shown as something to accept. */
export type Offer =
  | 'same'
  | 'newer'
  /** A lower version, an earlier date, or code that reads older formats: refused, however it is signed. */
  | 'older'
  /** A test or development build offered to somebody who runs a release. */
  | 'lesser-kind'
  /** The same version of the same day with other files: two different things were signed under one name. */
  | 'conflict';

const ranks: Readonly<Record<ReleaseKind, number>> = { release: 2, test: 1, development: 0 };

/** Compares what the server offers with what is in use. Both signatures were verified before. */
export function judgeOffer(current: VerifiedManifest, offered: VerifiedManifest): Offer {
  if (current.body === offered.body) return 'same';
  const [before, after] = [current.manifest, offered.manifest];
  const rank = ranks[after.kind] - ranks[before.kind];
  if (rank < 0) return 'lesser-kind';
  if (rank > 0) return 'newer';
  // On the machine of somebody who changes the code, going back to an older commit is everyday work.
  if (after.kind === 'development') return 'newer';
  const version = compareVersions(after.version, before.version);
  if (version < 0 || after.date < before.date || after.floor < before.floor) return 'older';
  return version > 0 || after.date > before.date ? 'newer' : 'conflict';
}

function compareVersions(left: string, right: string): number {
  const [first, second] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (const [index, number] of first.entries()) {
    const difference = number - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
