import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { precompress } from './precompress.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'leeward-precompress-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>');
  writeFileSync(join(root, 'main.js'), `document.title = '${'long '.repeat(500)}';`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (outDir: string) =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [precompress()],
    build: { outDir, emptyOutDir: true },
  });

/** The packed forms below a folder, each unpacked and held against the file beside which it lies. */
function packedIn(folder: string): readonly string[] {
  const packed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(br|gz)$/.test(name),
  );
  for (const name of packed) {
    const bytes = readFileSync(join(folder, name));
    const unpacked = name.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    expect(unpacked.equals(readFileSync(join(folder, name.slice(0, -3)))), name).toBe(true);
  }
  return packed;
}

describe('packing at build time', () => {
  it('leaves both forms beside what gains by it, in the folder beside the sources', async () => {
    await run('dist');
    expect(packedIn(join(root, 'dist')).filter((name) => name.includes('.js.'))).toHaveLength(2);
  });

  it('does so where the folder is named from the root of the disk', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'leeward-built-'));
    try {
      await run(elsewhere);
      expect(packedIn(elsewhere).filter((name) => name.includes('.js.'))).toHaveLength(2);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it('says nothing of its own where the build failed, so that the reason is what is read', async () => {
    writeFileSync(join(root, 'main.js'), "import './not-there.js';");
    await expect(run('dist')).rejects.toThrow(/not-there/);
    expect(existsSync(join(root, 'dist'))).toBe(false);
    // An older build stands in the folder: what is left of it is not packed as if it were new.
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'old.js'), 'old '.repeat(500));
    await expect(run('dist')).rejects.toThrow(/not-there/);
    expect(existsSync(join(root, 'dist', 'old.js.br'))).toBe(false);
  });
});
