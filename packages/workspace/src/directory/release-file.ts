import type { Mechanism } from '@leeward/directory/mechanism.ts';
import { type FullRelease, isNewer } from '@leeward/directory/release.ts';
import { type Flaw, validate } from '@leeward/directory/validate.ts';
import { canonical } from '@leeward/domain/directory/hurtful.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromUtf8, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { NoRelease, ReleaseInUse, ReleaseRead } from './contract.ts';
import { fieldOf } from './fields.ts';
import { shownDirectory } from './overlay.ts';

/** A public release with the hash of the file that it was read from. */
export type ReadRelease = { readonly release: FullRelease; readonly hash: string };

/** Ten times what the directory weighs: more is no directory. Bytes. */
export const releaseAtMost = 16 * 1024 * 1024;
const entriesAtMost = 5000;
/** Flaws that are listed: more would help nobody. */
const flawsAtMost = 100;
/** How ids begin that a desk gives to entries of its own organisation. */
export const localPrefix = 'local-';

export type Unreadable = Extract<ReleaseRead, { readonly type: 'no-release' }>;

/**
 * Reads a file as a release of `leeward-directory/1`: its form, its size, every entry. Never throws; says why not.
 * Whether it is newer than the one in use is judged by `compareRelease`.
 */
export async function parseRelease(
  bytes: Bytes,
): Promise<
  { readonly ok: true; readonly value: ReadRelease } | { readonly ok: false; readonly error: Unreadable }
> {
  const no = (why: NoRelease, hash: string, version = '', flaws: readonly Flaw[] = []) =>
    ({ ok: false, error: noRelease(why, hash, version, flaws) }) as const;
  if (bytes.length > releaseAtMost) return no('too-large', '');
  const hash = toHex(await sha256(bytes));
  const json = parsed(bytes);
  if (json === undefined) return no('not-json', hash);
  if (!isObject(json) || json['format'] !== 'leeward-directory/1') return no('other-format', hash);
  const { version, entries } = json;
  if (typeof version !== 'string' || !/^\d{4}\.\d{1,2}\.\d{1,6}$/.test(version))
    return no('bad-version', hash);
  if (!Array.isArray(entries) || entries.length === 0) return no('nothing-in-it', hash, version);
  if (entries.length > entriesAtMost) return no('too-large', hash, version);
  const read = validate(entries.map((entry: unknown) => forEditors(entry, version)));
  if (!read.ok) return no('flaws', hash, version, read.flaws.slice(0, flawsAtMost));
  const taken = read.mechanisms.filter(({ id }) => id.startsWith(localPrefix));
  if (taken.length > 0) {
    const what = 'Ids that begin so are kept for entries of an organisation itself.';
    return no(
      'flaws',
      hash,
      version,
      taken.slice(0, flawsAtMost).map(({ id }) => ({ id, field: 'id', what })),
    );
  }
  return {
    ok: true,
    value: { hash, release: { format: 'leeward-directory/1', version, entries: read.mechanisms } },
  };
}

/**
 * Whether a release can be of this day: at most of the next month. One that claims a later one would make every true
 * release after it an older one.
 */
export function isPlausible(version: string, today: string): boolean {
  const [year = 0, month = 0] = version.split('.').map(Number);
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  return month >= 1 && month <= 12 && year * 12 + month <= thisYear * 12 + thisMonth + 1;
}

export function noRelease(
  why: NoRelease,
  hash: string,
  version: string,
  flaws: readonly Flaw[] = [],
  inUse = '',
): Unreadable {
  return { type: 'no-release', why, hash, version, inUse, flaws, limit: releaseAtMost };
}

/** What taking a release in would change, or why it is not taken: never an older one over a newer one. */
export function compareRelease(
  { release, hash }: ReadRelease,
  inUse: { readonly release: FullRelease; readonly use: ReleaseInUse } | null,
  state: DirectoryState,
  today: string,
): ReleaseRead {
  const { version } = release;
  if (!isPlausible(version, today))
    return noRelease('bad-version', hash, version, [], inUse?.release.version ?? '');
  if (inUse !== null && !isNewer(version, inUse.release.version)) {
    const why = version === inUse.release.version ? 'same' : 'older';
    return noRelease(why, hash, version, [], inUse.release.version);
  }
  const before = new Map((inUse?.release.entries ?? []).map((entry) => [entry.id, entry]));
  const after = new Map(release.entries.map((entry) => [entry.id, entry]));
  const kept = release.entries.flatMap((entry) => {
    const old = before.get(entry.id);
    return old === undefined ? [] : [{ old, entry }];
  });
  const nobody = (): string => '';
  const conflictsBefore = conflictsIn(shownDirectory(inUse?.release ?? null, state, today, nobody).entries);
  const conflicts = conflictsIn(shownDirectory(release, state, today, nobody).entries);
  return {
    type: 'release',
    version,
    hash,
    count: release.entries.length,
    replaces: inUse?.use ?? null,
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: kept.flatMap(({ old, entry }) => (isSame(old, entry) ? [] : [entry.id])),
    leadsElsewhere: kept.flatMap(({ old, entry }) =>
      addresses.some((field) => canonical(fieldOf(old, field)) !== canonical(fieldOf(entry, field)))
        ? [{ mechanism: entry.id, from: old.link.url, to: entry.link.url }]
        : [],
    ),
    conflicts: [...conflicts.values()].filter(
      ({ mechanism, field }) => !conflictsBefore.has(`${mechanism} ${field}`),
    ),
  };
}

/** Where a file sends people: whoever brings it should look at these. */
const addresses = ['link.url', 'contact.ways', 'contact.words', 'application'] as const;

function conflictsIn(entries: ReturnType<typeof shownDirectory>['entries']) {
  return new Map(
    entries.flatMap(({ entry, conflicts }) =>
      conflicts.map(({ field }) => [`${entry.id} ${field}`, { mechanism: entry.id, field }] as const),
    ),
  );
}

const isSame = (one: Mechanism, other: Mechanism): boolean =>
  canonical(one as never) === canonical(other as never);

/** A release in the form for everybody lacks what only editors need: it is said to come from the release. */
function forEditors(entry: unknown, version: string): unknown {
  if (!isObject(entry)) return entry;
  return { sources: [`leeward-directory ${version}`], mended: [], ...entry };
}

function parsed(bytes: Bytes): unknown {
  const text = fromUtf8(bytes);
  if (!text.ok) return undefined;
  try {
    return JSON.parse(text.value.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
