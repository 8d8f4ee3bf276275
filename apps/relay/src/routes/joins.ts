import type { Bytes } from '@leeward/sealed-log/wire';
import { decode, deviceAt, leftInBox, mostInBox, signedBytes } from '@leeward/sealed-log/wire';
import type { Context, Hono } from 'hono';
import { hourNow } from '../hours.ts';
import { bytesAnswer, emptyAnswer } from '../http/answers.ts';
import { bytesParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { byDevice, namedOrganisation, unsigned } from '../http/signed.ts';
import type { Services } from '../services.ts';
import { step } from '../storage/unit.ts';

/** The voucher stands before what is sealed. */
const leftBytes = mostInBox + 256;
const slots = { request: 1, answer: 2 } as const;
type Slot = (typeof slots)[keyof typeof slots];

/**
 * A small drop box for invitations: who knows the id, which is a secret of the invitation, may fetch. To leave something
 * takes the voucher of a live device as well, which the link carries: an organisation's id is public with its door, and a
 * stranger must not use up the boxes of those who were invited.
 */
export function joinRoutes(app: Hono, services: Services): void {
  const path = '/v1/o/:org/joins/:join';
  const named = (context: Context): Or<{ readonly org: Bytes; readonly join: Bytes }> => {
    const organisation = namedOrganisation(services, context);
    const join = bytesParameter(context.req.param('join'));
    if (!organisation.ok) return organisation;
    if (!join.ok) return join;
    if (organisation.value === null) return refuse('nothing-there');
    return { ok: true, value: { org: organisation.value.org, join: join.value } };
  };
  const fetched = (slot: Slot) =>
    unsigned(services, 0, async ({ context }) => {
      const place = named(context);
      return place.ok ? readJoin(services, place.value.org, place.value.join, slot) : place;
    });

  app.put(
    path,
    unsigned(services, leftBytes, async ({ context, body }) => {
      const place = named(context);
      if (!place.ok) return place;
      const { org, join } = place.value;
      const left = decode(leftInBox, body);
      if (!left.ok) return refuse('malformed');
      const { device, voucher, sealed } = left.value;
      const skeleton = services.organisations.get(org)?.skeleton;
      const isLive =
        skeleton !== undefined && deviceAt(skeleton, device, skeleton.hashes.length - 1) !== null;
      if (!isLive || !(await services.judge.verify(device, signedBytes.box(org, join), voucher)))
        return refuse('not-allowed');
      return leave(services, org, join, slots.request, sealed);
    }),
  );
  app.get(path, fetched(slots.request));
  app.put(
    `${path}/answer`,
    byDevice(services, mostInBox, async ({ context, organisation, body }) => {
      const join = bytesParameter(context.req.param('join'));
      return join.ok ? leave(services, organisation.org, join.value, slots.answer, body) : join;
    }),
  );
  app.get(`${path}/answer`, fetched(slots.answer));
}

/** Leaves something once. The same again is no mistake; something else is. */
async function leave(
  services: Services,
  org: Bytes,
  join: Bytes,
  slot: Slot,
  bytes: Bytes,
): Promise<Or<Response>> {
  const { store, config } = services;
  const there = await found(services, org, join, slot);
  if (there !== undefined) return Buffer.compare(there, bytes) === 0 ? emptyAnswer(200) : refuse('taken');
  const { count } = await store.db
    .selectFrom('joins')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('org', '=', org)
    .where('slot', '=', slot)
    .executeTakeFirstOrThrow();
  const limit = config.quotas.joins;
  if (Number(count) >= limit) return refuse('quota', { limit, retryAfter: 3600 });
  const row = { org, join_id: join, slot, bytes, hour: hourNow() };
  const done = await store.write([step(store.db.insertInto('joins').values(row), 1, 'taken')]);
  if (done.ok) return emptyAnswer(201);
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'taken' : done.error.type);
}

async function readJoin(services: Services, org: Bytes, join: Bytes, slot: Slot): Promise<Or<Response>> {
  const bytes = await found(services, org, join, slot);
  return bytes === undefined ? refuse('nothing-there') : bytesAnswer(bytes);
}

async function found({ store }: Services, org: Bytes, join: Bytes, slot: Slot): Promise<Bytes | undefined> {
  const row = await store.db
    .selectFrom('joins')
    .select('bytes')
    .where('org', '=', org)
    .where('join_id', '=', join)
    .where('slot', '=', slot)
    .executeTakeFirst();
  return row?.bytes;
}
