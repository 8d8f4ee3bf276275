import { describe, expect, it } from 'vitest';
import { suggestedName, withEnding } from './keep-copy.tsx';
import type { Copied } from './viewer-port.ts';

const copy: Copied = { type: 'copied', bytes: new ArrayBuffer(0), mediaType: 'image/png', page: null };

describe('the name of a copy', () => {
  it('is that of its original, with the page where it is one of a paper', () => {
    expect(suggestedName('letter.jpg', copy)).toBe('letter-copy.png');
    expect(suggestedName('letter.final.pdf', { ...copy, page: 3 })).toBe('letter.final-3-copy.png');
    expect(suggestedName('', { ...copy, mediaType: 'image/jpeg' })).toBe('-copy.jpg');
  });

  it('ends as what it is, whatever was typed', () => {
    expect(withEnding('for the lawyer', copy)).toBe('for the lawyer.png');
    expect(withEnding('for the lawyer.PNG', copy)).toBe('for the lawyer.PNG');
    expect(withEnding('letter.pdf', copy)).toBe('letter.pdf.png');
  });
});
