/**
 * The seal of a build that was made on this machine for use on this machine: `npm start` from a clone. Its key is made
 * at the first build and stays here; a desk calls such a build a development build and never a release.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TrustedKey } from '@leeward/workspace/release/keys.ts';
import type { ReleaseKind } from '@leeward/workspace/release/manifest.ts';
import { root } from '../testing/command.ts';
import { describeBuild } from './describe-build.ts';
import { type Dists, ownDists } from './dists.ts';
import { sealDists } from './seal.ts';
import { makeKey, readKey, type SigningKey } from './signing-keys.ts';

/** Beside what the relay of this clone keeps, and ignored by git like that. */
const KEY_FILE = join(root, '.data', 'development-release-key.pem');

/** Seals what was built in this clone, with the key of this machine. */
export async function sealDevelopment(dists: Dists = ownDists()): Promise<void> {
  const key = await developmentKey();
  const buildKeys = [...buildKeyOf('development', key.publicKey), ...testKeyOf(process.env)];
  await sealDists({ dists, kind: 'development', facts: await describeBuild(), buildKeys }, [key]);
}

/** The key of this machine, made when it is first asked for. */
export async function developmentKey(file: string = KEY_FILE): Promise<SigningKey> {
  if (existsSync(file)) return readKey(file);
  // Two builds may begin at once: the one that comes second takes the key that the first has written.
  return makeKey(file).catch((error: unknown) => {
    if (existsSync(file)) return readKey(file);
    throw error;
  });
}

/** The key of this machine if there is one already; asking makes none. */
export async function knownDevelopmentKey(file: string = KEY_FILE): Promise<SigningKey | null> {
  return existsSync(file) ? readKey(file) : null;
}

/** How a guard trusts a key that belongs to one build alone, whenever it signs. */
export function buildKeyOf(kind: Exclude<ReleaseKind, 'release'>, key: string): readonly TrustedKey[] {
  return [{ key, kind, from: 0, until: 2 ** 40 }];
}

/** The key that signs test builds: only where LEEWARD_TEST_RELEASE_KEY named its public half at build time. */
export function testKeyOf(environment: NodeJS.ProcessEnv): readonly TrustedKey[] {
  const key = environment['LEEWARD_TEST_RELEASE_KEY'];
  if (key === undefined || key === '') return [];
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new Error('LEEWARD_TEST_RELEASE_KEY is not a public key in hexadecimal.');
  return buildKeyOf('test', key);
}
