import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '@leeward/sealed-log/wire';
import { err, ok } from '@leeward/sealed-log/wire';
import { openBlobDisk } from '../blobs/disk.ts';
import { hexOf } from '../bytes.ts';
import { makePrivateFolder, syncFolder } from '../files.ts';
import { journalFile, readJournal } from '../journal.ts';
import { lockFolder } from '../lock.ts';
import { forgettingOfTargets } from '../log/forget.ts';
import { copyTables } from '../storage/copy.ts';
import { databaseFile, openStore } from '../storage/open.ts';
import type { ForgottenTable } from '../storage/schema.ts';
import { openSqlite } from '../storage/sqlite/open.ts';
import type { Store } from '../storage/store.ts';
import { copyDurably } from './backup.ts';
import { checkFiles, type Manifest, readManifest } from './manifest.ts';
import { verifyStore } from './verify.ts';

export type RestoreDone = {
  readonly files: number;
  /** What was forgotten after the backup, and again now. */
  readonly forgotten: number;
  /** What the restored data lacks or gets wrong, by name: there is nothing to be done about it here but to know it. */
  readonly findings: readonly string[];
};

/**
 * Restores a backup into a data folder that holds no database. Everything is checked against the manifest before a byte
 * is copied; what was forgotten after the backup is forgotten again; every chain is verified; and only then does the
 * database get the name under which a relay would serve it (rule 23, section 3a).
 * @param forgets the journal of what was forgotten; null: the one in the data folder, where there is one.
 * @param database `sqlite`, or the address of an empty PostgreSQL database.
 */
export async function restoreBackup(
  from: string,
  data: string,
  forgets: string | null,
  database = 'sqlite',
): Promise<Result<RestoreDone, readonly string[]>> {
  const manifest = await readManifest(from);
  if (!manifest.ok) return err([manifest.error]);
  if (forgets !== null && !existsSync(forgets)) return err([`${forgets} is not there.`]);
  const wrong = await checkFiles(from, manifest.value);
  if (wrong.length > 0) return err(wrong);
  makePrivateFolder(data);
  if (existsSync(join(data, databaseFile)))
    return err([`${data} holds a database already. Move it away first: a restore never overwrites.`]);
  const lock = lockFolder(data);
  try {
    const journal = await readJournal(forgets ?? join(data, journalFile));
    return ok(await restoreInto(from, data, manifest.value, journal, database));
  } finally {
    lock.release();
  }
}

async function restoreInto(
  from: string,
  data: string,
  { files }: Manifest,
  journal: readonly ForgottenTable[],
  database: string,
): Promise<RestoreDone> {
  const work = join(data, 'restoring');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  for (const { path } of files) await copyDurably(join(from, path), join(work, path));
  const store = await openSqlite({ file: join(work, databaseFile), maxBytes: null });
  let forgotten: number;
  let findings: readonly string[];
  try {
    forgotten = await forgetAgain(work, store, journal);
    findings = await verifyStore(store, work);
    if (database !== 'sqlite') await copyInto(store, data, database);
  } finally {
    await store.close();
  }
  // The database last: until it has its name, a relay started here would find nothing to serve.
  const names = [...new Set(files.map(({ path }) => path.split('/')[0] ?? path))];
  for (const name of names.filter((one) => one !== databaseFile)) {
    await rm(join(data, name), { recursive: true, force: true });
    if (existsSync(join(work, name))) await rename(join(work, name), join(data, name));
  }
  if (database === 'sqlite') await rename(join(work, databaseFile), join(data, databaseFile));
  syncFolder(data);
  syncFolder(dirname(data));
  await rm(work, { recursive: true, force: true });
  return { files: files.length, forgotten, findings };
}

/** Fills an empty database server from the restored file. @throws Error when it is not empty. */
async function copyInto(restored: Store, data: string, database: string): Promise<void> {
  const target = await openStore({ data, database, databaseMaxBytes: null });
  try {
    const there = await target.db.selectFrom('organisations').select('org').limit(1).execute();
    if (there.length > 0)
      throw new Error('the PostgreSQL database is not empty: a restore never overwrites.');
    await copyTables(restored.db, target);
  } finally {
    await target.close();
  }
}

/** Applies the journal to a restored store. Returns how much of it the backup did not know yet. */
export async function forgetAgain(
  data: string,
  store: Store,
  journal: readonly ForgottenTable[],
): Promise<number> {
  const known = new Set((await store.db.selectFrom('forgotten').selectAll().execute()).map(keyOf));
  const disk = openBlobDisk(data);
  let count = 0;
  for (const one of journal.filter((entry) => !known.has(keyOf(entry)))) {
    const { org, record, position } = one;
    const forgetting = await forgettingOfTargets(store, org, record, position, [one]);
    const done = await store.write(forgetting.steps);
    if (!done.ok) throw new Error(`what was forgotten could not be forgotten again: ${done.error.type}`);
    for (const blob of forgetting.blobs) await disk.drop(org, blob);
    count += 1;
  }
  if (count > 0) await store.scrub();
  return count;
}

const keyOf = ({ org, kind, id }: ForgottenTable): string => `${hexOf(org)} ${kind} ${hexOf(id)}`;
