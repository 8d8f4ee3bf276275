import type { Bytes, HeadStatement, ReadEntry, Row, Skeleton } from '@leeward/sealed-log/wire';
import {
  admitKey,
  append,
  decode,
  deviceAt,
  encode,
  epochClear,
  equal,
  forms,
  fromBase64url,
  growSkeleton,
  headStatement,
  leftInBox,
  logs,
  page,
  randomBytes,
  readEntry,
  readGenesis,
  requestProof,
  sign,
  signatureHolds,
  signed,
  signedBytes,
  teamMembersAt,
  teamRecord,
  toBase64url,
  toHex,
  verify,
  zeros32,
} from '@leeward/sealed-log/wire';
import { newKey, type SigningKey } from './relay-client.ts';
import { bodyOf, type RelayFetch } from './relay-fetch.ts';

/**
 * A relay in memory that speaks the wire for desks: quick enough for a thousand schedules, and it can be forked like a
 * value. It holds writers to the same things as the real one (tests/sync/memory-relay.test.ts holds it to that), apart
 * from proofs of possession, of which it reads the key alone.
 */
export type MemoryRelay = {
  readonly fetch: RelayFetch;
  /** Another relay with the same key and, to begin with, the same rows: whoever runs a relay can do that. */
  readonly fork: () => MemoryRelay;
  /** What it keeps of its one organisation, in the order in which it was committed. */
  readonly rows: () => readonly Row[];
  /** Its signed word about a place, true or not. */
  readonly states: (place: Omit<HeadStatement, 'org' | 'hour'>) => Promise<Bytes>;
  /** Takes over what it lacks of the organisation's log from another relay. */
  readonly learn: (rows: readonly Row[]) => Promise<void>;
  /** Forgets everything after a row, as a restored backup has. */
  readonly restore: (upTo: number) => Promise<void>;
};

type Head = { readonly position: number; readonly hash: Bytes; readonly orgPosition: number };
type Place = Omit<HeadStatement, 'org' | 'hour'>;

type State = {
  org: Bytes | null;
  skeleton: Skeleton | null;
  rows: Row[];
  /** By hash of the entry. */
  places: Map<string, Place>;
  heads: Map<string, Head>;
  appendKeys: Map<string, Map<string, Bytes>>;
  joins: Map<string, Bytes>;
};

/** Whether the author of a first epoch is a member of the team whose log it begins; null where it begins none. */
async function ownerIn(
  skeleton: Skeleton,
  { header, entry }: ReadEntry,
): Promise<'member' | 'not a member' | null> {
  const clear = decode(epochClear, entry.clear);
  if (!clear.ok || (header.position > 0 && !equal(clear.value.previous, zeros32))) return null;
  for (const team of skeleton.teams.values()) {
    if (!equal(await teamRecord(skeleton.org, team.id), header.record)) continue;
    const member = deviceAt(skeleton, header.device, header.orgPosition)?.member ?? '';
    return teamMembersAt(team, header.orgPosition).includes(member) ? 'member' : 'not a member';
  }
  return null;
}

const empty = (): State => ({
  org: null,
  skeleton: null,
  rows: [],
  places: new Map(),
  heads: new Map(),
  appendKeys: new Map(),
  joins: new Map(),
});

export async function memoryRelay(): Promise<MemoryRelay> {
  return relayOver(empty(), await newKey());
}

function relayOver(initial: State, key: SigningKey): MemoryRelay {
  let state = initial;
  let turn: Promise<unknown> = Promise.resolve();

  const states = async (place: Place): Promise<Bytes> => {
    const bytes = encode(headStatement, { ...place, org: state.org ?? zeros32, hour: 0 });
    return encode(signed, { bytes, signature: await sign(key.seed, signedBytes.head(bytes)) });
  };

  const answer = async (method: string, path: string, query: URLSearchParams, init: RequestInit) => {
    const body = bodyOf(init);
    if (path === '/challenge') return json({ challenge: toBase64url(randomBytes(48)), expiresIn: 600 });
    if (path === '/relay') return json({ key: toBase64url(key.key) });
    if (path === '/organisations') return found(body);
    const rest = path.replace(/^\/o\/[^/]+/, '');
    if (rest.startsWith('/joins/')) return joined(method, rest, body);
    const device = callerOf(init);
    const { skeleton } = state;
    if (skeleton === null || device === null) return problem(401, 'proof-missing');
    if (deviceAt(skeleton, device, skeleton.hashes.length - 1) === null) return problem(403, 'not-a-device');
    if (rest === '/rows') return pulled(Number(query.get('after') ?? 0), Number(query.get('limit') ?? 512));
    if (rest === '/heads') return headOf(query.get('record'));
    if (rest === '/entries') return appended(body);
    if (rest.startsWith('/bodies/')) return restoredBody(body);
    return problem(404, 'nothing-there');
  };

  const found = async (body: Bytes): Promise<Response> => {
    const request = decode(append, body);
    if (!request.ok) return problem(400, 'malformed');
    const genesis = await readGenesis(request.value.entry, null);
    if (!genesis.ok) return problem(400, genesis.error);
    const org = genesis.value.grown.read.hash;
    const place = { log: logs.organisation, record: zeros32, position: 0, head: org } as const;
    if (state.org !== null && !equal(state.org, org)) return problem(403, 'bad-token');
    const isNew = state.org === null;
    if (isNew) {
      state.org = org;
      state.skeleton = genesis.value.skeleton;
      keep(place, request.value.entry, 0);
    }
    return bytes(isNew ? 201 : 200, await states(place));
  };

  const keep = (place: Place, entry: Bytes, orgPosition: number): void => {
    const { log, record, position, head } = place;
    state.rows.push({ sequence: state.rows.length + 1, kind: 1, bytes: entry });
    state.places.set(toHex(head), place);
    state.heads.set(`${log} ${toHex(record)}`, { position, hash: head, orgPosition });
  };

  const appended = async (body: Bytes): Promise<Response> => {
    const request = decode(append, body);
    if (!request.ok) return problem(400, 'malformed');
    const { entry, proof } = request.value;
    const read = await readEntry(entry);
    if (!read.ok) return problem(400, read.error);
    const { header, hash } = read.value;
    const known = state.places.get(toHex(hash));
    if (known !== undefined) return bytes(200, await states(known));
    const { skeleton } = state;
    if (skeleton === null || !equal(header.org, skeleton.org)) return problem(400, 'malformed');
    const place = { log: header.log, record: header.record, position: header.position, head: hash };
    if (header.log === logs.organisation) {
      const trial = structuredClone(skeleton);
      const grown = await growSkeleton(trial, entry);
      if (!grown.ok)
        return grown.error === 'wrong-position' || grown.error === 'wrong-prev'
          ? problem(409, 'head-moved')
          : problem(403, 'not-allowed', grown.error);
      if (grown.value.verdict !== 'in force') return problem(403, 'not-allowed', grown.value.verdict);
      state.skeleton = trial;
      keep(place, entry, 0);
      return bytes(201, await states(place));
    }
    const cited = skeleton.hashes[header.orgPosition];
    if (cited === undefined || !equal(cited, header.orgHead))
      return problem(403, 'not-allowed', 'unknown-organisation-head');
    if (deviceAt(skeleton, header.device, header.orgPosition) === null)
      return problem(403, 'not-allowed', 'author-ended');
    if (!(await signatureHolds(read.value))) return problem(400, 'bad-signature');
    const head = state.heads.get(`${logs.record} ${toHex(header.record)}`);
    const continues =
      head === undefined
        ? header.position === 0 && equal(header.prev, zeros32)
        : header.position === head.position + 1 && equal(header.prev, head.hash);
    if (!continues) return problem(409, 'head-moved');
    if (head !== undefined && header.orgPosition < head.orgPosition)
      return problem(403, 'not-allowed', 'organisation-head-lowered');
    const owner = header.form === forms.epoch ? await ownerIn(skeleton, read.value) : null;
    if (owner === 'not a member') return problem(403, 'not-allowed', 'not-in-team');
    const keys = state.appendKeys.get(toHex(header.record)) ?? new Map<string, Bytes>();
    const candidates = header.form === forms.epoch ? [...keys.values()] : [keys.get(toHex(header.epoch))];
    if (header.position > 0 && owner === null && !(await provenBy(candidates, proof, hash)))
      return problem(403, 'not-allowed', 'bad-append-proof');
    if (header.form === forms.epoch) {
      const clear = decode(epochClear, read.value.entry.clear);
      if (!clear.ok || !(await admitKey(clear.value.appendKey))) return problem(400, 'malformed');
      keys.set(toHex(hash), clear.value.appendKey);
      state.appendKeys.set(toHex(header.record), keys);
    } else if (header.position === 0) return problem(400, 'malformed');
    keep(place, entry, header.orgPosition);
    return bytes(201, await states(place));
  };

  const pulled = (after: number, limit: number): Response => {
    const rows = state.rows.slice(after, after + limit);
    const next = rows.at(-1)?.sequence ?? after;
    return bytes(
      200,
      encode(page, { rows, next, more: next < state.rows.length && rows.length > 0 ? 1 : 0 }),
    );
  };

  const headOf = async (named: string | null): Promise<Response> => {
    const record = named === null ? zeros32 : bytesIn(named);
    const log = named === null ? logs.organisation : logs.record;
    const head = state.heads.get(`${log} ${toHex(record)}`);
    if (head === undefined) return problem(404, 'nothing-there');
    return bytes(200, await states({ log, record, position: head.position, head: head.hash }));
  };

  const restoredBody = async (body: Bytes): Promise<Response> => {
    const read = await readEntry(body);
    if (!read.ok) return problem(400, read.error);
    const index = await indexOf(read.value.hash);
    const row = state.rows[index];
    if (row === undefined) return problem(404, 'nothing-there');
    state.rows[index] = { ...row, bytes: body };
    return new Response(null, { status: 204 });
  };

  const indexOf = async (hash: Bytes): Promise<number> => {
    for (const [index, row] of state.rows.entries()) {
      const read = await readEntry(row.bytes);
      if (read.ok && equal(read.value.hash, hash)) return index;
    }
    return -1;
  };

  const joined = (method: string, path: string, body: Bytes): Response => {
    const held = state.joins.get(path);
    if (method === 'GET') return held === undefined ? problem(404, 'nothing-there') : bytes(200, held);
    if (held !== undefined) return problem(409, 'taken');
    if (path.endsWith('/answer')) state.joins.set(path, body);
    else {
      const left = decode(leftInBox, body);
      if (!left.ok) return problem(400, 'malformed');
      state.joins.set(path, left.value.sealed);
    }
    return new Response(null, { status: 204 });
  };

  return {
    fetch: (url, init) => {
      const { pathname, searchParams } = new URL(url);
      // One at a time, as under the lock of a store.
      const done = turn.then(() => answer(init.method ?? 'GET', pathname.slice(3), searchParams, init));
      turn = done.catch(() => undefined);
      return done;
    },
    fork: () => relayOver(copyOf(state), key),
    rows: () => state.rows,
    states,
    learn: async (rows) => {
      for (const { bytes } of rows) {
        const read = await readEntry(bytes);
        if (!read.ok || read.value.header.log !== logs.organisation) continue;
        if (read.value.header.position === state.skeleton?.hashes.length) await replay(bytes);
      }
    },
    restore: async (upTo) => {
      const rows = state.rows.slice(0, upTo);
      const [first, ...rest] = rows;
      const { joins } = state;
      state = { ...empty(), joins };
      if (first === undefined) return;
      await found(encode(append, { entry: first.bytes, proof: null, blobs: [] }));
      for (const row of rest) await replay(row.bytes);
    },
  };

  /** Puts a row back that stood before: what was checked then is not asked again. */
  async function replay(entry: Bytes): Promise<void> {
    const read = await readEntry(entry);
    if (!read.ok || state.skeleton === null) throw new Error('a row that stood cannot be read');
    const { header, hash } = read.value;
    if (header.log === logs.organisation) await growSkeleton(state.skeleton, entry);
    if (header.log === logs.record && header.form === forms.epoch) {
      const clear = decode(epochClear, read.value.entry.clear);
      const keys = state.appendKeys.get(toHex(header.record)) ?? new Map<string, Bytes>();
      if (clear.ok) state.appendKeys.set(toHex(header.record), keys.set(toHex(hash), clear.value.appendKey));
    }
    keep(
      { log: header.log, record: header.record, position: header.position, head: hash },
      entry,
      header.orgPosition,
    );
  }
}

const copyOf = (state: State): State => ({
  org: state.org,
  skeleton: structuredClone(state.skeleton),
  rows: [...state.rows],
  places: new Map(state.places),
  heads: new Map(state.heads),
  appendKeys: new Map([...state.appendKeys].map(([record, keys]) => [record, new Map(keys)])),
  joins: new Map(state.joins),
});

async function provenBy(
  keys: readonly (Bytes | undefined)[],
  proof: Bytes | null,
  hash: Bytes,
): Promise<boolean> {
  if (proof === null) return false;
  for (const key of keys)
    if (key !== undefined && (await verify(key, signedBytes.append(hash), proof))) return true;
  return false;
}

function callerOf(init: RequestInit): Bytes | null {
  const text = new Headers(init.headers).get('leeward-proof');
  const held = text === null ? null : fromBase64url(text);
  const proof = held?.ok ? decode(requestProof, held.value) : null;
  return proof?.ok ? proof.value.key : null;
}

function bytesIn(text: string): Bytes {
  const held = fromBase64url(text);
  return held.ok ? held.value : zeros32;
}

const bytes = (status: number, content: Bytes): Response => new Response(content, { status });
const json = (value: unknown): Response => new Response(JSON.stringify(value), { status: 200 });
/** A refusal in the form of the protocol. */
export const problem = (status: number, code: string, reason?: string): Response =>
  new Response(JSON.stringify({ type: `urn:leeward:problem:${code}`, title: code, status, code, reason }), {
    status,
  });
