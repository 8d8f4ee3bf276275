import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';
import { qrPicture } from './qr-picture.ts';
import { emptySheet, sheetNames } from './sheet.ts';

const texts = {
  v: 1 as const,
  languages: ['en', 'es', 'ar', 'ru'],
  name: { en: 'Sample', es: 'Sample', ar: 'منظمة', ru: ' ' },
  retention: {},
  contacts: {},
};

describe('the sheet with the link', () => {
  it('says nothing by itself: no name, no address, no word', () => {
    expect(sheetNames(emptySheet, texts)).toEqual([]);
    expect(emptySheet).toMatchObject({ address: false, words: '' });
  });

  it('shows each name once where the organisation wants it, and none where it has none', () => {
    expect(sheetNames({ ...emptySheet, name: true }, texts)).toEqual([
      { language: 'en', name: 'Sample' },
      { language: 'ar', name: 'منظمة' },
    ]);
    expect(sheetNames({ ...emptySheet, name: true }, null)).toEqual([]);
  });

  it('can be taken as a picture of the same code, which names nobody', () => {
    const link = 'http://door.example/#sample';
    const picture = qrPicture(link);
    expect(picture).toContain(qrPath(link).path);
    expect(picture).not.toMatch(/door|title|desc|metadata|script/);
    expect(picture.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
  });
});
