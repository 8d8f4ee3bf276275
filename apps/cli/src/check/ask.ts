/** HTTP as a checker needs it: no redirects, no surprises, bounded, and able to reach names under localhost. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

export type Answered = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  /** The body with its content encoding undone. */
  readonly bytes: Buffer;
};

/** The most that one file of ours may weigh. */
const LIMIT = 32 * 1024 * 1024;
const PATIENCE = 30_000;

/**
 * Asks for one address. @throws Error when the server cannot be reached, sends more than 32 MiB, or stands still for
 * half a minute.
 */
export async function askFor(
  url: URL,
  {
    method = 'GET',
    encoding = 'identity',
  }: { readonly method?: 'GET' | 'HEAD'; readonly encoding?: string } = {},
): Promise<Answered> {
  const raw = await new Promise<Answered & { readonly encoding: string }>((done, failed) => {
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // Browsers resolve names under localhost by themselves; not every system does.
    const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
    const outgoing = request(
      {
        host: isLocal ? '127.0.0.1' : url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method,
        headers: { host: url.host, 'accept-encoding': encoding },
        servername: url.hostname,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        let length = 0;
        incoming.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > LIMIT) outgoing.destroy(new Error(`${url} sends more than 32 MiB`));
          else chunks.push(chunk);
        });
        incoming.on('error', failed);
        incoming.on('end', () =>
          done({
            status: incoming.statusCode ?? 0,
            header: (name) => incoming.headersDistinct[name.toLowerCase()]?.join(', ') ?? null,
            bytes: Buffer.concat(chunks),
            encoding: incoming.headers['content-encoding'] ?? 'identity',
          }),
        );
      },
    );
    outgoing.setTimeout(PATIENCE, () => outgoing.destroy(new Error(`${url} does not answer`)));
    outgoing.on('error', failed);
    outgoing.end();
  });
  if (method === 'HEAD' || raw.bytes.length === 0) return raw;
  const limits = { maxOutputLength: LIMIT };
  if (raw.encoding === 'br') return { ...raw, bytes: await promisify(brotliDecompress)(raw.bytes, limits) };
  if (raw.encoding === 'gzip') return { ...raw, bytes: await promisify(gunzip)(raw.bytes, limits) };
  return raw;
}
