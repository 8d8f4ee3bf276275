import type { Bytes, PublishedDescriptor } from '@leeward/sealed-log/wire';
import { decode, publishedDescriptor } from '@leeward/sealed-log/wire';
import type { Store } from '../storage/store.ts';

/** What is published for an organisation's door. */
export type StoredDoor = {
  readonly revision: number;
  readonly workBits: number;
  readonly published: PublishedDescriptor;
};

/** The door of an organisation, or null where none was published. */
export async function readDoor(store: Store, org: Bytes): Promise<StoredDoor | null> {
  const row = await store.db.selectFrom('doors').selectAll().where('org', '=', org).executeTakeFirst();
  if (row === undefined) return null;
  const published = decode(publishedDescriptor, row.published);
  if (!published.ok) throw new Error('a published descriptor was stored that cannot be read');
  return { revision: row.revision, workBits: row.work_bits, published: published.value };
}
