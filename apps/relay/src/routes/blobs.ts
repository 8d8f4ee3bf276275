import type { Bytes } from '@leeward/sealed-log/wire';
import { fromBase64url, limits } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { type BlobCaller, isOwner, readBlob, takePart, wasForgotten } from '../blobs/upload.ts';
import { bytesAnswer, emptyAnswer, jsonAnswer } from '../http/answers.ts';
import { bytesParameter, jsonNumbers, numberParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { type ByEither, byEither } from '../http/signed.ts';
import type { Services } from '../services.ts';
import { type BlobsTable, owners } from '../storage/schema.ts';
import { step } from '../storage/unit.ts';

/** Attachments: sealed before they come, in parts of 1 MiB, resumed at the first part that is missing. */
export function blobRoutes(app: Hono, services: Services): void {
  const path = '/v1/o/:org/blobs/:blob';

  app.put(
    `${path}/parts/:number`,
    byEither(services, limits.part, async (request) => {
      const named = partNamed(request);
      const readableBy = readerNamed(request);
      const work = workNamed(request);
      if (!named.ok) return named;
      if (!readableBy.ok) return readableBy;
      if (!work.ok) return work;
      const done = await takePart(services, callerOf(request), {
        ...named.value,
        bytes: request.body,
        readableBy: readableBy.value,
        work: work.value,
      });
      return done.ok ? emptyAnswer(done.value ? 201 : 200) : done;
    }),
  );

  app.get(
    path,
    byEither(services, 0, async (request) => {
      const blob = bytesParameter(request.context.req.param('blob'));
      if (!blob.ok) return blob;
      const known = await readBlob(services, request.organisation.org, blob.value);
      if (known === undefined || !mayRead(known, request))
        return jsonAnswer({ parts: [], complete: false, totalBytes: 0 });
      const parts = await partsOf(services, known);
      return jsonAnswer({ parts, complete: known.complete === 1, totalBytes: known.bytes });
    }),
  );

  app.get(
    `${path}/parts/:number`,
    byEither(services, 0, async (request) => {
      const named = partNamed(request);
      if (!named.ok) return named;
      const { blob, number } = named.value;
      const { org } = request.organisation;
      const known = await readBlob(services, org, blob);
      if (known === undefined && (await wasForgotten(services, org, blob))) return refuse('forgotten');
      if (known === undefined || !mayRead(known, request)) return refuse('nothing-there');
      const bytes = await services.disk.readPart(org, blob, number);
      return bytes === null ? refuse('nothing-there') : bytesAnswer(bytes);
    }),
  );

  app.post(
    `${path}/complete`,
    byEither(services, 1024, async (request) => {
      const blob = bytesParameter(request.context.req.param('blob'));
      if (!blob.ok) return blob;
      const stated = jsonNumbers(request.body, ['parts', 'totalBytes']);
      return stated.ok ? complete(services, request, blob.value, stated.value) : stated;
    }),
  );
}

/** Closes a blob once every part is durable: all of 1 MiB but the last, and together what the sender says. */
async function complete(
  services: Services,
  request: ByEither,
  blob: Bytes,
  stated: { readonly parts: number; readonly totalBytes: number },
) {
  const { org } = request.organisation;
  const known = await readBlob(services, org, blob);
  if (known === undefined && (await wasForgotten(services, org, blob))) return refuse('forgotten');
  if (known !== undefined && !isOwner(known, callerOf(request)))
    return refuse('not-allowed', { reason: 'not-the-owner' });
  if (stated.parts < 1 || stated.parts > limits.parts) return refuse('malformed');
  const parts = known === undefined ? [] : await partsOf(services, known);
  const missing = Array.from({ length: stated.parts }, (_, number) => number).filter(
    (number) => (parts[number] ?? null) === null,
  );
  if (known === undefined || missing.length > 0)
    return refuse('part-missing', { missing: missing.slice(0, 1000) });
  const whole = parts.length === stated.parts && known.bytes === stated.totalBytes;
  const filled = parts.slice(0, -1).every((size) => size === limits.part);
  if (!whole || !filled) return refuse('malformed', { reason: 'sizes-differ' });
  if (known.complete === 1)
    return jsonAnswer({ parts: stated.parts, complete: true, totalBytes: known.bytes });
  const closed = services.store.db
    .updateTable('blobs')
    .set({ complete: 1 })
    .where('org', '=', org)
    .where('blob', '=', blob)
    .where('bytes', '=', stated.totalBytes);
  const done = await services.store.write([step(closed, 1, 'sizes-differ')]);
  if (done.ok) return jsonAnswer({ parts: stated.parts, complete: true, totalBytes: known.bytes });
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'part-missing' : done.error.type);
}

/** Sizes by number; null where a part is missing. */
async function partsOf({ store }: Services, { org, blob }: BlobsTable): Promise<readonly (number | null)[]> {
  const rows = await store.db
    .selectFrom('blob_parts')
    .select(['number', 'size'])
    .where('org', '=', org)
    .where('blob', '=', blob)
    .execute();
  const sizes = new Map(rows.map(({ number, size }) => [number, size]));
  const length = Math.max(-1, ...sizes.keys()) + 1;
  return Array.from({ length }, (_, number) => sizes.get(number) ?? null);
}

function callerOf({ organisation, key, mailbox }: ByEither): BlobCaller {
  return mailbox === null
    ? { org: organisation.org, kind: owners.device, id: key }
    : { org: organisation.org, kind: owners.mailbox, id: mailbox };
}

/** The team reads all; a mailbox what it sent, and what the team put there for it. */
function mayRead(blob: BlobsTable, { mailbox }: ByEither): boolean {
  if (mailbox === null) return true;
  return blob.mailbox !== null && Buffer.compare(blob.mailbox, mailbox) === 0;
}

function partNamed({ context }: ByEither): Or<{ readonly blob: Bytes; readonly number: number }> {
  const blob = bytesParameter(context.req.param('blob'));
  const number = numberParameter(context.req.param('number'), limits.parts - 1);
  if (!blob.ok) return blob;
  return number.ok ? { ok: true, value: { blob: blob.value, number: number.value } } : number;
}

/** For whom the team puts it there: the header `Leeward-Mailbox` in a request of a device. */
function readerNamed({ context, mailbox }: ByEither): Or<Bytes | null> {
  const header = context.req.header('leeward-mailbox');
  if (mailbox !== null || header === undefined) return { ok: true, value: null };
  return bytesParameter(header);
}

function workNamed({ context }: ByEither): Or<Bytes | null> {
  const header = context.req.header('leeward-work');
  if (header === undefined) return { ok: true, value: null };
  const bytes = fromBase64url(header);
  return bytes.ok ? bytes : refuse('malformed');
}
