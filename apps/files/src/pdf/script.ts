import {
  AnnotationMode,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// Loaded first, it makes the library work in this page and look for no worker.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { type LoadScript, largestPicture, type OpenPdf, type PdfPages, type PdfProblem } from './contract.ts';

/*
 * PDF by a library, in the sandbox. It is given bytes and no address; nothing of a paper is run: its scripts, actions,
 * links and forms are read by nobody. Letters are drawn as lines from the paper's own fonts, so that the browser's font
 * machinery never meets a stranger's font; pictures are decoded by the library itself.
 */

const open: OpenPdf = async (bytes, load) => {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: dataFrom(load),
    // Names only: without them the library would not ask for the data at all. They are never fetched.
    cMapUrl: 'letters/',
    standardFontDataUrl: 'fonts/',
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: largestPicture,
    canvasMaxAreaInBytes: largestPicture * 4,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  try {
    return pagesOf(await task.promise);
  } catch (problem) {
    void task.destroy();
    return problemOf(problem);
  }
};

function pagesOf(paper: PDFDocumentProxy): PdfPages {
  const viewportOf = (page: PDFPageProxy, scale: number) => page.getViewport({ scale });
  return {
    count: paper.numPages,
    size: async (number) => {
      const { width, height } = viewportOf(await paper.getPage(number), 1);
      return { width, height };
    },
    draw: async (number, canvas, scale, signal) => {
      const page = await paper.getPage(number);
      if (signal.aborted) return false;
      const viewport = viewportOf(page, scale);
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      // What was filled into a form or stamped onto a page is part of what it says; none of it acts.
      const drawing = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
      const stop = (): void => drawing.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await drawing.promise;
        return true;
      } catch (problem) {
        if (signal.aborted) return false;
        throw problem;
      } finally {
        signal.removeEventListener('abort', stop);
        page.cleanup();
      }
    },
    close: () => void paper.loadingTask.destroy(),
  };
}

const problemOf = (problem: unknown): PdfProblem =>
  problem instanceof Error && problem.name === 'PasswordException' ? 'locked' : 'damaged';

/** Fonts and tables of letters come with a script of ours, when a paper needs them. */
function dataFrom(load: LoadScript): new () => object {
  const scripts: Readonly<Record<string, string>> = {
    cMapUrl: 'pdf-letters.js',
    standardFontDataUrl: 'pdf-fonts.js',
  };
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      const script = scripts[kind];
      if (script === undefined) throw new Error(`No ${kind} here`);
      await load(script);
      const held = globalThis.leewardPdfData ?? {};
      const text = Object.hasOwn(held, filename) ? held[filename] : undefined;
      if (text === undefined) throw new Error(`No ${filename} here`);
      return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    }
  };
}

globalThis.leewardPdf = { open };
