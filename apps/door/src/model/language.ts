import type { DoorKey } from '@leeward/ui/language/keys.ts';
import {
  type DoorLocale,
  formatLocale,
  matchDoorLocale,
  setDocumentDigits,
  setDocumentLanguage,
} from '@leeward/ui/language/languages.ts';
import { loadFirstMessages, loadMessages } from '@leeward/ui/language/load-door.ts';
import { createTranslator, type Translator } from '@leeward/ui/language/translator.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The language that the page speaks now. */
export type Language = {
  readonly locale: DoorLocale;
  /** For numbers and dates: the reader's own regional form. */
  readonly tag: string;
  readonly t: Translator<DoorKey>;
  /** False while only the texts of the first screen are here. */
  readonly isWhole: boolean;
};

const LanguageContext = createContext<Language | null>(null);
export const LanguageProvider = LanguageContext.Provider;

/** @throws Error outside of the provider: a bug. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('no language');
  return language;
}

export const preferredLocale = (): DoorLocale => matchDoorLocale(navigator.languages);

/** Fetches one language: the texts of the first screen, or all. Rejects where the server does not give them. */
export async function loadLanguage(locale: DoorLocale, part: 'first' | 'whole'): Promise<Language> {
  const messages = part === 'first' ? await loadFirstMessages(locale) : await loadMessages(locale);
  const tag = formatLocale(locale, navigator.languages);
  return {
    locale,
    tag,
    t: createTranslator<DoorKey>(locale, messages as Awaited<ReturnType<typeof loadMessages>>, tag),
    isWhole: part === 'whole',
  };
}

/** Speaks it: language and direction of the document; the title never says what the page is for. */
export function speak({ locale, t, tag }: Language): void {
  setDocumentLanguage(locale);
  setDocumentDigits(tag);
  document.title = t('shell.title');
}
