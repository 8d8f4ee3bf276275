import type { Plugin } from 'vite';
import { type CatalogueName, cataloguePath, compileCatalogue } from './compile.ts';
import { type App, doorFirstPrefixes } from './keys.ts';
import { isLocale, type Locale, languages } from './languages.ts';

const prefix = 'virtual:leeward-language/';
const apps: readonly App[] = ['door', 'desk'];
const parts = ['first', 'rest', 'all'] as const;
type Part = (typeof parts)[number];

/**
 * Compiles the catalogues into modules, one per application and language, that are imported when asked for: each
 * payload carries one language and no parser. Screens import `@leeward/ui/language/load-door.ts` or `load-desk.ts`.
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
      const app = apps.find((known) => known === name);
      const part = parts.find((known) => known === partName);
      if (app === undefined || part === undefined) throw new Error(`There is no catalogue ${id.slice(1)}`);
      if (locale === undefined) return app === 'door' ? doorLoader() : deskLoader();
      if (!isLocale(locale)) throw new Error(`There are no texts in ${locale}`);
      for (const catalogue of [app, 'shared'] satisfies CatalogueName[]) {
        this.addWatchFile(cataloguePath(catalogue, locale));
        this.addWatchFile(cataloguePath(catalogue, 'en'));
      }
      return `export const messages = ${JSON.stringify(partOf(app, locale, part))};`;
    },
  };
}

function partOf(app: App, locale: Locale, part: Part): Readonly<Record<string, unknown>> {
  const entries = Object.entries(compileCatalogue(app, locale));
  const isFirst = (key: string): boolean => doorFirstPrefixes.some((start) => key.startsWith(start));
  return Object.fromEntries(entries.filter(([key]) => part === 'all' || isFirst(key) === (part === 'first')));
}

function imports(app: App, part: Part): string {
  return `{ ${languages.map(({ tag }) => `${tag}: () => import('${prefix}${app}/${tag}/${part}')`).join(', ')} }`;
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

function deskLoader(): string {
  return `
const all = ${imports('desk', 'all')};
export const loadMessages = async (locale) => (await all[locale]()).messages;`;
}
