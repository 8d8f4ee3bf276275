import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { StoredRow } from './device-store.ts';
import { answerTo, inTransaction } from './indexed-db.ts';
import type { Pack, Span } from './packs.ts';
import { byLog, decodePack, encodePack, packsOf, rowsIn, touched } from './packs.ts';

/** Rows in packs, in a browser's database. */
export type PackStore = {
  /** Puts rows where they belong, with the values that `beside` puts into the same transaction. */
  readonly add: (
    rows: readonly StoredRow[],
    durability: IDBTransactionDurability,
    beside: ((values: IDBObjectStore) => void) | null,
  ) => Promise<void>;
  readonly rowsOf: (logs: readonly string[]) => Promise<readonly (readonly Bytes[])[]>;
  readonly drop: (log: string, from: number) => Promise<void>;
  /** How many rows each log holds whose name begins so. */
  readonly lengths: (prefix: string) => Promise<ReadonlyMap<string, number>>;
  /** Forgets where packs lie: to be called where all of them were deleted. */
  readonly cleared: () => void;
};

/** A pack's key: its log, the position of its first row, and how many rows it holds. */
type PackKey = [log: string, first: number, count: number];
type Rows = ReadonlyMap<number, Bytes>;

/**
 * Opens the packs. Where each lies is held in memory: a log that is not here costs no question, and what follows a log's
 * last row is put there without looking. After a write that failed nothing in memory is believed any more.
 */
export async function openPacks(database: IDBDatabase): Promise<PackStore> {
  const known = spansByLog(await inPacks(database, 'readonly', (store) => answerTo(store.getAllKeys())));
  /** Set while packs are read and written anew, or wait for that: what comes later then waits for its turn. */
  let waiting: Promise<void> | null = null;
  let trusted = true;

  const spansOf = async (store: IDBObjectStore, log: string): Promise<readonly Span[]> =>
    trusted
      ? (known.get(log) ?? [])
      : (spansByLog(await answerTo(store.getAllKeys(ofLog(log)))).get(log) ?? []);
  const note = (log: string, spans: readonly Span[]): void => {
    if (spans.length === 0) known.delete(log);
    else known.set(log, spans);
  };
  const put = (store: IDBObjectStore, log: string, rows: Rows): readonly Span[] =>
    packsOf(rows).map((pack) => {
      const span = { first: pack.first, count: pack.rows.length };
      store.put(encodePack(pack.rows), keyOf(log, span));
      return span;
    });
  /** Writes the packs of a log anew where `change` has to do with rows that they hold. */
  const rewrite = async (
    store: IDBObjectStore,
    log: string,
    tornOf: (spans: readonly Span[]) => readonly Span[],
    change: (rows: Map<number, Bytes>) => Rows,
  ): Promise<void> => {
    const spans = await spansOf(store, log);
    const torn = tornOf(spans);
    const rows = change(await readSpans(store, log, torn));
    for (const span of torn) store.delete(keyOf(log, span));
    note(log, [...spans.filter((span) => !torn.includes(span)), ...put(store, log, rows)]);
  };
  /** Begins at once where it can, so that whoever asks afterwards sees it; otherwise in its turn. */
  const inTurn = (isSlow: () => boolean, change: () => Promise<void>): Promise<void> => {
    const watched = (): Promise<void> =>
      change().catch((error: unknown) => {
        trusted = false;
        throw error;
      });
    if (waiting === null && !isSlow()) return watched();
    const turn = (waiting ?? Promise.resolve()).then(watched);
    const over = turn.then(ignore, ignore).then(() => {
      if (waiting === over) waiting = null;
    });
    waiting = over;
    return turn;
  };
  const isTorn = (log: string, rows: Rows): boolean =>
    !trusted || touched(known.get(log) ?? [], rows).length > 0;

  return {
    add: (rows, durability, beside) => {
      const logs = byLog(rows);
      const scope = beside === null ? (['packs'] as const) : (['packs', 'values'] as const);
      return inTurn(
        () => [...logs].some(([log, added]) => isTorn(log, added)),
        () =>
          inTransaction(database, scope, 'readwrite', durability, async (transaction) => {
            if (beside !== null) beside(transaction.objectStore('values'));
            const store = transaction.objectStore('packs');
            for (const [log, added] of logs)
              if (!isTorn(log, added)) note(log, [...(known.get(log) ?? []), ...put(store, log, added)]);
              else
                await rewrite(
                  store,
                  log,
                  (spans) => touched(spans, added),
                  (held) => new Map([...held, ...added]),
                );
          }),
      );
    },
    rowsOf: async (logs) => {
      if (waiting !== null) await waiting;
      if (trusted && logs.every((log) => !known.has(log))) return logs.map(() => []);
      return inPacks(database, 'readonly', (store) =>
        Promise.all(
          logs.map(async (log) => {
            if (trusted && !known.has(log)) return [];
            return (await answerTo<Bytes[]>(store.getAll(ofLog(log)))).flatMap(decodePack);
          }),
        ),
      );
    },
    drop: (log, from) =>
      inTurn(
        () => true,
        () =>
          inPacks(database, 'readwrite', (store) =>
            rewrite(
              store,
              log,
              (spans) => spans.filter(({ first, count }) => first + count > from),
              (rows) => new Map([...rows].filter(([position]) => position < from)),
            ),
          ),
      ),
    lengths: async (prefix) => {
      if (waiting !== null) await waiting;
      const logs = trusted
        ? known
        : spansByLog(await inPacks(database, 'readonly', (store) => answerTo(store.getAllKeys())));
      return new Map(
        [...logs]
          .filter(([log]) => log.startsWith(prefix))
          .map(([log, spans]) => [log, spans.reduce((sum, { count }) => sum + count, 0)]),
      );
    },
    cleared: () => known.clear(),
  };
}

const ignore = (): void => undefined;

const inPacks = <T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> =>
  inTransaction(database, ['packs'], mode, 'strict', (transaction) => work(transaction.objectStore('packs')));

function spansByLog(keys: readonly IDBValidKey[]): Map<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  for (const [log, first, count] of keys as readonly PackKey[]) {
    const spans = found.get(log);
    if (spans === undefined) found.set(log, [{ first, count }]);
    else spans.push({ first, count });
  }
  return found;
}

async function readSpans(
  store: IDBObjectStore,
  log: string,
  spans: readonly Span[],
): Promise<Map<number, Bytes>> {
  const read = spans.map(async (span): Promise<Pack> => {
    const pack = await answerTo<Bytes | undefined>(store.get(keyOf(log, span)));
    return { first: span.first, rows: pack === undefined ? [] : decodePack(pack) };
  });
  return rowsIn(await Promise.all(read));
}

const keyOf = (log: string, { first, count }: Span): PackKey => [log, first, count];
const ofLog = (log: string): IDBKeyRange => IDBKeyRange.bound([log], [log, []]);
