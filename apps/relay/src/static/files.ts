import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** One file of a built app, held in memory: there is no path from a request to the disk. */
export type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  readonly bytes: Buffer;
  /** Named after its content, so that it may be kept for ever. */
  readonly immutable: boolean;
  readonly encoded: (encoding: 'br' | 'gzip') => Promise<Buffer | null>;
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const compressible = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.wasm',
  '.txt',
]);

/** All files below a folder by their path from it, beginning with `/`; nothing where the folder is missing. */
export function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile() || found.name.startsWith('.') || /\.(br|gz)$/.test(found.name)) continue;
    const file = join(found.parentPath, found.name);
    const path = file.slice(folder.length).replaceAll('\\', '/');
    files.set(path, readFile(file, path));
  }
  return files;
}

function readFile(file: string, path: string): StaticFile {
  const bytes = readFileSync(file);
  const extension = extname(file);
  const made = new Map<string, Promise<Buffer | null>>();
  return {
    path,
    type: types[extension] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    immutable: /^\/(assets|parts)\/.*-[A-Za-z0-9_-]{8,}\.\w+$/.test(path),
    encoded: (encoding) => {
      if (!compressible.has(extension)) return Promise.resolve(null);
      const known = made.get(encoding) ?? encode(file, bytes, encoding);
      made.set(encoding, known);
      return known;
    },
  };
}

/** What the build left beside the file, or else compressed once, at the first request. */
async function encode(file: string, bytes: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer | null> {
  const beside = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
  if (existsSync(beside)) return readFileSync(beside);
  const packed =
    encoding === 'br'
      ? await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : await promisify(gzip)(bytes, { level: 9 });
  return packed.length < bytes.length ? packed : null;
}
