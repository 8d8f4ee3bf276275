import type { FileNote } from '@leeward/domain/shared/context.ts';
import { hash } from '@leeward/domain/testing/people.ts';
import type { OpenedFile } from '@leeward/workspace/desk/contract.ts';
import { hostilePaper, lockedPaper } from './fake-papers.ts';

/*
 * Files that try to reach out of the viewer (fault 56), and harmless ones to compare: all of them made up here. Whoever
 * opens one of the first kind would ask `/canary`.
 */

const page = `<!doctype html><title>x</title><img src="/canary?html"><script>fetch('/canary?script')</script>
<iframe src="/canary?frame"></iframe><meta http-equiv="refresh" content="0;url=/canary?refresh">`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"
 onload="fetch('/canary?onload')"><image xlink:href="/canary?image" width="9" height="9"/><script>fetch('/canary?svg')</script></svg>`;
/** A picture of 2 by 2 points. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNQSEg40ODA8OBCgkHABAAk3gWB8uczigAAAABJRU5ErkJggg==';

const samples: readonly (readonly [name: string, mediaType: string, content: Uint8Array<ArrayBuffer>])[] = [
  ['page.html', 'text/html', utf8(page)],
  ['drawing.svg', 'image/svg+xml', utf8(drawing)],
  ['drawing.png', 'image/png', utf8(drawing)],
  ['paper.pdf', 'application/pdf', utf8(hostilePaper(3))],
  ['note.txt', 'text/plain', utf8(`${page}\n\u202egpj.exe`)],
  ['photo.png', 'image/png', base64(picture)],
  ['broken.png', 'image/png', base64(picture).slice(0, 40)],
  ['sound.wav', 'audio/wav', silence()],
  ['locked.pdf', 'application/pdf', utf8(lockedPaper)],
  ['torn.pdf', 'application/pdf', utf8('%PDF-1.7\nnothing of it is left')],
];

/** The files as a message lists them. */
export const sampleFiles: readonly FileNote[] = samples.map(([name, mediaType, content], index) => ({
  blob: hash(300 + index),
  name,
  mediaType,
  size: content.length,
  hash: hash(400 + index),
}));

/** The files as the session opens them. */
export const openedFiles: ReadonlyMap<string, OpenedFile> = new Map(
  samples.map(([name, mediaType, content], index) => [
    hash(300 + index),
    { bytes: content.buffer, name, mediaType },
  ]),
);

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** A tenth of a second of silence. */
function silence(): Uint8Array<ArrayBuffer> {
  const samplesOfSound = 800;
  const bytes = new Uint8Array(44 + samplesOfSound);
  const view = new DataView(bytes.buffer);
  const words = (at: number, text: string): void => bytes.set(utf8(text), at);
  words(0, 'RIFF');
  view.setUint32(4, 36 + samplesOfSound, true);
  words(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  words(36, 'data');
  view.setUint32(40, samplesOfSound, true);
  bytes.fill(128, 44);
  return bytes;
}
