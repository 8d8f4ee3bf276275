import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * A reverse proxy before a relay, as administrators put one there, that can be told to misbehave: to lose headers
 * (fault 67), to answer in the relay's place (fault 68), or to stand before another relay from one moment to the next.
 */

export type StrippingProxy = {
  readonly port: number;
  /** What the address bar says for an app behind this proxy. */
  readonly origin: (site: string) => string;
  /** The relay's port; changed at will. */
  target: number;
  /** Names of headers that do not get through. */
  strip: readonly string[];
  /** Answers in the relay's place: the host without its port, and the path. Null leaves the request to the relay. */
  instead: (site: string, path: string) => Instead | null;
  /** Every request that came, as `site path`. */
  readonly seen: string[];
  readonly end: () => Promise<void>;
};

export type Instead = { readonly body: string; readonly type?: string; readonly status?: number };

/** Starts a proxy that passes everything on until it is told otherwise. */
export async function startStrippingProxy(target = 0): Promise<StrippingProxy> {
  const server = createServer((request, response) => {
    const site = (request.headers.host ?? '').split('.')[0] ?? '';
    const path = request.url ?? '/';
    proxy.seen.push(`${site} ${path}`);
    const own = proxy.instead(site, path.replace(/\?.*$/, ''));
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port: proxy.target,
        path,
        method: request.method,
        headers: { ...request.headers, ...(own === null ? {} : { 'accept-encoding': 'identity' }) },
      },
      (incoming) => {
        const headers = without(incoming.headers, proxy.strip);
        if (own === null) {
          response.writeHead(incoming.statusCode ?? 502, headers);
          incoming.pipe(response);
          return;
        }
        // The relay's own headers around other bytes: what a server that means harm would send.
        incoming.resume();
        const type = own.type === undefined ? {} : { 'content-type': own.type };
        const kept = without(headers, ['content-length', 'content-encoding', 'etag']);
        response.writeHead(own.status ?? 200, { ...kept, ...type, 'cache-control': 'no-store' });
        response.end(own.body);
      },
    );
    outgoing.on('error', () => response.destroy());
    request.pipe(outgoing);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const proxy: StrippingProxy = {
    port,
    origin: (site) => `http://${site}.localhost:${port}`,
    target,
    strip: [],
    instead: () => null,
    seen: [],
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  const lost = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !lost.has(name)));
}
