import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What no picture may carry away: found by its letters, whatever the form of the picture is. */
export const secretPlace = 'SYNTHETIC-PLACE-52.0907N';

/** A drawing in some form, as the browser itself writes it. */
async function drawn(page: Page, mediaType: string): Promise<Buffer> {
  const bytes = await page.evaluate(async (type) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 40];
    canvas.getContext('2d')?.fillRect(4, 4, 30, 20);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type));
    return blob === null ? [] : [...new Uint8Array(await blob.arrayBuffer())];
  }, mediaType);
  return Buffer.from(bytes);
}

/** A PNG with the place in its text, in its packed text and in its EXIF part. */
export async function pngWithSecret(page: Page): Promise<Buffer> {
  const png = await drawn(page, 'image/png');
  // Behind the header, which is 8 bytes of signature and 25 of size and colours.
  const parts = [
    chunk('tEXt', Buffer.from(`Location\0${secretPlace}`, 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(secretPlace)])),
    chunk('eXIf', Buffer.from(`MM\0*\0\0\0\x08\0\0${secretPlace}`, 'latin1')),
  ];
  return Buffer.concat([png.subarray(0, 33), ...parts, png.subarray(33)]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** A WebP with the place in its EXIF and XMP parts. */
export async function webpWithSecret(page: Page): Promise<Buffer> {
  const webp = await drawn(page, 'image/webp');
  const part = (name: string): Buffer => {
    const content = Buffer.from(`${secretPlace}${secretPlace.length % 2 === 0 ? '' : ' '}`, 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, content]);
  };
  const whole = Buffer.concat([webp, part('EXIF'), part('XMP ')]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
