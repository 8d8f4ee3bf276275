import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
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
  if (!organisationNow(engine).forms.some((known) => known.form === form)) return null;
  const bytes = await quotedForm(engine, form);
  return bytes === null ? null : { form, text: new TextDecoder().decode(bytes) };
}

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
