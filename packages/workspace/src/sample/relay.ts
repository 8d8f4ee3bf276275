import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import {
  equal,
  fromBase64url,
  randomBytes,
  toBase64url,
  toHex,
  utf8,
} from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import type { Signed } from '@leeward/sealed-log/wire/box.ts';
import { signed } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { replyHash, signedBytes, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { HeadStatement, Row } from '@leeward/sealed-log/wire/relay.ts';
import { append, headStatement, leftInBox, page } from '@leeward/sealed-log/wire/relay.ts';
import { readReply, sentReply } from '@leeward/sealed-log/wire/reply.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';

/**
 * A relay inside of the page, for looking around: it keeps what one desk writes until the page is closed, and nothing of
 * it ever leaves. It serves one organisation and nobody who lies, so it checks places in chains and nothing else; desks
 * verify all of it, as they always do.
 */
export type SampleRelay = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Puts a defender's signed item where the door would. */
  readonly deliver: (item: Signed) => void;
  /** Our replies to a mailbox, in their order: their hashes. */
  readonly repliesTo: (mailbox: Bytes) => readonly Bytes[];
};

type Place = Omit<HeadStatement, 'org' | 'hour'>;

/** Makes an empty one. `now`: milliseconds since 1970. */
export async function sampleRelay(now: () => number): Promise<SampleRelay> {
  const seed = generateSigningSeed();
  const key = await publicKeyOf(seed);
  const rows: Row[] = [];
  const places = new Map<string, Place>();
  const heads = new Map<string, Place>();
  const replies = new Map<string, { readonly hash: Bytes; readonly bytes: Bytes }[]>();
  const joins = new Map<string, Bytes>();
  const blobs = new Map<string, Map<number, Bytes>>();
  const listeners = new Set<(upTo: number) => void>();
  let org: Bytes = zeros32;
  let descriptor: Bytes | null = null;

  const add = (kind: Row['kind'], bytes: Bytes): void => {
    rows.push({ sequence: rows.length + 1, kind, bytes });
    for (const listener of listeners) listener(rows.length);
  };

  const statement = async (place: Place): Promise<Bytes> => {
    const hour = Math.floor(now() / 3600_000) * 3600;
    const bytes = encode(headStatement, { ...place, org, hour });
    return encode(signed, { bytes, signature: await sign(seed, signedBytes.head(bytes)) });
  };

  const appended = async (body: Bytes): Promise<Response> => {
    const request = decode(append, body);
    const read = request.ok ? await readEntry(request.value.entry) : null;
    if (!request.ok || read === null || !read.ok) return problem(400, 'malformed');
    const { header, hash } = read.value;
    const known = places.get(toHex(hash));
    if (known !== undefined) return binary(200, await statement(known));
    const isFirst = header.log === logs.organisation && header.position === 0;
    if (isFirst && rows.length === 0) org = hash;
    const log = header.log === logs.organisation ? 1 : 2;
    const record = log === 1 ? zeros32 : header.record;
    const head = heads.get(`${log} ${toHex(record)}`);
    const continues =
      head === undefined
        ? header.position === 0
        : header.position === head.position + 1 && equal(header.prev, head.head);
    if (!continues) return problem(409, 'head-moved');
    const place: Place = { log, record, position: header.position, head: hash };
    places.set(toHex(hash), place);
    heads.set(`${log} ${toHex(record)}`, place);
    add(1, request.value.entry);
    return binary(201, await statement(place));
  };

  const replied = async (body: Bytes): Promise<Response> => {
    const reply = decode(sentReply, body);
    const read = reply.ok ? readReply(reply.value) : null;
    if (!reply.ok || read === null || !read.ok) return problem(400, 'malformed');
    const { place: at } = read.value;
    const mailbox = toHex(at.mailbox);
    const box = replies.get(mailbox) ?? [];
    const hash = await replyHash(reply.value.bytes);
    const { sequence } = at;
    const place: Place = { log: 4, record: at.mailbox, position: sequence, head: hash };
    const held = box[sequence];
    if (held !== undefined)
      return equal(held.hash, hash) ? binary(200, await statement(place)) : problem(409, 'head-moved');
    if (sequence !== box.length) return problem(409, 'head-moved');
    replies.set(mailbox, [...box, { hash, bytes: body }]);
    add(3, body);
    return binary(201, await statement(place));
  };

  const headOf = async (named: string | null): Promise<Response> => {
    const record = named === null ? zeros32 : bytesIn(named);
    const place = heads.get(`${named === null ? 1 : 2} ${toHex(record)}`);
    return place === undefined ? problem(404, 'nothing-there') : binary(200, await statement(place));
  };

  const pulled = (query: URLSearchParams): Response => {
    const after = Number(query.get('after') ?? 0);
    const given = rows.slice(after, after + Math.min(Number(query.get('limit') ?? 512), 512));
    const next = given.at(-1)?.sequence ?? after;
    return binary(
      200,
      encode(page, { rows: given, next, more: next < rows.length && given.length > 0 ? 1 : 0 }),
    );
  };

  /** Numbers only, as the real one, with a beat so that nobody takes a quiet line for a lost one; ends when the listener goes. */
  const live = (after: number, signal: AbortSignal | null | undefined): Response => {
    let listener: (upTo: number) => void = () => undefined;
    let beat: ReturnType<typeof setInterval> | undefined;
    const end = (): boolean => {
      clearInterval(beat);
      return listeners.delete(listener);
    };
    const stream = new ReadableStream<Bytes>({
      start: (controller) => {
        listener = (upTo) => controller.enqueue(utf8(`event: rows\ndata: ${upTo}\n\n`));
        listeners.add(listener);
        beat = setInterval(() => controller.enqueue(utf8(': beat\n\n')), 20_000);
        if (rows.length > after) listener(rows.length);
        signal?.addEventListener('abort', () => {
          if (end()) controller.close();
        });
      },
      cancel: () => void end(),
    });
    return new Response(stream);
  };

  const joined = (method: string, name: string, body: Bytes): Response => {
    const held = joins.get(name);
    if (method === 'GET') return held === undefined ? problem(404, 'nothing-there') : binary(200, held);
    if (held !== undefined) return problem(409, 'taken');
    const left = decode(leftInBox, body);
    const isAnswer = name.endsWith('/answer');
    if (!isAnswer && !left.ok) return problem(400, 'malformed');
    joins.set(name, left.ok && !isAnswer ? left.value.sealed : body);
    return new Response(null, { status: 204 });
  };

  const blob = (method: string, name: string, part: string | undefined, body: Bytes): Response => {
    const parts = blobs.get(name) ?? new Map<number, Bytes>();
    blobs.set(name, parts);
    if (part === undefined) {
      const sizes = [...parts].sort(([one], [other]) => one - other).map(([, bytes]) => bytes.length);
      const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
      return Response.json({ parts: sizes, complete: method === 'POST', totalBytes });
    }
    if (method === 'PUT') {
      parts.set(Number(part), body);
      return new Response(null, { status: 201 });
    }
    const held = parts.get(Number(part));
    return held === undefined ? problem(404, 'nothing-there') : binary(200, held);
  };

  const answer = async (url: URL, init: RequestInit): Promise<Response> => {
    const method = init.method ?? 'GET';
    const body = await bytesOf(init.body);
    const path = url.pathname.replace(/^\/v1/, '');
    if (path === '/challenge')
      return Response.json({ challenge: toBase64url(randomBytes(48)), expiresIn: 600 });
    if (path === '/relay') return Response.json({ key: toBase64url(key) });
    if (path === '/organisations') return appended(body);
    if (path === '/health') return Response.json({ status: 'ok', storage: 'ok', version: 'sample' });
    if (path.startsWith('/d/'))
      return descriptor === null ? problem(404, 'no-door') : binary(200, descriptor);
    const [, rest = ''] = /^\/o\/[\w-]+\/(.*)$/.exec(path) ?? [];
    const [, join] = /^joins\/(.+)$/.exec(rest) ?? [];
    if (join !== undefined) return joined(method, join, body);
    const [, name, , part] = /^blobs\/([\w-]+)(\/parts\/(\d+)|\/complete)?$/.exec(rest) ?? [];
    if (name !== undefined) return blob(method, name, part, body);
    switch (rest) {
      case 'rows':
        return pulled(url.searchParams);
      case 'heads':
        return headOf(url.searchParams.get('record'));
      case 'entries':
        return appended(body);
      case 'replies':
        return replied(body);
      case 'live':
        return live(Number(url.searchParams.get('after') ?? 0), init.signal);
      case 'call':
        return Response.json({ available: false, address: null });
      case 'door':
        descriptor = body;
        return new Response(null, { status: 204 });
      default:
        return problem(404, 'nothing-there');
    }
  };

  let turn: Promise<unknown> = Promise.resolve();
  return {
    fetch: (url, init) => {
      if (init.signal?.aborted === true) return Promise.reject(new DOMException('aborted', 'AbortError'));
      // One at a time, as under the lock of a store.
      const done = turn.then(() => answer(new URL(url), init));
      turn = done.catch(() => undefined);
      return done;
    },
    deliver: (item) => add(2, encode(signed, item)),
    repliesTo: (mailbox) => (replies.get(toHex(mailbox)) ?? []).map(({ hash }) => hash),
  };
}

const binary = (status: number, bytes: Bytes): Response => new Response(bytes, { status });

const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ type: `urn:leeward:problem:${code}`, title: code, status, code }), {
    status,
  });

const bytesOf = async (body: RequestInit['body']): Promise<Bytes> =>
  body === null || body === undefined
    ? new Uint8Array(0)
    : new Uint8Array(await new Response(body).arrayBuffer());

function bytesIn(text: string): Bytes {
  const held = fromBase64url(text);
  return held.ok ? held.value : zeros32;
}
