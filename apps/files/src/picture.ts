import type { ShowFile } from './messages.ts';
import { box, button } from './parts.ts';

/** The largest picture that is decoded, in pixels on a side: a small file can claim to be enormous. */
const largestSide = 4096;

/** A picture as points on a canvas, which can be turned; nothing of its file is left in it. */
export async function picture(blob: Blob, { name, words }: ShowFile): Promise<HTMLElement> {
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, largestSide / Math.max(bitmap.width, bitmap.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', name);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return box(
    'picture',
    box(
      'tools',
      button(words.turn, () => turn(canvas)),
    ),
    canvas,
  );
}

/** Turns what is drawn by a quarter, to the right. */
function turn(canvas: HTMLCanvasElement): void {
  const before = document.createElement('canvas');
  [before.width, before.height] = [canvas.width, canvas.height];
  before.getContext('2d')?.drawImage(canvas, 0, 0);
  [canvas.width, canvas.height] = [before.height, before.width];
  const pen = canvas.getContext('2d');
  pen?.translate(canvas.width, 0);
  pen?.rotate(Math.PI / 2);
  pen?.drawImage(before, 0, 0);
}
