/**
 * Writes into the built pages which bytes their scripts and styles must have (fault 68): an `integrity` attribute on
 * every tag, and an import map for the modules that are loaded later. After the build and not during it, because only
 * then are the bytes those that are shipped. Running it again changes nothing.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { integrityOf } from '@leeward/workspace/release/manifest.ts';
import { readSource } from '../imports/read.ts';
import { hashOf, readServed, servedFiles } from './dists.ts';

/** Seals every page of a folder. @throws Error when a page names a script or style that the folder does not have. */
export function sealPages(folder: string): void {
  for (const path of servedFiles(folder).filter((one) => one.endsWith('.html'))) {
    const before = readServed(folder, path).toString('utf8');
    const after = sealPage(before, (file) => readServed(folder, file));
    if (after !== before) replaceFile(join(folder, path), after);
  }
}

/** Seals one page. `read` gives the bytes of a file by its path and throws when there is none. */
export function sealPage(html: string, read: (path: string) => Buffer): string {
  const bare = html.replace(importMap, '');
  const integrity = (path: string): string => integrityOf(hashOf(read(path)));
  const entries: string[] = [];
  const tags = bare.replace(/<(script|link)\b[^>]*>/g, (tag, name: string) => {
    const path = sealedPath(tag, name);
    if (path === undefined) return tag;
    if (name === 'script') entries.push(path);
    const plain = tag.replace(/ (integrity="[^"]*"|crossorigin(="[^"]*")?)(?=[ >/])/g, '');
    // Without `crossorigin` a browser that enforces an integrity policy would not look at the hash.
    return plain.replace(/\s*\/?>$/, ` crossorigin integrity="${integrity(path)}">`);
  });
  const later = [...modulesBehind(entries, read)].filter((path) => !entries.includes(path)).sort();
  if (later.length === 0) return tags;
  const map = JSON.stringify({ integrity: Object.fromEntries(later.map((path) => [path, integrity(path)])) });
  // Before everything that loads a module, or it would come too late.
  return tags.replace(
    /<(?:script\b[^>]*type="module"|link\b[^>]*rel="modulepreload")/,
    (first) => `<script type="importmap">${map}</script>${first}`,
  );
}

const importMap = /<script type="importmap">[^<]*<\/script>/g;

/** The file of a tag that loads code or style; undefined for every other tag. */
function sealedPath(tag: string, name: string): string | undefined {
  const attribute = (wanted: string): string | undefined =>
    new RegExp(`\\s${wanted}="([^"]*)"`).exec(tag)?.[1];
  if (name === 'link' && !/^(stylesheet|modulepreload)$/.test(attribute('rel') ?? '')) return undefined;
  const path = attribute(name === 'script' ? 'src' : 'href');
  if (path === undefined) return undefined;
  if (!path.startsWith('/') || path.startsWith('//'))
    throw new Error(`A page loads ${path}, which is not a path from its own origin`);
  return path;
}

/** All modules that the entries import, now or later, and what those import. */
function modulesBehind(entries: readonly string[], read: (path: string) => Buffer): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { imports, computedImports } = readSource(path, read(path).toString('utf8'));
    if (computedImports > 0) throw new Error(`${path} imports a computed path, which no hash can cover`);
    for (const { specifier } of imports) {
      // A worker is not a module of the page, and no import map reaches it.
      if (!specifier.startsWith('.') && !specifier.startsWith('/'))
        throw new Error(`${path} imports ${specifier}`);
      const target = posix.resolve(posix.dirname(path), specifier);
      if (/\.m?js$/.test(target) && !/\.worker\b/.test(target)) follow(target);
    }
  };
  for (const entry of entries) follow(entry);
  return found;
}

/** Writes a file anew, with the packed forms that lie beside it: `small` for many readers, `quick` for few. */
export function replaceFile(file: string, text: string, packing: 'small' | 'quick' = 'small'): void {
  const bytes = Buffer.from(text);
  writeFileSync(file, bytes);
  const packed = {
    br: () =>
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_QUALITY]: packing === 'small' ? constants.BROTLI_MAX_QUALITY : 1,
        },
      }),
    gz: () => gzipSync(bytes, { level: packing === 'small' ? 9 : 1 }),
  };
  for (const [ending, pack] of Object.entries(packed)) {
    const beside = `${file}.${ending}`;
    if (!existsSync(beside)) continue;
    rmSync(beside);
    const form = pack();
    if (form.length < bytes.length) writeFileSync(beside, form);
  }
}
