import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

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
  // Read now with the file that it was packed from, and held against it when somebody asks: most files nobody ever does.
  const beside = new Map(
    (isCompressible ? encodings : []).map((encoding) => [encoding, packedBeside(file, encoding)]),
  );
  return {
    path,
    type: types[extension] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    bytes,
    immutable: /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.\w+$/.test(path),
    encoded: (encoding) => {
      if (!isCompressible) return Promise.resolve(null);
      const known = made.get(encoding) ?? packedForm(bytes, encoding, beside.get(encoding) ?? null);
      made.set(encoding, known);
      return known;
    },
  };
}

const encodings: readonly Encoding[] = ['br', 'gzip'];

/** What the build left beside the file; null where there is nothing. */
function packedBeside(file: string, encoding: Encoding): Buffer | null {
  const beside = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
  return existsSync(beside) ? readFileSync(beside) : null;
}

/** What lay beside the file where it holds the same bytes; else it is packed here. */
async function packedForm(bytes: Buffer, encoding: Encoding, beside: Buffer | null): Promise<Buffer | null> {
  if (beside !== null && (await unpacked(beside, encoding))?.equals(bytes) === true) return beside;
  return pack(bytes, encoding);
}

/** Null where it cannot be unpacked: cut off in the middle, by a build that was stopped. */
async function unpacked(packed: Buffer, encoding: Encoding): Promise<Buffer | null> {
  try {
    return await promisify(encoding === 'br' ? brotliDecompress : gunzip)(packed);
  } catch {
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
