import type { CompiledForm, Texts } from '@leeward/forms/door.ts';
import { textIn } from '@leeward/forms/door.ts';
import { isolate } from '@leeward/ui/bidi.ts';
import { defang } from '@leeward/ui/inert.ts';

/** Words of a form, as they may be shown, and the language that they are in. */
export type Words = { readonly text: string; readonly language: string };

/**
 * What an administrator wrote, made harmless: it is text and never markup, an override of direction becomes visible, an
 * address that leads elsewhere than it reads says where, and its direction ends with it (fault 48).
 */
export function wordsOf({ form }: CompiledForm, texts: Texts | undefined, locale: string): Words {
  const { text, language } = textIn(texts, locale, form.languages);
  return { text: text === '' ? '' : isolate(defang(text)), language };
}
