import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { App, DirectoryKey, KeyOf, PromiseKey } from './keys.ts';
import { type DoorLocale, deskLanguages, doorLanguages, type Locale } from './languages.ts';
import type { Choices, CompiledMessage, Messages, MessageToken } from './message.ts';

/**
 * Reads and compiles catalogues, in Node only: at build time (vite-plugin.ts) and in tests. No page carries an ICU
 * parser.
 */

export type CatalogueName = App | 'shared' | 'directory' | 'promise';

/** The languages in which a catalogue must be whole. Door and desk share two catalogues: those speak what the door speaks. */
export const languagesOf: Readonly<Record<CatalogueName, readonly { readonly tag: Locale }[]>> = {
  shared: doorLanguages,
  door: doorLanguages,
  desk: deskLanguages,
  directory: doorLanguages,
  promise: doorLanguages,
};

/** Where the texts of one catalogue and language lie. */
export function cataloguePath(name: CatalogueName, locale: Locale): string {
  return fileURLToPath(new URL(`../../locales/${name}/${locale}.json`, import.meta.url));
}

/** The texts as translators write them. Throws where the file is no flat object of texts. */
export function readCatalogue(name: CatalogueName, locale: Locale): Readonly<Record<string, string>> {
  const parsed: unknown = JSON.parse(readFileSync(cataloguePath(name, locale), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${name}/${locale} is no catalogue`);
  return Object.fromEntries(
    Object.entries(parsed).map(([key, text]) => {
      if (typeof text !== 'string') throw new Error(`${name}/${locale}: ${key} is no text`);
      return [key, text];
    }),
  );
}

/**
 * One application in one language, the shared texts included. A key that a language lacks speaks English while
 * somebody works on it; catalogue.test.ts fails until it is translated.
 */
export function compileCatalogue<A extends App>(app: A, locale: Locale): Messages<KeyOf[A] & string> {
  const texts = {
    ...readCatalogue('shared', 'en'),
    ...readCatalogue(app, 'en'),
    ...readCatalogue('shared', locale),
    ...readCatalogue(app, locale),
  };
  const compiled = Object.entries(texts).map(([key, text]) => [key, compileText(text)]);
  return Object.fromEntries(compiled) as Messages<KeyOf[A] & string>;
}

/** The directory in one language. It stands beside the texts of an application and repeats none of them. */
export function compileDirectory(locale: DoorLocale): Messages<DirectoryKey> {
  const texts = { ...readCatalogue('directory', 'en'), ...readCatalogue('directory', locale) };
  const compiled = Object.entries(texts).map(([key, text]) => [key, compileText(text)]);
  return Object.fromEntries(compiled) as Messages<DirectoryKey>;
}

/** The ready sentences for a door in one language. They never fall back on English: a door must not mix languages. */
export function compilePromise(locale: DoorLocale): Messages<PromiseKey> {
  const compiled = Object.entries(readCatalogue('promise', locale)).map(([key, text]) => [
    key,
    compileText(text),
  ]);
  return Object.fromEntries(compiled) as Messages<PromiseKey>;
}

/** Compiles one ICU message. Throws where it does not parse or uses what the interpreter does not know. */
export function compileText(text: string): CompiledMessage {
  const tokens = compileMessageOrThrow(text).map(checkToken);
  const [only] = tokens;
  if (tokens.length === 0) return '';
  return tokens.length === 1 && typeof only === 'string' ? only : tokens;
}

const knownFormats: Readonly<Record<string, readonly (string | undefined)[]>> = {
  number: [undefined, 'percent'],
  date: [undefined, 'short', 'medium', 'long', 'full'],
  time: [undefined, 'short', 'medium'],
};

type LinguiToken = ReturnType<typeof compileMessageOrThrow>[number];

function checkToken(token: LinguiToken): MessageToken {
  if (typeof token === 'string') return token;
  const [name, type, format] = token;
  if (type === undefined) return [name];
  if (type === 'plural' || type === 'select' || type === 'selectordinal')
    return [name, type, checkChoices(format)];
  if (knownFormats[type]?.includes(format as string | undefined) !== true) {
    throw new Error(`The interpreter of messages does not know {${name}, ${type}, ${String(format)}}`);
  }
  return format === undefined ? [name, type] : [name, type, String(format)];
}

function checkChoices(format: unknown): Choices {
  const choices: Record<string, CompiledMessage> = {};
  for (const [key, tokens] of Object.entries(format as Record<string, LinguiToken[] | undefined>)) {
    if (key === 'offset' && tokens === undefined) continue;
    if (!Array.isArray(tokens))
      throw new Error('Plural offsets are not used: languages differ in what they mean');
    choices[key] = tokens.map(checkToken);
  }
  return choices;
}
