import type { Bytes, PublishedDoor } from '@leeward/sealed-log/wire';
import { readPublishedDoor } from '@leeward/sealed-log/wire';
import type { Store } from '../storage/store.ts';

/** What is published for an organisation's door. */
export type StoredDoor = {
  readonly revision: number;
  readonly workBits: number;
  readonly published: PublishedDoor;
};

/** The door of an organisation, or null where none was published. */
export async function readDoor(store: Store, org: Bytes): Promise<StoredDoor | null> {
  const row = await store.db.selectFrom('doors').selectAll().where('org', '=', org).executeTakeFirst();
  if (row === undefined) return null;
  const { revision, work_bits: workBits } = row;
  const published = readPublishedDoor(row.published);
  if (published === null) throw new Error('a published descriptor was stored that cannot be read');
  return { revision, workBits, published };
}
