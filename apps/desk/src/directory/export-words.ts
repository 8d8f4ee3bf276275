import { regions } from '@leeward/directory';
import * as codes from '@leeward/directory/codes.ts';
import { type CodeList, labelOf, sayPlace } from '@leeward/directory/say/index.ts';
import type { Speaker } from '@leeward/directory/say/speaker.ts';
import { direction } from '@leeward/ui';
import type { ExportWords } from '@leeward/workspace/directory/contract.ts';

const lists: readonly (readonly [CodeList, readonly string[]])[] = [
  ['kind', codes.kinds],
  ['service', codes.services],
  ['profile', codes.profiles],
  ['party', codes.parties],
  ['opener', codes.openers],
  ['contact', codes.contactWays],
  ['notCovered', codes.notCovered],
  ['ask', codes.asks],
];

/** What a table for people says instead of codes, in the language of the screen. */
export function exportWords(
  speaker: Speaker,
  sheet: string,
  headings: Readonly<Record<string, string>>,
): ExportWords {
  const words = lists.flatMap(([list, all]) =>
    all.map((code) => [code, labelOf(speaker, list, code)] as const),
  );
  const places = Object.keys(regions).map(
    (code) => [code, speaker.capital(sayPlace(speaker, code))] as const,
  );
  return {
    headings,
    codes: Object.fromEntries([...words, ...places]),
    sheet,
    rightToLeft: direction(speaker.locale) === 'rtl',
  };
}
