import { describe, expect, it } from 'vitest';
import { type CatalogueName, compileText, languagesOf, readCatalogue } from './compile.ts';
import type { Choices, CompiledMessage } from './message.ts';

const names: readonly CatalogueName[] = ['shared', 'door', 'desk', 'directory', 'promise'];

type Found = { readonly args: Set<string>; readonly plurals: Choices[] };

function inspect(message: CompiledMessage, found: Found = { args: new Set(), plurals: [] }): Found {
  if (typeof message === 'string') return found;
  for (const token of message) {
    if (typeof token === 'string') continue;
    const [name, type, format] = token;
    found.args.add(name);
    if (typeof format !== 'object') continue;
    if (type === 'plural') found.plurals.push(format);
    for (const choice of Object.values(format)) inspect(choice, found);
  }
  return found;
}

/** The categories that a plural lacks. `=0` may stand for Arabic's `zero`, which holds 0 and nothing else. */
function missingCategories(locale: string, choices: Choices): readonly string[] {
  return new Intl.PluralRules(locale)
    .resolvedOptions()
    .pluralCategories.filter(
      (category) => !(category in choices) && !(category === 'zero' && '0' in choices),
    );
}

for (const name of names) {
  describe(`the texts of ${name}`, () => {
    const english = readCatalogue(name, 'en');

    const languages = languagesOf[name];
    for (const { tag: locale } of languages.filter(({ tag }) => tag !== 'en')) {
      const other = readCatalogue(name, locale);

      it(`say in ${locale} everything that they say in English, and nothing else`, () => {
        expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
      });

      it(`take the same values in ${locale} as in English`, () => {
        const values = (text: string): readonly string[] =>
          Array.from(inspect(compileText(text)).args).sort();
        const differ = Object.keys(english).filter(
          (key) => values(english[key] ?? '').join() !== values(other[key] ?? '').join(),
        );
        expect(differ).toEqual([]);
      });
    }

    for (const { tag } of languages) {
      const texts = Object.entries(readCatalogue(name, tag));

      it(`have every form that numbers need in ${tag}`, () => {
        const lacking = texts.flatMap(([key, text]) =>
          inspect(compileText(text)).plurals.flatMap((choices) =>
            missingCategories(tag, choices).map((category) => `${key}: ${category}`),
          ),
        );
        expect(lacking).toEqual([]);
      });

      it(`stay calm in ${tag}: no exclamation mark, no straight quote that the message format would swallow`, () => {
        expect(texts.filter(([, text]) => /[!'"]/.test(text)).map(([key]) => key)).toEqual([]);
      });

      it(`hold no invisible character in ${tag}, and no space at an end`, () => {
        // Persian writes its half-space between two letters of one word; anywhere else it would be a slip.
        const visible = (text: string): string =>
          tag === 'fa' ? text.replaceAll(/(?<=[\u0621-\u06cc\u0654])\u200c(?=[\u0621-\u06cc])/g, '') : text;
        const odd = texts.filter(([, text]) =>
          /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|^\s|\s$|\s\s/.test(visible(text)),
        );
        expect(odd.map(([key]) => key)).toEqual([]);
      });
    }
  });
}

describe('the shared texts', () => {
  it('never speak under a key that an application uses for something else', () => {
    const shared = Object.keys(readCatalogue('shared', 'en'));
    const others = new Set([
      ...Object.keys(readCatalogue('door', 'en')),
      ...Object.keys(readCatalogue('desk', 'en')),
    ]);
    expect(shared.filter((key) => others.has(key))).toEqual([]);
  });
});

describe('compiling a text', () => {
  it('refuses what the interpreter would not understand, at build time and not before a reader', () => {
    expect(() => compileText('{n, number, ::currency/EUR}')).toThrow(/does not know/);
    expect(() => compileText('{n, plural, offset:1 one {x} other {y}}')).toThrow(/offset/);
    expect(() => compileText('{n, spellout}')).toThrow(/does not know/);
    expect(() => compileText('{n')).toThrow();
  });

  it('keeps plain text plain', () => {
    expect(compileText('Next')).toBe('Next');
    expect(compileText('')).toBe('');
    expect(compileText('{a} and {b}')).toEqual([['a'], ' and ', ['b']]);
  });
});
