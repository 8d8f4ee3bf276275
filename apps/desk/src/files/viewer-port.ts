import { plainPicture } from '@leeward/workspace/desk/plain-picture.ts';

/*
 * What the desk and the attachment viewer say to each other. The viewer stands on another origin in a sandbox, so that
 * what a stranger sent never meets this page (section 8). Only bytes and words for buttons go there: no key, no address,
 * nothing about where the file came from. apps/files/src/messages.ts says the same from its side.
 */

/** What the viewer needs in order to speak: it has no catalogue of its own. */
export type ViewerWords = {
  readonly hidden: string;
  readonly show: string;
  readonly hide: string;
  readonly notOpened: string;
  readonly damaged: string;
  readonly locked: string;
  readonly notLoaded: string;
  readonly pageNotDrawn: string;
  /** With {page} and {pages} in them, which the viewer fills in. */
  readonly pageOf: string;
  readonly firstPages: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly larger: string;
  readonly smaller: string;
  readonly turn: string;
  readonly blackOut: string;
  readonly blackOutHint: string;
  readonly addBox: string;
  /** With {number} in it. */
  readonly box: string;
  readonly undo: string;
  readonly removeBox: string;
  readonly makeCopy: string;
  readonly noBox: string;
  readonly notCopied: string;
  readonly copyMade: string;
  readonly cancel: string;
};

export type ShowFile = {
  readonly type: 'show';
  readonly bytes: ArrayBuffer;
  readonly name: string;
  readonly mediaType: string;
  readonly words: ViewerWords;
  /** For its numbers, too. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether copies with something blacked out may be made of it. */
  readonly copies: boolean;
};

/** What the viewer made of the bytes: what they are, whatever their name says. */
export type Shown = {
  readonly type: 'shown';
  readonly kind: 'image' | 'audio' | 'video' | 'pdf' | 'text' | 'none' | 'damaged';
  /** What it is called, such as `PNG`; missing where that is not known. */
  readonly format?: string;
  /** Endings that such files usually have. */
  readonly endings: readonly string[];
};

/** How tall the viewer would like to be, in CSS pixels. */
export type Sized = { readonly type: 'sized'; readonly height: number };

/** A copy with something blacked out. It comes from a page that holds a stranger's file: it is a plain picture or nothing. */
export type Copied = {
  readonly type: 'copied';
  readonly bytes: ArrayBuffer;
  readonly mediaType: 'image/png' | 'image/jpeg';
  /** Which page of a paper it was; null for a picture. */
  readonly page: number | null;
};

/** What came as a copy and is none: refused, and said. */
export type NotCopied = { readonly type: 'not-copied' };

/** The first word of a viewer that is ready. */
export const readyWord = 'leeward-viewer-ready';

/** Where the viewer is served: the same place under another name. @throws Error where the desk has no name of its own. */
export function viewerOrigin(deskOrigin: string): string {
  const { protocol, host } = new URL(deskOrigin);
  const [first, ...rest] = host.split('.');
  if (first !== 'desk' || rest.length === 0) throw new Error('The desk is not served under desk.<name>');
  return `${protocol}//files.${rest.join('.')}`;
}

/** Reads what came back; null for anything else, because the viewer holds a stranger's file and is not trusted. */
export function readViewerMessage(data: unknown): Shown | Sized | Copied | NotCopied | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, kind, format, endings, height, bytes, page } = data as Readonly<Record<string, unknown>>;
  if (type === 'sized' && typeof height === 'number' && Number.isFinite(height)) {
    return { type, height: Math.min(Math.max(height, 48), 4000) };
  }
  if (type === 'copied') {
    const mediaType = bytes instanceof ArrayBuffer ? plainPicture(bytes) : null;
    if (!(bytes instanceof ArrayBuffer) || mediaType === null) return { type: 'not-copied' };
    return { type, bytes, mediaType, page: Number.isSafeInteger(page) ? Number(page) : null };
  }
  const known = kinds.find((one) => one === kind);
  if (type !== 'shown' || known === undefined) return null;
  const texts = Array.isArray(endings) ? endings.filter((one) => typeof one === 'string').slice(0, 16) : [];
  return {
    type,
    kind: known,
    endings: texts,
    ...(typeof format === 'string' && format.length < 40 ? { format } : {}),
  };
}

const kinds: readonly Shown['kind'][] = ['image', 'audio', 'video', 'pdf', 'text', 'none', 'damaged'];
