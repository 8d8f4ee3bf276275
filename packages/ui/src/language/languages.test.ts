import { describe, expect, it } from 'vitest';
import { direction, formatLocale, languages, matchLocale, setDocumentLanguage } from './languages.ts';
import { countries, countryName, languageChoices, languageName, ownLanguageName } from './names.ts';

describe('the languages', () => {
  it('meet the reader in the first language of the browser that Leeward speaks', () => {
    expect(matchLocale(['ckb-IQ', 'ar-SD', 'en'])).toBe('ar');
    expect(matchLocale(['AR'])).toBe('ar');
    expect(matchLocale(['my', 'zh'])).toBe('en');
    expect(matchLocale([])).toBe('en');
  });

  it('take digits and calendar from the reader’s own region', () => {
    expect(formatLocale('ar', ['en-US', 'ar-EG'])).toBe('ar-EG');
    expect(formatLocale('ar', ['en-US'])).toBe('ar');
    expect(formatLocale('ar', ['ar-not a tag'])).toBe('ar');
  });

  it('know which way any language is written, also those that have no texts here', () => {
    const rightToLeft = ['ar', 'fa-AF', 'ur', 'ps', 'ckb', 'he', 'ug', 'dv', 'az-Arab'];
    expect(rightToLeft.map(direction)).toEqual(rightToLeft.map(() => 'rtl'));
    expect(['en', 'az', 'my', 'not a tag', ''].map(direction)).toEqual(
      Array.from({ length: 5 }, () => 'ltr'),
    );
    expect(languages.map(({ tag }) => direction(tag))).toEqual(
      languages.map((language) => language.direction),
    );
  });

  it('set language and direction on the document together', () => {
    const root = { lang: '', dir: '' } as HTMLElement;
    setDocumentLanguage('ar', root);
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
  });
});

describe('names of places and languages', () => {
  it('are there for every code that is offered, and sorted for the reader', () => {
    for (const { tag } of languages) {
      const offered = [...countries(tag), ...languageChoices(tag)];
      expect(offered.filter(({ code, name }) => code === name || name === '')).toEqual([]);
    }
    expect(new Set(countries('en').map(({ code }) => code)).size).toBe(countries('en').length);
    expect(countries('en')[0]?.name).toBe('Afghanistan');
  });

  it('speak the reader’s language for a country and the speaker’s own for a language', () => {
    expect(countryName('ar', 'EG')).toBe('مصر');
    expect(languageName('en', 'fa-AF')).toBe('Dari');
    expect(ownLanguageName('ar')).toBe('العربية');
  });

  it('show a code that nobody knows as it is', () => {
    expect(countryName('en', 'not a code')).toBe('not a code');
    expect(ownLanguageName('not a tag')).toBe('not a tag');
  });
});
