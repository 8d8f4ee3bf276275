import { limits } from '@leeward/forms';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';

/** A form of the organisation's own questions, by its hash, as it was kept. */
export type KeptText = { readonly form: string; readonly text: string };

/** Bytes that were hashed already: they never change, so that a hash is taken once for each. */
const hashes = new WeakMap<Bytes, string>();

/** JSON begins so, and nothing else that an organisation's log quotes. */
const BRACE = 0x7b;

/** A form that the organisation keeps, with its text as it was quoted; null where it is not here, or nobody might keep it. */
export async function keptForm(engine: Engine, form: string): Promise<KeptText | null> {
  // Quoted by whomever: only what an administrator kept counts.
  const known = organisationNow(engine).forms.find((one) => one.form === form);
  if (known === undefined) return null;
  const bytes =
    known.parts === undefined ? await quotedForm(engine, form) : await largeForm(engine, form, known.parts);
  return bytes === null ? null : { form, text: new TextDecoder().decode(bytes) };
}

/** Large forms that were put together already, by hash: a form never changes. */
const assembled = new Map<string, Bytes>();

/** A large form, put together from its parts; null where one is missing, or they are not that form. */
async function largeForm(engine: Engine, form: string, parts: readonly string[]): Promise<Bytes | null> {
  const known = assembled.get(form);
  if (known !== undefined) return known;
  const pieces: Bytes[] = [];
  for (const part of parts) {
    const bytes = await quotedPart(engine, part);
    if (bytes === null) return null;
    pieces.push(bytes);
  }
  const bytes = await unpackForm(concat(...pieces));
  if (bytes === null || toHex(await sha256(bytes)) !== form) return null;
  assembled.set(form, bytes);
  return bytes;
}

/** A part of a large form, by its hash, as some entry quotes it. */
export async function quotedPart(engine: Engine, part: string): Promise<Bytes | null> {
  for (const { body } of engine.organisation.links)
    for (const bytes of body?.quoted ?? []) {
      if (bytes[0] === BRACE) continue;
      const hash = hashes.get(bytes) ?? toHex(await sha256(bytes));
      hashes.set(bytes, hash);
      if (hash === part) return bytes;
    }
  return null;
}

/** A form made small: thousands of questions in many languages repeat themselves. */
export async function packForm(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** And large again; null where it is no such thing, or larger than any form may be. */
async function unpackForm(packed: Bytes): Promise<Bytes | null> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const pieces: Bytes[] = [];
  let size = 0;
  try {
    for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > mostBytes) return null;
      pieces.push(piece.slice());
    }
  } catch {
    return null;
  }
  return concat(...pieces);
}

/** A form has at most so many UTF-16 units, and none needs more than three bytes. */
const mostBytes = 3 * limits.form;

/** The bytes of a kept form. */
export async function quotedForm(engine: Engine, form: string): Promise<Bytes | null> {
  for (const { body } of engine.organisation.links)
    for (const bytes of body?.quoted ?? []) {
      if (bytes[0] !== BRACE) continue;
      const hash = hashes.get(bytes) ?? toHex(await sha256(bytes));
      hashes.set(bytes, hash);
      if (hash === form) return bytes;
    }
  return null;
}
