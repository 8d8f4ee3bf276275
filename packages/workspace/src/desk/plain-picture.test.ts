import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { plainPicture } from './plain-picture.ts';

const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (...parts: readonly (readonly number[])[]): ArrayBuffer => new Uint8Array(parts.flat()).buffer;
const part = (name: string, content: readonly number[]): readonly number[] => [
  0,
  0,
  0,
  content.length,
  ...letters(name),
  ...content,
  ...[0, 0, 0, 0],
];
const png = [0x89, ...letters('PNG\r\n\x1a\n')];
const header = part('IHDR', new Array<number>(13).fill(1));
const [points, last] = [part('IDAT', [1, 2, 3]), part('IEND', [])];
const segment = (marker: number, content: readonly number[]): readonly number[] => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...content,
];
const jpeg = [0xff, 0xd8];
const scan = [...segment(0xda, [1, 2]), 7, 0xff, 0, 8, 0xff, 0xd0, 9];
const end = [0xff, 0xd9];

describe('a picture that comes from the viewer', () => {
  it('is taken where it holds nothing but the picture', () => {
    expect(plainPicture(bytes(png, header, points, points, last))).toBe('image/png');
    expect(plainPicture(bytes(jpeg, segment(0xe0, [1]), segment(0xc0, [2]), scan, scan, end))).toBe(
      'image/jpeg',
    );
  });

  it('[fault 58] is refused where words, a place or anything behind its end ride along', () => {
    for (const name of ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP', 'tIME', 'prVt'])
      expect(plainPicture(bytes(png, header, part(name, letters('52.0907N')), points, last))).toBeNull();
    expect(plainPicture(bytes(png, header, points, last, letters('52.0907N')))).toBeNull();
    expect(plainPicture(bytes(png, points, last))).toBeNull();
    expect(plainPicture(bytes(png, header, points))).toBeNull();
    for (const marker of [0xe1, 0xe2, 0xed, 0xef, 0xfe])
      expect(plainPicture(bytes(jpeg, segment(marker, letters('Exif')), scan, end))).toBeNull();
    expect(plainPicture(bytes(jpeg, scan, segment(0xfe, [1]), end))).toBeNull();
    expect(plainPicture(bytes(jpeg, scan, end, letters('52.0907N')))).toBeNull();
    expect(plainPicture(bytes(jpeg, scan))).toBeNull();
  });

  it('[fault 56] is refused where it is no picture, whatever the bytes are', () => {
    for (const other of ['<svg onload="1"/>', '%PDF-1.7', '', 'GIF89a'])
      expect(plainPicture(bytes(letters(other)))).toBeNull();
    const whole = [
      [...png, ...header, ...points, ...last],
      [...jpeg, ...scan, ...end],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        (picture, more) => {
          expect(plainPicture(bytes(picture))).not.toBeNull();
          expect(plainPicture(bytes(picture, [...more]))).toBeNull();
          expect(plainPicture(bytes([...more], picture))).toBeNull();
          expect(plainPicture(bytes(picture.slice(0, -1)))).toBeNull();
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
