import { Decrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CopyWords, readableCopy } from './copy.ts';
import { sealCopy } from './seal-copy.ts';

const words: CopyWords = {
  title: 'Notes',
  locale: 'ar',
  direction: 'rtl',
  made: 'Today',
  you: 'You',
  team: 'The team',
  talk: 'What was said',
  notes: ['Files are not here.'],
};

describe('a copy of the conversation', () => {
  it('holds every line with its date and the names of its files, in her language and direction [invariant 14]', () => {
    const copy = readableCopy(
      [
        { from: 'you', when: '', text: 'مرحبا', files: [] },
        { from: 'team', when: '21 November', text: 'We read it.\nSoon.', files: ['form.pdf, 2 KB'] },
      ],
      words,
    );
    expect(copy).toContain('<html lang="ar" dir="rtl">');
    for (const part of [
      'مرحبا',
      '21 November',
      'We read it.\nSoon.',
      'form.pdf, 2 KB',
      'Files are not here.',
    ])
      expect(copy).toContain(part);
  });

  it('[fault 66] is inert: no text of anybody’s becomes a tag, and nothing is loaded', () => {
    const tags = (html: string): number => html.split('<').length;
    const empty = tags(readableCopy([{ from: 'team', when: 'x', text: '', files: ['f'] }], words));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, file) => {
        const copy = readableCopy(
          [{ from: 'team', when: 'x', text: `${text}<script>`, files: [file] }],
          words,
        );
        expect(tags(copy)).toBe(empty);
        expect(copy).not.toContain('<script');
      }),
      { numRuns: runs(200) },
    );
    const copy = readableCopy([], words);
    expect(copy).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(copy).not.toMatch(/\b(src|href)=/);
  });

  it('opens with its passphrase by an age tool, however the letters were composed, and with no other', async () => {
    const sealed = await sealCopy('What was said. سنكتب', 'café river moss tall');
    expect(new TextDecoder().decode(sealed.subarray(0, 21))).toBe('age-encryption.org/v1');
    const decrypter = new Decrypter();
    decrypter.addPassphrase('cafe\u0301 river moss tall'.normalize('NFC'));
    expect(await decrypter.decrypt(sealed, 'text')).toBe('What was said. سنكتب');
    const other = new Decrypter();
    other.addPassphrase('cafe river moss tall');
    await expect(other.decrypt(sealed, 'text')).rejects.toThrow();
  });
});
