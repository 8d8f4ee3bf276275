import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { headersOf } from '@leeward/relay/static/policy.ts';
import { build } from 'vite';
import { builtOnce } from './shared-build.ts';

/*
 * The desk's screens over made-up sessions, and the real attachment viewer, built and served as the relay serves them:
 * each on its own origin, with the relay's own headers.
 */

export type DeskDemo = {
  readonly desk: string;
  readonly files: string;
  /** Beginnings of addresses that a page may ask. */
  readonly origins: readonly string[];
  readonly stop: () => Promise<void>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves it, built once in a run of the tests. */
export async function startDeskDemo(): Promise<DeskDemo> {
  const folder = await builtOnce('demo', buildDemo);
  const built = { desk: join(folder, 'desk'), files: join(folder, 'files') };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const port = (server.address() as AddressInfo).port;
    const app = request.headers.host?.startsWith('files.') === true ? 'files' : 'desk';
    const neighbours = {
      desk: [`http://desk.localhost:${port}`],
      door: [`http://door.localhost:${port}`],
      files: [`http://files.localhost:${port}`],
    };
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = path === '/' ? (app === 'desk' ? '/demo.html' : '/index.html') : path;
    const headers = headersOf(app, neighbours, { inlineMaps: [], scriptsHaveIntegrity: false });
    try {
      const bytes = await readFile(join(built[app], name));
      const type = types[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { ...headers, 'Content-Type': type }).end(bytes);
    } catch {
      response.writeHead(404, headers).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const [desk, files] = [`http://desk.localhost:${port}`, `http://files.localhost:${port}`];
  return {
    desk,
    files,
    origins: [`${desk}/`, `${files}/`],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function buildDemo(folder: string): Promise<void> {
  const apps = join(import.meta.dirname, '../../apps');
  const quiet = { logLevel: 'error', mode: 'production' } as const;
  process.env['LEEWARD_DEMO'] = join(folder, 'desk');
  await build({ ...quiet, root: join(apps, 'desk'), configFile: join(apps, 'desk/demo.config.ts') });
  await build({
    ...quiet,
    root: join(apps, 'files'),
    configFile: join(apps, 'files/vite.config.ts'),
    build: { outDir: join(folder, 'files'), emptyOutDir: true },
  });
}
