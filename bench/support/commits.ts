/**
 * What a process that was started with `--import` of this file, and each of its threads, does about the commits of
 * SQLite: it notes how many units of the relay each carried, and, where it was told so, makes each take longer.
 *
 * A disk as most offices have it: where the bench runs, a sync may cost next to nothing, so that what is measured is the
 * processor alone. On an ordinary disk it is the sync that everybody waits for, and what durability costs. Every COMMIT
 * then waits a fixed time after its own sync and before it returns, and both sides of a ratio wait the same.
 */
import { DatabaseSync } from 'node:sqlite';
import { BroadcastChannel } from 'node:worker_threads';

/** What a sync takes on a common solid-state disk whose cache survives no power cut, in milliseconds. */
export const ordinarySync = 4;

/** The variable of the environment that tells the process how much longer each commit takes, in milliseconds. */
export const delayVariable = 'LEEWARD_BENCH_COMMIT_DELAY';

const slept = new Int32Array(new SharedArrayBuffer(4));

/** Makes every commit of this thread take so much longer from now on; calls back to undo it. */
export function slowDownCommits(milliseconds: number): () => void {
  if (milliseconds === 0) return () => undefined;
  return afterExec((sql) => {
    if (sql === 'commit') Atomics.wait(slept, 0, 0, milliseconds);
  });
}

/** Asks the threads of this process for the sizes of the groups that they committed since the last question. */
export function committedGroups(): Promise<readonly number[]> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: { data: unknown }) => {
      if (!Array.isArray(data)) return;
      channel.close();
      resolve(data as readonly number[]);
    };
    channel.postMessage('groups');
  });
}

const channelName = 'leeward bench commits';

function afterExec(then: (sql: string) => void): () => void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    exec.call(this, sql);
    then(sql);
  };
  return () => {
    DatabaseSync.prototype.exec = exec;
  };
}

/** Only the thread that writes has anything to tell. */
function noteGroups(): void {
  let groups: number[] = [];
  let units = 0;
  let writes = false;
  afterExec((sql) => {
    if (sql === 'begin immediate') units = 0;
    if (sql === 'savepoint unit') {
      units += 1;
      writes = true;
    }
    if (sql === 'commit' && units > 0) groups.push(units);
  });
  const channel = new BroadcastChannel(channelName);
  channel.unref();
  channel.onmessage = ({ data }: { data: unknown }) => {
    if (data !== 'groups' || !writes) return;
    channel.postMessage(groups);
    groups = [];
  };
}

if (process.execArgv.some((argument) => argument.endsWith('commits.ts'))) {
  noteGroups();
  slowDownCommits(Number(process.env[delayVariable] ?? 0));
}
