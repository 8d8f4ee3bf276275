import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRelay, type TestRelay } from '../../../../tests/support/relay.ts';
import { type Ask, ask } from '../../../../tests/support/relay-http.ts';
import type { AppName } from '../sites.ts';
import { acceptedEncoding } from './serve.ts';

const script = `console.log('a plain script');${'// filler '.repeat(200)}`;
/** Not as the relay would pack it, so that it can be told which of the two is served. */
const madeByTheBuild = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('the apps', () => {
  let relay: TestRelay;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leeward-apps-'));
    for (const app of ['desk', 'door', 'files']) {
      mkdirSync(join(folder, app, 'assets'), { recursive: true });
      const integrity = app === 'desk' ? ' integrity="sha256-x"' : '';
      writeFileSync(
        join(folder, app, 'index.html'),
        `<!doctype html><title>${app}</title><script type="module" src="/assets/main-abcdefgh.js"${integrity}></script>`,
      );
      writeFileSync(join(folder, app, 'assets', 'main-abcdefgh.js'), script);
      writeFileSync(join(folder, app, `only-${app}.txt`), app);
      writeFileSync(join(folder, app, '.sources'), 'not for serving');
    }
    writeFileSync(join(folder, 'door', 'assets', 'main-abcdefgh.js.br'), madeByTheBuild);
    writeFileSync(join(folder, 'door', 'assets', 'main-abcdefgh.js.gz'), gzipSync('of another build'));
    writeFileSync(join(folder, 'files', 'assets', 'main-abcdefgh.js.br'), madeByTheBuild.subarray(0, 40));
    const at = (app: AppName) => join(folder, app);
    relay = await startTestRelay({ apps: { desk: at('desk'), door: at('door'), files: at('files') } });
  });
  afterAll(async () => {
    await relay.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (app: AppName, path: string, headers: Ask['headers'] = {}, method = 'GET') =>
    ask(relay.address, relay.url(app), path, { headers, method });
  const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

  it('are served each on its own host, and nothing of one on the host of another', async () => {
    for (const app of ['desk', 'door', 'files'] as const) {
      expect(textOf((await get(app, '/')).bytes)).toContain(`<title>${app}</title>`);
      expect((await get(app, `/only-${app}.txt`)).status).toBe(200);
      for (const other of ['desk', 'door', 'files'].filter((one) => one !== app))
        expect((await get(app, `/only-${other}.txt`)).status).toBe(404);
    }
    expect((await get('files', '/v1/health')).status).toBe(421);
  });

  it('are not served on a host that nobody configured; plain localhost says where they are', async () => {
    const { port } = relay.address;
    const elsewhere = await ask(relay.address, `http://attacker.example:${port}`, '/');
    expect(elsewhere.status).toBe(421);
    const plain = await ask(relay.address, `http://localhost:${port}`, '/');
    expect(textOf(plain.bytes)).toContain(relay.url('door'));
  });

  it('may do nothing that their policy does not list', async () => {
    for (const app of ['desk', 'door', 'files'] as const) {
      const { headers } = await get(app, '/');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toMatch(/(^|[^-])'unsafe-eval'/);
      expect(policy).not.toContain('*');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['set-cookie']).toBeUndefined();
    }
    const door = String((await get('door', '/')).headers['content-security-policy']);
    expect(door).toContain("frame-ancestors 'none'");
    expect(door).not.toContain('wasm');
    const files = String((await get('files', '/')).headers['content-security-policy']);
    expect(files).toContain(`frame-ancestors ${relay.url('desk')} ${relay.url('door')}`);
    expect(files).not.toContain('connect-src');
  });

  it('are held to the hashes of their scripts where the page states them', async () => {
    expect((await get('desk', '/')).headers['integrity-policy']).toBe('blocked-destinations=(script)');
    expect((await get('desk', '/assets/main-abcdefgh.js')).headers['integrity-policy']).toBeUndefined();
    expect((await get('door', '/')).headers['integrity-policy']).toBeUndefined();
  });

  it('are compressed as the browser takes it, by what the build left or else here', async () => {
    const path = '/assets/main-abcdefgh.js';
    const brotli = await get('desk', path, { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    const gzip = await get('desk', path, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect(textOf((await get('desk', path)).bytes)).toBe(script);
    const packed = await get('door', path, { 'accept-encoding': 'br' });
    expect(Buffer.from(packed.bytes).equals(madeByTheBuild)).toBe(true);
    expect(acceptedEncoding('identity')).toBeNull();
  });

  it('are served in no packed form that was made of another file, or that was cut off', async () => {
    const path = '/assets/main-abcdefgh.js';
    const other = await get('door', path, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(other.bytes).toString()).toBe(script);
    const cut = await get('files', path, { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(cut.bytes).toString()).toBe(script);
  });

  it('stay as they were when the relay was started, whole and packed, while others are built in their place', async () => {
    const own = mkdtempSync(join(tmpdir(), 'leeward-apps-'));
    const page = (map: string): string =>
      `<!doctype html><script type="importmap">${map}</script>${'<p>filler</p>'.repeat(50)}`;
    const lay = (map: string): void => {
      for (const app of ['desk', 'door', 'files']) {
        mkdirSync(join(own, app), { recursive: true });
        writeFileSync(join(own, app, 'index.html'), page(map));
        writeFileSync(join(own, app, 'index.html.br'), brotliCompressSync(page(map)));
        writeFileSync(join(own, app, 'index.html.gz'), gzipSync(page(map)));
      }
    };
    lay('{"imports":{}}');
    const at = (app: AppName) => join(own, app);
    const before = await startTestRelay({ apps: { desk: at('desk'), door: at('door'), files: at('files') } });
    try {
      lay('{"imports":{"built":"/anew.js"}}');
      for (const app of ['desk', 'door', 'files'] as const)
        for (const encoding of ['br', 'gzip', 'identity'] as const) {
          const headers = { 'accept-encoding': encoding };
          const answer = await ask(before.address, before.url(app), '/', { headers });
          const bytes = Buffer.from(answer.bytes);
          const html =
            encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
          expect(html.toString(), `${app} ${encoding}`).toBe(page('{"imports":{}}'));
          const hash = createHash('sha256').update('{"imports":{}}').digest('base64');
          expect(String(answer.headers['content-security-policy'])).toContain(`'sha256-${hash}'`);
        }
    } finally {
      await before.end();
      rmSync(own, { recursive: true, force: true });
    }
  });

  it('are kept by browsers only where their name changes with their content, and the door not at all', async () => {
    const hashed = await get('desk', '/assets/main-abcdefgh.js');
    expect(hashed.headers['cache-control']).toContain('immutable');
    for (const path of ['/', '/assets/main-abcdefgh.js'])
      expect((await get('door', path)).headers['cache-control'], path).toBe('no-store');
    const page = await get('desk', '/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await get('desk', '/', { 'if-none-match': String(page.headers['etag']) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('give out no file that is not of the app, whatever the path', async () => {
    for (const path of [
      '/../desk/index.html',
      '/%2e%2e/door/index.html',
      '/.sources',
      '/assets/',
      '/etc/passwd.txt',
    ])
      expect((await get('door', path)).status).toBe(404);
    expect(textOf((await get('desk', '/requests/7')).bytes)).toContain('<title>desk</title>');
    expect((await get('desk', '/assets/gone.js')).status).toBe(404);
    expect((await get('door', '/', {}, 'POST')).status).toBe(405);
    expect((await get('door', '/', {}, 'HEAD')).bytes).toHaveLength(0);
  });
});
