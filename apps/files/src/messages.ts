/*
 * What the viewer and the page around it say to each other; apps/desk/src/files/viewer-port.ts says the same from its
 * side. Only bytes and words for buttons come in; what the file was found to be, how tall it is, and copies go out.
 */

export type ViewerWords = {
  readonly hidden: string;
  readonly show: string;
  readonly hide: string;
  readonly notOpened: string;
  readonly damaged: string;
  readonly locked: string;
  readonly notLoaded: string;
  readonly pageNotDrawn: string;
  /** With {page} and {pages} in them. */
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
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether copies with something blacked out may be made of it. */
  readonly copies: boolean;
};

export type Kind = 'image' | 'audio' | 'video' | 'pdf' | 'text' | 'none' | 'damaged';

export type Shown = {
  readonly type: 'shown';
  readonly kind: Kind;
  readonly format?: string;
  readonly endings: readonly string[];
};

export type Sized = { readonly type: 'sized'; readonly height: number };

/** A copy with something blacked out, drawn anew: nothing of the file's own bytes is in it. */
export type Copied = { readonly type: 'copied'; readonly bytes: ArrayBuffer; readonly page: number | null };

export const readyWord = 'leeward-viewer-ready';

/** Reads a message; null for anything that is none. */
export function readShowFile(data: unknown): ShowFile | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, bytes, name, mediaType, words, locale, direction, copies } = data as Readonly<
    Record<string, unknown>
  >;
  if (type !== 'show' || !(bytes instanceof ArrayBuffer)) return null;
  if (typeof name !== 'string' || typeof mediaType !== 'string' || typeof locale !== 'string') return null;
  if (typeof words !== 'object' || words === null) return null;
  return {
    type,
    bytes,
    name,
    mediaType,
    words: words as ViewerWords,
    locale,
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    copies: copies === true,
  };
}
