import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Bytes } from '@leeward/sealed-log/wire';
import { ownBytes } from './bytes.ts';

/** Small files that only the relay's user may read. */

export function readPrivateFile(file: string): Bytes | null {
  return existsSync(file) ? ownBytes(readFileSync(file)) : null;
}

/** Writes a file that is there whole or not at all, durable when this returns. */
export function writePrivateFile(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  writeFileSync(part, bytes, { mode: 0o600, flush: true });
  renameSync(part, file);
  syncFolder(dirname(file));
}

export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
