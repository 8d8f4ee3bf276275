/** What was built: a folder of files for each app. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type ReleaseSite, releaseSites } from '@leeward/workspace/release/manifest.ts';
import { root } from '../testing/command.ts';

/** By app, the folder that its files are served from. */
export type Dists = Readonly<Partial<Record<ReleaseSite, string>>>;

/** The file in each of these folders that holds the signed manifest; it cannot list itself. */
export const MANIFEST_FILE = 'release.txt';

/** The folders into which `npm run build` builds, as far as they are there. */
export function ownDists(): Dists {
  const folders = releaseSites.map((site) => [site, join(root, 'apps', site, 'dist')] as const);
  return Object.fromEntries(folders.filter(([, folder]) => existsSync(join(folder, 'index.html'))));
}

/**
 * The paths of all files that a relay would serve from a folder, from its root and with a leading slash, in order.
 * Packed forms (.br, .gz) are the same files in another dress; hidden files are not served.
 */
export function servedFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && !found.name.startsWith('.') && !/\.(br|gz)$/.test(found.name))
    .map((found) => join(found.parentPath, found.name).slice(folder.length).split(sep).join('/'))
    .filter((path) => path !== `/${MANIFEST_FILE}`)
    .sort();
}

export function readServed(folder: string, path: string): Buffer {
  return readFileSync(join(folder, path));
}

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
