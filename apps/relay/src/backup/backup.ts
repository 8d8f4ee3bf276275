import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '@leeward/sealed-log/wire';
import { err, ok } from '@leeward/sealed-log/wire';
import { backupMark, partPath } from '../blobs/disk.ts';
import { base64urlOf, hexOf } from '../bytes.ts';
import { syncFolder } from '../files.ts';
import { hourNow } from '../hours.ts';
import { relayKeyFile } from '../relay-key.ts';
import { databaseFile } from '../storage/open.ts';
import { openSqliteForReading } from '../storage/sqlite/open.ts';
import type { CopyTo } from '../storage/store.ts';
import { leaveCallsOut } from './leave-calls-out.ts';
import { hashFile, type Manifest, manifestFile } from './manifest.ts';

export type BackupDone = {
  readonly files: number;
  readonly bytes: number;
  /** Parts that were missing or altered already, by name: the backup is of what there is. */
  readonly missing: readonly string[];
};

/**
 * Makes a backup of a data folder while its relay runs: the database first, at one moment, then every attachment that
 * this copy of the database knows, with the deletion of attachments paused meanwhile (rule 23). The relay's key is part
 * of it; the journal of what was forgotten is not, because a restore needs the newest one.
 * @param copy makes the consistent copy of the database.
 */
export async function makeBackup(
  data: string,
  target: string,
  copy: CopyTo,
): Promise<Result<BackupDone, string>> {
  if (existsSync(target) && (await readdir(target)).length > 0)
    return err(`${target} is not empty. A backup needs a folder of its own.`);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const mark = join(data, backupMark);
  await writeFile(mark, '');
  // A backup of many attachments takes hours: the mark stays young as long as somebody works.
  const renewal = setInterval(() => void utimes(mark, new Date(), new Date()).catch(() => {}), 60_000);
  try {
    const hour = hourNow();
    await copy(join(target, databaseFile));
    leaveCallsOut(join(target, databaseFile));
    await syncFile(join(target, databaseFile));
    const files: Manifest['files'][number][] = [];
    const add = async (path: string): Promise<void> => {
      const found = await hashFile(join(target, path));
      if (found !== null) files.push({ path, ...found });
    };
    await add(databaseFile);
    if (existsSync(join(data, relayKeyFile))) {
      await copyDurably(join(data, relayKeyFile), join(target, relayKeyFile));
      await add(relayKeyFile);
    }
    const missing = await copyBlobs(data, target, add);
    const manifest: Manifest = { format: 'leeward-backup', version: 1, hour, files, missing };
    await writeFile(join(target, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`, {
      mode: 0o600,
      flush: true,
    });
    syncFolder(target);
    return ok({ files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), missing });
  } finally {
    clearInterval(renewal);
    await rm(mark, { force: true });
  }
}

/** Copies each part that the copied database knows, and names those that are not what they should be. */
async function copyBlobs(
  data: string,
  target: string,
  add: (path: string) => Promise<void>,
): Promise<readonly string[]> {
  const missing: string[] = [];
  const copied = openSqliteForReading(join(target, databaseFile));
  try {
    const blobs = await copied.db.selectFrom('blobs').select(['org', 'blob']).execute();
    for (const { org, blob } of blobs) {
      const parts = await copied.db
        .selectFrom('blob_parts')
        .select(['number', 'size', 'hash'])
        .where('org', '=', org)
        .where('blob', '=', blob)
        .execute();
      for (const { number, size, hash } of parts) {
        const path = partPath(org, blob, number);
        const found = await hashFile(join(data, path));
        if (found === null || found.size !== size || found.sha256 !== hexOf(hash)) {
          missing.push(`part ${number} of attachment ${base64urlOf(blob)}`);
          continue;
        }
        await copyDurably(join(data, path), join(target, path));
        await add(path);
      }
    }
  } finally {
    await copied.close();
  }
  return missing;
}

export async function copyDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await syncFile(to);
  syncFolder(folder);
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
