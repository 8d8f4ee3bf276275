import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { verify } from '../crypto/ed25519.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Signed } from '../wire/box.ts';
import { decode } from '../wire/codec.ts';
import { signedBytes } from '../wire/hashes.ts';
import type { HeadStatement } from '../wire/relay.ts';
import { headStatement } from '../wire/relay.ts';

/** What the relay says that it holds, with its signature: kept, so that it can be held to it (rule 7). */
export type KeptHead = { readonly statement: HeadStatement; readonly signed: Signed };

/**
 * Reads a signed head. `relayKeys` are all keys that the organisation ever named for its relay: an old statement
 * stays provable after the key was changed.
 */
export async function readHead(
  signed: Signed,
  org: Bytes,
  relayKeys: readonly Bytes[],
): Promise<Result<KeptHead, 'malformed' | 'wrong-organisation' | 'bad-signature'>> {
  const statement = decode(headStatement, signed.bytes);
  if (!statement.ok) return statement;
  if (!equal(statement.value.org, org)) return err('wrong-organisation');
  const message = signedBytes.head(signed.bytes);
  for (const key of relayKeys)
    if (await verify(key, message, signed.signature)) return ok({ statement: statement.value, signed });
  return err('bad-signature');
}

/** Two statements by the relay that cannot both be true: at one place, two entries. */
export type ProofAgainstRelay = { readonly one: KeptHead; readonly two: KeptHead };

/** Looks for statements that contradict each other, among those that this device and its colleagues kept. */
export function contradictions(heads: readonly KeptHead[]): readonly ProofAgainstRelay[] {
  const byPlace = new Map<string, KeptHead>();
  const found: ProofAgainstRelay[] = [];
  for (const kept of heads) {
    const { log, record, position, head } = kept.statement;
    const place = `${log} ${toHex(record)} ${position}`;
    const before = byPlace.get(place);
    if (before === undefined) byPlace.set(place, kept);
    else if (!equal(before.statement.head, head)) found.push({ one: before, two: kept });
  }
  return found;
}

/**
 * Whether a kept statement contradicts what the relay serves now: it promised an entry at a position where another
 * one stands, or where there is nothing any more. The second may be a restored backup; the first is a fork.
 */
export function heldAgainst(
  { statement }: KeptHead,
  served: readonly { readonly hash: Bytes }[],
): 'agrees' | 'went-back' | 'other-entry' {
  const here = served[statement.position];
  if (here === undefined) return 'went-back';
  return equal(here.hash, statement.head) ? 'agrees' : 'other-entry';
}
