/** MP4, as Safari records: boxes of a length, four letters and a content, one inside the other. */

const entered: ReadonlySet<string> = new Set([
  'moov',
  'trak',
  'mdia',
  'minf',
  'moof',
  'traf',
  'mvex',
  'edts',
]);
/** Notes about the recording: user data, and what programs add of their own. */
const removed: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'cprt', 'free', 'skip']);
/** Headers that begin with when it was made and when it was changed. */
const timed: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Cleans in place; false where it is no MP4. */
export function cleanMp4(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 8 || nameAt(bytes, 4) !== 'ftyp') return false;
  const open: [at: number, end: number][] = [[0, bytes.length]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    let [at, end] = range;
    while (at + 8 <= end) {
      const name = nameAt(bytes, at + 4);
      const given = view.getUint32(at);
      const isLong = given === 1 && at + 16 <= end;
      const content = at + (isLong ? 16 : 8);
      const size = isLong ? Number(view.getBigUint64(at + 8)) : given === 0 ? end - at : given;
      if (size < content - at) break;
      const boxEnd = Math.min(end, at + size);
      if (removed.has(name)) {
        bytes.set([0x66, 0x72, 0x65, 0x65], at + 4); // free
        bytes.fill(0, content, boxEnd);
      } else if (timed.has(name)) {
        const width = bytes[content] === 1 ? 16 : 8;
        bytes.fill(0, content + 4, Math.min(boxEnd, content + 4 + width));
      } else if (name === 'hdlr') {
        // Behind the kind of track stands the name of the program that made it.
        bytes.fill(0, Math.min(boxEnd, content + 24), boxEnd);
      } else if (entered.has(name)) open.push([content, boxEnd]);
      at = boxEnd;
    }
  }
  return true;
}

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
