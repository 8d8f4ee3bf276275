import { caseNoun } from '@leeward/domain/case/state.ts';
import type { DocumentEvent, DocumentValues } from '@leeward/domain/document/events.ts';
import { isGraphic } from '@leeward/domain/document/state.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { actOnCase } from './case-acts.ts';
import type { CaseCommands } from './case-contract.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { uploadFiles } from './files.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import { filesOf, noteOf } from './replies.ts';

/** Uploads a document, sealed, for whoever reads the case; gives what the outbox keeps of it. */
export async function documentItem(
  engine: Engine,
  { record, id, values, file }: CaseCommands['keepDocument'][0],
): Promise<Answer<NewItem>> {
  return writtenWith(engine, record, id, file, values);
}

/**
 * A copy on which something was blacked out, of a document or of an answer that everybody reads who reads the case: a
 * document of its own that names what it was made from. Of an answer for some teams no copy is kept, because the other
 * readers of the case would see it.
 */
export async function documentCopyItem(
  engine: Engine,
  record: string,
  of: { readonly blob: string; readonly hash: string },
  file: File,
): Promise<Answer<NewItem>> {
  const view = await openRecord(engine, record);
  if (view.folded.kind !== 'case' || !view.blobs.has(of.blob))
    return { ok: false, error: { code: 'not-here' } };
  const original = [...view.folded.state.parts.documents.values()].find((document) =>
    (document.fields.file ?? []).some(({ value }) => value.blob === of.blob && value.hash === of.hash),
  );
  const values = {
    title: file.name.replace(/\.[^.]*$/, ''),
    kind: original === undefined ? null : (valueIn(original, 'kind') ?? null),
    about: original === undefined ? null : (valueIn(original, 'about') ?? null),
    // What is left in the copy may hurt as much: whoever made it can say otherwise.
    graphic: original !== undefined && isGraphic(original),
    shows: original === undefined ? '' : (valueIn(original, 'shows') ?? ''),
    madeFrom: { blob: of.blob, hash: of.hash },
  };
  return writtenWith(engine, record, toHex(randomBytes(16)), file, values);
}

/** Uploads a document's file, sealed; gives what the outbox keeps of both. */
async function writtenWith(
  engine: Engine,
  record: string,
  id: string,
  file: File,
  values: Partial<DocumentValues>,
): Promise<Answer<NewItem>> {
  const { folded } = await openRecord(engine, record);
  if (folded.kind !== 'case') return { ok: false, error: { code: 'not-here' } };
  const uploaded = await uploadFiles(engine, null, [file]);
  if (!uploaded.ok) return uploaded;
  const [reference] = filesOf({ files: uploaded.value.files });
  if (reference === undefined) return { ok: false, error: { code: 'broken-file' } };
  const event: DocumentEvent = {
    type: 'DocumentKept',
    v: 1,
    id,
    set: { ...values, file: noteOf(reference) },
    replaces: {},
  };
  const allowed = propose(caseNoun, folded.state, actorOf(engine), [event]);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  return { ok: true, value: { record, command: actOnCase, args: { events: [event], ...uploaded.value } } };
}
