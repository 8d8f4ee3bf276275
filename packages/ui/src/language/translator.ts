import { isolateWithin } from '../bidi.ts';
import { direction } from './languages.ts';
import type {
  Choices,
  CompiledMessage,
  Messages,
  MessageToken,
  MessageValue,
  MessageValues,
} from './message.ts';

export type Translator<Key extends string> = (key: Key, values?: MessageValues) => string;

/**
 * Gives the function that speaks one language. `numbers` is the tag for digits, `locale` the one for plural rules.
 *
 * It never throws: a key that is not loaded yields the key, a missing value yields its name in braces. A frightened
 * person must not lose a page to a missing word; the tests of the catalogues are where such words are caught.
 * Texts among the values are isolated where their direction could disturb the sentence.
 */
export function createTranslator<Key extends string>(
  locale: string,
  messages: Messages<Key>,
  numbers: string = locale,
): Translator<Key> {
  const sentence = direction(locale);
  const plurals = new Map<string, Intl.PluralRules>();

  const pluralCategory = (value: number, type: Intl.PluralRuleType): string => {
    const rules = plurals.get(type) ?? new Intl.PluralRules(locale, { type });
    plurals.set(type, rules);
    return rules.select(value);
  };

  const formats = new Map<string, Intl.NumberFormat>();
  const number = (value: MessageValue, style = ''): string => {
    const format =
      formats.get(style) ??
      new Intl.NumberFormat(numbers, style === 'percent' ? { style, maximumFractionDigits: 0 } : {});
    // A list says hundreds of numbers, and each format takes long to make.
    formats.set(style, format);
    return format.format(Number(value));
  };

  const date = (value: MessageValue, style: string, part: 'dateStyle' | 'timeStyle'): string =>
    new Intl.DateTimeFormat(numbers, { [part]: style }).format(new Date(value));

  const argument = (token: Exclude<MessageToken, string>, values: MessageValues): string => {
    const [name, type, format] = token;
    const value = values[name];
    if (value === undefined) return `{${name}}`;
    if (typeof format === 'object') return choose(type, format, value, values);
    if (type === 'date') return date(value, format ?? 'medium', 'dateStyle');
    if (type === 'time') return date(value, format ?? 'short', 'timeStyle');
    if (type === 'number' || typeof value === 'number') return number(value, format);
    return isolateWithin(sentence, String(value));
  };

  const choose = (
    type: string | undefined,
    choices: Choices,
    value: MessageValue,
    values: MessageValues,
  ): string => {
    // Own cases only: a value such as "constructor" comes from outside and must not find what every object has.
    const own = (name: string): CompiledMessage | undefined =>
      Object.hasOwn(choices, name) ? choices[name] : undefined;
    if (type === 'select') return render(own(String(value)) ?? own('other') ?? '', values);
    const count = Number(value);
    const category = pluralCategory(count, type === 'selectordinal' ? 'ordinal' : 'cardinal');
    return render(own(String(count)) ?? own(category) ?? own('other') ?? '', values, number(count));
  };

  const render = (message: CompiledMessage, values: MessageValues, count?: string): string => {
    if (typeof message === 'string') return message;
    let text = '';
    for (const token of message) {
      if (typeof token !== 'string') text += argument(token, values);
      else text += token === '#' && count !== undefined ? count : token;
    }
    return text;
  };

  return (key, values = {}) => render(messages[key] ?? key, values);
}
