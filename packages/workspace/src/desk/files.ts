import type { FileNote } from '@leeward/domain/shared/context.ts';
import { toBase64url, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { openBlob } from '../blob/open.ts';
import { planBlob } from '../blob/plan.ts';
import { referenceTo, uploadBlob } from '../blob/upload.ts';
import { createPatience } from '../transport/patience.ts';
import { answerFile } from './answer-files.ts';
import type { Answer, OpenedFile } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { relayFailure } from './failures.ts';
import { filesOnTheirWay, isClosedIdentity } from './identity/closed.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';

/** Opens an attachment for the viewer. Nothing of it is given out before its last byte was verified. */
export async function openFile(engine: Engine, record: string, file: FileNote): Promise<Answer<OpenedFile>> {
  // Of an identity that is closed nothing is shown, whatever a screen asks (rule 14).
  if (await isClosedIdentity(engine, record)) return { ok: false, error: { code: 'not-here' } };
  const view = await openRecord(engine, record);
  const reference =
    view.blobs.get(file.blob) ??
    // Kept here and not in the log yet: an identity may wait a day for its random hour.
    filesOnTheirWay(engine, record).find(({ blob }) => toHex(blob) === file.blob) ??
    (await answerFile(engine, file.blob)) ??
    undefined;
  if (reference === undefined) return { ok: false, error: { code: 'not-here' } };
  const opened = await openBlob(reference, {
    client: engine.client,
    access: { org: orgOf(engine), signer: engine.signer },
    patience: createPatience({ longest: 4000 }),
    signal: engine.stopping,
    onProgress: ({ done, total }) => engine.report(`file:${file.blob}`, done, total),
  });
  if (!opened.ok) {
    const { error } = opened;
    if (error.code === 'relay') return { ok: false, error: relayFailure(error.problem) };
    return {
      ok: false,
      error: { code: 'relay', problem: error.code === 'missing' ? 'blob-missing' : 'blob-damaged' },
    };
  }
  const bytes = await opened.value.arrayBuffer();
  return { ok: true, value: { bytes, name: reference.name, mediaType: reference.mediaType } };
}

/** Uploads attachments, sealed; gives what the outbox keeps of each. A mailbox may read those of a reply; null: nobody's. */
export async function uploadFiles(
  engine: Engine,
  mailbox: string | null,
  files: readonly File[],
): Promise<Answer<{ readonly files: readonly string[]; readonly blobs: readonly string[] }>> {
  const references: string[] = [];
  const blobs: string[] = [];
  for (const file of files) {
    const plan = await planBlob(file, { signal: engine.stopping });
    if (!plan.ok) {
      if (plan.error.code === 'file-too-large')
        return { ok: false, error: { code: 'file-too-large', limit: plan.error.limit } };
      return { ok: false, error: { code: 'relay', problem: plan.error.code } };
    }
    const sent = await uploadBlob(file, plan.value, {
      client: engine.client,
      access: {
        org: orgOf(engine),
        signer: engine.signer,
        ...(mailbox === null ? {} : { mailbox: bytesOf(mailbox) }),
      },
      patience: createPatience({ longest: 8000 }),
      signal: engine.stopping,
      onProgress: ({ done, total }) => engine.report(`upload:${file.name}`, done, total),
    });
    if (!sent.ok) {
      const problem = sent.error.code === 'relay' ? relayFailure(sent.error.problem) : null;
      return { ok: false, error: problem ?? { code: 'relay', problem: sent.error.code } };
    }
    references.push(toBase64url(encode(blobReference, referenceTo(plan.value, file.name, file.type))));
    blobs.push(toHex(plan.value.blob));
  }
  return { ok: true, value: { files: references, blobs } };
}
