/*
 * Which letters the bytes of a text stand for. UTF-8 and UTF-16 can be told; the older codings of spreadsheets cannot,
 * and whoever brings a file is asked to look: a name that was read in the wrong one is another name.
 */

/** Codings that a person may choose, by their names for the platform. */
export const codings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1251',
  'windows-1256',
  'windows-1255',
  'windows-874',
  'gb18030',
  'big5',
  'macintosh',
] as const;
export type Coding = (typeof codings)[number];

export type Decoded = {
  readonly text: string;
  /** What was guessed or chosen; null where the bytes themselves say it. */
  readonly coding: Coding | null;
};

/** Text as it was written, in the coding that was chosen for it or the likeliest one. Null for what is no text. */
export function decodeText(bytes: Uint8Array, chosen?: string): Decoded | null {
  const sure = sureCoding(bytes);
  if (sure !== null) return { text: new TextDecoder(sure).decode(bytes), coding: null };
  if (bytes.includes(0)) return null;
  const wanted = codings.find((one) => one === chosen);
  if (wanted !== undefined) return { text: new TextDecoder(wanted).decode(bytes), coding: wanted };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), coding: null };
  } catch {
    const coding = guessCoding(bytes);
    return { text: new TextDecoder(coding).decode(bytes), coding };
  }
}

/** UTF-16 by its mark, or by zeros that stand in every second place alone. */
function sureCoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const some = bytes.subarray(0, 20_000);
  let [even, odd] = [0, 0];
  for (const [at, byte] of some.entries())
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  const enough = some.length / 50;
  if (even === 0 && odd > enough && bytes.length % 2 === 0) return 'utf-16le';
  return odd === 0 && even > enough && bytes.length % 2 === 0 ? 'utf-16be' : null;
}

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/** The likeliest of the older codings, by which bytes stand together. */
function guessCoding(bytes: Uint8Array): Coding {
  const some = bytes.subarray(0, 200_000);
  const broken = new TextDecoder('utf-8').decode(some).match(/\ufffd/g)?.length ?? 0;
  let [high, besideLatin, low, gaps] = [0, 0, 0, 0];
  for (const [at, byte] of some.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if (isAsciiLetter(some[at - 1]) || isAsciiLetter(some[at + 1])) besideLatin += 1;
    if (byte > 0xa0 && byte <= 0xc0) low += 1;
    if (latinInArabic.has(byte)) gaps += 1;
  }
  // A text in UTF-8 with a few broken bytes is still that.
  if (broken * 20 < high) return 'utf-8';
  if (besideLatin * 2 > high) return 'windows-1252';
  if (low * 5 > high) return 'windows-874';
  return gaps * 20 < high ? 'windows-1256' : 'windows-1251';
}

/** French letters that the Arabic coding keeps between its own, and that Russian is full of. */
const latinInArabic: ReadonlySet<number> = new Set([
  0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc,
]);
