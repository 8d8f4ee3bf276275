/** Which keys a check on this machine believes. */
import { releaseKeys, type TrustedKey } from '@leeward/workspace/release/keys.ts';
import { buildKeyOf, knownDevelopmentKey, testKeyOf } from './development.ts';

/**
 * The keys of releases, that of this machine's own builds, the test key where LEEWARD_TEST_RELEASE_KEY names one, and
 * `more`: public keys that the person who checks has from somewhere else and believes for releases.
 */
export async function trustedKeys(more: readonly string[] = []): Promise<readonly TrustedKey[]> {
  const own = await knownDevelopmentKey();
  return [
    ...releaseKeys,
    ...more.map((key) => ({ key, kind: 'release' as const, from: 0, until: 2 ** 40 })),
    ...(own === null ? [] : buildKeyOf('development', own.publicKey)),
    ...testKeyOf(process.env),
  ];
}
