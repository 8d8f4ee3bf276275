import type { Append, ReadEntry } from '@leeward/sealed-log/wire';
import { equal, growSkeleton, logs, readEntry, toBase64url } from '@leeward/sealed-log/wire';
import { type Or, refuse } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { placeOfHash, statementOf } from './heads.ts';
import type { Organisation } from './organisations.ts';
import { type Appended, acknowledge, afterFailure, headMoved, newRow } from './outcome.ts';
import { givenSequence, insertRow, moveHead, referBlobs, takeSequence } from './placing.ts';
import { appendToRecord } from './record.ts';

/**
 * Appends an entry to the organisation's own log or to a record. It is acknowledged only after its transaction is on
 * disk. The same entry again is not an error, whatever would keep a new one out: it gets the same statement.
 */
export async function appendEntry(
  services: Services,
  organisation: Organisation,
  request: Append,
): Promise<Or<Appended>> {
  const read = await readEntry(request.entry);
  if (!read.ok) return refuse(read.error);
  const done = await appendNew(services, organisation, request, read.value);
  if (done.ok) return done;
  // Looked for only now: what is here already can never be taken a second time, and most entries are new.
  const known = await placeOfHash(services.store, organisation.org, read.value.hash);
  if (known === undefined) return done;
  return { ok: true, value: { created: false, statement: await statementOf(services.key, known) } };
}

async function appendNew(
  services: Services,
  organisation: Organisation,
  request: Append,
  read: ReadEntry,
): Promise<Or<Appended>> {
  const { header } = read;
  if (organisation.damaged) return refuse('damaged');
  if (!equal(header.org, organisation.org)) return refuse('malformed', { reason: 'wrong-log' });
  if (new Set(request.blobs.map(toBase64url)).size !== request.blobs.length) return refuse('malformed');
  return header.log === logs.organisation
    ? appendToOrganisation(services, organisation, request, read)
    : appendToRecord(services, organisation, request, read);
}

/** One entry at a time: the next is judged by the skeleton that this one leaves behind. */
function appendToOrganisation(
  services: Services,
  organisation: Organisation,
  request: Append,
  read: ReadEntry,
): Promise<Or<Appended>> {
  const { store } = services;
  return services.organisations.inTurn(organisation, async () => {
    const skeleton = structuredClone(organisation.skeleton);
    const grown = await growSkeleton(skeleton, request.entry);
    if (!grown.ok) {
      switch (grown.error) {
        case 'malformed':
        case 'part-altered':
        case 'bad-signature':
          return refuse(grown.error);
        case 'wrong-log':
          return refuse('malformed', { reason: 'wrong-log' });
        case 'key-not-admitted':
          return refuse('not-allowed', { reason: 'key-not-admitted' });
        case 'wrong-position':
        case 'wrong-prev':
          return headMoved(services, organisation, read);
      }
    }
    // An entry without authority would keep its place in the chain for ever and change nothing (rule 5).
    if (grown.value.verdict !== 'in force') return refuse('not-allowed', { reason: grown.value.verdict });
    const row = newRow(organisation.org, read);
    const done = await store.write([
      takeSequence(store, row.org, row.position - 1, true),
      moveHead(store, row, read.header.prev, 0),
      insertRow(store, row),
      ...referBlobs(store, row, request.blobs),
    ]);
    if (!done.ok) {
      await services.organisations.refresh(organisation);
      return afterFailure(services, organisation, read, request.blobs, done.error);
    }
    organisation.skeleton = skeleton;
    return acknowledge(services, row, givenSequence(done.value));
  });
}
