/** The manifests that a guard keeps: in use, waiting to be accepted, and the one before. */
export type KeptName = 'running' | 'offered' | 'previous';

/** Where a guard keeps manifests and files. In a browser: the Cache Storage of its origin. */
export type ReleaseStore = {
  readonly readManifest: (name: KeptName) => Promise<string | null>;
  /** Null takes it away. */
  readonly writeManifest: (name: KeptName, text: string | null) => Promise<void>;
  readonly readFile: (release: string, path: string) => Promise<Response | null>;
  readonly writeFile: (release: string, path: string, file: Response) => Promise<void>;
  /** Throws away the files of every other release. */
  readonly keepOnly: (releases: readonly string[]) => Promise<void>;
};

const manifests = 'leeward-release';
const filesPrefix = 'leeward-release-';

/** A store over the browser's caches. Nothing in it is believed: all that is read is verified again. */
export function cacheStore(caches: CacheStorage): ReleaseStore {
  const files = (release: string): Promise<Cache> => caches.open(`${filesPrefix}${release}`);
  return {
    readManifest: async (name) => {
      const found = await (await caches.open(manifests)).match(`/${name}`);
      return found === undefined ? null : found.text();
    },
    writeManifest: async (name, text) => {
      const cache = await caches.open(manifests);
      if (text === null) await cache.delete(`/${name}`);
      else await cache.put(`/${name}`, new Response(text));
    },
    readFile: async (release, path) => (await (await files(release)).match(path)) ?? null,
    writeFile: async (release, path, file) => (await files(release)).put(path, file),
    keepOnly: async (releases) => {
      const wanted = releases.map((release) => filesPrefix + release);
      const others = (await caches.keys()).filter(
        (name) => name.startsWith(filesPrefix) && !wanted.includes(name),
      );
      await Promise.all(others.map((name) => caches.delete(name)));
    },
  };
}
