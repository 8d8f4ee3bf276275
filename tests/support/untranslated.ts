import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/*
 * Whether something on a screen fell back to English. A catalogue may be whole and a screen still not be: a label out of a
 * list, a sentence built by hand, a part that was forgotten in an attribute.
 */

const locales = join(import.meta.dirname, '..', '..', 'packages', 'ui', 'locales');
const catalogue = (part: string, locale: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(locales, part, `${locale}.json`), 'utf8'));

/** Languages whose readers write in another script: a run of Latin words there is nobody's language. */
const otherScript: ReadonlySet<string> = new Set(['ar', 'fa', 'my', 'ru', 'uk', 'zh']);

/** Sentences that stand in the English catalogues and differently in those of the language, as patterns. */
function englishOnly(parts: readonly string[], locale: string): readonly RegExp[] {
  return parts.flatMap((part) => {
    const own = catalogue(part, locale);
    return (
      Object.entries(catalogue(part, 'en'))
        .filter(([key, english]) => own[key] !== english && !english.includes(', plural,') && english !== '')
        .map(([, english]) => {
          const fixed = english
            .split(/\{[^}]*\}/)
            .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
          return { fixed, letters: fixed.join('').replace(/\P{L}/gu, '').length };
        })
        // What is nearly all placeholder would match anything.
        .filter(({ letters }) => letters > 2)
        .map(({ fixed }) => new RegExp(`^${fixed.join('.*')}$`, 's'))
    );
  });
}

/** Everything that a screen says: its visible text, piece by piece, and what only screen readers are told. */
const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      // The names of languages in a list of languages are in those languages.
      if (parent?.closest('script, style, noscript, [lang]:not(html):not(body)') !== null) continue;
      said.push(node.textContent ?? '');
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        said.push(one.getAttribute(name) ?? '');
    return said.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });

/** What on this screen is English and should not be. `own`: texts of the organisation and of the person, in any language. */
export function untranslatedOn(
  parts: readonly string[],
  locale: string,
  own: readonly string[],
): (page: Page) => Promise<readonly string[]> {
  const patterns = locale === 'en' ? [] : englishOnly(parts, locale);
  const isLatin = (text: string): boolean =>
    otherScript.has(locale) && /(?:\p{Script=Latin}{2,}[\s,.:;]+){2,}\p{Script=Latin}{2,}/u.test(text);
  return async (page) => {
    const said = (await saidOn(page)).filter((text) => !own.some((known) => text.includes(known)));
    return said.filter((text) => patterns.some((one) => one.test(text)) || isLatin(text));
  };
}
