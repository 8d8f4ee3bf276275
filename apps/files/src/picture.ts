import type { ShowFile } from './messages.ts';
import { box, button } from './parts.ts';
import { blackOutTool } from './redact/tool.ts';
import type { SendCopy } from './send-copy.ts';

/** The largest picture that is decoded, in pixels on a side: a small file can claim to be enormous. */
const largestSide = 4096;

/** A picture as points on a canvas, which can be turned; nothing of its file is left in it. */
export async function picture(blob: Blob, file: ShowFile, send: SendCopy): Promise<HTMLElement> {
  const { name, words } = file;
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, largestSide / Math.max(bitmap.width, bitmap.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', name);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const turning = button(words.turn, () => turn(canvas));
  const tools = box('tools', turning);
  const view = box('shown', tools, canvas);
  // A photo stays one; everything else is drawn without loss.
  const form = blob.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  const [open, told] = blackOutTool(
    file,
    view,
    async () => copyOf(canvas),
    (source, boxes) => send(source, boxes, form, null),
  );
  if (open !== undefined) tools.append(open);
  return box('picture', view, ...(told === undefined ? [] : [told]));
}

/** The same points on a canvas of its own. */
function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const other = document.createElement('canvas');
  [other.width, other.height] = [canvas.width, canvas.height];
  other.getContext('2d')?.drawImage(canvas, 0, 0);
  return other;
}

/** Turns what is drawn by a quarter, to the right. */
function turn(canvas: HTMLCanvasElement): void {
  const before = copyOf(canvas);
  [canvas.width, canvas.height] = [before.height, before.width];
  const pen = canvas.getContext('2d');
  pen?.translate(canvas.width, 0);
  pen?.rotate(Math.PI / 2);
  pen?.drawImage(before, 0, 0);
}
