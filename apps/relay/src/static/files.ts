import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip';

/**
 * One file of a built app, held in memory with its packed forms: there is no path from a request to the disk, and an
 * app that is built anew beside a running relay changes nothing of what it serves, half of it least of all. Its pages
 * and the policy that names their hashes belong together.
 */
export type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly tag: string;
  readonly bytes: Buffer;
  /** Named after its content, so that it may be kept for ever. */
  readonly immutable: boolean;
  readonly encoded: (encoding: Encoding) => Promise<Buffer | null>;
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
  const isCompressible = compressible.has(extension);
  const made = new Map<Encoding, Promise<Buffer | null>>();
  for (const encoding of isCompressible ? encodings : []) {
    const packed = packedBeside(file, bytes, encoding);
    if (packed !== null) made.set(encoding, Promise.resolve(packed));
  }
  return {
    path,
    type: types[extension] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    immutable: /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.\w+$/.test(path),
    encoded: (encoding) => {
      if (!isCompressible) return Promise.resolve(null);
      const known = made.get(encoding) ?? pack(bytes, encoding);
      made.set(encoding, known);
      return known;
    },
  };
}

const encodings: readonly Encoding[] = ['br', 'gzip'];

/** What the build left beside the file; null where there is nothing, or something that was packed from another file. */
function packedBeside(file: string, bytes: Buffer, encoding: Encoding): Buffer | null {
  const beside = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
  if (!existsSync(beside)) return null;
  const packed = readFileSync(beside);
  try {
    const unpacked = encoding === 'br' ? brotliDecompressSync(packed) : gunzipSync(packed);
    return unpacked.equals(bytes) ? packed : null;
  } catch {
    // Cut off in the middle, by a build that was stopped.
    return null;
  }
}

/** Packed here, once, at the first request; null where that makes it no smaller. */
async function pack(bytes: Buffer, encoding: Encoding): Promise<Buffer | null> {
  const packed =
    encoding === 'br'
      ? await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : await promisify(gzip)(bytes, { level: 9 });
  return packed.length < bytes.length ? packed : null;
}
