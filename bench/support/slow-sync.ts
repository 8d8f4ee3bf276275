/**
 * A disk as most offices have it. Where the bench runs, a sync to disk may cost next to nothing, so that what is measured
 * is the processor alone; on an ordinary disk it is the sync that everybody waits for, and what durability costs. A
 * process that is started with `--import` of this file, and each of its threads, waits a fixed time after every COMMIT of
 * SQLite, before the call returns. Both sides of a ratio wait the same.
 */
import { DatabaseSync } from 'node:sqlite';

/** What a sync takes on a common solid-state disk whose cache survives no power cut, in milliseconds. */
export const syncMilliseconds = 4;

const slept = new Int32Array(new SharedArrayBuffer(4));

/** Makes every commit of this thread take that much longer from now on; calls back to undo it. */
export function slowDownCommits(milliseconds: number): () => void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    exec.call(this, sql);
    if (sql === 'commit') Atomics.wait(slept, 0, 0, milliseconds);
  };
  return () => {
    DatabaseSync.prototype.exec = exec;
  };
}

if (process.execArgv.some((argument) => argument.endsWith('slow-sync.ts'))) slowDownCommits(syncMilliseconds);
