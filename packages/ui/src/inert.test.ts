import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { isolate, isolateWithin } from './bidi.ts';
import { defang, inertFileName, inertSegments, inertText, safeFileName } from './inert.ts';

/** Whatever can turn text around, hide in it, or act on a terminal or a page. */
const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not act
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ufeff]/u;
/** Texts rich in exactly the characters that are to be stopped. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u202e',
      '\u202a',
      '\u2066',
      '\u2068',
      '\u2069',
      '\u0000',
      '\u001b',
      '\r',
      '\n',
      '\u{e0041}',
    ),
    fc.constantFrom('a', '.', '/', 'exe', 'م', '\u200f', '\ud800', 'http://', '@'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 200,
});

describe('text that somebody else wrote', () => {
  it('[fault 48] shows an override as a placeholder instead of obeying it', () => {
    expect(inertText('pay \u202e001 to me')).toBe('pay [U+202E]001 to me');
    expect(inertSegments('a\u001b[2Jb')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'hidden', text: '[U+001B]', codePoint: 0x1b },
      { kind: 'text', text: '[2Jb' },
    ]);
  });

  it('keeps what languages need: joiners, marks, line breaks, and the isolates that chat programs close again', () => {
    for (const text of ['می\u200cخواهم', 'क्\u200dष', 'line\nline\ttab', 'قال\u200f: نعم', '👩🏽\u200d🌾']) {
      expect(inertText(text)).toBe(text);
    }
    expect(inertText('from \u2068Kestrel\u2069, today')).toBe('from Kestrel, today');
    expect(inertText('one\r\ntwo\u2028three')).toBe('one\ntwo\nthree');
  });

  it('[fault 66] comes out of any input without a character that acts, and twice is the same as once', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const inert = inertText(text);
        expect(inert).not.toMatch(acting);
        expect(inertText(inert)).toBe(inert);
        expect(inert).not.toMatch(/\p{Surrogate}/u);
        expect(defang(text)).not.toMatch(acting);
      }),
      { numRuns: runs(500) },
    );
  });

  it('[fault 66] is never markup for it: angle brackets stay the letters they are', () => {
    const markup = '<img src=x onerror=alert(1)>';
    expect(inertText(markup)).toBe(markup);
    expect(inertSegments(markup)).toEqual([{ kind: 'text', text: markup }]);
  });
});

describe('addresses in such text', () => {
  it('[fault 48] lay open the host where the eye would read another one', () => {
    expect(defang('see https://аpple.example/login')).toBe(
      'see https://аpple.example/login [xn--pple-43d.example]',
    );
    expect(defang('https://bank.example@evil.example/x')).toBe(
      'https://bank.example@evil.example/x [evil.example]',
    );
    expect(defang('https://evil.example\\@bank.example')).toBe(
      'https://evil.example\\@bank.example [evil.example]',
    );
    expect(defang('http://0x7f.1/')).toBe('http://0x7f.1/ [127.0.0.1]');
  });

  it('leave an honest address as it is', () => {
    for (const text of [
      'https://help.example/a?b#c',
      '(www.help.example)',
      'at HTTPS://Help.example.',
      'no address',
    ]) {
      expect(defang(text)).toBe(text);
    }
  });
});

describe('a file name', () => {
  it('[fault 48] shows its true ending whatever the stem pretends', () => {
    const name = inertFileName('report\u202egpj.exe');
    expect([name.stem, name.extension]).toEqual(['report[U+202E]gpj', '.exe']);
    expect(name.display).toBe('\u2066\u2068report[U+202E]gpj\u2069.exe\u2069');
  });

  it('keeps its ending when its stem is too long to show', () => {
    const name = inertFileName(`${'a'.repeat(200)}.pdf`, 21);
    expect([name.stem, name.extension]).toEqual([`${'a'.repeat(10)}…${'a'.repeat(10)}`, '.pdf']);
  });

  it('treats names without an ending as all stem', () => {
    for (const name of [
      'notes',
      '.hidden',
      'ends.',
      'a sentence. And this is far too long to be an ending',
    ]) {
      expect(inertFileName(name)).toMatchObject({ stem: name, extension: '' });
    }
  });

  it('ends its two isolates exactly where it ends, for any input', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { display } = inertFileName(text);
        expect(display.replace(/[^\u2066-\u2069]/g, '')).toBe('\u2066\u2068\u2069\u2069');
        expect(display).not.toMatch(/[\n\t]/);
      }),
      { numRuns: runs(300) },
    );
  });

  it('can be saved without naming a folder, a device or a hidden file', () => {
    expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
    expect(safeFileName('CON.txt')).toBe('_CON.txt');
    expect(safeFileName('\u202e...')).toBe('file');
    expect(safeFileName('تقرير.pdf')).toBe('تقرير.pdf');
    fc.assert(
      fc.property(nasty, (text) => {
        const safe = safeFileName(text);
        expect(safe).not.toMatch(/[/\\:*?"<>|]|^\.|^\s|[\s.]$/);
        expect(safe).not.toMatch(acting);
        expect(safe).not.toBe('');
        expect(Array.from(safe).length).toBeLessThanOrEqual(121);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('an isolate', () => {
  it('cannot be left from inside', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        let open = 0;
        const isolated = isolate(text);
        for (const [index, character] of Array.from(isolated).entries()) {
          if (/[\u2066-\u2068]/.test(character)) open += 1;
          if (character === '\u2069') open -= 1;
          expect(open).toBeGreaterThan(index === Array.from(isolated).length - 1 ? -1 : 0);
        }
        expect(open).toBe(0);
        expect(isolated).not.toMatch(/[\u202a-\u202e]/);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is not put around what cannot disturb the sentence', () => {
    expect(isolateWithin('ltr', 'Kestrel 12')).toBe('Kestrel 12');
    expect(isolateWithin('rtl', '')).toBe('');
    expect(isolateWithin('ltr', 'ab\u05d0')).toBe('\u2068ab\u05d0\u2069');
  });
});
