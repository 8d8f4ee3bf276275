import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { Signed } from '@leeward/sealed-log/wire/box.ts';
import { signed } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import type { PublishedDoor } from '@leeward/sealed-log/wire/descriptor.ts';
import { publishedDoor } from '@leeward/sealed-log/wire/descriptor.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Append, LeftInBox, Page } from '@leeward/sealed-log/wire/relay.ts';
import { append as appendCodec, leftInBox, mostInBox, page } from '@leeward/sealed-log/wire/relay.ts';
import type { SentReply } from '@leeward/sealed-log/wire/reply.ts';
import { sentReply } from '@leeward/sealed-log/wire/reply.ts';
import { type Answer, type Connection, type Outcome, readAs, readJson, type Signer } from './connection.ts';
import { DESCRIPTOR_LIMIT, RECEIPT_LIMIT, type Stored, stored } from './door-calls.ts';
import { ownProblem } from './problem.ts';

/** The largest page: rows, and what stands between them. */
const PAGE_LIMIT = limits.pageBytes + limits.entry + limits.pageItems * 16;

export type Health = {
  readonly status: string;
  readonly storage: 'ok' | 'read-only';
  readonly version: string;
};

/** What a desk asks of the relay, besides blobs and the live stream. */
export function deskCalls({ call }: Connection) {
  const at = (org: Bytes, rest: string): string => `/o/${toBase64url(org)}${rest}`;
  const nothing = async (answer: Outcome<Answer>): Outcome<null> => {
    const done = await answer;
    return done.ok ? ok(null) : done;
  };
  const body = async (answer: Outcome<Answer>): Outcome<Bytes> => {
    const done = await answer;
    return done.ok ? ok(done.value.body) : done;
  };

  return {
    /** Founds an organisation with its genesis entry. Errors: `bad-token`, `malformed`, `bad-signature`. */
    foundOrganisation: async (token: string, append: Append, signal?: AbortSignal): Outcome<Stored> =>
      stored(
        await call({
          method: 'POST',
          path: '/organisations',
          body: encode(appendCodec, append),
          headers: { 'Leeward-Token': token },
          limit: RECEIPT_LIMIT,
          signal,
        }),
      ),

    /**
     * Appends an entry. Errors: `head-moved` (`head`), `not-allowed` (`reason`), `part-altered`, `bad-signature`,
     * `blob-missing` (`blob`), `forgotten`, `too-large`, `no-space`.
     */
    append: async (org: Bytes, append: Append, signer: Signer, signal?: AbortSignal): Outcome<Stored> =>
      stored(
        await call({
          method: 'POST',
          path: at(org, '/entries'),
          body: encode(appendCodec, append),
          limit: RECEIPT_LIMIT,
          signer,
          signal,
        }),
      ),

    /**
     * Rows with a sequence above `after`, in the order in which they were committed; with `only` those of the
     * organisation's own log, as far as the relay keeps to it.
     */
    rows: async (
      org: Bytes,
      after: number,
      limit: number,
      signer: Signer,
      signal?: AbortSignal,
      only?: 'organisation',
    ): Outcome<Page> =>
      readAs(
        page,
        await call({
          method: 'GET',
          path: at(org, `/rows?after=${after}&limit=${limit}${only === undefined ? '' : `&log=${only}`}`),
          limit: PAGE_LIMIT,
          signer,
          signal,
        }),
      ),

    /** A signed `HeadStatement`: of the organisation log, or of a record. Errors: `nothing-there`. */
    head: async (org: Bytes, record: Bytes | null, signer: Signer, signal?: AbortSignal): Outcome<Signed> => {
      const query = record === null ? '' : `?record=${toBase64url(record)}`;
      const path = at(org, `/heads${query}`);
      return readAs(signed, await call({ method: 'GET', path, limit: RECEIPT_LIMIT, signer, signal }));
    },

    /** Puts back a part that the relay has lost: `entry` are the bytes of the whole entry. */
    restoreBody: (
      org: Bytes,
      entryHash: Bytes,
      entry: Bytes,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<null> =>
      nothing(
        call({
          method: 'PUT',
          path: at(org, `/bodies/${toBase64url(entryHash)}`),
          body: entry,
          limit: 4096,
          signer,
          signal,
        }),
      ),

    /** The bytes of the published `Descriptor`. Errors: `no-door`. */
    descriptor: (org: Bytes, signal?: AbortSignal): Outcome<Bytes> =>
      body(
        call({
          method: 'GET',
          path: `/d/${toBase64url(org)}`,
          limit: DESCRIPTOR_LIMIT,
          signal,
        }),
      ),
    /** Publishes the door. Errors: `older-descriptor`, `bad-signature`. */
    publishDoor: (
      org: Bytes,
      descriptor: PublishedDoor,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<null> =>
      nothing(
        call({
          method: 'PUT',
          path: at(org, '/door'),
          body: encode(publishedDoor, descriptor),
          limit: 4096,
          signer,
          signal,
        }),
      ),

    /**
     * Sends a reply. `until`: the hour since 1970 from which on the mailbox that it opens is served no
     * more. Errors: `head-moved`, `not-allowed`, `blob-missing`, `ended`.
     */
    reply: async (
      org: Bytes,
      reply: SentReply,
      blobs: readonly Bytes[],
      signer: Signer,
      signal?: AbortSignal,
      until?: number,
    ): Outcome<Stored> =>
      stored(
        await call({
          method: 'POST',
          path: at(org, '/replies'),
          body: encode(sentReply, reply),
          headers: {
            ...(blobs.length === 0 ? {} : { 'Leeward-Blobs': blobs.map(toBase64url).join(',') }),
            ...(until === undefined ? {} : { 'Leeward-Until': String(until) }),
          },
          limit: RECEIPT_LIMIT,
          signer,
          signal,
        }),
      ),

    /** Ends a mailbox that was opened for a time. Errors: `nothing-there` where it never had an end, `not-allowed`. */
    endMailbox: (org: Bytes, mailbox: Bytes, signer: Signer, signal?: AbortSignal): Outcome<null> =>
      nothing(
        call({
          method: 'POST',
          path: at(org, `/mailboxes/${toBase64url(mailbox)}/end`),
          limit: 4096,
          signer,
          signal,
        }),
      ),

    /** Leaves something in the drop box of an invitation, once. Errors: `not-allowed`, `taken`, `quota`. */
    putJoin: (org: Bytes, join: Bytes, left: LeftInBox, signal?: AbortSignal): Outcome<null> =>
      nothing(
        call({
          method: 'PUT',
          path: at(org, `/joins/${toBase64url(join)}`),
          body: encode(leftInBox, left),
          limit: 4096,
          signal,
        }),
      ),
    /** What was left there. Errors: `nothing-there`. */
    getJoin: (org: Bytes, join: Bytes, signal?: AbortSignal): Outcome<Bytes> =>
      body(call({ method: 'GET', path: at(org, `/joins/${toBase64url(join)}`), limit: mostInBox, signal })),
    /** The way back of an invitation: a device answers. */
    putJoinAnswer: (
      org: Bytes,
      join: Bytes,
      bytes: Bytes,
      signer: Signer,
      signal?: AbortSignal,
    ): Outcome<null> =>
      nothing(
        call({
          method: 'PUT',
          path: at(org, `/joins/${toBase64url(join)}/answer`),
          body: bytes,
          limit: 4096,
          signer,
          signal,
        }),
      ),
    getJoinAnswer: (org: Bytes, join: Bytes, signal?: AbortSignal): Outcome<Bytes> =>
      body(
        call({
          method: 'GET',
          path: at(org, `/joins/${toBase64url(join)}/answer`),
          limit: mostInBox,
          signal,
        }),
      ),

    /** The key with which the relay signs heads and receipts; an organisation's genesis entry names it. */
    relayKey: async (signal?: AbortSignal): Outcome<Bytes> => {
      const answer = await call({ method: 'GET', path: '/relay', limit: 4096, signal });
      if (!answer.ok) return answer;
      const json = readJson(answer.value);
      if (!json.ok) return json;
      const key = fromBase64url(String(json.value['key']));
      return key.ok && key.value.length === 32 ? key : err(ownProblem('unreadable-response', 200));
    },

    /** Where the operator offers the source of what runs there; null where nothing was said that a person could open. */
    source: async (signal?: AbortSignal): Outcome<string | null> => {
      const answer = await call({ method: 'GET', path: '/source', limit: 4096, signal });
      if (!answer.ok) return answer;
      const json = readJson(answer.value);
      if (!json.ok) return json;
      const { source } = json.value;
      const isAddress = typeof source === 'string' && URL.canParse(source);
      return ok(isAddress && /^https?:$/.test(new URL(source).protocol) ? source : null);
    },

    /** How the relay says that it is. */
    health: async (signal?: AbortSignal): Outcome<Health> => {
      const answer = await call({ method: 'GET', path: '/health', limit: 4096, signal });
      if (!answer.ok) return answer;
      const json = readJson(answer.value);
      if (!json.ok) return json;
      const { status, storage, version } = json.value;
      return ok({
        status: String(status),
        storage: storage === 'ok' ? 'ok' : 'read-only',
        version: String(version),
      });
    },
  };
}

export type DeskCalls = ReturnType<typeof deskCalls>;
