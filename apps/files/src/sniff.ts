import type { Kind } from './messages.ts';

/** What bytes are, judged by the bytes: what a name or a stranger says of them counts for nothing. */
export type Sniffed = {
  readonly kind: Exclude<Kind, 'damaged'>;
  /** The type under which a browser may play or decode it; never one that it would run. */
  readonly mediaType: string;
  readonly format?: string;
  readonly endings: readonly string[];
};

type Signature = {
  /** At an offset, bytes as text, one letter each; `?` fits any. */
  readonly at: readonly (readonly [offset: number, letters: string])[];
  readonly is: Sniffed;
};

const sort = (kind: Sniffed['kind'], mediaType: string, format: string, ...endings: string[]): Sniffed => ({
  kind,
  mediaType,
  format,
  endings,
});

const jpeg = sort('image', 'image/jpeg', 'JPEG', '.jpg', '.jpeg');
const mp4 = sort('video', 'video/mp4', 'MP4', '.mp4', '.m4v', '.mov');
const none = { kind: 'none', mediaType: '', endings: [] } as const;
const known = (format: string, ...endings: string[]): Sniffed => ({ ...none, format, endings });

/** In order: the first that fits is it. */
const signatures: readonly Signature[] = [
  { at: [[0, '\x89PNG\r\n\x1a\n']], is: sort('image', 'image/png', 'PNG', '.png') },
  { at: [[0, '\xff\xd8\xff']], is: jpeg },
  { at: [[0, 'GIF8']], is: sort('image', 'image/gif', 'GIF', '.gif') },
  {
    at: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
    is: sort('image', 'image/webp', 'WebP', '.webp'),
  },
  {
    at: [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
    is: sort('image', 'image/bmp', 'BMP', '.bmp'),
  },
  { at: [[4, 'ftypavi']], is: sort('image', 'image/avif', 'AVIF', '.avif') },
  { at: [[4, 'ftyphei']], is: known('HEIC', '.heic', '.heif') },
  { at: [[4, 'ftypmif1']], is: known('HEIF', '.heic', '.heif', '.avif') },
  { at: [[4, 'ftypM4A']], is: sort('audio', 'audio/mp4', 'M4A', '.m4a') },
  { at: [[4, 'ftyp']], is: mp4 },
  { at: [[0, '\x1aE\xdf\xa3']], is: sort('video', 'video/webm', 'WebM', '.webm', '.weba', '.mkv') },
  { at: [[0, 'OggS']], is: sort('audio', 'audio/ogg', 'Ogg', '.ogg', '.oga', '.opus') },
  {
    at: [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
    is: sort('audio', 'audio/wav', 'WAV', '.wav'),
  },
  { at: [[0, 'fLaC']], is: sort('audio', 'audio/flac', 'FLAC', '.flac') },
  { at: [[0, '#!AMR']], is: known('AMR', '.amr') },
  { at: [[0, 'ID3']], is: sort('audio', 'audio/mpeg', 'MP3', '.mp3') },
  { at: [[0, '\xff\xfb']], is: sort('audio', 'audio/mpeg', 'MP3', '.mp3') },
  { at: [[0, '\xff\xf3']], is: sort('audio', 'audio/mpeg', 'MP3', '.mp3') },
  { at: [[0, '\xff\xf1']], is: sort('audio', 'audio/aac', 'AAC', '.aac') },
  // Given to no browser: a library draws its pages.
  { at: [[0, '%PDF']], is: sort('pdf', '', 'PDF', '.pdf') },
  {
    at: [[0, 'PK\x03\x04']],
    is: known('ZIP', '.zip', '.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.epub', '.apk'),
  },
  { at: [[0, '\xd0\xcf\x11\xe0']], is: known('Office', '.doc', '.xls', '.ppt', '.msg') },
  { at: [[0, '{\\rtf']], is: known('RTF', '.rtf') },
  { at: [[0, 'MZ']], is: known('Windows', '.exe', '.dll', '.scr') },
  { at: [[0, '\x7fELF']], is: known('ELF') },
];

const textEndings = ['.txt', '.csv', '.md', '.log', '.text'];
/** Text that is longer is not shown as one: a page that freezes helps nobody. */
const longestText = 1_000_000;

/** Judges the bytes. Plain text is shown only where the file claims to be plain text and nothing else. */
export function sniff(bytes: Uint8Array, name: string, mediaType: string): Sniffed {
  const found = signatures.find(({ at }) => at.every(([offset, letters]) => fits(bytes, offset, letters)));
  if (found !== undefined) return found.is;
  const ending = /\.[^.]*$/.exec(name.toLowerCase().replace(/[\u2066-\u2069]/g, ''))?.[0] ?? '';
  const claimsText = textEndings.includes(ending) || (ending === '' && mediaType.startsWith('text/plain'));
  if (claimsText && bytes.length <= longestText && isText(bytes)) {
    return { kind: 'text', mediaType: 'text/plain', endings: textEndings };
  }
  return none;
}

/** The text of bytes that `sniff` found to be text. */
export function textIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function fits(bytes: Uint8Array, offset: number, letters: string): boolean {
  if (bytes.length < offset + letters.length) return false;
  return Array.from(letters).every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}
