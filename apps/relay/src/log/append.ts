import type { Append, Bytes, ReadEntry } from '@leeward/sealed-log/wire';
import { equal, growSkeleton, logs, readEntry, toBase64url, zeros32 } from '@leeward/sealed-log/wire';
import { missingBlobs } from '../blobs/known.ts';
import { hourNow } from '../hours.ts';
import { type Or, refuse } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { lines } from '../storage/schema.ts';
import type { UnitFailure } from '../storage/unit.ts';
import { placeOfHash, readHead, statementOf } from './heads.ts';
import type { Organisation } from './organisations.ts';
import { givenSequence, insertRow, moveHead, type NewRow, referBlobs, takeSequence } from './placing.ts';
import { appendToRecord } from './record.ts';

/** What an append leads to: whether the entry is new, and the signed head for it. */
export type Appended = { readonly created: boolean; readonly statement: Bytes };

/**
 * Appends an entry to the organisation's own log or to a record. It is acknowledged only after its transaction is on
 * disk. The same entry again is not an error: it gets the same statement.
 */
export async function appendEntry(
  services: Services,
  organisation: Organisation,
  request: Append,
): Promise<Or<Appended>> {
  const read = await readEntry(request.entry);
  if (!read.ok) return refuse(read.error);
  const { header, hash } = read.value;
  const known = await placeOfHash(services.store, organisation.org, hash);
  if (known !== undefined)
    return { ok: true, value: { created: false, statement: await statementOf(services.key, known) } };
  if (organisation.damaged) return refuse('damaged');
  if (!equal(header.org, organisation.org)) return refuse('malformed', { reason: 'wrong-log' });
  if (new Set(request.blobs.map(toBase64url)).size !== request.blobs.length) return refuse('malformed');
  return header.log === logs.organisation
    ? appendToOrganisation(services, organisation, request, read.value)
    : appendToRecord(services, organisation, request, read.value);
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

/** The row for an entry; a part that is missing (it was forgotten where it comes from) is stored as missing. */
export function newRow(org: Bytes, { header, hash, entry, missing }: ReadEntry): NewRow {
  return {
    org,
    log: header.log,
    line: header.log === logs.organisation ? zeros32 : header.record,
    position: header.position,
    hash,
    hour: hourNow(),
    form: header.form,
    signed: entry.header,
    signature: entry.signature,
    clear: missing.clear ? null : entry.clear,
    body: missing.body ? null : entry.body,
  };
}

/** Tells the others, and signs what the writer is told. Called only after the commit. */
export async function acknowledge(services: Services, row: NewRow, sequence: number): Promise<Or<Appended>> {
  services.live.announce(row.org, sequence);
  return { ok: true, value: { created: true, statement: await statementOf(services.key, row) } };
}

/** What a unit's failure means for the writer. */
export async function afterFailure(
  services: Services,
  organisation: Organisation,
  read: ReadEntry,
  blobs: readonly Bytes[],
  failure: UnitFailure,
): Promise<Or<Appended>> {
  if (failure.type === 'broken') throw new Error(failure.message);
  if (failure.type !== 'refused') return refuse(failure.type);
  if (failure.refusal === 'blob-missing') {
    const missing = await missingBlobs(services.store, organisation.org, blobs);
    return refuse('blob-missing', { blob: missing[0] ?? null });
  }
  return headMoved(services, organisation, read);
}

/** Somebody was first. If it was this very entry, on another connection, it is there and that is all right. */
export async function headMoved(
  services: Services,
  organisation: Organisation,
  { header, hash }: ReadEntry,
): Promise<Or<Appended>> {
  const known = await placeOfHash(services.store, organisation.org, hash);
  if (known !== undefined)
    return { ok: true, value: { created: false, statement: await statementOf(services.key, known) } };
  const line = header.log === logs.organisation ? zeros32 : header.record;
  return refuse('head-moved', { head: await headDetails(services, organisation.org, header.log, line) });
}

/** The head that a refusal names: position and hash, or null for a line that does not exist yet. */
export async function headDetails(
  services: Services,
  org: Bytes,
  log: (typeof lines)[keyof typeof lines],
  line: Bytes,
): Promise<{ readonly position: number; readonly hash: string } | null> {
  const head = await readHead(services.store, org, log, line);
  return head === undefined ? null : { position: head.position, hash: toBase64url(head.head) };
}
