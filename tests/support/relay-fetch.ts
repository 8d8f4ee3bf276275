import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { RunningRelay } from '@leeward/relay';

/** A `fetch` that reaches a relay on this machine by its address, with the host of the origin in the header. */
export type RelayFetch = (url: string, init: RequestInit) => Promise<Response>;

export function relayFetch(address: RunningRelay['address']): RelayFetch {
  return (url, init) =>
    new Promise((done, failed) => {
      const { host, origin, pathname, search } = new URL(url);
      const headers: Record<string, string> = { host, origin };
      new Headers(init.headers).forEach((value, name) => {
        headers[name] = value;
      });
      const outgoing = httpRequest({
        host: address.host,
        port: address.port,
        path: `${pathname}${search}`,
        method: init.method ?? 'GET',
        headers,
        ...(init.signal ? { signal: init.signal } : {}),
      });
      outgoing.on('error', failed);
      outgoing.on('response', (answer) => {
        answer.on('error', () => undefined);
        const body = Readable.toWeb(answer) as unknown as BodyInit;
        const empty = answer.statusCode === 204 || answer.statusCode === 304;
        const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        done(new Response(empty ? null : body, { status: answer.statusCode ?? 500, headers: pairs }));
      });
      outgoing.end(
        init.body === undefined || init.body === null ? undefined : Buffer.from(init.body as Uint8Array),
      );
    });
}

/** The bytes of a request's body; none where it has none. */
export const bodyOf = ({ body }: RequestInit): Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array
    ? (body as Uint8Array<ArrayBuffer>)
    : new TextEncoder().encode(String(body ?? ''));
