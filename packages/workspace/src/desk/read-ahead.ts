import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Given } from '@leeward/sealed-log/log/chain.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import { type Begun, begin } from './begin-record.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { type Incoming, type Refused, readIncoming } from './incoming.ts';
import { withVerdicts } from './signatures.ts';
import { logNames } from './store/device-store.ts';

/*
 * Records are read from the device's store some at a time, and their signatures judged by the second worker, while those
 * before them are opened and folded: neither the store nor either core waits for the other.
 */

/** How many records are read from the store in one go. */
export const readAtOnce = 32;
/** How many such goes are under way before they are wanted. */
const ahead = 2;

/** The rows of those records that are not open, as far as they can be read. */
export async function readRecords(
  engine: Engine,
  ids: readonly string[],
): Promise<readonly (readonly [id: string, rows: readonly Given[]])[]> {
  const closed = ids.filter((id) => !engine.records.has(id));
  const stored = await engine.store.rowsOfAll(closed.map(logNames.record));
  if (engine.signatures === null) return closed.map((id, index) => [id, stored[index] ?? []]);
  const read: Given[][] = [];
  for (const rows of stored) read.push(await Promise.all(rows.map(readRow)));
  const judged = withVerdicts(engine.signatures, read);
  return closed.map((id, index) => [id, judged[index] ?? []]);
}

/** What cannot be read stays as it is: verification says what is wrong with it. */
async function readRow(bytes: Bytes): Promise<Given> {
  const read = await readEntry(bytes);
  return read.ok ? { bytes, read: read.value } : bytes;
}

/** A record that grows: what came for it, and what was made ready of it meanwhile. */
export type Growing = {
  readonly id: string;
  readonly entries: readonly Incoming[];
  /** What came for it, and is no entry of this organisation. */
  readonly refused: readonly Refused[];
  /** Its rows of the store, where it was not open when they were read. */
  readonly stored: readonly Given[] | undefined;
  /** For a record that is new here: what came for it, verified. */
  readonly begun: Promise<Begun> | undefined;
};

/** Records in their order, each with what it needs to grow. To be gone through while nobody else writes into the store. */
export async function* growing(
  engine: Engine,
  records: readonly (readonly [id: string, rows: readonly Bytes[]])[],
): AsyncGenerator<Growing> {
  const prepare = async (from: number): Promise<readonly Growing[]> => {
    const some = records.slice(from, from + readAtOnce);
    const came = await Promise.all(some.map(([, rows]) => readIncoming(rows, orgOf(engine))));
    const judged = withVerdicts(
      engine.signatures,
      came.map(({ entries }) => entries),
    );
    const rows = await readRecords(
      engine,
      some.map(([id]) => id),
    );
    const stored = new Map(rows);
    return some.map(([id], index): Growing => {
      const entries = judged[index] ?? [];
      const held = stored.get(id);
      const begun = held?.length === 0 && entries.length > 0 ? begin(engine, id, entries) : undefined;
      // Whoever stops half-way does not wait for it.
      begun?.catch(() => undefined);
      return { id, entries, refused: came[index]?.refused ?? [], stored: held, begun };
    });
  };
  const coming: Promise<readonly Growing[]>[] = [];
  for (let from = 0; from < records.length || coming.length > 0; ) {
    while (coming.length <= ahead && from < records.length) {
      const one = prepare(from);
      one.catch(() => undefined);
      coming.push(one);
      from += readAtOnce;
    }
    yield* (await coming.shift()) ?? [];
  }
}
