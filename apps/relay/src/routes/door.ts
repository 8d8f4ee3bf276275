import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Bytes } from '@leeward/sealed-log/wire';
import {
  decode,
  descriptor,
  encode,
  limits,
  readPublishedDoor,
  sha256,
  submission,
  toBase64url,
} from '@leeward/sealed-log/wire';
import type { Context, Hono } from 'hono';
import { checkDescriptor } from '../door/check.ts';
import { readDoor } from '../door/stored.ts';
import { submit } from '../door/submit.ts';
import { bytesAnswer, emptyAnswer } from '../http/answers.ts';
import { type Or, refuse } from '../http/problem.ts';
import { type ByDevice, byDevice, namedOrganisation, unsigned } from '../http/signed.ts';
import type { Services } from '../services.ts';
import { acceptedEncoding } from '../static/serve.ts';
import { step } from '../storage/unit.ts';

/** The largest descriptor: its chain, its settings and a full roster. */
const descriptorLimit = 2 * 1024 * 1024;
const submissionLimit = limits.item + 8 * 1024;

/** The door: what it shows, and the items that come in. */
export function doorRoutes(app: Hono, services: Services): void {
  app.get(
    '/v1/d/:org',
    unsigned(services, 0, async ({ context }) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      const door =
        organisation.value === null ? null : await readDoor(services.store, organisation.value.org);
      if (door === null) return refuse('no-door');
      return { ok: true, value: await packed(context, encode(descriptor, door.published.descriptor)) };
    }),
  );

  app.get(
    '/v1/d/:org/questionnaires/:hash',
    unsigned(services, 0, async ({ context }) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      const door =
        organisation.value === null ? null : await readDoor(services.store, organisation.value.org);
      for (const bytes of door?.published.questionnaires ?? [])
        if (toBase64url(await sha256(bytes)) === context.req.param('hash'))
          return { ok: true, value: await packed(context, bytes) };
      return refuse('nothing-there');
    }),
  );

  app.put(
    '/v1/o/:org/door',
    byDevice(services, descriptorLimit, (request) => publish(services, request)),
  );

  app.post(
    '/v1/d/:org/items',
    unsigned(services, submissionLimit, async ({ context, body }) => {
      const organisation = namedOrganisation(services, context);
      if (!organisation.ok) return organisation;
      if (organisation.value === null) return refuse('no-door');
      const request = decode(submission, body);
      if (!request.ok) return refuse('malformed');
      const done = await submit(services, organisation.value, request.value);
      return done.ok ? bytesAnswer(done.value.receipt, done.value.created ? 201 : 200) : done;
    }),
  );
}

/** Publishes a descriptor, unless one with a higher revision, or a later renewal of the same, is there already. */
async function publish(services: Services, { organisation, body }: ByDevice): Promise<Or<Response>> {
  const published = readPublishedDoor(body);
  if (published === null) return refuse('malformed');
  const now = Math.floor(Date.now() / 1000);
  const checked = await checkDescriptor(organisation.skeleton, published, now);
  if (!checked.ok) return checked;
  const { revision, workBits } = checked.value.settings;
  const { store } = services;
  const { org } = organisation;
  const stored = store.db
    .insertInto('doors')
    .values({ org, revision, work_bits: workBits, published: body })
    .onConflict((conflict) =>
      conflict
        .column('org')
        .doUpdateSet({ revision, work_bits: workBits, published: body })
        .where('doors.revision', '<=', revision),
    );
  const done = await store.write([step(stored, 1, 'older-descriptor')]);
  if (done.ok) return emptyAnswer();
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'older-descriptor' : done.error.type);
}

/** The descriptor is public and the same for everybody, so it may be compressed; it counts towards the door's weight. */
async function packed(context: Context, bytes: Bytes): Promise<Response> {
  const encoding = acceptedEncoding(context.req.header('accept-encoding') ?? '');
  const small =
    encoding === null
      ? bytes
      : await (encoding === 'br' ? promisify(brotliCompress)(bytes) : promisify(gzip)(bytes));
  const headers = new Headers({
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(small.length),
    Vary: 'Accept-Encoding',
  });
  if (encoding !== null) headers.set('Content-Encoding', encoding);
  return new Response(new Uint8Array(small), { headers });
}
