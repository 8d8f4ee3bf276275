import { fileAnswer } from '@leeward/forms';
import { keepUploaded } from './answer-files.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { uploadFiles } from './files.ts';
import { filesOf, noteOf } from './replies.ts';

/** Uploads a file, sealed; gives the answer that names it. */
export async function sealAnswerFile(
  engine: Engine,
  file: File,
): Promise<Answer<{ readonly value: string }>> {
  const uploaded = await uploadFiles(engine, null, [file]);
  if (!uploaded.ok) return uploaded;
  const [reference] = filesOf({ files: uploaded.value.files });
  if (reference === undefined) return { ok: false, error: { code: 'broken-file' } };
  await keepUploaded(engine, reference);
  return { ok: true, value: { value: fileAnswer(noteOf(reference)) } };
}
