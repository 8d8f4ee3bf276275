import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';

/*
 * Takes hidden data (place, time, kind of phone, earlier versions) out of a picture by drawing it anew: what is not
 * seen is not drawn. No picture is parsed by code of ours (section 4): the browser reads it and writes it.
 */

/** Kinds of picture that browsers read and that can be drawn anew without loss of what is seen. */
const PICTURES = /^image\/(jpeg|png|webp|heic|heif|avif|bmp)$/;
/** What comes out; everything else becomes a JPEG. */
const KEPT = /^image\/(png|webp)$/;
/** Canvases beyond this come out blank on older phones, in pixels. */
const MOST_PIXELS = 16_000_000;
const QUALITY = 0.92;

/** Whether this kind of file is cleaned at all; of all others she is told that hidden data stays inside. */
export const isCleanable = (mediaType: string): boolean => PICTURES.test(mediaType);

/**
 * The picture without its hidden data, the right way up. `cannot-clean` where this browser cannot read the picture, or
 * does not let a page see its own drawing (hardened browsers give noise instead): never half a success.
 */
export async function cleanImage(file: Blob): Promise<Result<Blob, 'cannot-clean'>> {
  if (!isCleanable(file.type)) return err('cannot-clean');
  try {
    if (!canvasIsTrue()) return err('cannot-clean');
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(picture.width * scale));
    canvas.height = Math.max(1, Math.floor(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) return err('cannot-clean');
    const wanted = KEPT.test(file.type) ? file.type : 'image/jpeg';
    if (wanted === 'image/jpeg') {
      // A JPEG has no see-through: what was empty becomes white and not black.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await drawingOf(canvas, wanted);
    return drawn === null || drawn.size === 0 ? err('cannot-clean') : ok(drawn);
  } catch {
    // The browser cannot read this picture, or has no memory for it.
    return err('cannot-clean');
  }
}

/** The ending that a cleaned picture's name must have: `photo.heic` has become a JPEG. */
export function renamed(name: string, mediaType: string): string {
  const endings: Readonly<Record<string, RegExp>> = {
    'image/jpeg': /\.jpe?g$/i,
    'image/png': /\.png$/i,
    'image/webp': /\.webp$/i,
  };
  if (endings[mediaType]?.test(name) !== false) return name;
  return `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.${mediaType.slice('image/'.length).replace('jpeg', 'jpg')}`;
}

/** Whether what is drawn is what is read: some browsers answer with noise, or white, to keep visitors apart. */
function canvasIsTrue(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 8;
  canvas.height = 8;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return false;
  context.fillStyle = '#3a7bd5';
  context.fillRect(0, 0, 8, 8);
  const { data } = context.getImageData(0, 0, 8, 8);
  for (let at = 0; at < data.length; at += 4)
    if (data[at] !== 0x3a || data[at + 1] !== 0x7b || data[at + 2] !== 0xd5 || data[at + 3] !== 255)
      return false;
  return true;
}

function drawingOf(canvas: HTMLCanvasElement, mediaType: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, mediaType, QUALITY));
}
