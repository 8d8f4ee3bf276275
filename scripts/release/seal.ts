/** Turns built apps into a signed release: pages with hashes, the desk's guard, and the manifest in each folder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrustedKey } from '@leeward/workspace/release/keys.ts';
import {
  type KeyAdmission,
  type ReleaseKind,
  releaseSites,
  writeManifest,
  writeSigned,
} from '@leeward/workspace/release/manifest.ts';
import { manifestBytes } from '@leeward/workspace/release/verify.ts';
import type { BuildFacts } from './describe-build.ts';
import { type Dists, hashOf, MANIFEST_FILE, readServed, servedFiles } from './dists.ts';
import { sealPages } from './integrity.ts';
import { buildServiceWorker } from './service-worker.ts';
import type { SigningKey } from './signing-keys.ts';

export type SealOptions = {
  readonly dists: Dists;
  readonly kind: ReleaseKind;
  readonly facts: Pick<BuildFacts, 'version' | 'date' | 'commit' | 'floor'>;
  /** Keys of a test or development build that the guard trusts beside those of releases. */
  readonly buildKeys: readonly TrustedKey[];
  readonly admissions?: readonly KeyAdmission[];
};

/** Finishes the folders and gives the text that is to be signed. */
export async function prepareDists(options: SealOptions): Promise<string> {
  const { dists, kind, facts, buildKeys, admissions = [] } = options;
  if (dists.desk !== undefined) await buildServiceWorker(dists.desk, buildKeys);
  for (const folder of Object.values(dists)) sealPages(folder);
  const { version, date, commit, floor } = facts;
  return writeManifest({ kind, version, date, commit, floor, admissions, files: listFiles(dists) });
}

/** Signs a prepared text and lays the manifest into every folder. */
export async function signDists(dists: Dists, body: string, keys: readonly SigningKey[]): Promise<string> {
  const signatures = await Promise.all(
    keys.map(async (key) => ({ key: key.publicKey, signature: await key.sign(manifestBytes(body)) })),
  );
  const text = writeSigned(body, signatures);
  layManifest(dists, text);
  return text;
}

export function layManifest(dists: Dists, text: string): void {
  for (const folder of Object.values(dists)) writeFileSync(join(folder, MANIFEST_FILE), text);
}

/** Both steps, for a key that is at hand. */
export async function sealDists(options: SealOptions, keys: readonly SigningKey[]): Promise<string> {
  return signDists(options.dists, await prepareDists(options), keys);
}

function listFiles(dists: Dists): readonly { path: string; hash: string; size: number }[] {
  return releaseSites
    .flatMap((site) => {
      const folder = dists[site];
      if (folder === undefined) return [];
      return servedFiles(folder).map((path) => {
        const bytes = readServed(folder, path);
        return { path: `${site}${path}`, hash: hashOf(bytes), size: bytes.length };
      });
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}
