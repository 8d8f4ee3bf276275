/** WebM, as Chromium and Firefox record: elements of an id, a length and a content, one inside the other. */

const ids = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
} as const;
/** Whole elements that say who, when or with what, and that no player needs. */
const removed: ReadonlySet<number> = new Set([
  0x4461, // date
  0x7ba9, // title
  0x73a4, // id of the recording
  0x7384, // file name
  0x536e, // name of a track
  0x258688, // name of the coder
  0x1254c367, // tags
  0x1941a469, // attachments
  0x1043a770, // chapters
]);
/** Programs by which it was written: the format wants them to be there, and not what they say. */
const blanked: ReadonlySet<number> = new Set([0x4d80, 0x5741]);
const entered: ReadonlySet<number> = new Set([ids.segment, ids.cluster, ids.info, ids.tracks, ids.track]);
const VOID = 0xec;

type Element = { readonly id: number; readonly content: number; readonly end: number };

/** Cleans in place; false where it is no WebM. */
export function cleanWebm(bytes: Uint8Array): boolean {
  const header = elementAt(bytes, 0, bytes.length);
  if (header?.id !== ids.header) return false;
  const open: [at: number, end: number][] = [[header.end, bytes.length]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    let [at, end] = range;
    while (at < end) {
      const element = elementAt(bytes, at, end);
      // What is cut off or cannot be read holds nothing that could be looked for.
      if (element === null) break;
      if (removed.has(element.id)) blot(bytes, at, element.end);
      else if (blanked.has(element.id)) bytes.fill(0, element.content, element.end);
      else if (entered.has(element.id)) open.push([element.content, element.end]);
      at = element.end;
    }
  }
  return true;
}

/** An element of nothing in the place of another, of the same length. */
function blot(bytes: Uint8Array, at: number, end: number): void {
  const length = end - at;
  bytes.fill(0, at, end);
  bytes[at] = VOID;
  if (length < 9) {
    bytes[at + 1] = 0x80 | (length - 2);
    return;
  }
  // Eight bytes of length: a one, and seven bytes of number.
  bytes[at + 1] = 0x01;
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 5, length - 9);
}

function elementAt(bytes: Uint8Array, at: number, end: number): Element | null {
  const idLength = lengthOf(bytes[at] ?? 0);
  if (idLength > 4) return null;
  let id = 0;
  for (let index = 0; index < idLength; index += 1) id = id * 256 + (bytes[at + index] ?? 0);
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(bytes[sizeAt] ?? 0);
  if (sizeLength > 8 || sizeAt + sizeLength > end) return null;
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  let isUnknown = size === 0xff >> sizeLength;
  for (let index = 1; index < sizeLength; index += 1) {
    const byte = bytes[sizeAt + index] ?? 0;
    isUnknown &&= byte === 0xff;
    size = size * 256 + byte;
  }
  const content = sizeAt + sizeLength;
  // A recording that goes on has no length yet: it reaches to the end of what holds it.
  return { id, content, end: isUnknown ? end : Math.min(end, content + size) };
}

/** How many bytes a number takes, by the zeros that its first byte begins with; 9 where that says nothing. */
const lengthOf = (first: number): number => (first === 0 ? 9 : Math.clz32(first) - 23);
