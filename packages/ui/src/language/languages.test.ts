import { describe, expect, it } from 'vitest';
import {
  deskLanguages,
  direction,
  doorLanguages,
  formatLocale,
  isDeskLocale,
  isDoorLocale,
  matchDeskLocale,
  matchDoorLocale,
  setDocumentDigits,
  setDocumentLanguage,
} from './languages.ts';
import { countries, countryName, languageChoices, languageName, ownLanguageName } from './names.ts';

describe('the languages', () => {
  it('meet the reader in the first language of the browser that Leeward speaks', () => {
    expect(matchDoorLocale(['ckb-IQ', 'ar-SD', 'en'])).toBe('ar');
    expect(matchDoorLocale(['AR'])).toBe('ar');
    expect(matchDoorLocale(['fa-AF', 'en'])).toBe('fa');
    expect(matchDoorLocale(['zh-Hant-TW', 'zh-CN'])).toBe('zh');
    expect(matchDoorLocale(['shn', 'my-MM', 'en'])).toBe('my');
    expect(matchDoorLocale(['bo', 'dz'])).toBe('en');
    expect(matchDoorLocale([])).toBe('en');
  });

  it('are more at the door than at the desk, and each side matches only what it speaks', () => {
    expect(matchDoorLocale(['pt-BR', 'ar'])).toBe('pt');
    expect(matchDeskLocale(['pt-BR', 'ar'])).toBe('ar');
    expect([isDoorLocale('pt'), isDeskLocale('pt'), isDoorLocale('toString')]).toEqual([true, false, false]);
    const atTheDoor: readonly string[] = doorLanguages.map(({ tag }) => tag);
    expect(deskLanguages.filter(({ tag }) => !atTheDoor.includes(tag))).toEqual([]);
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
    expect(doorLanguages.map(({ tag }) => direction(tag))).toEqual(
      doorLanguages.map((language) => language.direction),
    );
  });

  it('set language and direction on the document together', () => {
    const root = { lang: '', dir: '' } as HTMLElement;
    setDocumentLanguage('ar', root);
    expect([root.lang, root.dir]).toEqual(['ar', 'rtl']);
  });

  it('number lists in the digits of the sentences beside them', () => {
    const root = { dataset: {} } as HTMLElement;
    const digits = (numbers: string): string | undefined => {
      setDocumentDigits(numbers, root);
      return root.dataset['digits'];
    };
    expect(['ar-EG', 'ar-MA', 'en-GB', 'fa-IR'].map(digits)).toEqual(['arab', 'latn', 'latn', 'arabext']);
  });
});

describe('names of places and languages', () => {
  it('are there for every code that is offered, and sorted for the reader', () => {
    for (const { tag } of doorLanguages) {
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
