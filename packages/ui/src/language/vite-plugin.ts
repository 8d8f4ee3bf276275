import type { Plugin } from 'vite';
import {
  type CatalogueName,
  cataloguePath,
  compileCatalogue,
  compileDirectory,
  compilePromise,
  languagesOf,
} from './compile.ts';
import { doorFirstPrefixes } from './keys.ts';
import type { Locale } from './languages.ts';

const prefix = 'virtual:leeward-language/';
const modules = ['door', 'desk', 'directory', 'promise'] as const;
type Module = (typeof modules)[number];
const parts = ['first', 'rest', 'all'] as const;
type Part = (typeof parts)[number];

/**
 * Compiles the catalogues into modules, one per application (and one each for the directory and the ready sentences) and language, that are imported
 * when asked for: each payload carries one language and no parser. Screens import `@leeward/ui/language/load-door.ts`,
 * `load-desk.ts`, `load-directory.ts` and `load-promise.ts`.
 */
export function languageCatalogues(): Plugin {
  return {
    name: 'leeward-language',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined;
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [name, locale, partName = 'all'] = id.slice(prefix.length + 1).split('/');
      const module = modules.find((known) => known === name);
      const part = parts.find((known) => known === partName);
      if (module === undefined || part === undefined) throw new Error(`There is no catalogue ${id.slice(1)}`);
      if (locale === undefined) return module === 'door' ? doorLoader() : wholeLoader(module);
      const spoken = languagesOf[module].find(({ tag }) => tag === locale);
      if (spoken === undefined) throw new Error(`The ${module} has no texts in ${locale}`);
      const read: readonly CatalogueName[] =
        module === 'door' || module === 'desk' ? [module, 'shared'] : [module];
      for (const catalogue of read) {
        this.addWatchFile(cataloguePath(catalogue, spoken.tag));
        this.addWatchFile(cataloguePath(catalogue, 'en'));
      }
      return `export const messages = ${JSON.stringify(partOf(module, spoken.tag, part))};`;
    },
  };
}

function partOf(module: Module, locale: Locale, part: Part): Readonly<Record<string, unknown>> {
  if (module === 'directory') return compileDirectory(locale);
  if (module === 'promise') return compilePromise(locale);
  const entries = Object.entries(compileCatalogue(module, locale));
  const isFirst = (key: string): boolean => doorFirstPrefixes.some((start) => key.startsWith(start));
  return Object.fromEntries(entries.filter(([key]) => part === 'all' || isFirst(key) === (part === 'first')));
}

function imports(module: Module, part: Part): string {
  const each = languagesOf[module].map(
    ({ tag }) => `${tag}: () => import('${prefix}${module}/${tag}/${part}')`,
  );
  return `{ ${each.join(', ')} }`;
}

function doorLoader(): string {
  return `
const first = ${imports('door', 'first')};
const rest = ${imports('door', 'rest')};
export const loadFirstMessages = async (locale) => (await first[locale]()).messages;
export const loadMessages = async (locale) => {
  const both = await Promise.all([first[locale](), rest[locale]()]);
  return { ...both[0].messages, ...both[1].messages };
};`;
}

function wholeLoader(module: Module): string {
  return `
const all = ${imports(module, 'all')};
export const loadMessages = async (locale) => (await all[locale]()).messages;`;
}
