import { regions } from '@leeward/directory';
import * as codes from '@leeward/directory/codes.ts';
import { type CodeList, labelOf, sayPlace } from '@leeward/directory/say/index.ts';
import type { Speaker } from '@leeward/directory/say/speaker.ts';
import { type DeskKey, direction, type Translator } from '@leeward/ui';
import { countries, languages } from '@leeward/vocabulary';
import type { ExportWords } from '@leeward/workspace/directory/contract.ts';
import type { Column } from '@leeward/workspace/directory/table.ts';

const lists: readonly (readonly [CodeList, readonly string[]])[] = [
  ['kind', codes.kinds],
  ['profile', codes.profiles],
  ['service', codes.services],
  ['opener', codes.openers],
  ['contact', codes.contactWays],
  ['confidence', ['high', 'medium', 'low']],
];

const headings: Readonly<Record<Column, DeskKey>> = {
  name: 'directory.field.name',
  organisation: 'directory.field.organisation',
  kind: 'directory.field.kind',
  services: 'directory.field.gives.services',
  who: 'directory.field.who',
  where: 'directory.field.where',
  exile: 'directory.field.exile',
  family: 'directory.field.family',
  state: 'directory.field.state.is',
  openers: 'directory.field.openers',
  link: 'directory.field.link.url',
  contact: 'directory.field.contact.ways',
  contactWords: 'directory.field.contact.words',
  dangers: 'directory.field.dangers',
  languages: 'directory.field.languages',
  sums: 'directory.field.gives.sums',
  months: 'directory.field.gives.months',
  decisionDays: 'directory.field.speed.decisionDays',
  summary: 'directory.field.summary',
  remarks: 'directory.field.remarks',
  readOn: 'directory.readOn',
  checkedOn: 'directory.lastCheck',
  checkedBy: 'directory.checkedBy',
  dueOn: 'directory.dueOn',
  confidence: 'directory.field.confidence',
  origin: 'directory.origin',
  changedHere: 'directory.changedHere',
  id: 'directory.idOfEntry',
};

/** What a table for people says instead of codes, in the language of the screen. */
export function exportWords(speaker: Speaker, t: Translator<DeskKey>): ExportWords {
  const named = lists.flatMap(([list, all]) =>
    all.map((code) => [code, labelOf(speaker, list, code)] as const),
  );
  const places = ['any', ...Object.keys(regions), ...countries].map(
    (code) => [code, speaker.capital(sayPlace(speaker, code))] as const,
  );
  const short = [
    ...(['yes', 'no'] as const).map((code) => [code, t(`directory.${code}`)] as const),
    ...(['ask', 'case-by-case', 'unknown', 'open', 'calls', 'nomination', 'release'] as const).map(
      (code) => [code, t(`directory.word.${code}`)] as const,
    ),
    ...(['paused', 'closed'] as const).map((code) => [code, t(`directory.is.${code}`)] as const),
    ...(['maximum', 'usual', 'minimum'] as const).map(
      (code) => [code, t(`directory.sumIs.${code}`)] as const,
    ),
    ...(['once', 'month', 'year'] as const).map((code) => [code, t(`directory.sumPer.${code}`)] as const),
    ...(['present', 'origin', 'impact'] as const).map(
      (code) => [code, t(`directory.basis.${code}`)] as const,
    ),
    ['local', t('directory.local')] as const,
  ];
  return {
    headings: Object.fromEntries(Object.entries(headings).map(([column, key]) => [column, t(key)])),
    codes: Object.fromEntries([
      ...named,
      ...places,
      ...languages.map((code) => [code, speaker.language(code)] as const),
      ...codes.dangers.map((code) => [code, speaker.text(`danger.${code}`)] as const),
      ...short,
    ]),
    sheet: t('directory.title'),
    rightToLeft: direction(speaker.locale) === 'rtl',
  };
}
