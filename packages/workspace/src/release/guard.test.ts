import { describe, expect, it } from 'vitest';
import { type Guard, openGuard } from './guard.ts';
import type { Manifest } from './manifest.ts';
import {
  manifestOf,
  signed,
  someDate,
  type TestFiles,
  type TestKey,
  type TestServer,
  type TestStore,
  testKey,
  testServer,
  testStore,
} from './testing/server.ts';

const [maintainer, stranger] = await Promise.all([testKey(1), testKey(2)]);
const day = 24 * 3600;
const files: TestFiles = {
  '/index.html': '<script src="/assets/main-1.js"></script>',
  '/assets/main-1.js': 'first()',
  '/assets/same.js': 'same()',
  '/service-worker.js': 'guard()',
};
const newer: TestFiles = {
  '/index.html': '<script src="/assets/main-2.js"></script>',
  '/assets/main-2.js': 'second()',
  '/assets/same.js': 'same()',
  '/service-worker.js': 'guard()',
};

type Story = {
  readonly server: TestServer;
  readonly store: TestStore;
  readonly guard: Guard;
  readonly again: (key?: TestKey) => Guard;
};

/** A desk whose guard has kept the first release. */
async function guarded(facts: Partial<Manifest> = {}): Promise<Story> {
  const server = testServer(files, await signed(await manifestOf(files, facts), maintainer));
  const store = testStore();
  const again = (key: TestKey = maintainer): Guard =>
    openGuard({ site: 'desk', trusted: [key.trusted('release')], store, ask: server.ask });
  const guard = again();
  expect(await guard.install()).toEqual({ ok: true, value: null });
  await guard.activate();
  return { server, store, guard, again };
}

async function offer(
  { server }: Story,
  facts: Partial<Manifest> = {},
  by: TestKey = maintainer,
): Promise<void> {
  server.files = { ...newer };
  server.manifest = await signed(
    await manifestOf(newer, { version: '1.1.0', date: someDate + day, ...facts }),
    by,
  );
}

const textOf = async (guard: Guard, path: string): Promise<string> => (await guard.answer(path)).text();

describe('at the first visit the guard', () => {
  it('keeps every file of the signed release but its own, and serves them with their protections', async () => {
    const { guard, server, store } = await guarded();
    expect(store.files.size).toBe(3);
    server.reachable = false;
    const page = await guard.answer('/');
    expect(await page.text()).toBe(files['/index.html']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('vary')).toBeNull();
    expect(await textOf(guard, '/requests/now')).toBe(files['/index.html']);
    expect(await textOf(guard, '/assets/main-1.js')).toBe('first()');
  });

  it('[fault 68] keeps nothing and names the file when one byte of it differs', async () => {
    const server = testServer(files, await signed(await manifestOf(files), maintainer));
    server.files['/assets/main-1.js'] = 'firsT()';
    const store = testStore();
    const guard = openGuard({
      site: 'desk',
      trusted: [maintainer.trusted('release')],
      store,
      ask: server.ask,
    });
    expect(await guard.install()).toEqual({
      ok: false,
      error: { code: 'file-differs', details: ['/assets/main-1.js'] },
    });
    expect(store.manifests.size).toBe(0);
    expect(server.asked.filter((path) => path === '/assets/main-1.js')).toHaveLength(2);
  });

  it('[fault 68] keeps nothing of a release that somebody else signed, or that nobody did', async () => {
    for (const [keys, code] of [
      [[stranger], 'unknown-key'],
      [[], 'unknown-key'],
    ] as const) {
      const server = testServer(files, await signed(await manifestOf(files), ...keys));
      const store = testStore();
      const guard = openGuard({
        site: 'desk',
        trusted: [maintainer.trusted('release')],
        store,
        ask: server.ask,
      });
      expect(await guard.install()).toEqual({ ok: false, error: { code, details: [] } });
      expect(store.files.size + store.manifests.size).toBe(0);
    }
  });

  it('[fault 67] keeps nothing that came without its protecting headers', async () => {
    const server = testServer(files, await signed(await manifestOf(files), maintainer));
    delete server.headers['Content-Security-Policy'];
    const store = testStore();
    const guard = openGuard({
      site: 'desk',
      trusted: [maintainer.trusted('release')],
      store,
      ask: server.ask,
    });
    expect(await guard.install()).toEqual({
      ok: false,
      error: { code: 'headers-missing', details: ['Content-Security-Policy'] },
    });
    expect(store.manifests.size).toBe(0);
  });
});

describe('once it is there the guard', () => {
  it('[fault 68] serves what it kept, whatever the server sends now', async () => {
    const { guard, server, again } = await guarded();
    for (const path of Object.keys(server.files)) server.files[path] = 'steal()';
    for (const one of [guard, again()]) {
      expect(await textOf(one, '/')).toBe(files['/index.html']);
      expect(await textOf(one, '/assets/main-1.js')).toBe('first()');
    }
    expect((await guard.check()).refused).toBeNull();
  });

  it('[fault 68] serves no file that is not part of the release', async () => {
    const { guard, server } = await guarded();
    server.files['/assets/extra.js'] = 'steal()';
    const answer = await guard.answer('/assets/extra.js');
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('steal');
  });

  it('[fault 68] looks at its own store with the same eyes, and fetches again what was spoilt there', async () => {
    const { guard, store } = await guarded();
    for (const name of [...store.files.keys()]) store.files.set(name, new Response('steal()'));
    expect(await textOf(guard, '/assets/main-1.js')).toBe('first()');
    expect(await textOf(guard, '/')).toBe(files['/index.html']);
  });

  it('[fault 68] gives nothing in place of a file that neither its store nor the server has as published', async () => {
    const { guard, store, server } = await guarded();
    store.files.clear();
    server.files['/assets/main-1.js'] = 'steal()';
    const answer = await guard.answer('/assets/main-1.js');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('as it was published');
  });

  it('[fault 68] tells whether the server gives browsers the guard of the release in use, and not from memory', async () => {
    const { guard, server } = await guarded();
    expect((await guard.answer('/service-worker.js')).status).toBe(200);
    server.files['/service-worker.js'] = 'steal()';
    expect((await guard.answer('/service-worker.js')).status).toBe(503);
  });

  it('[fault 67] lets a page keep its protections where a proxy has begun to take them away', async () => {
    const { guard, server } = await guarded();
    server.headers = {};
    expect((await guard.check()).refused).toBeNull();
    expect((await guard.answer('/')).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('takes over another origin of the file viewer from the headers of the same page', async () => {
    const { guard, server } = await guarded();
    const before = server.headers['Content-Security-Policy'] ?? '';
    server.headers['Content-Security-Policy'] = before.replace(
      'http://files.localhost:8700',
      'https://files.example',
    );
    await guard.check();
    expect((await guard.answer('/')).headers.get('content-security-policy')).toContain(
      'https://files.example',
    );
  });

  it('says nothing when the server is away, and that is no reason to distrust', async () => {
    const story = await guarded();
    story.server.reachable = false;
    expect(await story.guard.check()).toMatchObject({
      running: { version: '1.0.0' },
      offered: null,
      refused: null,
    });
  });

  it('takes the release again when the browser threw away what was kept, and nothing less', async () => {
    const { again, store, server } = await guarded();
    store.files.clear();
    store.manifests.clear();
    expect(await textOf(again(), '/')).toBe(files['/index.html']);
    store.files.clear();
    store.manifests.clear();
    server.manifest = null;
    expect((await again().answer('/')).status).toBe(503);
  });
});

describe('a newer release', () => {
  it('is kept complete, shown, and used only once it was accepted', async () => {
    const story = await guarded();
    await offer(story);
    const shown = await story.guard.check();
    expect(shown).toMatchObject({
      running: { version: '1.0.0' },
      offered: { version: '1.1.0' },
      refused: null,
    });
    expect(await textOf(story.guard, '/')).toBe(files['/index.html']);
    expect(await textOf(story.again(), '/')).toBe(files['/index.html']);
    story.server.reachable = false;
    const accepted = await story.guard.accept();
    expect(accepted).toMatchObject({ running: { version: '1.1.0' }, offered: null });
    expect(await textOf(story.guard, '/')).toBe(newer['/index.html']);
    expect(await textOf(story.again(), '/assets/main-2.js')).toBe('second()');
  });

  it('leaves the pages that are still open the parts that they have not loaded yet', async () => {
    const story = await guarded();
    await offer(story);
    await story.guard.check();
    await story.guard.accept();
    expect(await textOf(story.guard, '/assets/main-1.js')).toBe('first()');
  });

  it('is not fetched twice, nor are the files that did not change', async () => {
    const story = await guarded();
    await offer(story);
    story.server.asked.length = 0;
    await story.guard.check();
    expect(story.server.asked).not.toContain('/assets/same.js');
    expect(story.server.asked).toContain('/assets/main-2.js');
    story.server.asked.length = 0;
    await story.guard.check();
    expect(story.server.asked).toEqual(['/release.txt']);
  });

  it('[fault 68] is refused, with a reason, when a byte of it differs, a stranger signed it, or it is older', async () => {
    const story = await guarded();
    const refusedFor = async (): Promise<unknown> => {
      const state = await story.guard.check();
      expect(state).toMatchObject({ running: { version: '1.0.0' }, offered: null });
      expect((await story.guard.accept()).running?.version).toBe('1.0.0');
      return state.refused?.code;
    };
    await offer(story);
    story.server.files['/assets/main-2.js'] = 'seconD()';
    expect(await refusedFor()).toBe('file-differs');
    await offer(story, {}, stranger);
    expect(await refusedFor()).toBe('unknown-key');
    await offer(story, { version: '0.9.0' });
    expect(await refusedFor()).toBe('older');
    await offer(story, { version: '1.0.0', date: someDate });
    expect(await refusedFor()).toBe('conflict');
    story.server.manifest = `${story.server.manifest}#`;
    expect(await refusedFor()).toBe('malformed');
    story.server.manifest = null;
    expect(await refusedFor()).toBe('no-manifest');
    story.server.manifest = 'x'.repeat(600_000);
    expect(await refusedFor()).toBe('malformed');
    expect(await textOf(story.guard, '/')).toBe(files['/index.html']);
  });

  it('[fault 68] that was planted in the store is judged again before it is used', async () => {
    const story = await guarded();
    story.store.manifests.set(
      'offered',
      await signed(await manifestOf(newer, { version: '0.1.0' }), maintainer),
    );
    expect((await story.guard.accept()).running?.version).toBe('1.0.0');
    story.store.manifests.set(
      'offered',
      await signed(await manifestOf(newer, { version: '2.0.0' }), stranger),
    );
    expect((await story.guard.accept()).running?.version).toBe('1.0.0');
  });
});

describe('a guard with other keys', () => {
  it('waits beside the one in use, and serves its own release only once it begins', async () => {
    const story = await guarded();
    await offer(story, {}, stranger);
    const other = story.again(stranger);
    expect(await other.install()).toEqual({ ok: true, value: null });
    expect(await textOf(story.again(), '/')).toBe(files['/index.html']);
    await other.activate();
    expect(await textOf(other, '/')).toBe(newer['/index.html']);
  });
});
