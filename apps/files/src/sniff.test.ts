import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { readShowFile } from './messages.ts';
import { sniff } from './sniff.ts';

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const png = bytes('\x89PNG\r\n\x1a\n........');

describe('what a file is', () => {
  it('follows from its bytes, whatever it is called', () => {
    expect(sniff(png, 'song.mp3', 'audio/mpeg')).toMatchObject({ kind: 'image', mediaType: 'image/png' });
    expect(sniff(bytes('\xff\xd8\xff\xe0'), 'x', '')).toMatchObject({ format: 'JPEG' });
    expect(sniff(bytes('RIFF....WEBP'), 'x', '')).toMatchObject({ format: 'WebP' });
    expect(sniff(bytes('....ftypisom'), 'x', '')).toMatchObject({ kind: 'video' });
    expect(sniff(bytes('OggS'), 'x', '')).toMatchObject({ kind: 'audio' });
  });

  it('[fault 56] is nothing to open for pages, drawings with scripts and programs', () => {
    const closed: readonly (readonly [string, string, string])[] = [
      ['<!doctype html><script>1</script>', 'page.html', 'text/html'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>', 'drawing.svg', 'image/svg+xml'],
      ['PK\x03\x04', 'letter.docx', ''],
      ['\xd0\xcf\x11\xe0', 'letter.doc', ''],
      ['MZ', 'photo.png', 'image/png'],
      ['<?xml version="1.0"?>', 'x.xml', 'text/xml'],
      ['<svg/>', 'photo.png', 'image/png'],
    ];
    for (const [content, name, type] of closed) expect(sniff(bytes(content), name, type).kind).toBe('none');
  });

  it('[fault 56] is a paper without a type that a browser knows where it is a PDF: no browser ever opens it', () => {
    expect(sniff(bytes('%PDF-1.7'), 'photo.png', 'image/png')).toMatchObject({ kind: 'pdf', mediaType: '' });
  });

  it('is text only where it claims to be plain text, is valid and is not too long', () => {
    expect(sniff(utf8('مرحبا'), 'note.txt', 'text/plain').kind).toBe('text');
    expect(sniff(utf8('<script>1</script>'), 'note.txt', 'text/plain').kind).toBe('text');
    expect(sniff(bytes('\xff\xfe\x00a'), 'note.txt', 'text/plain').kind).toBe('none');
    expect(sniff(utf8('a'.repeat(1_000_001)), 'note.txt', 'text/plain').kind).toBe('none');
    expect(sniff(utf8('plain'), 'note.html', 'text/plain').kind).toBe('none');
  });

  it('is never given a type that a browser would run, for any bytes and any name', () => {
    const safe = /^(|text\/plain|image\/(png|jpeg|gif|webp|bmp|avif)|audio\/\w+|video\/\w+)$/;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string(), fc.string(), (content, name, type) => {
        expect(sniff(content, name, type).mediaType).toMatch(safe);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a message to the viewer', () => {
  const words = { hidden: 'h', show: 's' };
  const show = { type: 'show', bytes: new ArrayBuffer(1), name: 'n', mediaType: '', words, locale: 'en' };

  it('is taken where it is whole', () => {
    expect(readShowFile({ ...show, direction: 'rtl' })).toMatchObject({ name: 'n', direction: 'rtl' });
    expect(readShowFile(show)).toMatchObject({ direction: 'ltr', copies: false });
    expect(readShowFile({ ...show, copies: true })).toMatchObject({ copies: true });
  });

  it('is left alone where it is anything else', () => {
    for (const other of [
      null,
      1,
      {},
      { ...show, bytes: 'x' },
      { ...show, words: null },
      { ...show, name: 1 },
    ])
      expect(readShowFile(other)).toBeNull();
  });
});
