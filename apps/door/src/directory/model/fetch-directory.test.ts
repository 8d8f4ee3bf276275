import type { Pin } from '@leeward/directory/release.ts';
import { describe, expect, it } from 'vitest';
import { fetchDirectory } from './fetch-directory.ts';

const pin: Pin = { path: 'parts/facts-0.json', integrity: 'sha256-0', version: '2026.11.0', count: 0 };
const release = { format: 'leeward-directory/1', version: '2026.11.0', entries: [] };
const { signal } = new AbortController();
const answer = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });

describe('fetching the directory', () => {
  it('asks once, for the pinned hash, and leaves nothing in the cache of the browser', async () => {
    const asked: (readonly [string, RequestInit])[] = [];
    const fetched = await fetchDirectory(pin, signal, async (path, init) => {
      asked.push([path, init]);
      return answer(release);
    });
    expect(fetched).toEqual({ ok: true, release });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject([
      '/parts/facts-0.json',
      { integrity: 'sha256-0', cache: 'no-store', credentials: 'omit' },
    ]);
  });

  it('[fault 68] says that the file was changed where it arrives and does not fit its hash', async () => {
    const changed = await fetchDirectory(pin, signal, async (_path, { integrity }) => {
      if (integrity !== undefined) throw new TypeError('Failed to fetch');
      return answer(release);
    });
    expect(changed).toEqual({ ok: false, missing: 'code' });
  });

  it('says that the server does not answer where nothing arrives, or something that is no answer', async () => {
    const dead = await fetchDirectory(pin, signal, async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(dead).toEqual({ ok: false, missing: 'server' });
    const gone = await fetchDirectory(pin, signal, async () => answer({}, 404));
    expect(gone).toEqual({ ok: false, missing: 'server' });
  });

  it('takes no file of another form or with another number of entries, whatever its hash', async () => {
    for (const other of [
      { ...release, format: 'leeward-directory/2' },
      { ...release, entries: [{}] },
    ])
      expect(await fetchDirectory(pin, signal, async () => answer(other))).toEqual({
        ok: false,
        missing: 'code',
      });
  });
});
