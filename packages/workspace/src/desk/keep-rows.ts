import type { Engine } from './engine.ts';
import type { Place } from './fetch-rows.ts';
import { letGo } from './records.ts';
import type { NamedValue, StoredRow } from './store/device-store.ts';

/** The device's place, and what must be asked for again, as they are kept. */
export function placeValues(engine: Engine, { cursor, mark }: Place = engine): readonly NamedValue[] {
  const text = JSON.stringify([cursor, mark, engine.askAgainFrom]);
  return [{ name: 'cursor', value: new TextEncoder().encode(text) }];
}

/** Rows that are being written: they are not written twice, and stand among the unsaved ones until they are durable. */
const underWay = new WeakSet<StoredRow>();

/** Takes the rows that nobody writes yet. */
function takeUnsaved(engine: Engine): readonly StoredRow[] {
  const rows = engine.unsaved.filter((row) => !underWay.has(row));
  for (const row of rows) underWay.add(row);
  return rows;
}

async function save(
  engine: Engine,
  rows: readonly StoredRow[],
  values: readonly NamedValue[],
  durable: 'now' | 'later',
): Promise<boolean> {
  try {
    await engine.store.addRows(rows, values, durable);
  } catch {
    // A full disk, or a browser that refuses: the same rows are kept with the next ones.
    for (const row of rows) underWay.delete(row);
    return false;
  }
  const saved = new Set(rows);
  engine.unsaved = engine.unsaved.filter((row) => !saved.has(row));
  return true;
}

/** Writes what was verified so far, while more is verified. It counts only with the place. */
export async function keepMeanwhile(engine: Engine): Promise<void> {
  await save(engine, takeUnsaved(engine), [], 'later');
}

/**
 * Rows and place become durable together: a crash between them repeats a pull, and never skips one. `before` is what is
 * being written already. False where this device could not keep them: the rows stay in memory, the place is not moved.
 */
export async function makeDurable(
  engine: Engine,
  place: Place | null,
  before: readonly Promise<void>[] = [],
): Promise<boolean> {
  await Promise.all(before);
  const rows = takeUnsaved(engine);
  const kept = await save(engine, rows, placeValues(engine, place ?? engine), 'now');
  if (!kept) engine.connection = 'offline';
  else if (place !== null) Object.assign(engine, { cursor: place.cursor, mark: place.mark });
  if (kept) letGo(engine);
  return kept;
}
