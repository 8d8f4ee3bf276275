import type { Bytes } from '@leeward/sealed-log/wire';
import { fromBase64url } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { callLanguages } from '../calls/words.ts';
import { emptyAnswer, jsonAnswer } from '../http/answers.ts';
import { jsonObject } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { byDevice } from '../http/signed.ts';
import type { Services } from '../services.ts';
import { step } from '../storage/unit.ts';

/** The longest address that mail knows, and what a request for it takes. */
const longestAddress = 254;
const callBytes = 1024;
/** Times that one device may leave, and how far ahead. */
export const mostWakes = 64;
const longestAhead = 62 * 24 * 60;
const wakesBytes = 16 * 1024;

/** Being called: where a device's owner is reached, and the times that a desk leaves for when all desks are closed. */
export function callRoutes(app: Hono, services: Services): void {
  const { store, caller } = services;
  app.get(
    '/v1/o/:org/call',
    byDevice(services, 0, async ({ organisation, key }) => {
      const row = await found(services, organisation.org, key);
      return jsonAnswer({ available: caller.isAvailable, address: row?.address ?? null });
    }),
  );
  app.put(
    '/v1/o/:org/call',
    byDevice(services, callBytes, async ({ organisation, key, body }) => {
      const wanted = readCall(body);
      if (!wanted.ok) return wanted;
      const { org } = organisation;
      const before = store.db.deleteFrom('calls').where('org', '=', org).where('device', '=', key);
      if (wanted.value === null)
        return written(await store.write([step(before), step(noWakes(services, org, key))]));
      if (!caller.isAvailable) return refuse('nothing-there');
      const row = { org, device: key, ...wanted.value, told: 0 as const };
      return written(await store.write([step(before), step(store.db.insertInto('calls').values(row))]));
    }),
  );
  app.post(
    '/v1/o/:org/call/test',
    byDevice(services, 0, async ({ organisation, key }) => {
      const row = await found(services, organisation.org, key);
      if (row === undefined) return refuse('nothing-there');
      return (await caller.test(row.address, row.language)) ? emptyAnswer() : refuse('unavailable');
    }),
  );
  app.put(
    '/v1/o/:org/wakes',
    byDevice(services, wakesBytes, async ({ organisation, key, body }) => {
      const wakes = readWakes(body);
      if (!wakes.ok) return wakes;
      const { org } = organisation;
      const rows = wakes.value.map(({ wake, minute }) => ({ org, device: key, wake, minute }));
      const inserted = rows.length === 0 ? [] : [step(store.db.insertInto('wakes').values(rows))];
      const done = await store.write([step(noWakes(services, org, key)), ...inserted]);
      caller.timesChanged();
      return written(done);
    }),
  );
}

const noWakes = ({ store }: Services, org: Bytes, device: Bytes) =>
  store.db.deleteFrom('wakes').where('org', '=', org).where('device', '=', device);

const found = ({ store }: Services, org: Bytes, device: Bytes) =>
  store.db
    .selectFrom('calls')
    .selectAll()
    .where('org', '=', org)
    .where('device', '=', device)
    .executeTakeFirst();

type Written = Awaited<ReturnType<Services['store']['write']>>;

function written(done: Written): Or<Response> {
  if (done.ok) return emptyAnswer();
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'malformed' : done.error.type);
}

function readCall(body: Bytes): Or<{ readonly address: string; readonly language: string } | null> {
  const wanted = jsonObject(body, ['address', 'language']);
  if (!wanted.ok) return wanted;
  const { address, language } = wanted.value;
  if (address === null) return { ok: true, value: null };
  const isAddress =
    typeof address === 'string' &&
    address.length <= longestAddress &&
    /^[^\s@<>"',;:\\()[\]\p{C}]+@[^\s@<>"',;:\\()[\]\p{C}]+$/u.test(address);
  if (!isAddress || typeof language !== 'string' || !callLanguages.includes(language))
    return refuse('malformed');
  return { ok: true, value: { address, language } };
}

function readWakes(body: Bytes): Or<readonly { readonly wake: Bytes; readonly minute: number }[]> {
  const wanted = jsonObject(body, ['wakes']);
  const list = wanted.ok ? wanted.value.wakes : null;
  if (!Array.isArray(list) || list.length > mostWakes) return refuse('malformed');
  const now = Math.floor(Date.now() / 60_000);
  const wakes: { readonly wake: Bytes; readonly minute: number }[] = [];
  const ids = new Set<string>();
  for (const one of list as readonly unknown[]) {
    const { id, minute } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
    const wake = fromBase64url(typeof id === 'string' ? id : '');
    if (!wake.ok || wake.value.length !== 16 || typeof id !== 'string' || ids.has(id))
      return refuse('malformed');
    if (!Number.isSafeInteger(minute) || (minute as number) > now + longestAhead) return refuse('malformed');
    ids.add(id);
    wakes.push({ wake: wake.value, minute: Math.max(0, minute as number) });
  }
  return { ok: true, value: wakes };
}
