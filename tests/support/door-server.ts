import { createServer } from 'node:http';
import { join } from 'node:path';
import { type DoorStory, doorStory } from '@leeward/workspace/door/testing/door-story.ts';
import { readFiles } from '../../apps/relay/src/static/files.ts';
import { headersOf } from '../../apps/relay/src/static/policy.ts';
import { acceptedEncoding, readPages } from '../../apps/relay/src/static/serve.ts';

/**
 * The built door on an origin of its own, with the headers that the relay gives it, over a relay in memory: what
 * travels can be lost, changed and invented by `story.relay.between`.
 */
export type DoorServer = {
  readonly story: DoorStory;
  readonly origin: string;
  /** The whole link of the door. */
  readonly link: () => string;
  /** Every answer so far: what was asked, and the bytes of the body as they went over the line. */
  readonly sent: readonly { readonly path: string; readonly bytes: number }[];
  /** Changes files on their way to the browser, as somebody who controls the server could. */
  alter: (path: string, bytes: Uint8Array) => Uint8Array;
  readonly stop: () => Promise<void>;
};

const folder = join(import.meta.dirname, '..', '..', 'apps', 'door', 'dist');

export async function startDoorServer(): Promise<DoorServer> {
  const story = await doorStory(Math.floor(Date.now() / 1000));
  const files = readFiles(folder);
  if (files.size === 0) throw new Error('apps/door is not built: `npm run build` builds it.');
  const headers = headersOf('door', { desk: [], door: [], files: [] }, readPages(files));

  const sent: { path: string; bytes: number }[] = [];

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', story.relay.origin);
    const stop = new AbortController();
    response.on('close', () => stop.abort());
    const answer = url.pathname.startsWith('/v1/') ? fromRelay : fromFolder;
    answer().then(
      async (answered) => {
        response.writeHead(answered.status, Object.fromEntries(answered.headers));
        const body = Buffer.from(await answered.arrayBuffer());
        sent.push({ path: url.pathname, bytes: body.length });
        response.end(body);
      },
      // What the client of a real server sees: the line is gone.
      () => response.destroy(),
    );

    async function fromRelay(): Promise<Response> {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const body = new Uint8Array(Buffer.concat(pieces));
      const given = new Headers();
      for (const [name, value] of Object.entries(request.headers)) given.set(name, String(value));
      const answered = await story.relay.fetch(url.href, {
        method: request.method ?? 'GET',
        headers: given,
        body,
        signal: stop.signal,
      });
      answered.headers.set('Cache-Control', 'no-store');
      return answered;
    }

    async function fromFolder(): Promise<Response> {
      const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
      if (file === undefined) return new Response(null, { status: 404, headers });
      const encoding = acceptedEncoding(String(request.headers['accept-encoding'] ?? ''));
      const altered = door.alter(url.pathname, file.bytes);
      const packed = encoding === null || altered !== file.bytes ? null : await file.encoded(encoding);
      const bytes = packed ?? altered;
      return new Response(new Uint8Array(bytes), {
        headers: {
          ...headers,
          'Content-Type': file.type,
          'Content-Length': String(bytes.length),
          'Cache-Control': 'no-store',
          ...(packed === null || encoding === null ? {} : { 'Content-Encoding': encoding }),
        },
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  story.relay.origin = `http://door.localhost:${port}`;
  const door: DoorServer = {
    story,
    alter: (_path, bytes) => bytes,
    origin: story.relay.origin,
    sent,
    link: () => `${story.relay.origin}/${story.link()}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return door;
}
