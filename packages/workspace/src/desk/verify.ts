import type { Engine } from './engine.ts';
import { readAtOnce, readRecords } from './read-ahead.ts';
import { raiseFrom } from './record-alerts.ts';
import { letGo, openRecord, teamLogs } from './records.ts';

/*
 * What is only listed comes from this device's own cache. Here it is held against the logs: before the list is shown,
 * where there is no cache, and in the background otherwise. What a person opens is verified when she opens it.
 */

/** Opens every record, and so makes the lists anew from the logs. */
export async function loadEverything(engine: Engine): Promise<void> {
  const logs = await engine.store.logs('r:');
  await verifyRecords(
    engine,
    logs.map((log) => log.slice(2)),
    (done, total) => engine.report('verify', done, total),
  );
}

/** Reads these records from the store and verifies them, so that the lists say what their logs say. */
export async function verifyRecords(
  engine: Engine,
  ids: readonly string[],
  report?: (done: number, total: number) => void,
): Promise<void> {
  const read = (from: number) => readRecords(engine, ids.slice(from, from + readAtOnce));
  let reading = read(0);
  for (let from = 0; from < ids.length; from += readAtOnce) {
    if (engine.stopping.aborted) return;
    const some = await reading;
    // The next ones are on their way, and their signatures judged, while these are opened.
    reading = read(from + readAtOnce);
    for (const [id, rows] of some) raiseFrom(engine, await openRecord(engine, id, rows));
    for (const id of ids.slice(from, from + readAtOnce)) engine.unverified.delete(id);
    letGo(engine);
    report?.(Math.min(from + readAtOnce, ids.length), ids.length);
  }
}

/** How many records are verified in the background before other work may come between, and how long it then rests. */
const backgroundAtOnce = 16;
const rest = 10;

/**
 * Verifies some of the records that were only listed so far, teams' logs first, and raises what it finds. Answers
 * whether the lists have changed by it.
 */
export async function verifySome(engine: Engine): Promise<boolean> {
  const teams = await teamLogs(engine);
  const ids = [...engine.unverified].filter((id) => teams.has(id));
  for (const id of engine.unverified) {
    if (ids.length >= backgroundAtOnce) break;
    if (!teams.has(id)) ids.push(id);
  }
  const before = ids.map((id) => engine.summaries.get(id));
  await verifyRecords(engine, ids);
  return ids.some((id, index) => engine.summaries.get(id) !== before[index]);
}

/** The way to begin going through everything that was only listed, a little at a time, until the session ends. */
export function verifyMeanwhile(
  engine: Engine,
  exclusively: (work: () => Promise<void>) => Promise<void>,
): () => void {
  let underWay = false;
  const goThrough = async (): Promise<void> => {
    while (engine.unverified.size > 0 && !engine.stopping.aborted) {
      await exclusively(async () => {
        if (!engine.stopping.aborted && (await verifySome(engine))) engine.announce('queue', 'cases');
      });
      await new Promise((resume) => setTimeout(resume, rest));
    }
  };
  return () => {
    if (underWay) return;
    underWay = true;
    void goThrough().finally(() => {
      underWay = false;
    });
  };
}
