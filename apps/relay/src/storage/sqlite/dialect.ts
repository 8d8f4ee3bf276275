import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Asks the reading thread; writes never come this way. */
export type Query = (
  sql: string,
  parameters: readonly unknown[],
) => Promise<readonly Record<string, unknown>[]>;

/** Kysely over node:sqlite in another thread. Kysely's own transactions are refused: writes are units. */
export function sqliteDialect(query: Query): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      return { rows: (await query(sql, parameters)) as R[] };
    },
    // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams
    async *streamQuery() {
      throw new Error('rows are read a page at a time, not streamed');
    },
  };
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('writes go through Store.write, in units, not through transactions of Kysely'));
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
