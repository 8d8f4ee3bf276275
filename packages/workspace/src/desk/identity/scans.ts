import { canEditIdentity } from '@leeward/domain/identity/rules.ts';
import { identityScans, type ScanEvent, type ScanValues } from '@leeward/domain/identity/scans.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Answer } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { actorOf } from '../engine.ts';
import { uploadFiles } from '../files.ts';
import type { NewItem } from '../outbox.ts';
import { openRecord } from '../records.ts';
import { filesOf, noteOf } from '../replies.ts';
import { comingIdentities } from './make.ts';
import { openUntil } from './opened.ts';
import { withOwnIdentityActs } from './own-acts.ts';

/* Scans in an identity record: sealed beside it, named by its entries, shown only while the record is open. */

/** The state of an identity record that is open now, with this device's own acts; null where it is closed. */
async function openState(engine: Engine, record: string): Promise<IdentityState | null> {
  if (openUntil(engine, record) === null) return null;
  return withOwnIdentityActs(engine, await openRecord(engine, record));
}

/** Uploads a scan, sealed; gives what the outbox keeps of it. Nothing is uploaded that could not be kept. */
export async function scanItem(
  engine: Engine,
  record: string,
  id: string,
  values: Omit<ScanValues, 'file'>,
  file: File,
): Promise<Answer<NewItem>> {
  const state = await openState(engine, record);
  if (state === null) return { ok: false, error: { code: 'not-here' } };
  // Pressed twice, or sent again after a lock: it is one scan.
  if (state.sheet.scans.has(id))
    return { ok: false, error: { code: 'refused', refusal: { code: 'exists' } } };
  const uploaded = await uploadFiles(engine, null, [file]);
  if (!uploaded.ok) return uploaded;
  const [reference] = filesOf({ files: uploaded.value.files });
  if (reference === undefined) return { ok: false, error: { code: 'broken-file' } };
  const event = editOf(identityScans, baseOf<ScanValues>(undefined, id), {
    ...values,
    file: noteOf(reference),
  }) as ScanEvent;
  const allowed = canEditIdentity(state, actorOf(engine), [event]);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const notBefore = comingIdentities(engine).find((one) => one.record === record)?.at ?? 0;
  const args = { events: [event], ...uploaded.value };
  return { ok: true, value: { record, command: 'actOnIdentity', args, notBefore } };
}

/** A copy on which something was blacked out, of a scan that is open: a scan of its own that names its original. */
export async function scanCopyItem(
  engine: Engine,
  record: string,
  of: { readonly blob: string; readonly hash: string },
  file: File,
): Promise<Answer<NewItem>> {
  const state = await openState(engine, record);
  const original = [...(state?.sheet.scans.values() ?? [])].find((scan) =>
    (scan.fields.file ?? []).some(({ value }) => value.blob === of.blob && value.hash === of.hash),
  );
  if (original === undefined) return { ok: false, error: { code: 'not-here' } };
  const paper = original.fields.paper?.at(-1)?.value ?? null;
  const values = { paper, madeFrom: { blob: of.blob, hash: of.hash }, note: '' };
  return scanItem(engine, record, toHex(randomBytes(16)), values, file);
}
