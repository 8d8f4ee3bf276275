import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import {
  equal,
  fromBase64url,
  randomBytes,
  toBase64url,
  u32,
  utf8,
} from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { inclusionProof } from '@leeward/sealed-log/crypto/merkle.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { verifyWork } from '@leeward/sealed-log/crypto/work.ts';
import type { Signed } from '@leeward/sealed-log/wire/box.ts';
import { inItem, signed, submission } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { itemHash, mailboxId, rosterLeaf, signedBytes, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { MailboxPage } from '@leeward/sealed-log/wire/relay.ts';
import { headStatement, mailboxPage, requestProof } from '@leeward/sealed-log/wire/relay.ts';
import type { SentReply } from '@leeward/sealed-log/wire/reply.ts';
import { readReply } from '@leeward/sealed-log/wire/reply.ts';

/*
 * A relay in memory, as docs/protocol-http.md describes it for the door and for attachments, with a place in between
 * for a test to lose, change or invent what travels.
 */

export type Asked = { readonly method: string; readonly path: string; readonly body: Bytes };
/** Sees every request; calls `next` to let the relay do its part, and gives what the client gets. */
export type Between = (asked: Asked, next: () => Promise<Response>) => Promise<Response>;

type Box = { readonly items: { item: Signed; receipt: Signed }[]; readonly replies: SentReply[] };
type StoredBlob = { readonly parts: Map<number, Bytes>; complete: boolean };

export const ORIGIN = 'http://door.localhost:8700';

export async function createMemoryRelay(org: Bytes) {
  const seed = generateSigningSeed();
  const boxes = new Map<string, Box>();
  const blobs = new Map<string, StoredBlob>();
  const asked: Asked[] = [];
  const relay = {
    org,
    relayKey: await publicKeyOf(seed),
    /** Proofs are bound to it; a test that listens on a port of its own sets it. */
    origin: ORIGIN,
    descriptor: new Uint8Array(0) as Bytes,
    roster: [] as readonly Bytes[],
    questionnaires: [] as readonly Bytes[],
    workBits: 0,
    boxes,
    blobs,
    asked,
    between: (async (_asked, next) => next()) as Between,
    /** Puts a reply where the team would. */
    putReply: async (reply: SentReply): Promise<void> => {
      const { mailbox } = unwrap(readReply(reply)).place;
      boxOf(mailbox).replies.push(reply);
    },
    receiptFor: (log: 3 | 4, mailbox: Bytes, position: number, head: Bytes): Promise<Signed> =>
      receipt(log, mailbox, position, head),
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const { pathname, search } = new URL(url);
      const request: Asked = {
        method: init.method ?? 'GET',
        path: pathname.slice('/v1'.length) + search,
        body: init.body == null ? new Uint8Array(0) : await bytesOf(init.body),
      };
      if (init.signal?.aborted === true) throw new DOMException('aborted', 'AbortError');
      asked.push(request);
      // Listened for before anything happens: what happens may be what aborts it.
      const aborted = new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      const answered = relay.between(request, () => answer(request, new Headers(init.headers)));
      return Promise.race([answered, aborted]);
    },
  };

  const boxOf = (mailbox: Bytes): Box => {
    const name = toBase64url(mailbox);
    const known = boxes.get(name) ?? { items: [], replies: [] };
    boxes.set(name, known);
    return known;
  };

  const receipt = async (log: 3 | 4, record: Bytes, position: number, head: Bytes): Promise<Signed> => {
    const bytes = encode(headStatement, { org, log, record, position, head, hour: 1_700_000_000 });
    return { bytes, signature: await sign(seed, signedBytes.head(bytes)) };
  };

  const answer = async ({ method, path, body }: Asked, headers: Headers): Promise<Response> => {
    const at = `${method} ${path}`;
    const blobPath = /^(GET|PUT|POST) \/o\/[\w-]+\/blobs\/([\w-]+)(?:\/parts\/(\d+)|(\/complete))?$/.exec(at);
    if (path === '/challenge') {
      return Response.json({ challenge: toBase64url(randomBytes(48)), expiresIn: 600 });
    }
    if (at === `GET /d/${toBase64url(org)}`) {
      return relay.descriptor.length === 0 ? problem(404, 'no-door') : new Response(relay.descriptor);
    }
    const asked = /^GET \/d\/[\w-]+\/questionnaires\/([\w-]+)$/.exec(at);
    if (asked !== null) return questionnaire(asked[1] ?? '');
    if (at === `POST /d/${toBase64url(org)}/items`) return takeItem(body);
    const key = await provenKey(headers, relay.origin, method, `/v1${path}`, body);
    if (key === null) return problem(401, 'bad-proof');
    if (blobPath !== null) return blobAnswer(method, blobPath, body);
    const mailbox = /^GET \/d\/[\w-]+\/mailboxes\/([\w-]+)\?items=(\d+)&replies=(\d+)$/.exec(at);
    if (mailbox === null) return problem(404, 'nothing-there');
    const [, name = '', items = '0', replies = '0'] = mailbox;
    if (toBase64url(await mailboxId(org, key)) !== name) return problem(403, 'not-the-mailbox');
    return givePage(boxes.get(name) ?? { items: [], replies: [] }, Number(items), Number(replies));
  };

  const questionnaire = async (name: string): Promise<Response> => {
    for (const bytes of relay.questionnaires)
      if (toBase64url(await sha256(bytes)) === name) return new Response(bytes);
    return problem(404, 'nothing-there');
  };

  const takeItem = async (body: Bytes): Promise<Response> => {
    const read = decode(submission, body);
    const item = read.ok ? decode(inItem, read.value.item.bytes) : read;
    if (!read.ok || !item.ok) return problem(400, 'malformed');
    const { mailboxKey, sequence, prev } = item.value;
    const mailbox = await mailboxId(org, mailboxKey);
    const hash = await itemHash(read.value.item.bytes);
    const box = boxOf(mailbox);
    const known = box.items[sequence];
    if (known !== undefined && equal(await itemHash(known.item.bytes), hash))
      return new Response(encode(signed, known.receipt), { status: 200 });
    const last = box.items.at(-1);
    const head = last === undefined ? zeros32 : await itemHash(last.item.bytes);
    if (sequence !== box.items.length || !equal(prev, head)) return problem(409, 'head-moved');
    if (!(await verify(mailboxKey, signedBytes.item(read.value.item.bytes), read.value.item.signature)))
      return problem(400, 'bad-signature');
    const { work } = read.value;
    const subject = { orgId: org, day: work?.day ?? 0, submissionHash: hash };
    if (sequence === 0 && (work === null || !(await verifyWork(subject, relay.workBits, work.nonce))))
      return problem(403, 'work-missing');
    const missing = read.value.blobs.find((blob) => blobs.get(toBase64url(blob))?.complete !== true);
    if (missing !== undefined) return problem(409, 'blob-missing', { blob: toBase64url(missing) });
    const stored = { item: read.value.item, receipt: await receipt(3, mailbox, sequence, hash) };
    box.items.push(stored);
    return new Response(encode(signed, stored.receipt), { status: 201 });
  };

  const givePage = async (box: Box, items: number, replies: number): Promise<Response> => {
    const page: MailboxPage = {
      items: box.items.slice(items, items + 256),
      replies: await Promise.all(box.replies.slice(replies, replies + 256).map(proven)),
      more: box.items.length > items + 256 || box.replies.length > replies + 256 ? 1 : 0,
    };
    return new Response(encode(mailboxPage, page));
  };

  const proven = async (reply: SentReply): Promise<MailboxPage['replies'][number]> => {
    const { device } = unwrap(readReply(reply)).place;
    const index = relay.roster.findIndex((one) => equal(one, device));
    if (index < 0) return { reply, index: 0xffffffff, path: [] };
    const { path } = await inclusionProof(await Promise.all(relay.roster.map(rosterLeaf)), index);
    return { reply, index, path };
  };

  const blobAnswer = (method: string, matched: RegExpExecArray, body: Bytes): Response => {
    const [, , name = '', part, complete] = matched;
    const blob = blobs.get(name) ?? { parts: new Map<number, Bytes>(), complete: false };
    const highest = Math.max(-1, ...blob.parts.keys());
    const sizes = Array.from({ length: highest + 1 }, (_, index) => blob.parts.get(index)?.length ?? null);
    if (part !== undefined && method === 'PUT') {
      if (body.length > limits.part) return problem(413, 'too-large');
      const known = blob.parts.get(Number(part));
      if (known !== undefined && !equal(known, body)) return problem(409, 'part-differs');
      blobs.set(name, blob);
      blob.parts.set(Number(part), body);
      return new Response(null, { status: 201 });
    }
    if (part !== undefined) {
      const bytes = blob.parts.get(Number(part));
      return bytes === undefined ? problem(404, 'nothing-there') : new Response(bytes);
    }
    if (complete !== undefined) {
      const whole = JSON.parse(new TextDecoder().decode(body)) as { parts: number };
      const missing = Array.from({ length: whole.parts }, (_, index) => index).filter(
        (index) => !blob.parts.has(index),
      );
      if (missing.length > 0) return problem(409, 'part-missing', { missing });
      blob.complete = true;
      return Response.json({});
    }
    const totalBytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    return Response.json({ parts: sizes, complete: blob.complete, totalBytes });
  };

  return relay;
}

export type MemoryRelay = Awaited<ReturnType<typeof createMemoryRelay>>;

export const problem = (status: number, code: string, more: object = {}): Response =>
  new Response(JSON.stringify({ status, code, ...more }), { status });

/** What a client sees when the line is gone. */
export const lostLine = (): Promise<never> => Promise.reject(new TypeError('the line is gone'));

async function provenKey(
  headers: Headers,
  origin: string,
  method: string,
  path: string,
  body: Bytes,
): Promise<Bytes | null> {
  const bytes = fromBase64url(headers.get('leeward-proof') ?? '');
  const proof = bytes.ok ? decode(requestProof, bytes.value) : bytes;
  if (!proof.ok) return null;
  const { key, challenge, counter, signature } = proof.value;
  const message = signedBytes.request(
    utf8(origin),
    utf8(method),
    utf8(path),
    challenge,
    u32(counter),
    await sha256(body),
  );
  return (await verify(key, message, signature)) ? key : null;
}

async function bytesOf(body: BodyInit): Promise<Bytes> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}
