import { canKeepCopy } from '@leeward/domain/request/rules.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import type { Builder } from './builder-parts.ts';
import { text, wrongKind } from './builder-parts.ts';
import { documentCopyItem } from './case-documents.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { uploadFiles } from './files.ts';
import { scanCopyItem } from './identity/scans.ts';
import type { NewItem } from './outbox.ts';
import { plainPicture } from './plain-picture.ts';
import { openRecord } from './records.ts';
import { filesOf, noteOf } from './replies.ts';
import type { RequestCommands } from './requests-contract.ts';

/** Uploads a copy, sealed, for the team alone; gives what the outbox keeps of it. */
export async function copyItem(
  engine: Engine,
  { record, of, name, bytes }: RequestCommands['keepCopy'][0],
): Promise<Answer<NewItem>> {
  const type = plainPicture(bytes);
  if (type === null) return { ok: false, error: { code: 'broken-file' } };
  const { folded } = await openRecord(engine, record);
  if (folded.kind === 'case') return documentCopyItem(engine, record, of, new File([bytes], name, { type }));
  if (folded.kind !== 'conversation') {
    // A scan in an identity record: the copy stays behind the same key.
    if (folded.kind === 'identity' || folded.kind === 'unknown')
      return scanCopyItem(engine, record, of, new File([bytes], name, { type }));
    return { ok: false, error: { code: 'not-here' } };
  }
  const uploaded = await uploadFiles(engine, null, [new File([bytes], name, { type })]);
  if (!uploaded.ok) return uploaded;
  const args = { of: of.blob, original: of.hash, ...uploaded.value };
  return { ok: true, value: { record, command: 'keepCopy', args } };
}

/** The event that names a copy, and its key, quoted, for whoever reads the record. */
export const buildCopy: Builder = async (engine, view, args) => {
  if (view.folded.kind !== 'conversation') return wrongKind;
  const [file] = filesOf(args);
  if (file === undefined) return { ok: false, error: { code: 'not_there' } };
  const copy = { of: text(args, 'of'), original: text(args, 'original'), file: noteOf(file) };
  const allowed = canKeepCopy(view.folded.state, actorOf(engine), copy);
  if (!allowed.ok) return allowed;
  return { ok: true, value: { events: allowed.value, quoted: [encode(blobReference, file)] } };
};
