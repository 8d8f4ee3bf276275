import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { fileAnswer, readFileAnswer } from './files.ts';
import { startRun } from './run.ts';
import { compiledOf } from './testing/forms.ts';
import { isValueOf } from './values.ts';

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => [...bytes].map((one) => one.toString(16).padStart(2, '0')).join(''));
const anyFile = fc.record({
  blob: hex,
  name: fc.string({ unit: 'binary', maxLength: 1024 }).map((name) => name.slice(0, 1024)),
  mediaType: fc.string({ maxLength: 128 }),
  size: fc.maxSafeNat(),
  hash: hex,
});

describe('a file as an answer', () => {
  it('is read as it was written, whatever it is called', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(readFileAnswer(fileAnswer(file))).toEqual(file);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is nothing else than what is written here, whatever comes', () => {
    const one = fileAnswer({ blob: 'a'.repeat(64), name: 'x', mediaType: '', size: 1, hash: 'b'.repeat(64) });
    const more = one.replace('}', ',"key":"c"}');
    for (const wrong of ['', 'photo.jpg', '{"blob":"', more, ` ${one}`, one.replace('aaaa', 'AAAA'), null, 3])
      expect(readFileAnswer(wrong)).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (any) => {
        expect(readFileAnswer(any)).toBeNull();
      }),
      { numRuns: runs(200) },
    );
  });

  it('answers its question and no other, and a rule asks whether there is one', () => {
    const compiled = compiledOf(
      { name: 'paper', type: 'file' },
      { name: 'stamp', type: 'text', relevant: "not(${paper} = '')" },
    );
    const file = fileAnswer({
      blob: 'a'.repeat(64),
      name: 'x',
      mediaType: '',
      size: 1,
      hash: 'b'.repeat(64),
    });
    const [paper] = compiled.form.questions;
    expect(paper !== undefined && isValueOf(paper, file)).toBe(true);
    expect(paper !== undefined && isValueOf(paper, 'x.jpg')).toBe(false);
    const run = startRun(compiled, {}, '2026-01-01');
    expect(run.status({ name: 'stamp', turns: [] }).relevant).toBe(false);
    expect(run.set({ name: 'paper', turns: [] }, file)).toBe(true);
    expect(run.status({ name: 'stamp', turns: [] }).relevant).toBe(true);
  });
});
