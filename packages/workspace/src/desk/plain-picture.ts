/*
 * Whether bytes are a picture and nothing else. A copy on which something was blacked out comes from a page that holds a
 * stranger's file, and it goes out to others: no description, no place, no second picture and nothing behind the end may
 * ride along in it.
 */

/** The largest copy that is taken, in bytes. */
export const largestCopy = 24 * 1024 * 1024;

/** Parts of a PNG that make up the picture; every other kind can carry words. */
const pngParts: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'sRGB',
  'gAMA',
  'cHRM',
  'cICP',
  'sBIT',
  'pHYs',
]);

/** The type of a plain picture; null for everything else. */
export function plainPicture(buffer: ArrayBuffer): 'image/png' | 'image/jpeg' | null {
  const bytes = new Uint8Array(buffer);
  if (bytes.length > largestCopy) return null;
  if (isPng(bytes)) return 'image/png';
  return isJpeg(bytes) ? 'image/jpeg' : null;
}

function isPng(bytes: Uint8Array): boolean {
  const begins = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (!begins.every((byte, at) => bytes[at] === byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = begins.length;
  while (at + 12 <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!pngParts.has(name) || (at === begins.length) !== (name === 'IHDR')) return false;
    at += 12 + view.getUint32(at);
    if (name === 'IEND') return at === bytes.length;
  }
  return false;
}

/** Start of a scan, whose bytes follow without a length, and the end. */
const [scan, end] = [0xda, 0xd9];

function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === end) return at + 2 === bytes.length;
    if (!isJpegPart(marker)) return false;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker === scan) at = afterScan(bytes, at);
  }
  return false;
}

/** Tables, frames, scans, and the header that says how large a point is. Words, EXIF and profiles are other ones. */
function isJpegPart(marker: number): boolean {
  return marker === 0xe0 || (marker >= 0xc0 && marker <= 0xcf) || (marker >= scan && marker <= 0xdf);
}

function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    // A byte that only looks like a marker, and marks inside of the scan.
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
