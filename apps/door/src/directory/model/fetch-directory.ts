import type { Pin, Release } from '@leeward/directory/release.ts';

/** Why the directory is not here: no line, or a file that is not the one that this page was built with (fault 68). */
export type Missing = 'server' | 'code';
export type Fetched =
  | { readonly ok: true; readonly release: Release }
  | { readonly ok: false; readonly missing: Missing };

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Fetches the one file of the directory. The browser holds it against the hash that the build has pinned, wherever it
 * comes from: the server, or a copy that was kept on this device. It leaves nothing in the browser's own cache.
 */
export async function fetchDirectory(
  pin: Pin,
  signal: AbortSignal,
  ask: Ask = (path, init) => fetch(path, init),
): Promise<Fetched> {
  const path = `/${pin.path}`;
  const plain = { cache: 'no-store', credentials: 'omit', redirect: 'error', signal } as const;
  try {
    const answer = await ask(path, { ...plain, integrity: pin.integrity });
    if (!answer.ok) return { ok: false, missing: 'server' };
    const release = (await answer.json()) as Release;
    // The hash says that it is what was built; this says that the build knew what it was doing.
    return release.format === 'leeward-directory/1' && release.entries.length === pin.count
      ? { ok: true, release }
      : { ok: false, missing: 'code' };
  } catch {
    return { ok: false, missing: (await arrives(path, plain, ask)) ? 'code' : 'server' };
  }
}

/** A browser says the same for a dead line and for a changed file: only what arrives unasked for its hash was changed. */
async function arrives(path: string, init: RequestInit, ask: Ask): Promise<boolean> {
  try {
    const answer = await ask(path, init);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
