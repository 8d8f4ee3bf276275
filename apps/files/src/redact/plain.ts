/*
 * Browsers write more into a picture than the picture: a colour profile, an EXIF part with sizes. The desk takes none of
 * that (plain-picture.ts of the session), so it is left out here.
 */

const pngParts: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'sRGB',
  'gAMA',
  'cHRM',
]);

/** The picture alone, as a PNG or JPEG that a browser has just written. */
export function plainPartsOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return joined(bytes[0] === 0x89 ? pngPartsOf(bytes) : jpegPartsOf(bytes));
}

function pngPartsOf(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (pngParts.has(String.fromCharCode(...bytes.subarray(at + 4, at + 8))))
      kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept;
}

function jpegPartsOf(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 3 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    // From the first scan on there is nothing but the picture.
    if (marker === 0xda) return [...kept, bytes.subarray(at)];
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const isExtra = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    if (!isExtra) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept;
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
