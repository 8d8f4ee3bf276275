/** Builds the desk's service worker: one file at the root of its origin, with the keys that this build trusts. */
import { join } from 'node:path';
import type { TrustedKey } from '@leeward/workspace/release/keys.ts';
import { build } from 'vite';
import { root } from '../testing/command.ts';

export const SERVICE_WORKER = 'service-worker.js';

/**
 * Writes the guard into the folder of a built desk. `keys` are those of a test or development build; releases are
 * believed by the keys in the code alone.
 */
export async function buildServiceWorker(folder: string, keys: readonly TrustedKey[]): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'apps', 'desk'),
    publicDir: false,
    logLevel: 'error',
    define: { __LEEWARD_BUILD_KEYS__: JSON.stringify(keys) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      reportCompressedSize: false,
      lib: {
        entry: join(root, 'apps', 'desk', 'src', 'service-worker.worker.ts'),
        name: 'leewardGuard',
        // A classic script: `import()` does not exist in service workers, and some browsers know no other kind.
        formats: ['iife'],
        fileName: () => SERVICE_WORKER,
      },
    },
  });
}
