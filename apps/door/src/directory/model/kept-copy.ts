import type { Pin } from '@leeward/directory/release.ts';
import { doorLanguages } from '@leeward/ui/language/languages.ts';
import { scriptAddress } from '@leeward/ui/trusted.ts';
import { harmlessPage } from '../../model/leaving.ts';

/*
 * The page and the directory on this device, for days without a line: only after she asked for it, and gone without a
 * trace when she says so. What is kept is what anybody gets from the server. Nothing of hers is among it.
 */

/** Says nothing to whoever finds it. The worker knows it by the same name. */
const CACHE = 'notes';
const WORKER = '/notes.js';

/** `older`: a copy is there that another build has made. It is not used for this page, and can be replaced. */
export type Kept = 'impossible' | 'no' | 'yes' | 'older';

export async function keptCopy(pin: Pin): Promise<Kept> {
  if (!isPossible()) return 'impossible';
  try {
    if (!(await caches.has(CACHE))) return 'no';
    return (await caches.match(`/${pin.path}`, { cacheName: CACHE })) === undefined ? 'older' : 'yes';
  } catch {
    // Private windows of some browsers have the interface and refuse to use it.
    return 'impossible';
  }
}

/** Keeps a copy in place of any older one. False where the browser or the line did not allow it: then nothing is kept. */
export async function keepCopy(pin: Pin): Promise<boolean> {
  if (!isPossible()) return false;
  try {
    // Everything is here before anything is put down: half a page would be worse than none.
    const files = await Promise.all(filesOfPage(pin).map(fetched));
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    for (const { path, answer } of files) await cache.put(path, answer);
    await navigator.serviceWorker.register(scriptAddress(WORKER), { scope: '/', updateViaCache: 'none' });
    return true;
  } catch {
    await removeCopy();
    return false;
  }
}

/** Takes all of it away again. False where the browser still holds something. */
export async function removeCopy(): Promise<boolean> {
  try {
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    await caches.delete(CACHE);
    return !(await caches.has(CACHE)) && (await navigator.serviceWorker.getRegistrations()).length === 0;
  } catch {
    return false;
  }
}

const isPossible = (): boolean => 'caches' in globalThis && 'serviceWorker' in navigator;

type PageFile = { readonly path: string; readonly integrity?: string };

/** What this page consists of, by the hashes that it carries itself, and what it opens when she leaves quickly. */
function filesOfPage(pin: Pin): readonly PageFile[] {
  const tags = [
    ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]'),
  ].map((tag) => ({
    path: new URL('src' in tag ? tag.src : tag.href).pathname,
    integrity: tag.integrity,
  }));
  const map: unknown = JSON.parse(document.querySelector('script[type="importmap"]')?.textContent ?? '{}');
  const later = Object.entries((map as { readonly integrity?: Record<string, string> }).integrity ?? {});
  const files: readonly PageFile[] = [
    { path: '/' },
    ...tags,
    ...later.map(([path, integrity]) => ({ path, integrity })),
    { path: `/${pin.path}`, integrity: pin.integrity },
    ...[...doorLanguages.map(({ tag }) => harmlessPage(tag)), '/measures.css'].map((path) => ({ path })),
  ];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

async function fetched({ path, integrity = '' }: PageFile) {
  const answer = await fetch(path, { cache: 'no-store', credentials: 'omit', redirect: 'error', integrity });
  if (!answer.ok) throw new Error(path);
  return { path, answer };
}
