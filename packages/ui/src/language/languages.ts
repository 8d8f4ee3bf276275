const english = { tag: 'en', name: 'English', direction: 'ltr' } as const;
const arabic = { tag: 'ar', name: 'العربية', direction: 'rtl' } as const;
const spanish = { tag: 'es', name: 'Español', direction: 'ltr' } as const;
const french = { tag: 'fr', name: 'Français', direction: 'ltr' } as const;
const portuguese = { tag: 'pt', name: 'Português', direction: 'ltr' } as const;
const swahili = { tag: 'sw', name: 'Kiswahili', direction: 'ltr' } as const;
const persian = { tag: 'fa', name: 'فارسی', direction: 'rtl' } as const;
const chinese = { tag: 'zh', name: '简体中文', direction: 'ltr' } as const;
const burmese = { tag: 'my', name: 'မြန်မာ', direction: 'ltr' } as const;
const russian = { tag: 'ru', name: 'Русский', direction: 'ltr' } as const;
const ukrainian = { tag: 'uk', name: 'Українська', direction: 'ltr' } as const;
const turkish = { tag: 'tr', name: 'Türkçe', direction: 'ltr' } as const;

/** The languages that the door speaks, each with its own name. docs/translations.md says who has read them. */
export const doorLanguages = [
  english,
  arabic,
  spanish,
  french,
  portuguese,
  swahili,
  persian,
  chinese,
  russian,
  ukrainian,
  turkish,
  burmese,
] as const;
/** The languages that the desk speaks. A menu offers no language that a screen would not speak. */
export const deskLanguages = [english, arabic, spanish, french, russian] as const;

export type DoorLocale = (typeof doorLanguages)[number]['tag'];
export type DeskLocale = (typeof deskLanguages)[number]['tag'];
/** A language in which some texts of Leeward are written. */
export type Locale = DoorLocale | DeskLocale;
export type Direction = 'ltr' | 'rtl';

/** Whether the door has its texts in the language of this tag. */
export function isDoorLocale(tag: string): tag is DoorLocale {
  return doorLanguages.some((language) => language.tag === tag);
}

/** Whether the desk has its texts in the language of this tag. */
export function isDeskLocale(tag: string): tag is DeskLocale {
  return deskLanguages.some((language) => language.tag === tag);
}

/** The first of the reader's languages that the door speaks, by `navigator.languages`; else English. */
export function matchDoorLocale(preferred: readonly string[]): DoorLocale {
  return preferred.map(primarySubtag).find(isDoorLocale) ?? 'en';
}

/** The first of the reader's languages that the desk speaks, by `navigator.languages`; else English. */
export function matchDeskLocale(preferred: readonly string[]): DeskLocale {
  return preferred.map(primarySubtag).find(isDeskLocale) ?? 'en';
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

/** Lets style sheets number lists in the digits that the sentences beside them have. `numbers`: what `formatLocale` gives. */
export function setDocumentDigits(numbers: string, root: HTMLElement = document.documentElement): void {
  root.dataset['digits'] = new Intl.NumberFormat(numbers).resolvedOptions().numberingSystem;
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
