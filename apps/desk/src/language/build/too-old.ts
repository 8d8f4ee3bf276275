import { readCatalogue } from '@leeward/ui/language/compile.ts';
import { deskLanguages, direction } from '@leeward/ui/language/languages.ts';
import type { Plugin } from 'vite';

/**
 * What the page says in a browser that cannot run it, in all languages, because nobody is there to choose. `watch.js`
 * shows it.
 */
export function tooOldWords(): Plugin {
  return {
    name: 'leeward-too-old-words',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<!--too-old-->', inAllLanguages()),
    },
  };
}

function inAllLanguages(): string {
  return deskLanguages
    .map(({ tag }) => {
      const words = readCatalogue('desk', tag);
      const [title, safe, what] = (['title', 'safe', 'do'] as const).map((part) =>
        escaped(words[`problem.browser.${part}`] ?? ''),
      );
      return `<div lang="${tag}" dir="${direction(tag)}"><h1>${title}</h1><p>${safe} ${what}</p></div>`;
    })
    .join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
