import { append, decode, equal, limits, readEntry, readGenesis, zeros32 } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { bytesAnswer } from '../http/answers.ts';
import { type Or, refuse } from '../http/problem.ts';
import { unsigned } from '../http/signed.ts';
import { placeOfHash, statementOf } from '../log/heads.ts';
import { type Appended, acknowledge, newRow } from '../log/outcome.ts';
import { givenSequence, insertRow, moveHead, takeSequence } from '../log/placing.ts';
import type { Services } from '../services.ts';
import { step } from '../storage/unit.ts';
import { tokenHash } from '../tokens.ts';

/** Founding an organisation on this relay. */
export function organisationRoutes(app: Hono, services: Services): void {
  app.post(
    '/v1/organisations',
    unsigned(services, limits.entry + 4096, async ({ context, body }) => {
      const request = decode(append, body);
      if (!request.ok) return refuse('malformed');
      const done = await found(services, request.value.entry, context.req.header('leeward-token') ?? '');
      return done.ok ? bytesAnswer(done.value.statement, done.value.created ? 201 : 200) : done;
    }),
  );
}

async function found(services: Services, bytes: Uint8Array, token: string): Promise<Or<Appended>> {
  const { store, organisations } = services;
  const read = await readEntry(bytes);
  if (!read.ok) return refuse(read.error);
  const org = read.value.hash;
  const place = await placeOfHash(store, org, org);
  if (place !== undefined)
    return { ok: true, value: { created: false, statement: await statementOf(services.key, place) } };
  // The token before anything that costs time: this is open to everybody.
  const hash = await tokenHash(token);
  const known = await store.db
    .selectFrom('tokens')
    .select('hash')
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (known === undefined) return refuse('bad-token');
  const genesis = await readGenesis(bytes, null);
  if (!genesis.ok)
    return genesis.error === 'bad-signature'
      ? refuse('bad-signature')
      : refuse('malformed', { reason: genesis.error });
  const { skeleton, grown } = genesis.value;
  if (!equal(skeleton.relayKey, services.key.publicKey))
    return refuse('not-allowed', { reason: 'wrong-relay-key' });
  const row = newRow(skeleton.org, grown.read);
  const used = store.db.deleteFrom('tokens').where('hash', '=', hash);
  const organisation = { org: row.org, sequence: 0, head_position: 0 };
  const done = await store.write([
    step(used, 1, 'bad-token'),
    step(store.db.insertInto('organisations').values(organisation), 1, 'taken'),
    takeSequence(store, row.org, 0),
    moveHead(store, row, zeros32, 0),
    insertRow(store, row),
  ]);
  if (done.ok) {
    if (organisations.get(skeleton.org) === null) organisations.add(skeleton);
    services.logbook('organisation-founded');
    return acknowledge(services, row, givenSequence(done.value.slice(2)));
  }
  if (done.error.type === 'broken') throw new Error(done.error.message);
  if (done.error.type !== 'refused') return refuse(done.error.type);
  // The same request on two connections: one of them used the token.
  const meanwhile = await placeOfHash(store, skeleton.org, skeleton.org);
  if (meanwhile === undefined) return refuse('bad-token');
  return { ok: true, value: { created: false, statement: await statementOf(services.key, meanwhile) } };
}
