import { readCatalogue } from '@leeward/ui/language/compile.ts';
import { direction, doorLanguages } from '@leeward/ui/language/languages.ts';
import type { Plugin } from 'vite';

/**
 * What the page says when no code of ours runs: while it is fetched, when it does not come, when the script is switched
 * off, when the browser is too old. In all languages, because nobody is there to choose. It is text and nothing else:
 * there is no form in it that could post anything (fault 44), and no address of anybody: without code of ours nothing
 * here could be checked, and an address that somebody else put in would be worse than none (fault 45).
 */
const places: Readonly<Record<string, readonly string[]>> = {
  opening: ['shell.loading'],
  'too-old': [
    'problem.browser.title',
    'problem.browser.happened',
    'problem.browser.safe',
    'problem.browser.do',
    'problem.otherWays.unsure',
    'problem.otherWays.first',
  ],
  'not-loaded': ['problem.server.title', 'problem.server.happened', 'problem.server.do'],
  'no-script': [
    'problem.script.title',
    'problem.script.happened',
    'problem.script.safe',
    'problem.script.do',
    'problem.otherWays.unsure',
    'problem.otherWays.first',
  ],
};

/** Fills the marked places of index.html from the catalogues. */
export function staticPage(): Plugin {
  return {
    name: 'leeward-static-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        Object.entries(places).reduce(
          (page, [place, keys]) => page.replace(`<!--${place}-->`, inAllLanguages(keys)),
          html,
        ),
    },
  };
}

function inAllLanguages(keys: readonly string[]): string {
  return doorLanguages
    .map(({ tag }) => {
      const texts = readCatalogue('door', tag);
      const lines = keys.map((key) => {
        const element = key.endsWith('.title') ? 'h1' : 'p';
        return `<${element}>${escaped(texts[key] ?? key)}</${element}>`;
      });
      return `<div class="stack" lang="${tag}" dir="${direction(tag)}">${lines.join('')}</div>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
