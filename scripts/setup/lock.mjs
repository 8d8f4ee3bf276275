/** One set-up at a time per working copy: two runs that both install would delete each other's files. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const GIVE_UP_ON_HOLDER_AFTER_MS = 20 * 60 * 1000;

/**
 * Runs `work` while holding the working copy's lock; waits while another run holds it.
 * A lock whose owner died is taken over.
 */
export async function withLock(root, work) {
  const folder = join(root, '.node');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}.${Math.random().toString(36).slice(2)}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, host: hostname() }));
  let told = false;
  try {
    while (!take(mine, lock)) {
      if (isAbandoned(lock)) {
        const removed = `${mine}.old`;
        try {
          renameSync(lock, removed);
          rmSync(removed, { force: true });
        } catch {
          // Somebody else was quicker; the next round sees who.
        }
        continue;
      }
      if (!told) {
        process.stderr.write('Another run is installing in this folder; waiting for it.\n');
        told = true;
      }
      await new Promise((done) => setTimeout(done, 300));
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears whole or not at all, with its content: no moment at which a lock has no owner. */
function take(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(lock) {
  try {
    const holder = JSON.parse(readFileSync(lock, 'utf8'));
    if (Date.now() - statSync(lock).mtimeMs > GIVE_UP_ON_HOLDER_AFTER_MS) return true;
    return holder.host === hostname() && !isAlive(holder.pid);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
