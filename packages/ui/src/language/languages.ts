/** The languages that Leeward speaks, each with its own name. docs/translations.md says who has read them. */
export const languages = [
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type Locale = (typeof languages)[number]['tag'];
export type Direction = 'ltr' | 'rtl';

/** Whether Leeward has its texts in the language of this tag. */
export function isLocale(tag: string): tag is Locale {
  return languages.some((language) => language.tag === tag);
}

/** The first of the reader's languages that Leeward speaks, by `navigator.languages`; else English. */
export function matchLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const primary = primarySubtag(tag);
    if (isLocale(primary)) return primary;
  }
  return 'en';
}

/**
 * The tag for numbers and dates: the reader's own regional form of the chosen language, so that somebody from Cairo
 * sees ١٢ and somebody from Rabat sees 12. Falls back to the language itself.
 */
export function formatLocale(locale: Locale, preferred: readonly string[]): string {
  return preferred.find((tag) => primarySubtag(tag) === locale && isWellFormed(tag)) ?? locale;
}

/** The direction in which a language is written, for any BCP 47 tag; unknown and damaged tags count as `ltr`. */
export function direction(tag: string): Direction {
  try {
    const script = new Intl.Locale(tag).maximize().script ?? '';
    return rightToLeftScripts.includes(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** Sets language and direction on the document, which fonts, hyphenation and screen readers go by. */
export function setDocumentLanguage(locale: Locale, root: HTMLElement = document.documentElement): void {
  root.lang = locale;
  root.dir = direction(locale);
}

const rightToLeftScripts: readonly string[] = [
  'Arab',
  'Hebr',
  'Thaa',
  'Syrc',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
];

function primarySubtag(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
