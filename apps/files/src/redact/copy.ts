import { type Box, pointsUnder } from './boxes.ts';
import { plainPartsOf } from './plain.ts';

/** Larger copies are made anew in the smaller form. */
const largestPng = 12 * 1024 * 1024;

/**
 * A new picture out of the points that are seen, with black where the boxes are. It is drawn anew and encoded anew:
 * nothing of the original's bytes can be in it, neither what was under a box nor what rode along in the file.
 */
export async function blackedOut(
  source: HTMLCanvasElement,
  boxes: readonly Box[],
  form: 'image/png' | 'image/jpeg',
): Promise<ArrayBuffer | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [source.width, source.height];
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) return null;
  // What can be seen through is white, and not a hole through which something may be found.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0);
  pen.fillStyle = '#000';
  for (const box of boxes) {
    const { x, y, width, height } = pointsUnder(box, canvas.width, canvas.height);
    pen.fillRect(x, y, width, height);
  }
  const blob = await encoded(canvas, form);
  const small = blob !== null && blob.size > largestPng ? await encoded(canvas, 'image/jpeg') : blob;
  return small === null ? null : plainPartsOf(new Uint8Array(await small.arrayBuffer())).buffer;
}

function encoded(canvas: HTMLCanvasElement, form: string): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, form, 0.9));
}
