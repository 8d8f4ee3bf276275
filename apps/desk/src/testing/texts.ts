import { createTranslator, type DeskKey, type DeskLocale, type Translator } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';

/** The desk's words in one language, as a screen would speak them. */
export function speak(locale: DeskLocale): Translator<DeskKey> {
  return createTranslator(locale, compileCatalogue('desk', locale));
}

export const locales = ['en', 'ar'] as const;
