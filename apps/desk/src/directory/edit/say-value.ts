import type { Gate, Mechanism } from '@leeward/directory';
import {
  type CodeList,
  namesOf,
  sayClock,
  sayDays,
  sayGate,
  sayHours,
  sayLength,
  sayPlaces,
  saySum,
  sayWhere,
} from '@leeward/directory/say/index.ts';
import type { Speaker } from '@leeward/directory/say/speaker.ts';

/*
 * One value of one field, in words: what two people hold against each other before one of them says yes. A value that
 * no longer fits its field (an older version wrote it) is shown as it stands; it must never break the screen.
 */

const codesOf: Readonly<Record<string, CodeList>> = {
  'gives.services': 'service',
  'gives.notCovered': 'notCovered',
  who: 'profile',
  parties: 'party',
  openers: 'opener',
  asks: 'ask',
  languages: 'language',
  'contact.ways': 'contact',
};
const sentences: Readonly<Record<string, string>> = {
  exile: 'exile',
  family: 'family',
  return: 'return',
  'contact.secure': 'secure',
  'state.is': 'state',
};

export type ValueWords = { readonly none: string; readonly yes: string; readonly no: string };

/** @param words for nothing, yes and no, in the language of the screen */
export function sayValue(
  speaker: Speaker,
  field: string,
  value: unknown,
  words: ValueWords,
): readonly string[] {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return [words.none];
  try {
    return spoken(speaker, field, value, words);
  } catch {
    return [JSON.stringify(value)];
  }
}

function spoken(speaker: Speaker, field: string, value: unknown, words: ValueWords): readonly string[] {
  const list = codesOf[field];
  if (list !== undefined) return [speaker.capital(namesOf(speaker, list, value as readonly string[]))];
  const sentence = sentences[field];
  if (sentence !== undefined) return [speaker.text(`${sentence}.${String(value)}`)];
  switch (field) {
    case 'kind':
    case 'confidence':
      return [speaker.capital(speaker.text(`${field}.${String(value)}`))];
    case 'link.own':
      return [value === true ? words.yes : words.no];
    case 'gives.sums':
      return (value as Mechanism['gives']['sums']).map((sum) => saySum(speaker, sum));
    case 'gives.months':
      return [sayLength(speaker, value as Mechanism['gives']['months'])];
    case 'gives.hostedIn':
      return [sayPlaces(speaker, value as readonly string[], 'and')];
    case 'where':
      return sayWhere(speaker, { where: value as Mechanism['where'] });
    case 'gates':
    case 'wishes':
      return (value as readonly Gate[]).map((gate) => sayGate(speaker, gate));
    case 'clocks':
      return (value as Mechanism['clocks']).map((clock) => sayClock(speaker, clock));
    case 'dangers':
      return (value as readonly string[]).map((code) => speaker.text(`danger.${code}`));
    case 'speed.answerHours':
    case 'speed.urgentHours':
      return [sayHours(speaker, Number(value))];
    case 'speed.helpDays':
      return [sayDays(speaker, Number(value))];
    case 'speed.decisionDays':
      return [range(value as { readonly min: number | null; readonly max: number | null }, speaker, words)];
    case 'state.since':
      return [speaker.date(String(value))];
    case 'state.calls':
      return (value as Mechanism['state']['calls']).map(({ opens, closes }) =>
        [opens, closes].map((date) => (date === null ? '…' : speaker.date(date))).join(' – '),
      );
    case 'sourceDated':
      return [sourceDates(value as Mechanism['sourceDated'], speaker, words)];
    default:
      return texts(value);
  }
}

function range(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  speaker: Speaker,
  words: ValueWords,
): string {
  const [from, to] = [min, max].map((days) => (days === null ? null : sayDays(speaker, days)));
  if (from != null && to != null && from !== to) return `${from} – ${to}`;
  return from ?? to ?? words.none;
}

function sourceDates(
  { from, to, words: said }: Mechanism['sourceDated'],
  speaker: Speaker,
  words: ValueWords,
): string {
  const dates = [...new Set([from, to])].flatMap((date) => (date === null ? [] : [speaker.date(date)]));
  return [dates.join(' – '), said ?? ''].filter((part) => part !== '').join(' · ') || words.none;
}

/** Texts, lists of texts, remarks and lists of remarks. */
function texts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'object' && value !== null)
    return 'text' in value ? [String(value.text)] : [JSON.stringify(value)];
  return [String(value)];
}
