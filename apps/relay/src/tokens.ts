import type { Bytes } from '@leeward/sealed-log/wire';
import { labelledHash, randomBytes, toBase64url, utf8 } from '@leeward/sealed-log/wire';
import { hourNow } from './hours.ts';
import type { Store } from './storage/store.ts';
import { step } from './storage/unit.ts';

/** One-time tokens for founding an organisation (section 8). Only their hashes are stored. */

export const tokenHash = (token: string): Promise<Bytes> => labelledHash('one-time token', utf8(token));

/**
 * Makes a token of 128 random bits. With `only`, tokens made before are no longer good.
 * @throws Error when it cannot be stored.
 */
export async function makeToken(store: Store, only: 'only' | 'also' = 'also'): Promise<string> {
  const token = toBase64url(randomBytes(16));
  const row = { hash: await tokenHash(token), hour: hourNow() };
  const others = only === 'only' ? [step(store.db.deleteFrom('tokens'))] : [];
  const done = await store.write([...others, step(store.db.insertInto('tokens').values(row))]);
  if (!done.ok) throw new Error(`the token could not be stored: ${done.error.type}`);
  return token;
}
