import { join } from 'node:path';
import type { Bytes } from '@leeward/sealed-log/wire';
import { toHex } from '@leeward/sealed-log/wire';
import { partPath } from '../blobs/disk.ts';
import { base64urlOf, hexOf } from '../bytes.ts';
import { forgettable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { hashFile } from './manifest.ts';
import type { Tell } from './verify.ts';

/** Every part of every attachment on disk against its row, and every reference against its attachment. */
export async function verifyBlobs(store: Store, org: Bytes, data: string, tell: Tell): Promise<void> {
  const blobs = await store.db.selectFrom('blobs').selectAll().where('org', '=', org).execute();
  const complete = new Set<string>();
  for (const { blob, complete: isComplete } of blobs) {
    const name = `attachment ${base64urlOf(blob)}`;
    const parts = await store.db
      .selectFrom('blob_parts')
      .selectAll()
      .where('org', '=', org)
      .where('blob', '=', blob)
      .orderBy('number')
      .execute();
    if (isComplete === 1) complete.add(toHex(blob));
    if (isComplete === 1 && parts.some(({ number }, index) => number !== index))
      tell(`${name}: a part is not recorded`);
    for (const { number, size, hash } of parts) {
      const found = await hashFile(join(data, partPath(org, blob, number)));
      if (found === null) tell(`${name}: part ${number} is missing`);
      else if (found.size !== size || found.sha256 !== hexOf(hash))
        tell(`${name}: part ${number} was altered`);
    }
  }
  const forgotten = await store.db
    .selectFrom('forgotten')
    .select('id')
    .where('org', '=', org)
    .where('kind', '=', forgettable.blob)
    .execute();
  const gone = new Set(forgotten.map(({ id }) => toHex(id)));
  const references = await store.db
    .selectFrom('blob_references')
    .select('blob')
    .distinct()
    .where('org', '=', org)
    .execute();
  for (const { blob } of references)
    if (!complete.has(toHex(blob)) && !gone.has(toHex(blob)))
      tell(`attachment ${base64urlOf(blob)}: is named and not here`);
}
