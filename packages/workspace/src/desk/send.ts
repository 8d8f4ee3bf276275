import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromBase64url, fromHex, toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';

/** How an attempt to write ended. */
export type Written =
  | { readonly type: 'stored'; readonly hash: Bytes }
  /** The head was not where it was thought: pull, fold and ask the rules again (section 3). */
  | { readonly type: 'head-moved' }
  | { readonly type: 'offline' }
  | { readonly type: 'stopped'; readonly why: string }
  | { readonly type: 'refused'; readonly problem: string };

/** Sends a sealed entry. Only the relay's acknowledgement makes it `stored`, and only a verified pull confirms it. */
export async function send(
  engine: Engine,
  entry: Bytes,
  hash: Bytes,
  proof: Bytes | null,
  blobs: readonly Bytes[] = [],
): Promise<Written> {
  const answer = await engine.client.append(
    orgOf(engine),
    { entry, proof, blobs },
    engine.signer,
    engine.stopping,
  );
  if (answer.ok) return { type: 'stored', hash };
  const { code, status } = answer.error;
  if (code === 'head-moved') return { type: 'head-moved' };
  if (code === 'unreachable' || code === 'aborted' || status >= 500 || status === 429)
    return { type: 'offline' };
  return { type: 'refused', problem: code };
}

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
