import type { Append, Bytes, Header, HeadStatement, Page, Row } from '@leeward/sealed-log/wire';
import {
  append as appendCodec,
  decode,
  encode,
  equal,
  fromBase64url,
  page as pageCodec,
  readEntry,
  toHex,
} from '@leeward/sealed-log/wire';
import type { MemoryRelay } from './memory-relay.ts';
import { bodyOf, type RelayFetch } from './relay-fetch.ts';

/**
 * THE HOSTILE RELAY: a layer between clients and a relay that understands what passes and does to it what it is told,
 * client by client. It can do whatever somebody can who runs a relay: drop, delay, double, reorder, alter, cut, invent,
 * swallow, show old states, and show two people two histories. What it cannot do is sign for a device.
 */
export type HostileRelay = {
  /** The way of one client to the relay. */
  readonly of: (client: string) => RelayFetch;
  /** What is done to this client's exchanges from now on, the first deed outermost. Without deeds: nothing. */
  readonly does: (client: string, ...deeds: readonly Deed[]) => void;
  /** Honest again: to one client, or to all. */
  readonly behaves: (client?: string) => void;
  /** Sends a client to another relay from now on: a fork, or an old state. */
  readonly sends: (client: string, to: RelayFetch) => void;
  /** What clients have asked, in order. */
  readonly asked: readonly Exchange[];
};

export type Exchange = {
  readonly client: string;
  readonly method: string;
  /** Below `/v1`, without its query: `/o/:org/rows`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: Bytes;
  readonly signal: AbortSignal | null;
};

/** One way to misbehave. `next` is what the relay, or the deed within, would answer. */
export type Deed = (exchange: Exchange, next: () => Promise<Response>) => Promise<Response>;

export function hostileRelay(relay: RelayFetch): HostileRelay {
  const deeds = new Map<string, readonly Deed[]>();
  const ways = new Map<string, RelayFetch>();
  const asked: Exchange[] = [];
  return {
    of: (client) => async (url, init) => {
      const { pathname, searchParams } = new URL(url);
      const exchange: Exchange = {
        client,
        method: init.method ?? 'GET',
        path: pathname.replace(/^\/v1/, ''),
        query: searchParams,
        headers: new Headers(init.headers),
        body: bodyOf(init),
        signal: init.signal ?? null,
      };
      asked.push(exchange);
      let next = (): Promise<Response> => (ways.get(client) ?? relay)(url, init);
      for (const deed of [...(deeds.get(client) ?? [])].reverse()) {
        const inner = next;
        next = () => deed(exchange, inner);
      }
      return next();
    },
    does: (client, ...chosen) => void deeds.set(client, chosen),
    behaves: (client) => {
      if (client === undefined) {
        deeds.clear();
        ways.clear();
      } else {
        deeds.delete(client);
        ways.delete(client);
      }
    },
    sends: (client, to) => void ways.set(client, to),
    asked,
  };
}

/** What kind of exchange this is, for deeds that only mind one. */
export const isPull = ({ path }: Exchange): boolean => path.endsWith('/rows');
export const isAppend = ({ path, method }: Exchange): boolean =>
  method === 'POST' && path.endsWith('/entries');
export const isReply = ({ path, method }: Exchange): boolean =>
  method === 'POST' && path.endsWith('/replies');
export const isItem = ({ path, method }: Exchange): boolean => method === 'POST' && path.endsWith('/items');
export const isPart = ({ path }: Exchange): boolean => path.includes('/parts/');

const brokenLine = (): TypeError => new TypeError('fetch failed');

/** No way through at all. */
export const offline: Deed = () => Promise.reject(brokenLine());

/** The first so many of these requests arrive, and the client never hears of it. */
export function swallowsAnswers(count: number, which: (exchange: Exchange) => boolean = isAppend): Deed {
  let left = count;
  return async (exchange, next) => {
    if (left <= 0 || !which(exchange)) return next();
    left -= 1;
    await next();
    throw brokenLine();
  };
}

/** The first so many of these requests never arrive. */
export function swallowsRequests(count: number, which: (exchange: Exchange) => boolean = isAppend): Deed {
  let left = count;
  return (exchange, next) => {
    if (left <= 0 || !which(exchange)) return next();
    left -= 1;
    return Promise.reject(brokenLine());
  };
}

/** Each of these requests arrives twice. */
export const doubles =
  (which: (exchange: Exchange) => boolean = isAppend): Deed =>
  async (exchange, next) => {
    if (which(exchange)) await next();
    return next();
  };

/** Answers these requests by itself. */
export const answers =
  (
    which: (exchange: Exchange) => boolean,
    answer: (exchange: Exchange) => Promise<Response> | Response,
  ): Deed =>
  async (exchange, next) =>
    which(exchange) ? answer(exchange) : next();

/** Signs that it has an entry, as a relay with its key can, and keeps nothing. */
export const onlySigning = (states: (place: Omit<HeadStatement, 'org' | 'hour'>) => Promise<Bytes>): Deed =>
  answers(isAppend, async (exchange) => {
    const read = await readEntry(appendIn(exchange).entry);
    if (!read.ok) throw new Error('no entry');
    const { header, hash } = read.value;
    const place = { log: header.log, record: header.record, position: header.position, head: hash };
    return new Response(await states(place), { status: 201 });
  });

/** Changes the pages of rows that a client pulls. */
export const showing =
  (change: (rows: readonly Row[], exchange: Exchange) => readonly Row[] | Promise<readonly Row[]>): Deed =>
  async (exchange, next) => {
    const answer = await next();
    if (!isPull(exchange) || !answer.ok) return answer;
    const held = decode(pageCodec, new Uint8Array(await answer.arrayBuffer()));
    if (!held.ok) throw new Error('the relay gave no page');
    const rows = await change(held.value.rows, exchange);
    return new Response(encode(pageCodec, { ...held.value, rows }), { status: answer.status });
  };

/** Leaves rows out of the pages; their numbers are missing. */
export const withholding = (which: (entry: Shown) => boolean): Deed =>
  showing(async (rows) => {
    const kept: Row[] = [];
    for (const row of rows) {
      const shown = await shownIn(row);
      if (shown === null || !which(shown)) kept.push(row);
    }
    return kept;
  });

/**
 * Shows a client a history of the relay's own making, numbered without holes: a function of all rows that there are.
 * The same function of more rows should begin with the same rows, or the client sees that the relay went back.
 */
export const telling = (
  tap: () => readonly Row[] | Promise<readonly Row[]>,
  history: (rows: readonly Row[]) => readonly Row[] | Promise<readonly Row[]>,
): Deed =>
  answers(isPull, async ({ query }) => {
    const told = (await history(await tap())).map((row, index) => ({ ...row, sequence: index + 1 }));
    const after = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 512);
    const rows = told.filter((row) => row.sequence > after).slice(0, limit);
    const next = rows.at(-1)?.sequence ?? after;
    const answer: Page = { rows, next, more: rows.length > 0 && next < told.length ? 1 : 0 };
    return new Response(encode(pageCodec, answer), { status: 200 });
  });

/**
 * Shows a client another history of some logs than everybody else has: what it writes there goes to a fork of the relay
 * and comes back from there; all else is the common one. `isForked` tells by the id of a record, empty for the
 * organisation's own log.
 */
export function forking(
  common: Pick<MemoryRelay, 'rows'>,
  fork: Pick<MemoryRelay, 'rows' | 'fetch' | 'learn'>,
  isForked: (record: string) => boolean,
): Deed {
  const since = common.rows().length;
  const belongs = async (row: Row): Promise<boolean> => {
    const shown = await shownIn(row);
    return shown !== null && isForked(shown.header.log === 1 ? '' : shown.record);
  };
  const history = telling(common.rows, async (rows) => {
    const told: Row[] = [];
    for (const row of rows) if (row.sequence <= since || !(await belongs(row))) told.push(row);
    for (const row of fork.rows()) if (row.sequence > since && (await belongs(row))) told.push(row);
    return told;
  });
  return async (exchange, next) => {
    if (isPull(exchange)) return history(exchange, next);
    const named = exchange.path.endsWith('/heads') ? (exchange.query.get('record') ?? '') : null;
    const record = named === null || named === '' ? named : hexOf(named);
    const there = isAppend(exchange) ? await recordOf(exchange) : record;
    if (there === null || !isForked(there)) return next();
    if (!isForked('')) await fork.learn(common.rows());
    const query = exchange.query.size > 0 ? `?${exchange.query}` : '';
    return fork.fetch(`http://desk.localhost/v1${exchange.path}${query}`, {
      method: exchange.method,
      headers: exchange.headers,
      ...(exchange.method === 'GET' ? {} : { body: exchange.body }),
    });
  };
}

/** The record that an append is for; empty for the organisation's own log. */
async function recordOf(exchange: Exchange): Promise<string> {
  const read = await readEntry(appendIn(exchange).entry);
  if (!read.ok) throw new Error('no entry');
  return read.value.header.log === 1 ? '' : toHex(read.value.header.record);
}

function hexOf(text: string): string {
  const bytes = fromBase64url(text);
  return bytes.ok ? toHex(bytes.value) : '';
}

/** An entry in a row, as far as the relay can read it. */
export type Shown = {
  readonly row: Row;
  readonly header: Header;
  readonly hash: Bytes;
  readonly record: string;
};

/** Reads the entry in a row; null where it holds another thing. */
export async function shownIn(row: Row): Promise<Shown | null> {
  const read = row.kind === 1 ? await readEntry(row.bytes) : null;
  if (!read?.ok) return null;
  const { header, hash } = read.value;
  return { row, header, hash, record: toHex(header.record) };
}

/** The entries of a record that a relay keeps, in their order. */
export async function entriesOf(rows: readonly Row[], record: string): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  for (const row of rows) {
    const shown = await shownIn(row);
    if (shown?.record === record && shown.header.log === 2) found.push(shown);
  }
  return found.sort((left, right) => left.header.position - right.header.position);
}

/** The append in a request. */
export function appendIn(exchange: Exchange): Append {
  const request = decode(appendCodec, exchange.body);
  if (!request.ok) throw new Error('no append');
  return request.value;
}

/** The bytes with one bit turned. */
export function altered(bytes: Bytes, at: number): Bytes {
  const other = bytes.slice();
  const index = ((at % other.length) + other.length) % other.length;
  other[index] = (other[index] ?? 0) ^ 1;
  return other;
}

/** The rows with one entry's bytes altered. */
export const altering = (hash: Bytes, at: number): Deed =>
  showing(async (rows) => {
    const changed: Row[] = [];
    for (const row of rows) {
      const shown = await shownIn(row);
      const isIt = shown !== null && equal(shown.hash, hash);
      changed.push(isIt ? { ...row, bytes: altered(row.bytes, at) } : row);
    }
    return changed;
  });

/** A body of so many bytes, all zero, given out in pieces; endless where no size is given. `stop` counts what was taken. */
export function hugeAnswer(size: number | null, taken: { bytes: number }, status = 200): Response {
  const piece = new Uint8Array(64 * 1024);
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (size !== null && taken.bytes >= size) {
        controller.close();
        return;
      }
      taken.bytes += piece.length;
      controller.enqueue(piece);
    },
  });
  return new Response(body, { status });
}
