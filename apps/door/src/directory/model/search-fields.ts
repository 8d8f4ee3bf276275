import type { Entry } from '@leeward/directory/entry.ts';
import { namesOf, type Speaker, sayHostedIn, sayWhere } from '@leeward/directory/say/index.ts';
import type { Field } from '@leeward/directory/search.ts';

/** What of an entry is searched, in her language and as it was written, and how much a hit in it says. */
export function searchFields(speaker: Speaker, entry: Entry): readonly Field[] {
  const { gives } = entry;
  const field = (weight: number, ...texts: readonly string[]): readonly Field[] =>
    texts.map((text) => ({ text, weight }));
  return [
    ...field(8, entry.name, ...entry.otherNames),
    ...field(6, entry.organisation),
    ...field(4, speaker.text(`kind.${entry.kind}`), namesOf(speaker, 'service', gives.services)),
    ...field(
      3,
      namesOf(speaker, 'profile', entry.who),
      ...sayWhere(speaker, entry),
      sayHostedIn(speaker, gives) ?? '',
    ),
    ...field(2, entry.summary.text, namesOf(speaker, 'language', entry.languages)),
    ...field(1, ...entry.remarks.map(({ text }) => text), entry.link.url),
  ];
}
