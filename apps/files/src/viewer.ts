import { inertText } from '@leeward/ui/inert.ts';
import '@leeward/ui/styles/tokens.css';
import './viewer.css';
import { readShowFile, readyWord, type ShowFile, type Shown, type Sized } from './messages.ts';
import { type Sniffed, sniff, textIn } from './sniff.ts';

/*
 * Shows one file on an origin of its own, in a sandbox, without a network (section 8). Nothing of the file is ever taken
 * as a page: images are decoded into a canvas, sound and film go to the browser's players under the type that the bytes
 * have, text becomes text. Everything else is named and stays closed.
 */

/** The largest picture that is decoded, in pixels on a side: a small file can claim to be enormous. */
const largestSide = 4096;

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
    place.replaceChildren(...(await contentOf(found, bytes, file, port)));
    report(port, found, found.kind);
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
      return veiled(await picture(new Blob([bytes], { type: found.mediaType }), file.name), file);
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

async function picture(blob: Blob, name: string): Promise<HTMLElement> {
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, largestSide / Math.max(bitmap.width, bitmap.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', name);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
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

/** A picture or film is blurred until somebody asks for it: it can be hard to see. */
function veiled(element: HTMLElement, { words }: ShowFile): readonly Node[] {
  const veil = document.createElement('div');
  veil.className = 'veiled';
  const inner = document.createElement('div');
  inner.className = 'inner';
  inner.inert = true;
  inner.append(element);
  const bar = document.createElement('div');
  bar.className = 'bar';
  const hint = sentence(words.hidden);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.show;
  button.addEventListener('click', () => {
    const hidden = veil.classList.toggle('veiled');
    inner.inert = hidden;
    hint.hidden = !hidden;
    button.textContent = hidden ? words.show : words.hide;
    if (hidden && element instanceof HTMLMediaElement) element.pause();
  });
  bar.append(hint, button);
  veil.append(bar, inner);
  return [veil];
}

function sentence(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

const place = document.getElementById('place');
if (place !== null) start(place);
