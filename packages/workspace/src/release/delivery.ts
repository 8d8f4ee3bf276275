import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { err, ok, type Result } from '@leeward/sealed-log/crypto/result.ts';
import { readBounded } from '../transport/bounded.ts';
import type { Trouble } from './guard-messages.ts';
import { filesOf, type ReleaseFile, type ReleaseSite } from './manifest.ts';
import { missingProtections } from './protections.ts';
import type { ReleaseStore } from './store.ts';
import { unavailable } from './unavailable.ts';
import { releaseId, type VerifiedManifest } from './verify.ts';

/** The script of the guard itself is fetched by the browser, never through the guard. */
export const guardPath = '/service-worker.js';

export type DeliveryParts = {
  readonly site: ReleaseSite;
  readonly store: ReleaseStore;
  /** Asks the server: a path from the origin. Rejects when it cannot be reached. */
  readonly ask: (path: string, cache: RequestCache) => Promise<Response>;
};

/** Fetches, keeps and hands out the files of a release, each held against its hash every time. */
export type Delivery = {
  /** Keeps all files of a release; those that `before` has with the same hash are not fetched again. */
  readonly keep: (
    release: VerifiedManifest,
    before: VerifiedManifest | null,
  ) => Promise<Result<null, Trouble>>;
  /** Takes over changed headers of the pages, such as another origin of the file viewer, if they protect as well. */
  readonly refreshHeaders: (release: VerifiedManifest) => Promise<void>;
  /** A file, or the page for the address of a room; null where the release has no such file. */
  readonly answer: (release: VerifiedManifest, path: string) => Promise<Response | null>;
};

export function openDelivery({ site, store, ask }: DeliveryParts): Delivery {
  const fetchFile = async (path: string, file: ReleaseFile): Promise<Result<Response, Trouble>> => {
    // What the browser cached may be the broken thing: asked for once more, past the cache.
    const first = await attempt(path, file, 'no-cache');
    return first.ok || first.error.code !== 'file-differs' ? first : attempt(path, file, 'reload');
  };
  const attempt = async (
    path: string,
    file: ReleaseFile,
    cache: RequestCache,
  ): Promise<Result<Response, Trouble>> => {
    let answer: Response;
    try {
      answer = await ask(path, cache);
    } catch {
      return err({ code: 'unreachable', details: [] });
    }
    if (answer.status >= 500) return err({ code: 'unreachable', details: [] });
    const body = await readBounded(answer, file.size);
    if (!body.ok && body.error === 'unreachable') return err({ code: 'unreachable', details: [] });
    const headers = keptHeaders(answer.headers);
    const whole = body.ok ? await verified(file, new Response(body.value, { headers })) : null;
    if (!answer.ok || whole === null) return err({ code: 'file-differs', details: [path] });
    const missing = missingIn(path, headers);
    return missing.length > 0 ? err({ code: 'headers-missing', details: missing }) : ok(whole);
  };
  const missingIn = (path: string, headers: Headers): readonly string[] => {
    const missing = missingProtections(site, (name) => headers.get(name));
    if (path.endsWith('.html')) return missing;
    // A worker obeys the policy of its own file. What it imports has no place for a hash, so it states none.
    return /\.m?js$/.test(path) ? missing.filter((name) => name !== 'Integrity-Policy') : [];
  };
  const fromStore = async (release: string, path: string, file: ReleaseFile): Promise<Response | null> => {
    const kept = await store.readFile(release, path);
    if (kept === null || missingIn(path, kept.headers).length > 0) return null;
    return verified(file, kept);
  };

  return {
    keep: async (release, before) => {
      const id = await releaseId(release);
      const [oldId, oldFiles] = [
        before && (await releaseId(before)),
        before && filesOf(before.manifest, site),
      ];
      const keepOne = async ([path, file]: readonly [string, ReleaseFile]): Promise<
        Result<null, Trouble>
      > => {
        const same = oldId !== null && oldFiles?.get(path)?.hash === file.hash && !path.endsWith('.html');
        const known = (await fromStore(id, path, file)) ?? (same ? await fromStore(oldId, path, file) : null);
        const found = known === null ? await fetchFile(path, file) : ok(known);
        if (!found.ok) return found;
        await store.writeFile(id, path, found.value);
        return ok(null);
      };
      const files = [...filesOf(release.manifest, site)].filter(([path]) => path !== guardPath);
      const results = await Promise.all(files.map(keepOne));
      return results.find((result) => !result.ok) ?? ok(null);
    },
    refreshHeaders: async (release) => {
      const id = await releaseId(release);
      for (const [path, file] of filesOf(release.manifest, site)) {
        if (!path.endsWith('.html')) continue;
        const fresh = await fetchFile(path, file);
        if (fresh.ok) await store.writeFile(id, path, fresh.value);
      }
    },
    answer: async (release, asked) => {
      const files = filesOf(release.manifest, site);
      // The addresses of the desk's rooms all lead to its one page, as at the relay.
      const path = files.has(asked) || /\.\w+$/.test(asked) ? asked : '/index.html';
      const file = files.get(path);
      if (file === undefined) return null;
      const id = await releaseId(release);
      // The guard's own script is never kept: who asks for it wants to know what the server gives to browsers now.
      const kept = path === guardPath ? null : await fromStore(id, path, file);
      if (kept !== null) return kept;
      const fetched = await fetchFile(path, file);
      if (!fetched.ok) return unavailable(503);
      if (path === guardPath) return fetched.value;
      await store.writeFile(id, path, fetched.value.clone());
      return fetched.value;
    },
  };
}

/** An answer with the same bytes, if they are those of the manifest. */
async function verified(file: ReleaseFile, answer: Response): Promise<Response | null> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length !== file.size || toHex(await sha256(bytes)) !== file.hash) return null;
  return new Response(bytes, { headers: answer.headers });
}

/** Headers that speak of one transfer and not of the file; kept, they would be wrong the next time. */
const ofTheTransfer = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
  'vary',
]);

function keptHeaders(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => !ofTheTransfer.has(name)));
}
