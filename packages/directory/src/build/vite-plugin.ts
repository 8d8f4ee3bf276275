import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { entryOf } from '../entry.ts';
import type { Pin, Release } from '../release.ts';
import { readEntries, readVersion } from './read-entries.ts';

const name = 'virtual:leeward-directory';

/**
 * Ships the directory as one file and tells the code its path and hash. `everybody`: without what only editors need.
 * The file's name says nothing of what is in it: a log of the network shows names.
 */
export function directoryData(form: 'everybody' | 'editors'): Plugin {
  const packed = pack(form);
  return {
    name: 'leeward-directory',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const pin = ${JSON.stringify(packed.pin)};` : undefined),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: packed.pin.path, source: packed.text });
    },
  };
}

/** The file's text and what the code expects of it. */
export function pack(form: 'everybody' | 'editors'): { readonly pin: Pin; readonly text: string } {
  const all = readEntries();
  const release: Release = {
    format: 'leeward-directory/1',
    version: readVersion(),
    entries: form === 'editors' ? all : all.map(entryOf),
  };
  const text = JSON.stringify(release);
  const digest = createHash('sha256').update(text).digest();
  return {
    text,
    pin: {
      path: `parts/facts-${digest.toString('hex').slice(0, 12)}.json`,
      integrity: `sha256-${digest.toString('base64')}`,
      version: release.version,
      count: all.length,
    },
  };
}
