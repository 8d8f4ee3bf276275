import { Agent, request as httpRequest } from 'node:http';
import type { RunningRelay } from '@leeward/relay';

import { holdToDescription } from './relay-described.ts';

/** HTTP to a relay on this machine: names under localhost are for browsers, so the host is a header here. */

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The body as JSON. @throws SyntaxError when it is none. */
  readonly json: () => Record<string, unknown>;
};

export type Ask = {
  readonly method?: string;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks a relay on one of its origins, and reads the whole answer. Rejects when the connection breaks. */
export function ask(
  address: RunningRelay['address'],
  origin: string,
  path: string,
  options: Ask = {},
): Promise<Answer> {
  return new Promise((done, failed) => {
    const outgoing = httpRequest(
      {
        agent,
        host: address.host,
        port: address.port,
        path,
        method: options.method ?? 'GET',
        headers: {
          ...(options.body === undefined
            ? {}
            : { 'content-length': String(Buffer.byteLength(options.body)) }),
          ...options.headers,
          host: new URL(origin).host,
        },
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', failed);
        incoming.on('end', () => {
          const bytes = new Uint8Array(Buffer.concat(chunks));
          const json = () => JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
          const type = incoming.headers['content-type'] ?? null;
          const code = type === 'application/problem+json' ? json()['code'] : undefined;
          try {
            holdToDescription(options.method ?? 'GET', path, incoming.statusCode ?? 0, type, code);
          } catch (error) {
            return failed(error);
          }
          done({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            bytes,
            json,
          });
        });
      },
    );
    outgoing.on('error', failed);
    outgoing.end(options.body);
  });
}
