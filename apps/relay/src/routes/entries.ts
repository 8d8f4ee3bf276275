import { append, decode, entry, limits, readEntry, zeros32 } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { bytesAnswer, emptyAnswer } from '../http/answers.ts';
import { bytesParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { type ByDevice, byDevice } from '../http/signed.ts';
import { appendEntry } from '../log/append.ts';
import { readClear } from '../log/clear-parts.ts';
import { readHead, statementOf } from '../log/heads.ts';
import { readForgotten, wasForgotten } from '../log/remembered.ts';
import type { Services } from '../services.ts';
import { lines } from '../storage/schema.ts';
import { step } from '../storage/unit.ts';

/** Appending to an organisation's logs, asking for their heads, and putting a lost part back. */
export function entryRoutes(app: Hono, services: Services): void {
  app.post(
    '/v1/o/:org/entries',
    byDevice(services, limits.entry + 4096, async ({ organisation, body }) => {
      const request = decode(append, body);
      if (!request.ok) return refuse('malformed');
      const done = await appendEntry(services, organisation, request.value);
      return done.ok ? bytesAnswer(done.value.statement, done.value.created ? 201 : 200) : done;
    }),
  );

  app.get(
    '/v1/o/:org/heads',
    byDevice(services, 0, async ({ context, organisation }) => {
      const named = context.req.query('record');
      const record: Or<Uint8Array<ArrayBuffer>> =
        named === undefined ? { ok: true, value: zeros32 } : bytesParameter(named);
      if (!record.ok) return record;
      const log = named === undefined ? lines.organisation : lines.record;
      const head = await readHead(services.store, organisation.org, log, record.value);
      if (head === undefined) return refuse('nothing-there');
      const row = await services.store.db
        .selectFrom('rows')
        .select(['org', 'log', 'line', 'position', 'hash', 'hour'])
        .where('org', '=', organisation.org)
        .where('log', '=', log)
        .where('line', '=', record.value)
        .where('position', '=', head.position)
        .executeTakeFirstOrThrow();
      return bytesAnswer(await statementOf(services.key, row));
    }),
  );

  app.put(
    '/v1/o/:org/bodies/:entry',
    byDevice(services, limits.entry + 4096, (request) => putBack(services, request)),
  );
}

/** Puts parts back that are missing here, and were not forgotten: what a damaged or older backup lacks (rule 23). */
async function putBack(services: Services, { context, organisation, body }: ByDevice) {
  const named = bytesParameter(context.req.param('entry'));
  if (!named.ok) return named;
  if (!decode(entry, body).ok) return refuse('malformed');
  const read = await readEntry(body);
  if (!read.ok) return refuse(read.error);
  const { store } = services;
  const { hash, missing, entry: parts } = read.value;
  if (Buffer.compare(hash, named.value) !== 0) return refuse('part-altered');
  if (missing.clear || missing.body) return refuse('malformed', { reason: 'part-missing' });
  const clear = await readClear(read.value);
  if (!clear.ok) return clear;
  const remembered = await readForgotten(services, read.value, clear.value);
  if (wasForgotten(read.value, remembered, undefined) !== 'no') return refuse('forgotten');
  const filled = store.db
    .updateTable('rows')
    .set({ clear: parts.clear, body: parts.body })
    .where('org', '=', organisation.org)
    .where('hash', '=', hash);
  const done = await store.write([step(filled, 1, 'nothing-there')]);
  if (done.ok) return emptyAnswer();
  if (done.error.type === 'broken') throw new Error(done.error.message);
  return refuse(done.error.type === 'refused' ? 'nothing-there' : done.error.type);
}
