import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { checksum } from './clean-ogg.ts';
import { cleanRecording } from './clean-recording.ts';

const secret = 'SECRET-BROWSER-2026';
const letters = (text: string): number[] => [...Buffer.from(text, 'latin1')];

/** An element of WebM with a length of one or two bytes. */
function element(id: readonly number[], content: readonly number[]): number[] {
  const { length } = content;
  const size = length < 127 ? [0x80 | length] : [0x40 | (length >> 8), length & 0xff];
  return [...id, ...size, ...content];
}
const sound = (seed: number): number[] => element([0xa3], [0x81, 0, seed, 0x80, 0xfc, seed, seed ^ 1, 7]);
const unknownLength = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

function webm(): Uint8Array {
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    [
      ...element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]),
      ...element([0x4d, 0x80], letters(secret)),
      ...element([0x57, 0x41], letters(secret)),
      ...element([0x44, 0x61], [1, 2, 3, 4, 5, 6, 7, 8]),
      ...element([0x7b, 0xa9], letters(`${secret} title`)),
    ],
  );
  const track = element([0xae], [...element([0xd7], [1]), ...element([0x53, 0x6e], letters(secret))]);
  const tags = element([0x12, 0x54, 0xc3, 0x67], letters(secret.repeat(9)));
  const cluster = [
    0x1f,
    0x43,
    0xb6,
    0x75,
    ...unknownLength,
    ...element([0xe7], [0]),
    ...sound(1),
    ...sound(2),
  ];
  return new Uint8Array([
    ...element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], letters('webm'))),
    ...[0x18, 0x53, 0x80, 0x67, ...unknownLength],
    ...[...info, ...element([0x16, 0x54, 0xae, 0x6b], track), ...cluster, ...tags],
  ]);
}

function box(name: string, content: readonly number[]): number[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 8);
  return [...length, ...letters(name), ...content];
}
const times = letters('WHEN');
function mp4(): Uint8Array {
  const timed = (name: string) => box(name, [0, 0, 0, 0, ...times, ...times, 1, 2, 3, 4]);
  const long = box('mdhd', [1, 0, 0, 0, ...times, ...times, ...times, ...times, 9]);
  const handler = box('hdlr', [
    ...Array(8).fill(0),
    ...letters('soun'),
    ...Array(12).fill(0),
    ...letters(secret),
  ]);
  const track = box('trak', [...timed('tkhd'), ...box('mdia', [...long, ...handler])]);
  return new Uint8Array([
    ...box('ftyp', letters('iso5')),
    ...box('moov', [...timed('mvhd'), ...track, ...box('udta', letters(secret))]),
    ...box('mdat', letters('the sound itself')),
  ]);
}

function ogg(): Uint8Array {
  const page = (content: readonly number[]): number[] => {
    const bytes = [...letters('OggS'), ...Array(22).fill(0), 1, content.length, ...content];
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(checksum(new Uint8Array(bytes)));
    bytes.splice(22, 4, ...sum);
    return bytes;
  };
  const comment = letters(`TITLE=${secret}`);
  const vendor = letters(secret);
  const tags = [
    ...letters('OpusTags'),
    ...[vendor.length, 0, 0, 0, ...vendor],
    ...[1, 0, 0, 0, comment.length, 0, 0, 0, ...comment],
  ];
  return new Uint8Array([...page(letters('OpusHead')), ...page(tags), ...page(letters('the sound itself'))]);
}

const kinds = { webm, mp4, ogg };

describe('a recording that was made on the page', () => {
  for (const [kind, make] of Object.entries(kinds)) {
    it(`[fault 58] loses the name of the program and the time, and keeps its length and its sound (${kind})`, () => {
      const before = make();
      expect(Buffer.from(before).includes(secret)).toBe(true);
      const cleaned = cleanRecording(before);
      if (!cleaned.ok) throw new Error('not cleaned');
      const after = Buffer.from(cleaned.value);
      expect(after.length).toBe(before.length);
      for (const told of ['SECRET', 'WHEN', '\u0001\u0002\u0003\u0004\u0005\u0006'])
        expect(after.includes(Buffer.from(told, 'latin1'))).toBe(false);
      const kept =
        kind === 'webm' ? [Buffer.from(sound(1)), Buffer.from(sound(2))] : [Buffer.from('the sound itself')];
      for (const piece of kept) expect(after.includes(piece)).toBe(true);
      // Cleaning what is clean changes nothing.
      expect(cleanRecording(cleaned.value)).toEqual(cleaned);
    });
  }

  it('is readable for a player afterwards: every page of an Ogg has its own checksum again', () => {
    const cleaned = cleanRecording(ogg());
    if (!cleaned.ok) throw new Error('not cleaned');
    const bytes = cleaned.value;
    let pages = 0;
    for (let at = 0; at < bytes.length; pages += 1) {
      const length = 28 + (bytes[at + 27] ?? 0);
      const page = bytes.slice(at, at + length);
      const sum = new DataView(page.buffer).getUint32(22, true);
      page.fill(0, 22, 26);
      expect(checksum(page)).toBe(sum);
      at += length;
    }
    expect(pages).toBe(3);
  });

  it('is never longer or shorter, and stops nobody, whatever a browser wrote', () => {
    const kind = fc.constantFrom(...Object.values(kinds));
    fc.assert(
      fc.property(
        kind,
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
        fc.nat(400),
        (make, changes, cut) => {
          const bytes = make();
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const damaged = bytes.slice(0, Math.max(1, bytes.length - cut));
          const before = [...damaged];
          const cleaned = cleanRecording(damaged);
          expect([...damaged]).toEqual(before);
          if (cleaned.ok) expect(cleaned.value.length).toBe(damaged.length);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('is refused where its form is not known, so that nobody is told that something was taken out', () => {
    for (const bytes of [[], [1], letters('RIFF....WAVE'), letters('ID3')])
      expect(cleanRecording(new Uint8Array(bytes))).toEqual({ ok: false, error: 'unknown-kind' });
  });
});
