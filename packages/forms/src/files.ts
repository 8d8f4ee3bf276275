/** What an answer with a file says of it: a text, so that rules can ask whether there is one. Its key is never here. */
export type FileAnswer = {
  readonly blob: string;
  /** As it was called where it came from: shown as inert text. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
};

const hash32 = /^[0-9a-f]{64}$/;
const mostName = 1024;
const mostType = 128;

/** A file as an answer. */
export const fileAnswer = ({ blob, name, mediaType, size, hash }: FileAnswer): string =>
  JSON.stringify({ blob, name, mediaType, size, hash });

/** The file that an answer names; null where it names none, or not exactly as it is written here. */
export function readFileAnswer(value: unknown): FileAnswer | null {
  if (typeof value !== 'string' || !value.startsWith('{"blob":"')) return null;
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return null;
  }
  const { blob, name, mediaType, size, hash } = read as Readonly<Record<string, unknown>>;
  if (typeof blob !== 'string' || typeof hash !== 'string' || !hash32.test(blob) || !hash32.test(hash))
    return null;
  if (typeof name !== 'string' || name.length > mostName) return null;
  if (typeof mediaType !== 'string' || mediaType.length > mostType) return null;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return null;
  const file = { blob, name, mediaType, size, hash };
  return fileAnswer(file) === value ? file : null;
}
