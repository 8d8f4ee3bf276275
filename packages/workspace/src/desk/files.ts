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

/** What ends the uploads of a session that are under way. */
const underWay = new WeakMap<Engine, Set<AbortController>>();

/**
 * Ends what is being uploaded, because somebody says so: without a line a file waits for hours, and the words that it
 * goes with would wait for it.
 */
export function stopUploads(engine: Engine): void {
  for (const one of underWay.get(engine) ?? []) one.abort();
}

/** Does an upload under a signal that the session or the person can end. */
async function stoppable<T>(
  engine: Engine,
  work: (signal: AbortSignal) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const own = new AbortController();
  const stop = (): void => own.abort();
  const all = underWay.get(engine) ?? new Set();
  underWay.set(engine, all.add(own));
  engine.stopping.addEventListener('abort', stop, { once: true });
  try {
    const answer = await work(own.signal);
    return !answer.ok && own.signal.aborted ? { ok: false, error: { code: 'stopped' } } : answer;
  } finally {
    all.delete(own);
    engine.stopping.removeEventListener('abort', stop);
  }
}

/** Uploads attachments, sealed; gives what the outbox keeps of each. A mailbox may read those of a reply; null: nobody's. */
export function uploadFiles(engine: Engine, mailbox: string | null, files: readonly File[]): Uploaded {
  return stoppable(engine, (signal) => uploadAll(engine, mailbox, files, signal));
}

type Uploaded = Promise<Answer<{ readonly files: readonly string[]; readonly blobs: readonly string[] }>>;

async function uploadAll(
  engine: Engine,
  mailbox: string | null,
  files: readonly File[],
  signal: AbortSignal,
): Uploaded {
  const references: string[] = [];
  const blobs: string[] = [];
  for (const file of files) {
    const plan = await planBlob(file, { signal });
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
      signal,
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
