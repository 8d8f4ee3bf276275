import { firstStrongIsolate, leftToRightIsolate, popDirectionalIsolate } from './bidi.ts';

/**
 * Text that somebody else wrote, made harmless to look at. The stored bytes stay as they are; only what is shown
 * changes, and never silently: what was hidden becomes visible.
 */

/** One stretch of a person's text: readable text, or one invisible character named instead of obeyed. */
export type InertSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hidden'; readonly text: string; readonly codePoint: number };

/** Splits text into what may be shown and the placeholders of what must not act. Joined texts give `inertText`. */
export function inertSegments(text: string): readonly InertSegment[] {
  const segments: InertSegment[] = [];
  let plain = '';
  for (const character of wellFormed(withoutBalancedIsolates(text.replace(lineBreaks, '\n')))) {
    if (!acts.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') segments.push({ kind: 'text', text: plain });
    plain = '';
    const codePoint = character.codePointAt(0) ?? 0;
    segments.push({ kind: 'hidden', text: placeholder(codePoint), codePoint });
  }
  if (plain !== '') segments.push({ kind: 'text', text: plain });
  return segments;
}

/** The same as one string: control characters and direction overrides stand as `[U+202E]`. Line breaks stay. */
export function inertText(text: string): string {
  return inertSegments(text)
    .map((segment) => segment.text)
    .join('');
}

/** A file name in parts: the ending is apart, so that a screen can shorten the stem and still show what it is. */
export type InertFileName = {
  readonly stem: string;
  /** With its dot, or empty. */
  readonly extension: string;
  /** Stem and ending in isolates: the ending stands at the right end whatever the stem contains. */
  readonly display: string;
};

/**
 * Makes a file name safe to show. A name such as `report<U+202E>gpj.exe` shows the override as a placeholder and
 * ends visibly in `.exe`. Longer stems than `limit` characters are shortened in their middle.
 */
export function inertFileName(name: string, limit = 60): InertFileName {
  const flat = inertText(name)
    .replace(/[\n\t]/g, ' ')
    .replace(namesOnly, (character) => placeholder(character.codePointAt(0) ?? 0));
  const dot = flat.lastIndexOf('.');
  const hasExtension = dot > 0 && dot < flat.length - 1 && flat.length - dot <= 24;
  const extension = hasExtension ? flat.slice(dot) : '';
  const stem = shorten(hasExtension ? flat.slice(0, dot) : flat, limit);
  const inner = `${firstStrongIsolate}${stem}${popDirectionalIsolate}`;
  return { stem, extension, display: `${leftToRightIsolate}${inner}${extension}${popDirectionalIsolate}` };
}

/**
 * A name under which a file may be saved: no folders, no control or direction characters, no leading dot, no name that
 * Windows keeps for devices, at most 120 characters. Empty names become `file`.
 */
export function safeFileName(name: string): string {
  const cleaned = wellFormed(name)
    .replace(new RegExp(acts, 'gu'), '')
    .replace(namesOnly, '')
    .replace(/[\n\t\u2028\u2029]/g, ' ')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 24 ? cleaned.slice(dot) : '';
  const cut = Array.from(cleaned.slice(0, cleaned.length - extension.length))
    .slice(0, 120 - extension.length)
    .join('');
  // Cut in the middle of a sentence, it may end as no file name should.
  const stem = extension === '' ? cut.replace(/[\s.]+$/, '') : cut;
  if (stem === '' && extension === '') return 'file';
  return windowsDevices.test(stem) ? `_${stem}${extension}` : `${stem}${extension}`;
}

/**
 * Text with its addresses laid open: none of them becomes a link, and where the place that an address leads to is not
 * the one that the eye reads (letters that look alike, a name before an @), the true host follows in brackets.
 */
export function defang(text: string): string {
  return inertText(text).replace(addresses, (address) => {
    const host = hostOf(address);
    return host === undefined || readsAs(address, host) ? address : `${address} [${host}]`;
  });
}

/** C0 and C1 controls, embeddings, overrides, isolates, invisible operators, annotations and tag characters. */
const acts =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not act
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** Harmless in running text, and needed there by some scripts, but never needed in the name of a file. */
const namesOnly = /[\u061c\u180e\u200b\u200e\u200f\u00ad\u115f\u1160\u3164\uffa0]/g;
const lineBreaks = /\r\n|[\r\u2028\u2029]/g;
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const addresses = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"'«»“”]+/giu;

function placeholder(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Chat programs put isolates around names. Where they are closed again they change nothing that is worth a warning. */
function withoutBalancedIsolates(text: string): string {
  let inner = text;
  for (let depth = 0; depth < 4; depth += 1)
    inner = inner.replace(/\u2068([^\u2066-\u2069\n]*)\u2069/g, '$1');
  return inner;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function shorten(stem: string, limit: number): string {
  const characters = Array.from(stem);
  if (characters.length <= limit) return stem;
  const half = Math.floor((limit - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

function hostOf(address: string): string | undefined {
  const candidate = address.toLowerCase().startsWith('www.') ? `http://${address}` : address;
  try {
    // Schemes that a browser does not know keep their host as written; read it as a web address to see its letters.
    return new URL(candidate.replace(/^[a-z][a-z0-9+.-]*:/i, 'http:')).hostname;
  } catch {
    return undefined;
  }
}

/** Whether the first thing after the scheme is exactly the host, letter by letter. */
function readsAs(address: string, host: string): boolean {
  const rest = address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').toLowerCase();
  return rest.startsWith(host) && /^(?:$|[/:?#.,;!)\]])/.test(rest.slice(host.length));
}
