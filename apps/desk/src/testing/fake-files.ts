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

/** A photo of 240 by 160 points: white, with a red field on the left above and a blue one on the right below. */
const photo =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCACgAPADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAcGBf/EACYQAQAABAQFBQAAAAAAAAAAAAAWZaPiBQYREwESRIPCFSRCUWH/xAAYAQEBAQEBAAAAAAAAAAAAAAAABQQDBv/EACMRAQABAQkAAwEAAAAAAAAAAAADAQIFFEFCUYGxwQQhM/D/2gAMAwEAAhEDEQA/AKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAkCvpAzT5LV06+PQBnWgAAAAAAABX0gV9ogzRb20c+ADSigAAAAAAAAAAAAACQK+kDNPktXTr49AGdaAAAAAAAAFfSBX2iDNFvbRz4ANKKAAAAAAAAAAAAAAJAr6QM0+S1dOvj0AZ1oAAAAAAAAV9IFfaIM0W9tHPgA0ooAAAAAAAAAAAAAAkCvpAzT5LV06+PQBnWgAAAAAAABX0gV9ogzRb20c+ADSigAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMpGkvrWkaS+tayYsYWLbtKxEu7WRpL61pGkvrWsmGFi27MRLu1kaS+taRpL61rJhhYtuzES7tZGkvrWurgeNesb/t9na5fnza66/nD6T5rMjdd2/JxngjsR1tWafbrDNbtW6UrVqwE1QAAAAAAAAAAAAAAAAAAAASgB6BDAAAAGsyN13b8mTazI3XdvyZ/lflX+zd/j/rRqwEdVAAAAAAAAAAAAAAAAAAAASgayC5hRuILmFG5YxUW/aVh5dmTGsguYUbiC5hRuMVFv2YeXZkxrILmFG4guYUbjFRb9mHl2ZNrMjdd2/IguYUbnVwPBfR9/3G9u8vw5dNNf3j9uM88duOtmzX7dYYbdm3StaOsAmqAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD//Z';

/** What no copy may carry away: found by its letters. */
export const secretPlace = 'SYNTHETIC-PLACE-52.0907N';

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
  ['letter.jpg', 'image/jpeg', withPlace(base64(photo))],
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

/** The same photo with the place where it was taken in its EXIF part, in a comment, and behind its end. */
function withPlace(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const segment = (marker: number, words: string): readonly number[] => [
    0xff,
    marker,
    0,
    words.length + 2,
    ...utf8(words),
  ];
  const parts = [
    ...segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\0\0${secretPlace}`),
    ...segment(0xfe, secretPlace),
  ];
  return Uint8Array.from([...jpeg.slice(0, 2), ...parts, ...jpeg.slice(2), ...utf8(secretPlace)]);
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
