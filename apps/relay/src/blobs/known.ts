import type { Bytes } from '@leeward/sealed-log/wire';
import { base64urlOf } from '../bytes.ts';
import { forgettable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';

/** Which of these blobs are not complete here, as base64url. */
export async function missingBlobs(
  store: Store,
  org: Bytes,
  blobs: readonly Bytes[],
): Promise<readonly string[]> {
  if (blobs.length === 0) return [];
  const complete = await store.db
    .selectFrom('blobs')
    .select('blob')
    .where('org', '=', org)
    .where('blob', 'in', blobs)
    .where('complete', '=', 1)
    .execute();
  const known = new Set(complete.map(({ blob }) => base64urlOf(blob)));
  return blobs.map(base64urlOf).filter((blob) => !known.has(blob));
}

/** The blobs that can still be asked for: one that was forgotten is missing for good, and nothing waits for it. */
export async function notForgotten(
  store: Store,
  org: Bytes,
  blobs: readonly Bytes[],
): Promise<readonly Bytes[]> {
  if (blobs.length === 0) return [];
  const gone = await store.db
    .selectFrom('forgotten')
    .select('id')
    .where('org', '=', org)
    .where('kind', '=', forgettable.blob)
    .where('id', 'in', blobs)
    .execute();
  const known = new Set(gone.map(({ id }) => base64urlOf(id)));
  return blobs.filter((blob) => !known.has(base64urlOf(blob)));
}
