import { inertText } from '@leeward/ui/inert.ts';
import '@leeward/ui/styles/tokens.css';
import './viewer.css';
import { readShowFile, readyWord, type ShowFile, type Shown, type Sized } from './messages.ts';
import { box, button, sentence } from './parts.ts';
import { openPdf, pdfView } from './pdf/view.ts';
import { picture } from './picture.ts';
import { sendThrough } from './send-copy.ts';
import { type Sniffed, sniff, textIn } from './sniff.ts';

/*
 * Shows one file on an origin of its own, in a sandbox, without a network (section 8). Nothing of the file is ever taken
 * as a page: images and the pages of papers are drawn on canvases, sound and film go to the browser's players under
 * the type that the bytes have, text becomes text. Everything else is named and stays closed.
 */

/** Waits for whoever framed this page to hand over a channel; the first one is the only one. */
function start(place: HTMLElement): void {
  const onMessage = (event: MessageEvent): void => {
    const [port] = event.ports;
    if (event.source !== window.parent || event.data !== readyWord || port === undefined) return;
    window.removeEventListener('message', onMessage);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const file = readShowFile(data);
      if (file !== null) void show(place, port, file);
    };
  };
  window.addEventListener('message', onMessage);
  // No secret in this word: it may be heard by anybody who frames this page.
  if (window.parent !== window) window.parent.postMessage(readyWord, '*');
}

async function show(place: HTMLElement, port: MessagePort, file: ShowFile): Promise<void> {
  document.documentElement.lang = file.locale;
  document.documentElement.dir = file.direction;
  const bytes = new Uint8Array(file.bytes);
  const found = sniff(bytes, file.name, file.mediaType);
  new ResizeObserver(() => {
    const sized: Sized = { type: 'sized', height: Math.ceil(place.getBoundingClientRect().height) };
    port.postMessage(sized);
  }).observe(place);
  try {
    report(port, found, found.kind);
    place.replaceChildren(...(await contentOf(found, bytes, file, port)));
  } catch {
    place.replaceChildren(sentence(file.words.damaged));
    report(port, found, 'damaged');
  }
}

function report(port: MessagePort, found: Sniffed, kind: Shown['kind']): void {
  const { format, endings } = found;
  const shown: Shown = { type: 'shown', kind, endings, ...(format === undefined ? {} : { format }) };
  port.postMessage(shown);
}

async function contentOf(
  found: Sniffed,
  bytes: Uint8Array<ArrayBuffer>,
  file: ShowFile,
  port: MessagePort,
): Promise<readonly Node[]> {
  switch (found.kind) {
    case 'image':
      return veiled(
        await picture(new Blob([bytes], { type: found.mediaType }), file, sendThrough(port)),
        file,
      );
    case 'pdf':
      return paper(bytes, file, found, port);
    case 'video':
      return veiled(player('video', found, bytes, file, port), file);
    case 'audio':
      return [player('audio', found, bytes, file, port)];
    case 'text': {
      const text = document.createElement('pre');
      text.dir = 'auto';
      text.tabIndex = 0;
      text.textContent = inertText(textIn(bytes));
      return [text];
    }
    case 'none':
      return [sentence(file.words.notOpened)];
  }
}

function player(
  kind: 'audio' | 'video',
  found: Sniffed,
  bytes: Uint8Array<ArrayBuffer>,
  file: ShowFile,
  port: MessagePort,
): HTMLMediaElement {
  const element = document.createElement(kind);
  element.controls = true;
  element.preload = 'metadata';
  element.setAttribute('aria-label', file.name);
  element.addEventListener('error', () => {
    element.replaceWith(sentence(file.words.damaged));
    report(port, found, 'damaged');
  });
  element.src = URL.createObjectURL(new Blob([bytes], { type: found.mediaType }));
  return element;
}

/** The pages of a paper, or why there are none. */
async function paper(
  bytes: Uint8Array<ArrayBuffer>,
  file: ShowFile,
  found: Sniffed,
  port: MessagePort,
): Promise<readonly Node[]> {
  let opened: Awaited<ReturnType<typeof openPdf>>;
  try {
    opened = await openPdf(bytes);
  } catch {
    return [sentence(file.words.notLoaded)];
  }
  if (opened === 'locked') return [sentence(file.words.locked)];
  if (opened === 'damaged' || opened.count < 1) {
    report(port, found, 'damaged');
    return [sentence(file.words.damaged)];
  }
  return veiled(await pdfView(opened, file, sendThrough(port)), file);
}

/** A picture, film or paper is blurred until somebody asks for it: it can be hard to see. */
function veiled(element: HTMLElement, { words }: ShowFile): readonly Node[] {
  const inner = box('inner', element);
  inner.inert = true;
  const hint = sentence(words.hidden);
  const toggle = button(words.show, () => {
    const hidden = veil.classList.toggle('veiled');
    inner.inert = hidden;
    hint.hidden = !hidden;
    toggle.textContent = hidden ? words.show : words.hide;
    if (hidden && element instanceof HTMLMediaElement) element.pause();
  });
  const veil = box('veiled', box('bar', hint, toggle), inner);
  return [veil];
}

const place = document.getElementById('place');
if (place !== null) start(place);
