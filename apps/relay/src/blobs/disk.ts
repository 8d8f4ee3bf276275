import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes } from '@leeward/sealed-log/wire';
import { randomBytes } from '@leeward/sealed-log/wire';
import { hexOf, ownBytes } from '../bytes.ts';
import type { StorageFailure } from '../storage/unit.ts';

/**
 * Parts of attachments as files: blobs/<organisation>/<two digits>/<blob>/<number>. A part is written under another
 * name, synced, renamed, and its folder synced, so that under its own name it is whole and durable (rule 23).
 */
export type BlobDisk = {
  /** Resolves when the part would survive a power cut. */
  readonly writePart: (org: Bytes, blob: Bytes, number: number, bytes: Bytes) => Promise<void>;
  readonly readPart: (org: Bytes, blob: Bytes, number: number) => Promise<Bytes | null>;
  /** Deletes all parts of a blob, unless a backup is being made: then they go at the next sweep. */
  readonly drop: (org: Bytes, blob: Bytes) => Promise<void>;
  /** Deletes what no row of the database knows and no upload is writing: what a crash or a backup left behind. */
  readonly sweep: (isKnown: (orgHex: string, blobHex: string) => Promise<boolean>) => Promise<number>;
  /** Bytes that are free on this disk. */
  readonly freeBytes: () => Promise<number>;
};

/** The calls to the system whose order matters; tests put others in their place. */
export type DiskCalls = {
  /** Writes a new file and syncs it. */
  readonly writeSynced: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly syncFolder: (folder: string) => Promise<void>;
};

export const systemCalls: DiskCalls = {
  writeSynced: async (file, bytes) => {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  syncFolder: async (folder) => {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** A backup in another process says with this file, in the data folder, that no blob may be deleted meanwhile. */
export const backupMark = 'backup-in-progress';
/** A mark older than this was left by a backup that broke off. */
const backupMarkHours = 24;

export function openBlobDisk(data: string, calls: DiskCalls = systemCalls): BlobDisk {
  const root = join(data, 'blobs');
  const folderOf = (org: Bytes, blob: Bytes): string => join(data, blobPath(org, blob));
  const durable = new Set<string>();
  /** Makes a folder; every name on the way to it is durable when this resolves. */
  const makeDurableFolder = async (folder: string): Promise<void> => {
    // Known to be durable, not merely there: a sync may have failed after the folder was made.
    if (durable.has(folder) && existsSync(folder)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let parent = join(folder, '..'); parent.startsWith(data); parent = join(parent, '..'))
      await calls.syncFolder(parent);
    if (durable.size >= 10_000) durable.clear();
    durable.add(folder);
  };
  const backupRuns = async (): Promise<boolean> => {
    const mark = await stat(join(data, backupMark)).catch(() => null);
    return mark !== null && Date.now() - mark.mtimeMs < backupMarkHours * 3_600_000;
  };
  return {
    writePart: async (org, blob, number, bytes) => {
      const folder = folderOf(org, blob);
      await makeDurableFolder(folder);
      const unfinished = join(folder, `${number}.${hexOf(randomBytes(8))}.part`);
      try {
        await calls.writeSynced(unfinished, bytes);
        await calls.rename(unfinished, join(folder, String(number)));
        await calls.syncFolder(folder);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => {});
        throw error;
      }
    },
    readPart: async (org, blob, number) => {
      try {
        return ownBytes(await readFile(join(folderOf(org, blob), String(number))));
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') return null;
        throw error;
      }
    },
    drop: async (org, blob) => {
      if (!(await backupRuns())) await rm(folderOf(org, blob), { recursive: true, force: true });
    },
    sweep: async (isKnown) => {
      if (await backupRuns()) return 0;
      let dropped = 0;
      for (const { org, blob, folder } of await listBlobs(root)) {
        const young = Date.now() - (await stat(folder)).mtimeMs < 3_600_000;
        if (young || (await isKnown(org, blob))) continue;
        await rm(folder, { recursive: true, force: true });
        dropped += 1;
      }
      return dropped;
    },
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(existsSync(root) ? root : data);
      return bavail * bsize;
    },
  };
}

type FoundBlob = { readonly org: string; readonly blob: string; readonly folder: string };

/** Where a blob lies, from the data folder. */
function blobPath(org: Bytes, blob: Bytes): string {
  const id = hexOf(blob);
  return join('blobs', hexOf(org), id.slice(0, 2), id);
}

/** Where a part lies, from the data folder or from that of a backup. */
export const partPath = (org: Bytes, blob: Bytes, number: number): string =>
  join(blobPath(org, blob), String(number));

/** Every blob that has a folder, whoever knows it. */
export async function listBlobs(root: string): Promise<readonly FoundBlob[]> {
  const found: FoundBlob[] = [];
  for (const org of await namesIn(root))
    for (const start of await namesIn(join(root, org)))
      for (const blob of await namesIn(join(root, org, start)))
        found.push({ org, blob, folder: join(root, org, start, blob) });
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** Which failures are the disk's: the writer is told so, and nothing was acknowledged. Null: a bug. */
export function diskFailure(error: unknown): StorageFailure | null {
  switch ((error as { code?: unknown }).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'no-space';
    case 'EROFS':
    case 'EIO':
    case 'EACCES':
    case 'EPERM':
    case 'EMFILE':
    case 'ENFILE':
      return 'unavailable';
    default:
      return null;
  }
}
