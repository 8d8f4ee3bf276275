import type { Texts } from './form.ts';

/**
 * A text in a reader's language: that tag, then the tag without its region, then the form's own languages in their
 * order, then whatever there is. `language` says which one it became, so that a screen can set direction and voice.
 */
export function textIn(
  texts: Texts | undefined,
  locale: string,
  languages: readonly string[],
): { readonly text: string; readonly language: string } {
  for (const tag of [locale, locale.split('-')[0] ?? '', ...languages, ...Object.keys(texts ?? {})]) {
    const text = texts !== undefined && Object.hasOwn(texts, tag) ? texts[tag] : undefined;
    if (text !== undefined && text !== '') return { text, language: tag };
  }
  return { text: '', language: languages[0] ?? '' };
}
