import type { Bytes } from '@leeward/sealed-log/wire';
import { encode, headStatement, signed, signedBytes } from '@leeward/sealed-log/wire';
import { secondOfHour } from '../hours.ts';
import type { RelayKey } from '../relay-key.ts';
import type { HeadsTable, Line } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';

/** What stands at one position of one line. */
export type Place = {
  readonly org: Bytes;
  readonly log: Line;
  readonly line: Bytes;
  readonly position: number;
  readonly hash: Bytes;
  readonly hour: number;
};

/** The relay's signed word that it holds this (a `Signed` `HeadStatement`). The same place gives the same bytes. */
export async function statementOf(key: RelayKey, place: Place): Promise<Bytes> {
  const bytes = encode(headStatement, {
    org: place.org,
    log: place.log,
    record: place.line,
    position: place.position,
    head: place.hash,
    hour: secondOfHour(place.hour),
  });
  return encode(signed, { bytes, signature: key.sign(signedBytes.head(bytes)) });
}

export function readHead(store: Store, org: Bytes, log: Line, line: Bytes): Promise<HeadsTable | undefined> {
  return store.db
    .selectFrom('heads')
    .selectAll()
    .where('org', '=', org)
    .where('log', '=', log)
    .where('line', '=', line)
    .executeTakeFirst();
}

/** The place where something with this hash already stands. */
export async function placeOfHash(store: Store, org: Bytes, hash: Bytes): Promise<Place | undefined> {
  return store.db
    .selectFrom('rows')
    .select(['org', 'log', 'line', 'position', 'hash', 'hour'])
    .where('org', '=', org)
    .where('hash', '=', hash)
    .executeTakeFirst();
}
