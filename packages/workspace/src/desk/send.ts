import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, fromHex, toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { acknowledges } from './receipts.ts';

/** How an attempt to write ended. */
export type Written =
  | { readonly type: 'stored'; readonly hash: Bytes }
  /** The head was not where it was thought: pull, fold and ask the rules again (section 3). */
  | { readonly type: 'head-moved' }
  /**
   * It may or may not have arrived. `problem` where the relay said why it can take nothing now; `stored` where the relay
   * signed that it has it, and it could not be pulled back.
   */
  | { readonly type: 'offline'; readonly problem?: string; readonly stored?: true }
  | { readonly type: 'stopped'; readonly why: string }
  | { readonly type: 'refused'; readonly problem: string };

/**
 * Sends a signed entry. Only an acknowledgement that the relay signed for this very place makes it `stored` (rule 7),
 * and only a verified pull confirms it.
 */
export async function send(
  engine: Engine,
  entry: Bytes,
  proof: Bytes | null,
  blobs: readonly Bytes[] = [],
): Promise<Written> {
  const read = await readEntry(entry);
  if (!read.ok) throw new Error('what is sent was signed here or verified here');
  const answer = await engine.client.append(
    orgOf(engine),
    { entry, proof, blobs },
    engine.signer,
    engine.stopping,
  );
  if (answer.ok) {
    const { header, hash } = read.value;
    const place = { log: header.log, record: header.record, position: header.position, head: hash };
    // Nothing is believed that anybody could have said: the same bytes are sent again.
    return (await acknowledges(engine, answer.value.receipt, place))
      ? { type: 'stored', hash }
      : { type: 'offline' };
  }
  const { code, status } = answer.error;
  if (code === 'head-moved') return { type: 'head-moved' };
  if (definite.has(code)) return { type: 'refused', problem: code };
  // Anything else says nothing about what became of the entry: it waits, and the same bytes are sent again.
  return code === 'no-space' && status === 507 ? { type: 'offline', problem: code } : { type: 'offline' };
}

/** Refusals of the protocol that would be the same for the same bytes (docs/protocol-http.md). */
const definite: ReadonlySet<string> = new Set([
  'malformed',
  'part-altered',
  'bad-signature',
  'not-allowed',
  'blob-missing',
  'forgotten',
  'too-large',
]);

export const toText = toBase64url;
export function fromText(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes.ok) throw new Error('damaged outbox');
  return bytes.value;
}
export function bytesOf(hex: string): Bytes {
  const bytes = fromHex(hex);
  if (!bytes.ok) throw new Error('not hex');
  return bytes.value;
}
