import { fromBase64url, randomBytes, toBase64url, u32, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { signed } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import type { RequestProof } from '@leeward/sealed-log/wire/relay.ts';
import { page, requestProof } from '@leeward/sealed-log/wire/relay.ts';
import { describe, expect, it } from 'vitest';
import type { Signer } from './connection.ts';
import { createRelayClient } from './relay-client.ts';

const origin = 'http://desk.localhost:8700';
const org = randomBytes(32);

type Request = { readonly method: string; readonly path: string; readonly init: RequestInit };
type Answering = (request: Request) => Response | Promise<Response>;

/** A relay that gives challenges and answers everything else as told; it writes down what it was asked. */
function relayThat(answer: Answering) {
  const requests: Request[] = [];
  const challenges: Uint8Array[] = [];
  const client = createRelayClient({
    origin,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const request = { method: init.method ?? 'GET', path: pathname + search, init };
      requests.push(request);
      if (pathname !== '/v1/challenge') return answer(request);
      const challenge = randomBytes(48);
      challenges.push(challenge);
      return Response.json({ challenge: toBase64url(challenge), expiresIn: 600 });
    },
  });
  return { client, requests, challenges };
}

async function someone(): Promise<Signer> {
  const seed = generateSigningSeed();
  return { key: await publicKeyOf(seed), sign: (message) => sign(seed, message) };
}

function proofOf(request: Request): RequestProof {
  const header = new Headers(request.init.headers).get('leeward-proof') ?? '';
  return unwrap(decode(requestProof, unwrap(fromBase64url(header))));
}

const problem = (status: number, code: string, more: object = {}): Response =>
  new Response(JSON.stringify({ type: `urn:leeward:problem:${code}`, title: 'x', status, code, ...more }), {
    status,
  });
const emptyPage = (): Response => new Response(encode(page, { rows: [], next: 0, more: 0 }));

describe('a signed request', () => {
  it('is signed over origin, method, path with query, challenge, counter and body', async () => {
    const relay = relayThat(() => new Response(null, { status: 201 }));
    const signer = await someone();
    const blob = randomBytes(32);
    const body = randomBytes(1000);
    expect(await relay.client.putPart({ org, signer }, blob, 7, body)).toEqual({ ok: true, value: null });
    const request = relay.requests[1]!;
    const proof = proofOf(request);
    expect(request.path).toBe(`/v1/o/${toBase64url(org)}/blobs/${toBase64url(blob)}/parts/7`);
    const message = signedBytes.request(
      utf8(origin),
      utf8('PUT'),
      utf8(request.path),
      proof.challenge,
      u32(proof.counter),
      await sha256(body),
    );
    expect(await verify(signer.key, message, proof.signature)).toBe(true);
  });

  it('shares one challenge with the others and never uses a counter twice, also when many go at once', async () => {
    const relay = relayThat(emptyPage);
    const signer = await someone();
    await Promise.all(Array.from({ length: 20 }, () => relay.client.rows(org, 0, 10, signer)));
    const proofs = relay.requests.filter(({ path }) => !path.endsWith('/challenge')).map(proofOf);
    expect(relay.challenges).toHaveLength(1);
    expect(new Set(proofs.map((proof) => proof.counter)).size).toBe(20);
  });

  it('is repeated once under a new challenge where the old one had expired, and not a second time', async () => {
    let refusals = 1;
    const relay = relayThat(() => {
      refusals -= 1;
      return refusals >= 0 ? problem(401, 'challenge-expired') : emptyPage();
    });
    const signer = await someone();
    expect((await relay.client.rows(org, 0, 10, signer)).ok).toBe(true);
    expect(relay.challenges).toHaveLength(2);
    refusals = 5;
    const refused = await relay.client.rows(org, 0, 10, signer);
    expect(refused).toMatchObject({ ok: false, error: { code: 'challenge-expired', status: 401 } });
    expect(refusals).toBe(3);
  });

  it('asks for a challenge again after the first asker gave up', async () => {
    const relay = relayThat(emptyPage);
    const signer = await someone();
    const gaveUp = new AbortController();
    const first = relay.client.rows(org, 0, 10, signer, gaveUp.signal);
    const second = relay.client.rows(org, 0, 10, signer);
    gaveUp.abort();
    expect((await first).ok).toBe(false);
    expect((await second).ok).toBe(true);
  });
});

describe('a refusal', () => {
  it('comes through with its code, its status and what it needs', async () => {
    const head = { position: 4, hash: 'abc' };
    const relay = relayThat(() => problem(409, 'head-moved', { head }));
    const append = { entry: randomBytes(10), proof: null, blobs: [] };
    const refused = await relay.client.append(org, append, await someone());
    expect(refused).toEqual({
      ok: false,
      error: { code: 'head-moved', status: 409, details: { head } },
    });
  });

  it('says how long to wait, by header or by body, and never for ever', async () => {
    const answers = [
      new Response('{"code":"quota"}', { status: 429, headers: { 'Retry-After': '30' } }),
      problem(429, 'quota', { retryAfter: 40 }),
      problem(429, 'quota', { retryAfter: 1e300 }),
      problem(429, 'quota', { retryAfter: -5 }),
    ];
    const relay = relayThat(() => answers.shift()!);
    const waits = [];
    for (let asked = 0; asked < 4; asked += 1) {
      const refused = await relay.client.descriptor(org);
      waits.push(refused.ok ? null : refused.error.retryAfter);
    }
    expect(waits).toEqual([30, 40, 24 * 3600, undefined]);
  });

  it('has a code even where its body is anything at all', async () => {
    const bodies = ['', 'null', '[1]', '{"code":7}', '<html>', '{"code":"<b>"}', '['.repeat(10_000)];
    for (const body of bodies) {
      const relay = relayThat(() => new Response(body, { status: 502 }));
      const refused = await relay.client.descriptor(org);
      expect(refused).toMatchObject({ ok: false, error: { code: 'status-502', status: 502 } });
    }
  });
});

describe('an answer', () => {
  it('that never comes is "unreachable", and "aborted" where she stopped it', async () => {
    const lost = relayThat(() => Promise.reject(new TypeError('network')));
    expect(await lost.client.descriptor(org)).toMatchObject({ error: { code: 'unreachable', status: 0 } });
    const stop = new AbortController();
    const hanging = relayThat(
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
          queueMicrotask(() => stop.abort());
        }),
    );
    expect(await hanging.client.descriptor(org, stop.signal)).toMatchObject({ error: { code: 'aborted' } });
    expect(await hanging.client.descriptor(org, stop.signal)).toMatchObject({ error: { code: 'aborted' } });
    expect(hanging.requests).toHaveLength(1);
  });

  it('[fault 14] without an end is cut off, and the connection is let go of', async () => {
    let given = 0;
    let letGo = false;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull(controller) {
            given += 1;
            controller.enqueue(new Uint8Array(64 * 1024));
          },
          cancel() {
            letGo = true;
          },
        }),
      );
    const relay = relayThat(endless);
    const signer = await someone();
    const cut = await relay.client.getPart({ org, signer }, randomBytes(32), 0);
    expect(cut).toMatchObject({ ok: false, error: { code: 'too-large-response' } });
    expect(letGo).toBe(true);
    // A part has 1 MiB: sixteen pieces, one too many, and what the stream reads ahead.
    expect(given).toBeLessThan(25);
  });

  it('[fault 14] whose refusal has no end is a refusal all the same', async () => {
    const relay = relayThat(
      () =>
        new Response(new ReadableStream({ pull: (it) => it.enqueue(new Uint8Array(64 * 1024)) }), {
          status: 500,
        }),
    );
    expect(await relay.client.descriptor(org)).toMatchObject({ error: { code: 'status-500', status: 500 } });
  });

  it('that breaks off in the middle is "unreachable" and never half a result', async () => {
    const relay = relayThat(() => {
      let pulls = 0;
      return new Response(
        new ReadableStream({
          pull(controller) {
            pulls += 1;
            if (pulls === 1) controller.enqueue(new Uint8Array(100));
            else controller.error(new TypeError('terminated'));
          },
        }),
      );
    });
    expect(await relay.client.descriptor(org)).toMatchObject({ error: { code: 'unreachable' } });
  });

  it('in another form than the protocol gives it is "unreadable-response"', async () => {
    const signer = await someone();
    const forms = ['', 'hello', '{"parts":"many"}', '{"parts":[5000000],"complete":true,"totalBytes":1}'];
    for (const form of forms) {
      const relay = relayThat(() => new Response(form));
      const state = await relay.client.blobState({ org, signer }, randomBytes(32));
      expect(state).toMatchObject({ ok: false, error: { code: 'unreadable-response' } });
      expect(await relay.client.rows(org, 0, 1, signer)).toMatchObject({
        error: { code: 'unreadable-response' },
      });
    }
  });

  it('tells a new receipt from a repeated one', async () => {
    const receipt = { bytes: randomBytes(50), signature: randomBytes(64) };
    let status = 201;
    const relay = relayThat(() => new Response(encode(signed, receipt), { status }));
    const submission = { item: receipt, work: null, blobs: [] };
    expect(await relay.client.submit(org, submission)).toEqual({
      ok: true,
      value: { isNew: true, receipt },
    });
    status = 200;
    expect(await relay.client.submit(org, submission)).toMatchObject({ ok: true, value: { isNew: false } });
  });
});

describe('listening for new rows', () => {
  const stream = (...pieces: readonly string[]): Response =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const piece of pieces) controller.enqueue(utf8(piece));
          controller.close();
        },
      }),
      { headers: { 'Content-Type': 'text/event-stream' } },
    );

  it('hears each number once, however the bytes are cut, and goes on after the last when the line is lost', async () => {
    const answers = [
      stream('id: 5\nevent: rows\nda', 'ta: 5\n\n: heartbeat\n\nid: 7\nevent: rows\ndata: 7\n', '\n'),
      stream('id: 7\nevent: rows\ndata: 7\n\nevent: rows\r\ndata: 9\r', '\n\r\n'),
    ];
    const relay = relayThat(() => answers.shift() ?? problem(503, 'busy'));
    const heard: number[] = [];
    const stop = new AbortController();
    await relay.client.live({
      org,
      after: 3,
      signer: await someone(),
      signal: stop.signal,
      onRows: (upTo) => {
        heard.push(upTo);
        if (upTo === 9) stop.abort();
      },
    });
    expect(heard).toEqual([5, 7, 9]);
    expect(relay.requests.map(({ path }) => path.split('live')[1]).filter(Boolean)).toEqual([
      '?after=3',
      '?after=7',
    ]);
  });

  it('[fault 14] lets go of a stream that is one endless line', async () => {
    let letGo = 0;
    const relay = relayThat(
      () =>
        new Response(
          new ReadableStream({
            pull: (it) => it.enqueue(utf8('x'.repeat(4096))),
            cancel: () => {
              letGo += 1;
            },
          }),
        ),
    );
    const stop = new AbortController();
    await relay.client.live({
      org,
      after: 0,
      signer: await someone(),
      signal: stop.signal,
      onRows: () => {},
      onState: ({ state }) => {
        if (state === 'waiting') stop.abort();
      },
    });
    expect(letGo).toBe(1);
  });
});
