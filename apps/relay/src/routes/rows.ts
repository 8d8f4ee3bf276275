import type { Bytes, Page } from '@leeward/sealed-log/wire';
import { encode, limits, page, zeros32 } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { bytesAnswer } from '../http/answers.ts';
import { numberParameter } from '../http/parameters.ts';
import { refuse } from '../http/problem.ts';
import { type Answer, type ByDevice, byDevice, byFormerDevice } from '../http/signed.ts';
import { storedRow } from '../log/stored.ts';
import type { Services } from '../services.ts';
import { lines } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';

const usualPage = 512;

/** Pulling: everything of an organisation, in the order in which it was committed. */
export function rowRoutes(app: Hono, services: Services): void {
  const answer = async ({ context, organisation }: ByDevice): Answer => {
    const after = numberParameter(context.req.query('after'), 2 ** 48 - 1, 0);
    if (!after.ok) return after;
    const limit = numberParameter(context.req.query('limit'), limits.pageItems, usualPage);
    if (!limit.ok) return limit;
    const log = context.req.query('log');
    if (log !== undefined && log !== 'organisation') return refuse('malformed');
    const place = { org: organisation.org, after: after.value, ownLogOnly: log !== undefined };
    return bytesAnswer(encode(page, await readPage(services.store, place, Math.max(1, limit.value))));
  };
  const live = byDevice(services, 0, answer);
  // A device that was ended may read the organisation's own log, whose sealed parts it opens no more: that it was.
  const former = byFormerDevice(services, 0, answer);
  app.get('/v1/o/:org/rows', (context) =>
    context.req.query('log') === 'organisation' ? former(context) : live(context),
  );
}

/** Where a page begins, and whether it holds the organisation's own log alone. */
export type PagePlace = { readonly org: Bytes; readonly after: number; readonly ownLogOnly: boolean };

/** The next rows after a cursor: at most `limit`, and at most one page of bytes unless a single row is larger. */
export async function readPage(store: Store, place: PagePlace, limit: number): Promise<Page> {
  const { after } = place;
  // Sizes first, so that no more than a page is ever in memory; databases know them without reading the parts.
  const sizes = await rowsAfter(store, place)
    .select(['sequence', rowSize.as('size')])
    .limit(limit + 1)
    .execute();
  let bytes = 0;
  let count = 0;
  for (const { size } of sizes.slice(0, limit)) {
    bytes += Number(size);
    if (count > 0 && bytes > limits.pageBytes) break;
    count += 1;
  }
  const last = sizes[count - 1]?.sequence ?? null;
  if (last === null) return { rows: [], next: after, more: 0 };
  const rows = await rowsAfter(store, place)
    .select(['sequence', 'log', 'line', 'position', 'hash', 'signed', 'clear', 'body', 'signature'])
    .where('sequence', '<=', last)
    .execute();
  return {
    rows: rows.map((row) => ({ sequence: row.sequence ?? 0, ...storedRow(row) })),
    next: last,
    more: sizes.length > count ? 1 : 0,
  };
}

function rowsAfter(store: Store, { org, after, ownLogOnly }: PagePlace) {
  const rows = store.db
    .selectFrom('rows')
    .where('org', '=', org)
    .where('sequence', '>', after)
    .orderBy('sequence');
  // Named by its whole place, so that the database goes to these rows and not through all others.
  return ownLogOnly ? rows.where('log', '=', lines.organisation).where('line', '=', zeros32) : rows;
}

/** What a row takes in a page, in bytes, with its length prefixes. */
const rowSize = sql<number>`length(signed) + coalesce(length(clear), 0) + coalesce(length(body), 0) + 100`;
