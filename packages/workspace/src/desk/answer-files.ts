import type { AnswersEvent } from '@leeward/domain/answers/events.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { fileAnswer, readFileAnswer } from '@leeward/forms';
import { fromBase64url, toBase64url, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { blobReference } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import type { Engine } from './engine.ts';
import { noteOf } from './replies.ts';

/*
 * Files as answers. A screen knows a file by its blob, name, size and hash, and never its key: the session keeps that,
 * sealed on this device, from the upload until the answer is written. Then the key is quoted by the entry, for whoever
 * reads the case; of an answer that is for some teams it lies in their box, and nowhere else.
 */

const prefix = 'answer-file:';

/** Keeps the key of a file that was uploaded for an answer, until the answer is written. */
export async function keepUploaded(engine: Engine, reference: BlobReference): Promise<void> {
  const name = `${prefix}${toHex(reference.blob)}`;
  await engine.store.put(name, await engine.local.seal(name, writeReference(reference)));
}

/** The reference to a file that this device uploaded for an answer; null where it did not. */
export async function uploadedFile(engine: Engine, blob: string): Promise<BlobReference | null> {
  const name = `${prefix}${blob}`;
  const sealed = await engine.store.get(name);
  const kept = sealed === null ? null : await engine.local.open(name, sealed);
  return typeof kept === 'string' ? readReference(kept) : null;
}

/** What the outbox keeps of the files that these events name, as far as this device uploaded them. */
export async function filesNamedBy(
  engine: Engine,
  events: readonly CaseEvent[],
): Promise<{ readonly files: readonly string[]; readonly blobs: readonly string[] } | null> {
  const files: string[] = [];
  const blobs: string[] = [];
  for (const blob of new Set(events.flatMap(blobsIn))) {
    const reference = await uploadedFile(engine, blob);
    if (reference === null) continue;
    files.push(writeReference(reference));
    blobs.push(blob);
  }
  return files.length === 0 ? null : { files, blobs };
}

/** The blobs of files that an event names in the open. */
export function blobsIn(event: CaseEvent | AnswersEvent): readonly string[] {
  if (event.type !== 'AnswersKept' && event.type !== 'AnswersSealed') return [];
  return Object.values(event.set).flatMap((value) => {
    const file = readFileAnswer(value);
    return file === null ? [] : [file.blob];
  });
}

export const writeReference = (reference: BlobReference): string =>
  toBase64url(encode(blobReference, reference));

function readReference(text: string): BlobReference | null {
  const bytes = fromBase64url(text);
  const read = bytes.ok ? decode(blobReference, bytes.value) : null;
  return read?.ok ? read.value : null;
}

/** A file as it stands in a box: with its key. */
export const boxedFile = (reference: BlobReference): string => `file:${writeReference(reference)}`;

/** What stands in a box, as the page may see it, and the key that it does not see; null where it is no file. */
export function fromBoxedFile(
  value: unknown,
): { readonly value: string; readonly reference: BlobReference } | null {
  if (typeof value !== 'string' || !value.startsWith('file:')) return null;
  const reference = readReference(value.slice('file:'.length));
  return reference === null ? null : { value: fileAnswer(noteOf(reference)), reference };
}

/** Files out of boxes that this person has opened; the worker ends when the desk is locked. */
const fromBoxes = new WeakMap<Engine, Map<string, BlobReference>>();

/** Remembers a file that a box held. */
export function rememberFile(engine: Engine, reference: BlobReference): void {
  const known = fromBoxes.get(engine) ?? new Map<string, BlobReference>();
  fromBoxes.set(engine, known);
  known.set(toHex(reference.blob), reference);
}

/** The reference to a file that an opened box held, or that this device has uploaded. */
export async function answerFile(engine: Engine, blob: string): Promise<BlobReference | null> {
  return fromBoxes.get(engine)?.get(blob) ?? (await uploadedFile(engine, blob));
}
