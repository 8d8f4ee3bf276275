import type { Bytes, Page } from '@leeward/sealed-log/wire';
import { encode, limits, page } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { bytesAnswer } from '../http/answers.ts';
import { numberParameter } from '../http/parameters.ts';
import { byDevice } from '../http/signed.ts';
import { storedRow } from '../log/stored.ts';
import type { Services } from '../services.ts';
import type { Store } from '../storage/store.ts';

const usualPage = 512;

/** Pulling: everything of an organisation, in the order in which it was committed. */
export function rowRoutes(app: Hono, services: Services): void {
  app.get(
    '/v1/o/:org/rows',
    byDevice(services, 0, async ({ context, organisation }) => {
      const after = numberParameter(context.req.query('after'), 2 ** 48 - 1, 0);
      if (!after.ok) return after;
      const limit = numberParameter(context.req.query('limit'), limits.pageItems, usualPage);
      if (!limit.ok) return limit;
      const read = await readPage(services.store, organisation.org, after.value, Math.max(1, limit.value));
      return bytesAnswer(encode(page, read));
    }),
  );
}

/** The next rows after a cursor: at most `limit`, and at most one page of bytes unless a single row is larger. */
export async function readPage(store: Store, org: Bytes, after: number, limit: number): Promise<Page> {
  // Sizes first, so that no more than a page is ever in memory; databases know them without reading the parts.
  const sizes = await store.db
    .selectFrom('rows')
    .select(['sequence', rowSize.as('size')])
    .where('org', '=', org)
    .where('sequence', '>', after)
    .orderBy('sequence')
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
  const rows = await store.db
    .selectFrom('rows')
    .select(['sequence', 'log', 'signed', 'clear', 'body', 'signature'])
    .where('org', '=', org)
    .where('sequence', '>', after)
    .where('sequence', '<=', last)
    .orderBy('sequence')
    .execute();
  return {
    rows: rows.map((row) => ({ sequence: row.sequence ?? 0, ...storedRow(row) })),
    next: last,
    more: sizes.length > count ? 1 : 0,
  };
}

/** What a row takes in a page, in bytes, with its length prefixes. */
const rowSize = sql<number>`length(signed) + coalesce(length(clear), 0) + coalesce(length(body), 0) + 100`;
