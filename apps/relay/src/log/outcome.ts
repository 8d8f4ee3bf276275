import type { Bytes, ReadEntry } from '@leeward/sealed-log/wire';
import { logs, toBase64url, zeros32 } from '@leeward/sealed-log/wire';
import { missingBlobs } from '../blobs/known.ts';
import { hourNow } from '../hours.ts';
import { type Or, refuse } from '../http/problem.ts';
import type { Services } from '../services.ts';
import type { lines } from '../storage/schema.ts';
import type { UnitFailure } from '../storage/unit.ts';
import { placeOfHash, readHead, statementOf } from './heads.ts';
import type { Organisation } from './organisations.ts';
import type { NewRow } from './placing.ts';

/** What an append leads to: whether the entry is new, and the signed head for it. */
export type Appended = { readonly created: boolean; readonly statement: Bytes };

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
