import { isNewer } from '@leeward/directory/release.ts';
import type { DirectoryState, ImportedRelease } from '@leeward/domain/directory/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromUtf8, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { openBlob } from '../blob/open.ts';
import type { DirectoryView, ReleaseInUse } from '../directory/contract.ts';
import { isPlausible, parseRelease, type ReadRelease, releaseAtMost } from '../directory/release-file.ts';
import { dayOf } from '../directory/today.ts';
import { createPatience } from '../transport/patience.ts';
import { directoryId } from './directory-id.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { openRecord } from './records.ts';

/** The release under everything local, and what is still to come. */
export type OnShelf = {
  readonly release: ReadRelease['release'] | null;
  readonly use: ReleaseInUse | null;
  readonly waitingFor: DirectoryView['waitingFor'];
};

/** Where public releases lie on this device: the one that came with the desk, and those that were imported. */
export type Shelf = {
  /** The newest release that is here. What a colleague imported and is not here is fetched meanwhile. */
  readonly inUse: (engine: Engine, state: DirectoryState) => Promise<OnShelf>;
  /** Keeps a file that was read as a release. */
  readonly keep: (engine: Engine, file: Bytes, read: ReadRelease) => Promise<void>;
};

const prefix = 'release:';
/** How long a fetch that failed is not tried again, in milliseconds. */
const patience = 30_000;

/** @param builtIn the file that came with the desk; null where it came with none */
export function releaseShelf(builtIn: () => Promise<Bytes | null>): Shelf {
  const parsed = new Map<string, ReadRelease | null>();
  const fetching = new Set<string>();
  const failed = new Map<string, number>();
  let first: Promise<ReadRelease | null> | null = null;

  const own = (): Promise<ReadRelease | null> => {
    // A file that could not be had is asked for again the next time.
    first ??= readBuiltIn(builtIn).then((read) => {
      if (read === null) first = null;
      return read;
    });
    return first;
  };

  const held = async (engine: Engine, { hash, version }: ImportedRelease): Promise<ReadRelease | null> => {
    const known = parsed.get(hash);
    if (known !== undefined) return known;
    const name = await nameOf(engine, hash);
    const sealed = await engine.store.get(name);
    const text = sealed === null ? null : await engine.local.open(prefix, sealed);
    if (typeof text !== 'string') return null;
    return take(utf8(text), hash, version);
  };

  /** Reads a file that is said to have this hash; null, for good, where it is something else. */
  const take = async (bytes: Bytes, hash: string, version: string): Promise<ReadRelease | null> => {
    const read = await parseRelease(bytes);
    const fits = read.ok && read.value.hash === hash && read.value.release.version === version;
    parsed.set(hash, fits ? read.value : null);
    return fits ? read.value : null;
  };

  const keep = async (engine: Engine, file: Bytes, read: ReadRelease): Promise<void> => {
    const text = fromUtf8(file);
    if (!text.ok) return;
    parsed.set(read.hash, read);
    const name = await nameOf(engine, read.hash);
    await engine.store.put(name, await engine.local.seal(prefix, text.value));
  };

  /** Whoever looks at the directory is told to ask again: the line may be back. */
  const later = (engine: Engine, { hash }: ImportedRelease): void => {
    failed.set(hash, engine.now());
    const timer = setTimeout(() => engine.announce('directory'), patience);
    engine.stopping.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };

  const fetchIt = async (engine: Engine, one: ImportedRelease): Promise<void> => {
    if (
      fetching.has(one.hash) ||
      (failed.get(one.hash) ?? Number.NEGATIVE_INFINITY) > engine.now() - patience
    )
      return;
    fetching.add(one.hash);
    try {
      const bytes = await fetchFile(engine, one);
      const read = bytes === null ? null : await take(bytes, one.hash, one.version);
      if (bytes !== null && read !== null) await keep(engine, bytes, read);
      if (bytes === null) later(engine, one);
      else engine.announce('directory');
    } catch {
      later(engine, one);
    } finally {
      fetching.delete(one.hash);
    }
  };

  const inUse: Shelf['inUse'] = async (engine, state) => {
    const mine = await own();
    const today = dayOf(engine.now());
    const newer = newestFirst(state.releases).filter(
      ({ version }) =>
        isPlausible(version, today) && (mine === null || isNewer(version, mine.release.version)),
    );
    let waitingFor: OnShelf['waitingFor'] = null;
    for (const one of newer) {
      const read = await held(engine, one);
      if (read !== null) {
        await dropOlder(engine, newer.slice(newer.indexOf(one) + 1));
        const imported = { by: one.by, claimedTime: one.claimedTime };
        return { release: read.release, use: useOf(read, imported), waitingFor };
      }
      const unreadable = parsed.get(one.hash) === null;
      waitingFor ??= { version: one.version, hash: one.hash, unreadable };
      if (!unreadable) void fetchIt(engine, one);
    }
    return { release: mine?.release ?? null, use: mine === null ? null : useOf(mine, null), waitingFor };
  };
  return { inUse, keep };
}

async function readBuiltIn(builtIn: () => Promise<Bytes | null>): Promise<ReadRelease | null> {
  const bytes = await builtIn().catch(() => null);
  const read = bytes === null ? null : await parseRelease(bytes);
  return read?.ok ? read.value : null;
}

/** The newest first; of two files that claim one version, the one that was imported first. */
const newestFirst = (releases: readonly ImportedRelease[]): readonly ImportedRelease[] =>
  [...releases].sort((left, right) => {
    if (isNewer(left.version, right.version)) return -1;
    return isNewer(right.version, left.version) ? 1 : 0;
  });

const useOf = ({ release, hash }: ReadRelease, imported: ReleaseInUse['imported']): ReleaseInUse => ({
  version: release.version,
  hash,
  from: imported === null ? 'built-in' : 'imported',
  count: release.entries.length,
  imported,
});

/** Told to nobody who holds the locked device: not even which release it is. */
const nameOf = async (engine: Engine, hash: string): Promise<string> =>
  `${prefix}${await engine.local.nameFor(`release ${hash}`)}`;

/** What nobody needs any more, because a newer one is here. */
async function dropOlder(engine: Engine, older: readonly ImportedRelease[]): Promise<void> {
  const held = new Set(await engine.store.names(prefix));
  for (const { hash } of older) {
    const name = await nameOf(engine, hash);
    if (held.has(name)) await engine.store.delete(name);
  }
}

/** The attachment of an import, opened; null where it is not here yet. */
async function fetchFile(engine: Engine, { blob }: ImportedRelease): Promise<Bytes | null> {
  const view = await openRecord(engine, await directoryId(engine));
  const reference = view.blobs.get(blob);
  if (reference === undefined || reference.size > releaseAtMost || engine.connection === 'offline')
    return null;
  const opened = await openBlob(reference, {
    client: engine.client,
    access: { org: orgOf(engine), signer: engine.signer },
    patience: createPatience({ longest: 8000 }),
    signal: engine.stopping,
  });
  return opened.ok ? new Uint8Array(await opened.value.arrayBuffer()) : null;
}
