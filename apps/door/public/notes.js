/* Answers from the copy that somebody asked this page to keep, where there is no line. It puts nothing there itself. */
(() => {
  const CACHE = 'notes';
  /** How long a page may take on a bad line before the kept one is shown, in milliseconds. */
  const PATIENCE = 8000;

  const kept = (path) => caches.match(path, { cacheName: CACHE });

  /** The newest page where the server answers; the kept one where it does not, or not in time. */
  const newest = async (request, path) => {
    const copy = await kept(path);
    const answer = fetch(request);
    if (copy === undefined) return answer;
    const late = new Promise((resolve) => {
      setTimeout(() => resolve(copy), PATIENCE);
    });
    return Promise.race([answer.catch(() => copy), late]);
  };

  addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    // What is written and read at the door goes to the server and nowhere else.
    if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/v1/')) return;
    // What is named after its content is the same wherever it comes from; the page checks its hash in any case.
    const isNamed = pathname.startsWith('/parts/');
    event.respondWith(
      isNamed ? kept(pathname).then((copy) => copy ?? fetch(request)) : newest(request, pathname),
    );
  });
})();
