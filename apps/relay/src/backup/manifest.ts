import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '@leeward/sealed-log/wire';
import { err, ok } from '@leeward/sealed-log/wire';

/** The list of what a backup holds, written last: a folder without it is no backup. */
export type Manifest = {
  readonly format: 'leeward-backup';
  readonly version: 1;
  /** The hour at which the database was copied, counted from 1970. */
  readonly hour: number;
  /** Every file, by its path in the folder, with its size in bytes and its SHA-256 in hexadecimal. */
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
  /** Parts of attachments that were missing or altered when the backup was made, by name. */
  readonly missing: readonly string[];
};

export const manifestFile = 'manifest.json';

export async function readManifest(folder: string): Promise<Result<Manifest, string>> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestFile), 'utf8');
  } catch {
    return err(`${folder} holds no ${manifestFile}: it is no backup, or one that was not finished.`);
  }
  try {
    const value = JSON.parse(text) as Partial<Manifest>;
    if (value.format !== 'leeward-backup' || value.version !== 1 || !Array.isArray(value.files))
      return err(`${folder} holds a manifest that this Leeward cannot read.`);
    const safe = value.files.every(
      ({ path }) =>
        typeof path === 'string' && /^[\w./-]+$/.test(path) && !path.includes('..') && !path.startsWith('/'),
    );
    return safe ? ok(value as Manifest) : err('The manifest names files outside of the backup.');
  } catch {
    return err(`The manifest in ${folder} is damaged.`);
  }
}

/** What does not match the manifest, by name; nothing when the backup is whole. */
export async function checkFiles(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { path, size, sha256 } of manifest.files) {
    const found = await hashFile(join(folder, path));
    if (found === null) wrong.push(`${path} is missing`);
    else if (found.size !== size || found.sha256 !== sha256) wrong.push(`${path} was altered`);
  }
  return wrong;
}

/** Size and SHA-256 of a file; null when it is not there. */
export async function hashFile(
  file: string,
): Promise<{ readonly size: number; readonly sha256: string } | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}
