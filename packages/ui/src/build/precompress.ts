import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig } from 'vite';

const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest', '.wasm']);

/**
 * Leaves a Brotli and a gzip form beside every file that gains by it, at the highest effort: once at build time, so
 * that a small relay need not do it and a slow line carries the fewest bytes. It takes longer than the build itself:
 * with LEEWARD_BUILD_UNPACKED set, for a build whose files are only compared, nothing is packed.
 */
export function precompress(): Plugin {
  let config: ResolvedConfig;
  let isWritten = false;
  return {
    name: 'leeward-precompress',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle() {
      // Called after a build that failed as well: whatever is said here would hide why it did.
      if (!isWritten || process.env['LEEWARD_BUILD_UNPACKED'] !== undefined) return;
      isWritten = false;
      const folder = resolve(config.root, config.build.outDir);
      for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!found.isFile() || !compressible.has(extname(found.name))) continue;
        const file = join(found.parentPath, found.name);
        const bytes = readFileSync(file);
        const brotli = brotliCompressSync(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_LGWIN]: 22,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        });
        const zipped = gzipSync(bytes, { level: 9 });
        if (brotli.length < bytes.length) writeFileSync(`${file}.br`, brotli);
        if (zipped.length < bytes.length) writeFileSync(`${file}.gz`, zipped);
      }
    },
  };
}
