/*
 * What the viewer and the page around it say to each other; apps/desk/src/files/viewer-port.ts says the same from its
 * side. Only bytes and words for buttons come in; what the file was found to be, and how tall it is, goes out.
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
};

export type ShowFile = {
  readonly type: 'show';
  readonly bytes: ArrayBuffer;
  readonly name: string;
  readonly mediaType: string;
  readonly words: ViewerWords;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
};

export type Kind = 'image' | 'audio' | 'video' | 'pdf' | 'text' | 'none' | 'damaged';

export type Shown = {
  readonly type: 'shown';
  readonly kind: Kind;
  readonly format?: string;
  readonly endings: readonly string[];
};

export type Sized = { readonly type: 'sized'; readonly height: number };

export const readyWord = 'leeward-viewer-ready';

/** Reads a message; null for anything that is none. */
export function readShowFile(data: unknown): ShowFile | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, bytes, name, mediaType, words, locale, direction } = data as Readonly<
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
  };
}
