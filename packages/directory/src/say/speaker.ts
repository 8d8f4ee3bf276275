/**
 * One language, as far as the directory's sentences need it. A screen makes it from a translator and the browser's own
 * tables (`@leeward/ui/language/directory-speaker.ts`); nothing here knows a catalogue, a browser or a framework.
 */
export type Speaker = {
  /** BCP 47 tag of the language that is spoken. */
  readonly locale: string;
  /** The text of the directory's catalogue under a key, with its places filled. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  /** "a, b and c", or "a, b or c". */
  readonly list: (items: readonly string[], how: 'and' | 'or') => string;
  readonly number: (value: number) => string;
  /** A day, month or year as far as it is known: `2025`, `2025-06`, `2025-06-30`. */
  readonly date: (date: string) => string;
  /** An amount of money, `currency` by ISO 4217. */
  readonly money: (amount: number, currency: string) => string;
  /** The same text with a capital at its beginning, where the script has capitals. */
  readonly capital: (text: string) => string;
};
