import { describe, expect, it } from 'vitest';
import { compileCatalogue, compileDirectory, compilePromise, compileText, languagesOf } from './compile.ts';
import { createTranslator } from './translator.ts';

function say(locale: string, text: string, values = {}, numbers: string = locale): string {
  return createTranslator(locale, { text: compileText(text) }, numbers)('text', values);
}

describe('the translator', () => {
  it('fills values into a sentence', () => {
    expect(say('en', 'You are writing to {name}.', { name: 'Kestrel' })).toBe('You are writing to Kestrel.');
  });

  it('uses all six Arabic plural forms', () => {
    const text = '{n, plural, zero {z} one {o} two {t} few {f #} many {m #} other {x #}}';
    const forms = [0, 1, 2, 3, 10, 11, 99, 100, 103].map((n) => say('ar', text, { n }, 'en'));
    expect(forms).toEqual(['z', 'o', 't', 'f 3', 'f 10', 'm 11', 'm 99', 'x 100', 'f 103']);
  });

  it('prefers an exact number to a category', () => {
    const text = '{n, plural, =0 {Nobody} one {One person} other {# people}}';
    expect([0, 1, 1200].map((n) => say('en', text, { n }))).toEqual(['Nobody', 'One person', '1,200 people']);
  });

  it('writes every number in the reader’s digits, also where the text only names it', () => {
    expect(say('ar', '{n}', { n: 12 }, 'ar-EG')).toBe('١٢');
    expect(say('ar', '{n}', { n: 12 }, 'ar-MA')).toBe('12');
    expect(say('ar', '{n, plural, other {#}}', { n: 12 }, 'ar-EG')).toBe('١٢');
    expect(say('en', '{n, number, percent}', { n: 0.256 })).toBe('26%');
  });

  it('chooses by a word, and takes the last way out for a word that it does not know', () => {
    const text = '{who, select, self {me} other {someone}}';
    expect([say('en', text, { who: 'self' }), say('en', text, { who: 'toString' })]).toEqual([
      'me',
      'someone',
    ]);
  });

  it('keeps a # outside a plural, and nested values inside one', () => {
    expect(say('en', 'after #{x}', { x: 'a' })).toBe('after #a');
    expect(say('en', '{n, plural, other {# in {place}}}', { n: 3, place: 'Kestrel' })).toBe('3 in Kestrel');
  });

  it('[fault 48] keeps a name with right-to-left letters or an override from disturbing the sentence', () => {
    expect(say('en', 'From {name}.', { name: 'كستريل' })).toBe('From \u2068كستريل\u2069.');
    expect(say('en', 'From {name}.', { name: 'a\u202egpj' })).toBe('From \u2068agpj\u2069.');
    expect(say('ar', '{name}.', { name: 'Kestrel' })).toBe('\u2068Kestrel\u2069.');
    expect(say('ar', '{name}.', { name: 'كستريل Kestrel' })).toMatch(/^\u2068.*\u2069\.$/);
    expect(say('ar', '{name}.', { name: '+20 2 5550 100' })).toBe('\u2068+20 2 5550 100\u2069.');
  });

  it('leaves words of the sentence’s own direction plain, so that they can be copied and searched', () => {
    expect(say('ar', '{name}.', { name: 'كستريل، 3 أشهر' })).toBe('كستريل، 3 أشهر.');
    expect(say('en', 'From {name}.', { name: '+20 2 5550 100' })).toBe('From +20 2 5550 100.');
  });

  it('never loses a page to a missing word: a key or a value that is not there shows its own name', () => {
    expect(say('en', 'From {name}.')).toBe('From {name}.');
    const partial: Record<string, string> = {};
    expect(createTranslator('en', partial)('talk.title')).toBe('talk.title');
  });

  it('refuses a key that is in no catalogue, already at the type check', () => {
    const t = createTranslator('en', compileCatalogue('door', 'en'));
    expect(t('common.next')).toBe('Next');
    // @ts-expect-error A key of no catalogue: were keys plain strings, this line would fail the type check.
    expect(t('no.such.key')).toBe('no.such.key');
  });

  it('writes dates and times in the style asked for', () => {
    const when = new Date(2026, 10, 21, 8, 53);
    expect(say('en-GB', '{when, date, long}, {when, time}', { when })).toBe('21 November 2026, 08:53');
  });
});

describe('the whole catalogues', () => {
  for (const name of ['door', 'desk', 'directory', 'promise'] as const) {
    for (const { tag } of languagesOf[name]) {
      it(`of the ${name} can be spoken in ${tag} with any number, without an unfilled place`, () => {
        const messages: Readonly<Record<string, ReturnType<typeof compileText>>> =
          name === 'directory'
            ? compileDirectory(tag)
            : name === 'promise'
              ? compilePromise(tag)
              : compileCatalogue(name, tag);
        const t = createTranslator(tag, messages);
        const values = new Proxy({}, { get: () => 2, has: () => true });
        const texts = Object.keys(messages).map((key) => t(key, values));
        expect(texts.length).toBeGreaterThan(name === 'promise' ? 1 : 200);
        expect(texts.filter((text) => text.trim() === '' || /[{}]/.test(text))).toEqual([]);
      });
    }
  }
});
