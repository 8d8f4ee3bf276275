import { concat, equal, randomBytes, toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { createMemoryRelay, lostLine, ORIGIN, problem } from '../door/testing/memory-relay.ts';
import { createDoorClient } from '../transport/door-client.ts';
import { createPatience } from '../transport/patience.ts';
import { MAX_FILE, partLength, shapeOf } from './framing.ts';
import { openBlob } from './open.ts';
import { planBlob, resumePlan, ticketOf } from './plan.ts';
import { sealedParts } from './seal-parts.ts';
import { referenceTo, uploadBlob } from './upload.ts';

const MiB = 1024 * 1024;

async function setting() {
  const relay = await createMemoryRelay(randomBytes(32));
  const client = createDoorClient({ origin: ORIGIN, fetch: relay.fetch });
  const seed = generateSigningSeed();
  const access = {
    org: relay.org,
    signer: { key: await publicKeyOf(seed), sign: (message: Uint8Array<ArrayBuffer>) => sign(seed, message) },
  };
  const patience = createPatience({ first: 1, longest: 2 });
  return { relay, client, access, patience };
}

type Setting = Awaited<ReturnType<typeof setting>>;

async function send(here: Setting, file: Blob): Promise<BlobReference> {
  const plan = unwrap(await planBlob(file));
  expect(await uploadBlob(file, plan, here)).toEqual({ ok: true, value: null });
  return referenceTo(plan, 'photo.jpg', 'image/jpeg');
}

const fileOf = (length: number): Blob => new Blob([randomBytes(length)]);
const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const partsSent = ({ relay }: Setting): readonly number[] =>
  relay.asked.filter(({ method }) => method === 'PUT').map(({ path }) => Number(path.split('/parts/')[1]));

describe('the shape of a blob', () => {
  it('hides the length of a file but for its magnitude, and is never more than 12 % larger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_FILE }), (size) => {
        const shape = shapeOf(size)!;
        expect(shape.padded).toBeGreaterThanOrEqual(size + 8);
        expect(shape.padded).toBeLessThanOrEqual(Math.max(1024, Math.ceil((size + 8) * 1.12)));
        // Idempotent: what is already padded stays as it is.
        if (shape.padded > 1024) expect(shapeOf(shape.padded - 8)!.padded).toBe(shape.padded);
        const lengths = Array.from({ length: Math.min(3, shape.parts) }, (_, back) =>
          partLength(shape, shape.parts - 1 - back),
        );
        expect(lengths[0]).toBeGreaterThan(0);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(limits.part);
        expect(shape.sealed).toBe((shape.parts - 1) * limits.part + lengths[0]!);
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes five gigabytes, fits the longest file into the parts that there are, and refuses the next byte', async () => {
    expect(shapeOf(5e9)).toMatchObject({ size: 5e9 });
    expect(shapeOf(MAX_FILE)!.parts).toBeLessThanOrEqual(limits.parts);
    expect(shapeOf(MAX_FILE + 1)).toBeNull();
    const huge = { size: MAX_FILE + 1 } as Blob;
    expect(await planBlob(huge)).toEqual({
      ok: false,
      error: { code: 'file-too-large', limit: MAX_FILE, size: MAX_FILE + 1 },
    });
  });
});

describe('sending a file', () => {
  it('gives back byte for byte what was sent, whatever its length', async () => {
    const here = await setting();
    const lengths = [0, 1, 1015, 1016, 1017, 16_376, 16_377, MiB - 8, MiB, MiB + 1, 3 * MiB + 5];
    for (const length of lengths) {
      const file = fileOf(length);
      const reference = await send(here, file);
      const opened = unwrap(await openBlob(reference, here));
      expect(opened.type).toBe('image/jpeg');
      expect(equal(await bytesOf(opened), await bytesOf(file))).toBe(true);
    }
  });

  it('[fault 52] goes on from the last part after the line was lost, and sends no part twice', async () => {
    const here = await setting();
    const file = fileOf(5 * MiB);
    let lost = 0;
    here.relay.between = async ({ method, path }, next) => {
      // Every second part is lost on its way there or back, once.
      if (method === 'PUT' && path.endsWith('/parts/1') && lost === 0) {
        lost += 1;
        return lostLine();
      }
      if (method === 'PUT' && path.endsWith('/parts/3') && lost === 1) {
        lost += 1;
        await next();
        return lostLine();
      }
      return next();
    };
    const told: number[] = [];
    const plan = unwrap(await planBlob(file));
    const onProgress = ({ done }: { done: number }): unknown => told.push(done);
    expect(await uploadBlob(file, plan, { ...here, onProgress })).toEqual({ ok: true, value: null });
    expect(partsSent(here)).toEqual([0, 1, 1, 2, 3, 3, 4, 5]);
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const opened = unwrap(await openBlob(referenceTo(plan, 'a', 'text/plain'), here));
    expect(equal(await bytesOf(opened), await bytesOf(file))).toBe(true);
  });

  it('[fault 52] resumes from a ticket after the browser was closed, with the same bytes, and asks what stands', async () => {
    const here = await setting();
    const file = fileOf(5 * MiB);
    const stop = new AbortController();
    const plan = unwrap(await planBlob(file));
    const cut = await uploadBlob(file, plan, {
      ...here,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 4) stop.abort();
      },
    });
    expect(cut).toMatchObject({ ok: false, error: { code: 'relay', problem: { code: 'aborted' } } });
    const again = unwrap(await resumePlan(file, ticketOf(plan)));
    const first = partsSent(here).length;
    expect(await uploadBlob(file, again, here)).toEqual({ ok: true, value: null });
    expect(first).toBe(4);
    expect(partsSent(here).slice(first)).toEqual([4, 5]);
    const opened = unwrap(await openBlob(referenceTo(again, 'a', 'text/plain'), here));
    expect(equal(await bytesOf(opened), await bytesOf(file))).toBe(true);
  });

  it('never seals another content under the key of a ticket', async () => {
    const file = fileOf(2 * MiB);
    const plan = unwrap(await planBlob(file));
    const ticket = ticketOf(plan);
    const changed = concat(await bytesOf(file));
    changed[MiB + 3]! ^= 1;
    expect(await resumePlan(new Blob([changed]), ticket)).toEqual({
      ok: false,
      error: { code: 'file-changed' },
    });
    expect(await resumePlan(fileOf(5), ticket)).toMatchObject({ error: { code: 'file-changed' } });
    for (const broken of ['', '{}', ticket.slice(0, -3), ticket.replace('"v":1', '"v":2')]) {
      expect(await resumePlan(file, broken)).toMatchObject({ error: { code: 'ticket-malformed' } });
    }
    // Also while it is being sent: the slice that has changed is not sealed.
    const sealed = [];
    for await (const part of sealedParts(new Blob([changed]), plan, randomBytes(32))) sealed.push(part);
    expect(sealed.at(-1)).toBe('file-changed');
    expect(sealed).toHaveLength(2);
  });

  it('says that a file cannot be read any more instead of sending half of it', async () => {
    const here = await setting();
    const file = fileOf(2 * MiB);
    const plan = unwrap(await planBlob(file));
    const gone = {
      size: file.size,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
    } as unknown as Blob;
    expect(await planBlob(gone)).toMatchObject({ error: { code: 'file-unreadable' } });
    expect(await uploadBlob(gone, plan, here)).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it('sends again what the relay lost in between, but does not do so for ever', async () => {
    const here = await setting();
    const file = fileOf(2 * MiB);
    const plan = unwrap(await planBlob(file));
    const name = toBase64url(plan.blob);
    let losses = 1;
    here.relay.between = async ({ path }, next) => {
      if (path.endsWith('/complete') && losses > 0) {
        losses -= 1;
        here.relay.blobs.get(name)?.parts.delete(1);
      }
      return next();
    };
    expect((await uploadBlob(file, plan, here)).ok).toBe(true);
    expect(partsSent(here)).toEqual([0, 1, 2, 1]);
    losses = 1000;
    expect(await uploadBlob(file, plan, here)).toMatchObject({ error: { code: 'refused' } });
  });

  it('stops with the reason where the relay has no space', async () => {
    const here = await setting();
    here.relay.between = async ({ method }, next) => (method === 'PUT' ? problem(507, 'no-space') : next());
    const file = fileOf(100);
    const sent = await uploadBlob(file, unwrap(await planBlob(file)), here);
    expect(sent).toMatchObject({ error: { code: 'relay', problem: { code: 'no-space' } } });
  });

  it('[fault 54] twice gives two blobs that nobody can tell to be the same file', async () => {
    const here = await setting();
    const file = fileOf(100_000);
    const references = [await send(here, file), await send(here, file)];
    const stored = [...here.relay.blobs.values()].map(({ parts }) => concat(...parts.values()));
    expect(here.relay.blobs.size).toBe(2);
    expect(equal(references[0]!.key, references[1]!.key)).toBe(false);
    // Not even one run of sixteen bytes is shared: no block, no header, no commitment.
    const runsOf = (bytes: Uint8Array): Set<string> =>
      new Set(
        Array.from({ length: Math.floor(bytes.length / 16) }, (_, at) =>
          toBase64url(bytes.subarray(at * 16, at * 16 + 16)),
        ),
      );
    const first = runsOf(stored[0]!);
    expect([...runsOf(stored[1]!)].filter((run) => first.has(run))).toEqual([]);
  });

  it('makes a reference that the format takes, also from the strangest name', () => {
    const plan = {
      blob: randomBytes(32),
      key: randomBytes(32),
      hash: randomBytes(32),
      salt: randomBytes(24),
      shape: shapeOf(10)!,
      slices: [],
    };
    for (const name of ['', 'x'.repeat(4000), 'ا'.repeat(4000), '😀'.repeat(4000), '\ud800', 'a\0b']) {
      const made = referenceTo(plan, name, 'not a type');
      expect(made.mediaType).toBe('');
      expect(encode(blobReference, made).length).toBeLessThan(1300);
    }
  });
});

describe('opening a file', () => {
  type Parts = Map<number, Uint8Array<ArrayBuffer>>;
  const tricks: readonly (readonly [string, (parts: Parts) => void])[] = [
    ['whose last part is missing', (parts) => parts.delete(parts.size - 1)],
    ['whose first part is missing', (parts) => parts.delete(0)],
    ['with a part too many', (parts) => parts.set(parts.size, randomBytes(1000))],
    ['with two parts swapped', (parts) => swap(parts, 0, 1)],
    ['with a part doubled over another', (parts) => parts.set(1, parts.get(0)!)],
    ['whose last part is cut', (parts) => parts.set(3, parts.get(3)!.slice(0, -1))],
    ['whose last part is longer', (parts) => parts.set(3, concat(parts.get(3)!, Uint8Array.of(0)))],
    ['with one bit changed at the end', (parts) => flip(parts, 3, parts.get(3)!.length - 1)],
    ['with one bit changed in the middle', (parts) => flip(parts, 2, 12_345)],
    ['with another salt', (parts) => flip(parts, 0, 3)],
    ['with nothing in it', (parts) => parts.clear()],
  ];

  for (const [name, trick] of tricks) {
    it(`[fault 53] ${name} is an error, and nothing is offered`, async () => {
      const here = await setting();
      const reference = await send(here, fileOf(3 * MiB + 10));
      trick([...here.relay.blobs.values()][0]!.parts);
      const opened = await openBlob(reference, here);
      expect(opened.ok).toBe(false);
      if (!opened.ok) expect(['missing', 'damaged']).toContain(opened.error.code);
    });
  }

  it('[fault 53] finds the same when the relay lies about what it has', async () => {
    for (const [, trick] of tricks) {
      const here = await setting();
      const reference = await send(here, fileOf(3 * MiB + 10));
      const honest = await here.client.blobState(here.access, reference.blob);
      trick([...here.relay.blobs.values()][0]!.parts);
      here.relay.between = async ({ method, path }, next) =>
        method === 'GET' && /blobs\/[\w-]+$/.test(path) ? Response.json(unwrap(honest)) : next();
      const opened = await openBlob(reference, here);
      // A part beyond the end is never asked for: what is opened is whole and right.
      if (opened.ok) expect(trick).toBe(tricks[2]![1]);
    }
  });

  it('that is not what the message promised is refused: another length, another content, another place', async () => {
    const here = await setting();
    const reference = await send(here, fileOf(5000));
    const other = await send(here, fileOf(5000));
    const refusals = [
      { ...reference, size: 5001 },
      { ...reference, size: 2 ** 47 },
      { ...reference, hash: randomBytes(32) },
      { ...reference, blob: other.blob },
      { ...reference, key: other.key },
    ];
    for (const wrong of refusals) expect((await openBlob(wrong, here)).ok).toBe(false);
    const elsewhere = { ...here, access: { ...here.access, org: randomBytes(32) } };
    expect(await openBlob(reference, elsewhere)).toMatchObject({ error: { code: 'damaged' } });
  });

  it('names the parts that the relay does not have', async () => {
    const here = await setting();
    const reference = await send(here, fileOf(3 * MiB));
    [...here.relay.blobs.values()][0]!.parts.delete(2);
    expect(await openBlob(reference, here)).toEqual({ ok: false, error: { code: 'missing', parts: [2] } });
  });
});

function swap(parts: Map<number, Uint8Array<ArrayBuffer>>, left: number, right: number): void {
  const kept = parts.get(left)!;
  parts.set(left, parts.get(right)!);
  parts.set(right, kept);
}

function flip(parts: Map<number, Uint8Array<ArrayBuffer>>, part: number, at: number): void {
  const bytes = parts.get(part)!.slice();
  bytes[at]! ^= 1;
  parts.set(part, bytes);
}
