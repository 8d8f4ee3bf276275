/** Ogg with Opus, as older Firefox records: pages, the second of which names the program and may hold comments. */

const PAGE_HEADER = 27;
const X = 0x78;

/** Cleans in place; false where it is no Ogg. */
export function cleanOgg(bytes: Uint8Array): boolean {
  if (!begins(bytes, 0, 'OggS')) return false;
  for (let at = 0; at + PAGE_HEADER <= bytes.length && begins(bytes, at, 'OggS'); ) {
    const segments = bytes[at + 26] ?? 0;
    const content = at + PAGE_HEADER + segments;
    let end = content;
    for (const length of bytes.subarray(at + PAGE_HEADER, content)) end += length;
    end = Math.min(end, bytes.length);
    if (begins(bytes, content, 'OpusTags') && content + 12 <= end) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const afterVendor = Math.min(end, content + 12 + view.getUint32(content + 8, true));
      bytes.fill(X, content + 12, afterVendor);
      // No comments, and nothing in their place.
      bytes.fill(0, afterVendor, end);
      bytes.fill(0, at + 22, at + 26);
      view.setUint32(at + 22, checksum(bytes.subarray(at, end)), true);
    }
    at = end;
  }
  return true;
}

function begins(bytes: Uint8Array, at: number, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** The checksum of an Ogg page: CRC-32 with the polynomial 04c11db7, neither reflected nor inverted. */
export function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
