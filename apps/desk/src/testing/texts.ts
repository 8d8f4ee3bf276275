import { createTranslator, type DeskKey, type DeskLocale, deskLanguages, type Translator } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';

/** The desk's words in one language, as a screen would speak them. */
export function speak(locale: DeskLocale): Translator<DeskKey> {
  return createTranslator(locale, compileCatalogue('desk', locale));
}

/** Every language that the desk speaks: what is said of words is said of all of them. */
export const locales: readonly DeskLocale[] = deskLanguages.map(({ tag }) => tag);
