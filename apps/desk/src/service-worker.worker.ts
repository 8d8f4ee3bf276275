import { openGuard } from '@leeward/workspace/release/guard.ts';
import type { FromGuard, GuardState, ToGuard } from '@leeward/workspace/release/guard-messages.ts';
import { releaseKeys, type TrustedKey } from '@leeward/workspace/release/keys.ts';
import { passesThrough } from '@leeward/workspace/release/passes-through.ts';
import { cacheStore } from '@leeward/workspace/release/store.ts';

/*
 * The guard of the desk (section 8, fault 68). Once it is there, a page of the desk is made of the files of a signed
 * release and of nothing else, whatever the server sends. What it decides stands in `packages/workspace/src/release`;
 * here the browser's events meet it. scripts/release builds it as one file and fills in the keys of this machine.
 */

/** Filled in by the build: a key for tests or for development, beside those of releases. */
declare const __LEEWARD_BUILD_KEYS__: readonly TrustedKey[];

const worker = self as unknown as ServiceWorkerGlobalScope;

const guard = openGuard({
  site: 'desk',
  trusted: [...releaseKeys, ...__LEEWARD_BUILD_KEYS__],
  store: cacheStore(worker.caches),
  ask: (path, cache) => fetch(path, { cache, credentials: 'omit', redirect: 'error', mode: 'same-origin' }),
});

worker.addEventListener('install', (event) => {
  event.waitUntil(
    guard.install().then(async (installed) => {
      if (installed.ok) return;
      const said: FromGuard = { leeward: 'not-installed', trouble: installed.error };
      for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
        client.postMessage(said);
      throw new Error(`Not installed: ${installed.error.code} ${installed.error.details.join(', ')}`);
    }),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(guard.activate().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (passesThrough(event.request, origin === worker.location.origin, pathname)) return;
  event.respondWith(guard.answer(pathname));
});

worker.addEventListener('message', (event) => {
  const asked = (event.data as Partial<ToGuard> | null)?.leeward;
  const [port] = event.ports;
  const reply = (state: Promise<GuardState>): void =>
    event.waitUntil(state.then((one) => port?.postMessage(one)));
  if (asked === 'check') reply(guard.check());
  else if (asked === 'accept') reply(guard.accept());
  else if (asked === 'activate') event.waitUntil(worker.skipWaiting());
});
