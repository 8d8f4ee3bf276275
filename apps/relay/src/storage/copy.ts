import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { step } from './unit.ts';

/** Every table, with the columns of its primary key: the order in which it is copied. */
export const tableKeys = {
  settings: ['name'],
  organisations: ['org'],
  heads: ['org', 'log', 'line'],
  rows: ['org', 'log', 'line', 'position'],
  append_keys: ['org', 'record', 'epoch'],
  blobs: ['org', 'blob'],
  blob_parts: ['org', 'blob', 'number'],
  blob_references: ['org', 'blob', 'log', 'line', 'position'],
  forgotten: ['org', 'kind', 'id'],
  doors: ['org'],
  joins: ['org', 'join_id', 'slot'],
  tokens: ['hash'],
  usage: ['org', 'kind', 'subject', 'period'],
  calls: ['org', 'device'],
  wakes: ['org', 'device', 'wake'],
  mailbox_ends: ['org', 'mailbox'],
  reply_ends: ['org', 'mailbox', 'position'],
} as const satisfies { readonly [Table in keyof Schema]: readonly string[] };

/** Rows in one step: with the largest parts still some tens of megabytes. */
const pageOf = 50;

/**
 * Copies all tables from one database into another, empty one, whatever the two are: backups of a PostgreSQL server are
 * SQLite files, and either can be restored into either.
 * @param from must show one moment for as long as it takes.
 */
export async function copyTables(from: Kysely<Schema>, to: Store): Promise<void> {
  for (const [table, key] of Object.entries(tableKeys) as [keyof Schema, readonly string[]][]) {
    const columns = sql.join(key.map((column) => sql.ref(column)));
    let last: readonly unknown[] | null = null;
    for (;;) {
      const after = last === null ? sql`` : sql`where (${columns}) > (${sql.join([...last])})`;
      const page: { readonly rows: readonly Record<string, unknown>[] } = await sql<
        Record<string, unknown>
      >`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(pageOf)}`.execute(
        from,
      );
      const row = page.rows.at(-1);
      if (row === undefined) break;
      last = key.map((column) => row[column]);
      const done = await to.write([step(to.db.insertInto(table).values(page.rows as never[]))]);
      if (!done.ok) throw new Error(`the table ${table} could not be copied: ${JSON.stringify(done.error)}`);
    }
  }
}
