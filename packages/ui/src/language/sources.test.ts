import { describe, expect, it } from 'vitest';
import { compileText, readCatalogue } from './compile.ts';
import type { App } from './keys.ts';
import type { CompiledMessage } from './message.ts';
import { literalTexts, namedKeys, type SourceFile, sourcesOf } from './source-scan.ts';
import { unusedDirectoryKeys, unusedKeys, unusedPromiseKeys, unusedSharedKeys } from './unused-keys.ts';

const apps: readonly App[] = ['door', 'desk'];
const sample = (code: string): readonly SourceFile[] => [{ path: 'sample.tsx', code }];

/** The names of everything that a text is filled with, also within the cases of a plural. */
function placesOf(message: CompiledMessage): readonly string[] {
  if (typeof message === 'string') return [];
  return message.flatMap((token): readonly string[] => {
    if (typeof token === 'string') return [];
    const [name, , format] = token;
    const inner = typeof format === 'object' ? Object.values(format).flatMap(placesOf) : [];
    return [name, ...inner].filter((place) => place !== '#');
  });
}

for (const app of apps) {
  describe(`the screens of the ${app}`, () => {
    const sources = sourcesOf(app);

    it('ask only for texts that exist', () => {
      const known = new Set([
        ...Object.keys(readCatalogue(app, 'en')),
        ...Object.keys(readCatalogue('shared', 'en')),
        ...Object.keys(readCatalogue('directory', 'en')),
        ...Object.keys(readCatalogue('promise', 'en')),
      ]);
      const ofThisApp = namedKeys(sources).asked.filter(({ path }) => path.startsWith(`apps/${app}/`));
      expect(ofThisApp.filter(({ key }) => !known.has(key))).toEqual([]);
    });

    it('fill every place of a text that they ask for: nobody reads the name of a place instead of a number', () => {
      const texts = new Map(
        (['shared', 'directory', 'promise', app] as const).flatMap((name) =>
          Object.entries(readCatalogue(name, 'en')),
        ),
      );
      const unfilled = namedKeys(sources).asked.flatMap(({ key, path, given }) => {
        const places = path.startsWith(`apps/${app}/`) ? placesOf(compileText(texts.get(key) ?? '')) : [];
        const left = given === null ? [] : places.filter((place) => !given.includes(place));
        return left.length === 0 ? [] : [`${path}: ${key} lacks ${left.join(', ')}`];
      });
      expect(unfilled).toEqual([]);
    });

    it('use every text that translators are asked to keep', () => {
      expect(unusedKeys(app).join(' ')).toBe('');
    });

    it('hold no words of their own: all that a person reads is in the catalogues', () => {
      const screens = sources.filter(({ path }) => path.startsWith(`apps/${app}/`) && path.endsWith('.tsx'));
      expect(literalTexts(screens)).toEqual([]);
    });
  });
}

describe('the shared texts', () => {
  it('are used by one of the applications', () => {
    expect(unusedSharedKeys().join(' ')).toBe('');
  });
});

describe('the texts of the directory', () => {
  it('are used by its sentences or by a screen', () => {
    expect(unusedDirectoryKeys().join(' ')).toBe('');
  });
});

describe('the ready sentences for a door', () => {
  it('are all offered by the desk', () => {
    expect(unusedPromiseKeys().join(' ')).toBe('');
  });
});

describe('the scan of sources', () => {
  it('sees keys in calls, in lists of keys and in templates', () => {
    const code = "t('a.b'); const map = { x: 'c.d' } as const; t(`urgency.${code}.hint`);";
    const { asked, keys, patterns } = namedKeys(sample(code));
    expect(asked.map(({ key }) => key)).toEqual(['a.b']);
    expect(keys.has('c.d')).toBe(true);
    expect(patterns.map((pattern) => pattern.test('urgency.urg_high.hint'))).toEqual([true]);
    expect(patterns.map((pattern) => pattern.test('urgency.hint'))).toEqual([false]);
  });

  it('sees words between tags and in what is read aloud, and leaves signs, classes and numbers alone', () => {
    const texts = (jsx: string): readonly string[] =>
      literalTexts(sample(`const x = ${jsx};`)).map(({ text }) => text);
    expect(texts('<p>Hello <b>you</b></p>')).toEqual(['Hello', 'you']);
    expect(texts("<p>{'Hello'}</p>")).toEqual(['Hello']);
    expect(texts('<p>{`Hello ${name}`}</p>')).toEqual(['Hello']);
    expect(texts('<img alt="A cat" />')).toEqual(['A cat']);
    expect(texts("<i aria-label={'سلام'} />")).toEqual(['سلام']);
    expect(texts('<p className="card" id={"x"}>· {12} {t("a.b")} {name}</p>')).toEqual([]);
  });
});
