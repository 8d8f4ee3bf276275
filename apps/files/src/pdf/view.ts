import type { ShowFile } from '../messages.ts';
import { box, button, sentence, withNumbers } from '../parts.ts';
import { blackOutTool } from '../redact/tool.ts';
import type { SendCopy } from '../send-copy.ts';
import { largestSide, type PdfPages, type PdfProblem } from './contract.ts';
import { loadScript } from './load.ts';

/** More pages than these are not laid out: a paper can claim to have any number of them. */
const mostPages = 1000;
/** The longest side of a page that is copied, in points: about 200 to an inch of a usual page. */
const copySide = 2400;
const zooms = [1, 1.5, 2, 3, 4] as const;

/** Opens a paper with the script that can draw it. @throws Error where that script did not come. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages | PdfProblem> {
  await loadScript('pdf.js');
  if (globalThis.leewardPdf === undefined) throw new Error('pdf.js is not what it was');
  return globalThis.leewardPdf.open(bytes, loadScript);
}

/** The pages of a paper below each other; each is drawn when it comes into view, and its points go when it has gone. */
export async function pdfView(paper: PdfPages, file: ShowFile, send: SendCopy): Promise<HTMLElement> {
  const { words, locale, name } = file;
  const count = Math.min(paper.count, mostPages);
  const first = await paper.size(1);
  const pages = box('pages');
  pages.tabIndex = 0;
  pages.setAttribute('role', 'region');
  pages.setAttribute('aria-label', name);
  let zoom = 0;
  let current = 1;

  const title = (page: number): string => withNumbers(words.pageOf, locale, { page, pages: paper.count });
  const sheets = Array.from({ length: count }, (_, index) => {
    const sheet = box('sheet');
    shape(sheet, first);
    sheet.setAttribute('role', 'img');
    sheet.setAttribute('aria-label', title(index + 1));
    return sheet;
  });
  pages.append(...sheets);

  const drawing = new Map<Element, AbortController>();
  const clear = (sheet: Element): void => {
    drawing.get(sheet)?.abort();
    drawing.delete(sheet);
    sheet.replaceChildren();
  };
  const draw = async (sheet: HTMLElement, page: number): Promise<void> => {
    clear(sheet);
    const stop = new AbortController();
    drawing.set(sheet, stop);
    try {
      const size = await paper.size(page);
      if (stop.signal.aborted) return;
      shape(sheet, size);
      const wanted = (sheet.clientWidth * devicePixelRatio) / size.width;
      const scale = Math.min(wanted, largestSide / Math.max(size.width, size.height));
      const canvas = document.createElement('canvas');
      if (!(await paper.draw(page, canvas, scale, stop.signal))) return;
      if (!stop.signal.aborted) sheet.replaceChildren(canvas);
    } catch {
      if (!stop.signal.aborted) sheet.replaceChildren(sentence(words.pageNotDrawn));
    }
  };
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) clear(target);
        else if (!drawing.has(target))
          void draw(target as HTMLElement, sheets.indexOf(target as HTMLElement) + 1);
      }
    },
    { root: pages, rootMargin: '50% 0px' },
  );
  for (const sheet of sheets) watch.observe(sheet);

  const where = document.createElement('output');
  const before = button(words.previousPage, () => go(current - 1));
  const next = button(words.nextPage, () => go(current + 1));
  const smaller = button(words.smaller, () => resize(zoom - 1));
  const larger = button(words.larger, () => resize(zoom + 1));
  const say = (): void => {
    where.textContent = title(current);
    // Not `disabled`: a button that was just pressed must not lose the place of the keyboard.
    for (const [one, ends] of [
      [before, current === 1],
      [next, current === count],
      [smaller, zoom === 0],
      [larger, zoom === zooms.length - 1],
    ] as const)
      one.setAttribute('aria-disabled', String(ends));
  };
  const go = (page: number): void => {
    const sheet = sheets[page - 1];
    if (sheet === undefined) return;
    pages.scrollTop = sheet.offsetTop - pages.offsetTop;
    current = page;
    say();
  };
  const resize = (to: number): void => {
    const factor = zooms[to];
    if (factor === undefined) return;
    zoom = to;
    const page = current;
    for (const sheet of sheets) sheet.style.inlineSize = `${factor * 100}%`;
    for (const sheet of [...drawing.keys()])
      void draw(sheet as HTMLElement, sheets.indexOf(sheet as HTMLElement) + 1);
    go(page);
  };
  pages.addEventListener('scroll', () => {
    const middle = pages.scrollTop + pages.offsetTop + pages.clientHeight / 2;
    const last = sheets.findLastIndex((sheet) => sheet.offsetTop <= middle);
    if (last + 1 === current || last < 0) return;
    current = last + 1;
    say();
  });
  say();

  const rest = paper.count > count ? [sentence(withNumbers(words.firstPages, locale, { pages: count }))] : [];
  const tools = box('tools', before, where, next, smaller, larger);
  const view = box('shown', tools, ...rest, pages);
  const [open, told] = blackOutTool(
    file,
    view,
    () => pageAlone(paper, current),
    (canvas, boxes) => send(canvas, boxes, 'image/png', current),
  );
  if (open !== undefined) tools.append(open);
  return box('paper', view, ...(told === undefined ? [] : [told]));
}

/** One page as a picture, large enough to be read on paper. */
async function pageAlone(paper: PdfPages, page: number): Promise<HTMLCanvasElement | null> {
  const { width, height } = await paper.size(page);
  const canvas = document.createElement('canvas');
  const scale = copySide / Math.max(width, height, 1);
  return (await paper.draw(page, canvas, scale, new AbortController().signal)) ? canvas : null;
}

/** Gives a sheet the shape of its page. */
function shape(
  sheet: HTMLElement,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  sheet.style.aspectRatio = `${Math.max(width, 1)} / ${Math.max(height, 1)}`;
}
