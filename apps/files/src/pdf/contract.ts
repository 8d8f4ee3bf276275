/*
 * What the viewer and the script that draws PDF say to each other. They are two scripts of one page, so that the small
 * one does not wait for the large one.
 */

/** Lays a script of the viewer's own origin into the page and waits for it. */
export type LoadScript = (name: string) => Promise<void>;

export type PdfPages = {
  readonly count: number;
  /** Width and height of a page in points, as it is turned. Pages are counted from 1. */
  readonly size: (page: number) => Promise<{ readonly width: number; readonly height: number }>;
  /** Draws a page into a canvas, `scale` points of the canvas to a point of the page. False where it was called off. */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
    scale: number,
    signal: AbortSignal,
  ) => Promise<boolean>;
  readonly close: () => void;
};

/** Why no page can be drawn: a password is needed, or it is none or a broken one. */
export type PdfProblem = 'locked' | 'damaged';

export type OpenPdf = (bytes: Uint8Array, load: LoadScript) => Promise<PdfPages | PdfProblem>;

declare global {
  /** Set by pdf.js. */
  var leewardPdf: { readonly open: OpenPdf } | undefined;
  /** Set by pdf-fonts.js and pdf-letters.js: files of the library, base64. */
  var leewardPdfData: Readonly<Record<string, string>> | undefined;
}

/** The longest side of a canvas, and the largest picture inside of a page, in points. */
export const largestSide = 4096;
export const largestPicture = 64_000_000;
