import { readCatalogue } from '@leeward/ui/language/compile.ts';
import { type DoorLocale, direction, doorLanguages } from '@leeward/ui/language/languages.ts';
import type { Plugin } from 'vite';

/**
 * What the page says when no code of ours runs: while it is fetched, when it does not come, when the script is switched
 * off, when the browser is too old. In all languages, because nobody is there to choose. It is text and nothing else:
 * there is no form in it that could post anything (fault 44), and no address of anybody: without code of ours nothing
 * here could be checked, and an address that somebody else put in would be worse than none (fault 45).
 *
 * The page itself holds only a line or two of each language: every phone pays for it before its first question. The
 * whole words stand in a page of their own (`help.html`), to which the lines lead and which `watch.js` brings in.
 */
const inThePage: Readonly<Record<string, readonly string[]>> = {
  opening: ['shell.loading'],
  // The line is bad: a second page would not come either.
  'not-loaded': ['problem.server.title', 'problem.server.do'],
};
const inTheHelp: Readonly<Record<string, readonly string[]>> = {
  'too-old': [
    'problem.browser.title',
    'problem.browser.happened',
    'problem.browser.safe',
    'problem.browser.do',
    'problem.otherWays.unsure',
    'problem.otherWays.first',
  ],
  'no-script': [
    'problem.script.title',
    'problem.script.happened',
    'problem.script.safe',
    'problem.script.do',
    'problem.otherWays.unsure',
    'problem.otherWays.first',
  ],
};
const helpPage = 'help.html';

/** Fills the marked places of index.html from the catalogues, and writes the page with the whole words. */
export function staticPage(): Plugin {
  return {
    name: 'leeward-static-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => {
        const whole = Object.entries(inThePage).map(
          ([place, keys]) => [place, inAllLanguages(keys)] as const,
        );
        const led = Object.entries(inTheHelp).map(
          ([place, [title = '']]) => [place, links(place, title)] as const,
        );
        return [...whole, ...led].reduce(
          (page, [place, words]) => page.replace(`<!--${place}-->`, words),
          html,
        );
      },
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: helpPage, source: help() });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== `/${helpPage}`) return next();
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(help());
      });
    },
  };
}

function inAllLanguages(keys: readonly string[]): string {
  return doorLanguages
    .map(({ tag }) => `<div class="stack" lang="${tag}" dir="${direction(tag)}">${lines(tag, keys)}</div>`)
    .join('');
}

/** One line in each language that leads to the whole words. */
function links(place: string, title: string): string {
  return doorLanguages
    .map(
      ({ tag }) =>
        `<p lang="${tag}" dir="${direction(tag)}"><a href="/${helpPage}#${place}-${tag}">${lineOf(tag, title)}</a></p>`,
    )
    .join('');
}

/** A page without a script, for the oldest browsers and for switched-off scripts. Its title says as little as the door's. */
function help(): string {
  const sections = Object.entries(inTheHelp).map(
    ([place, keys]) =>
      `<div id="${place}">${doorLanguages
        .map(
          ({ tag }) =>
            `<div id="${place}-${tag}" class="stack" lang="${tag}" dir="${direction(tag)}">${lines(tag, keys)}</div>`,
        )
        .join('')}</div>`,
  );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex,nofollow,noarchive">',
    '<title>Notes</title><link rel="icon" href="/icon.svg" type="image/svg+xml">',
    `<link rel="stylesheet" href="/measures.css"></head><body>${sections.join('<hr>')}</body></html>`,
  ].join('\n');
}

function lines(tag: DoorLocale, keys: readonly string[]): string {
  return keys
    .map((key) => {
      const element = key.endsWith('.title') ? 'h1' : 'p';
      return `<${element}>${lineOf(tag, key)}</${element}>`;
    })
    .join('');
}

function lineOf(tag: DoorLocale, key: string): string {
  return escaped(readCatalogue('door', tag)[key] ?? key);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
