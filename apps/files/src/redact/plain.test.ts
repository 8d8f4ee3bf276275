import { describe, expect, it } from 'vitest';
import { plainPartsOf } from './plain.ts';

const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const chunk = (name: string, content: string): readonly number[] => [
  ...[0, 0, 0, content.length],
  ...letters(name),
  ...letters(content),
  ...[1, 2, 3, 4],
];
const segment = (marker: number, content: string): readonly number[] => [
  ...[0xff, marker, 0, content.length + 2],
  ...letters(content),
];
const bytes = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());

describe('a picture that a browser has written', () => {
  it('[fault 58] keeps its points and loses profiles, words and places, as a PNG', () => {
    const png = [0x89, ...letters('PNG\r\n\x1a\n')];
    const picture = [chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'points'), chunk('IEND', '')];
    const [header = [], ...rest] = picture;
    const extras = ['iCCP', 'eXIf', 'tEXt', 'iTXt', 'tIME'].map((name) => chunk(name, 'place'));
    expect(plainPartsOf(bytes(png, header, ...extras, ...rest))).toEqual(bytes(png, ...picture));
  });

  it('[fault 58] keeps its points and loses profiles, words and places, as a JPEG', () => {
    const before = segment(0xe0, 'JFIF');
    const after = [segment(0xc0, 'size'), segment(0xda, 'scan'), [7, 0xff, 0, 8, 0xff, 0xd9]];
    const extras = [0xe1, 0xe2, 0xed, 0xfe].map((marker) => segment(marker, 'place'));
    const start = [0xff, 0xd8];
    expect(plainPartsOf(bytes(start, before, ...extras, ...after))).toEqual(bytes(start, before, ...after));
  });
});
