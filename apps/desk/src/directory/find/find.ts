import {
  type Answers,
  judge,
  type ListName,
  lists,
  type Mechanism,
  reason,
  regions,
  type Verdict,
} from '@leeward/directory';
import { labelOf, nameOf, sayPlace } from '@leeward/directory/say/index.ts';
import type { Speaker } from '@leeward/directory/say/speaker.ts';
import { type Field, indexOf, type SearchIndex, search } from '@leeward/directory/search.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';

/** One line of a list: an entry, and what the directory says of it to this person on this day. */
export type Line = { readonly shown: ShownEntry; readonly verdict: Verdict | null };

export type Found = {
  /** By list, in order. Without any answer nothing is judged, and all stand in `all`. */
  readonly lists: Readonly<Record<ListName, readonly Line[]>> | null;
  readonly all: readonly Line[];
  readonly total: number;
};

/** Whether anything was answered at all. What organisations told counts only beside an answer about the person. */
export function isAsked({ told: _told, ...answers }: Answers): boolean {
  return Object.values(answers).some((value) => value !== undefined);
}

/** The texts by which an entry is found: its names in all languages, and its codes in the reader's own. */
export function searchFields(entry: Mechanism, speaker: Speaker): readonly Field[] {
  const places = entry.where.flatMap((line) => (line.places === 'unknown' ? [] : line.places));
  return [
    { text: entry.name, weight: 10 },
    { text: entry.otherNames.join(' '), weight: 8 },
    { text: entry.organisation, weight: 6 },
    { text: labelOf(speaker, 'kind', entry.kind), weight: 5 },
    { text: entry.gives.services.map((code) => nameOf(speaker, 'service', code)).join(' '), weight: 4 },
    {
      text: [...places, ...entry.gives.hostedIn].map((place) => sayPlace(speaker, place)).join(' '),
      weight: 4,
    },
    {
      text: places
        .flatMap((place) => membersOf(place))
        .map((code) => speaker.country(code))
        .join(' '),
      weight: 2,
    },
    { text: entry.who.map((code) => nameOf(speaker, 'profile', code)).join(' '), weight: 3 },
    { text: entry.languages.map((code) => speaker.language(code)).join(' '), weight: 1 },
    { text: entry.summary.text, weight: 2 },
    { text: entry.remarks.map(({ text }) => text).join(' '), weight: 1 },
  ];
}

/** The countries of a region, so that "Kenya" finds what is meant for East Africa. */
function membersOf(place: string): readonly string[] {
  return place in regions ? regions[place as keyof typeof regions].members : [];
}

export function indexFor(entries: readonly ShownEntry[], speaker: Speaker): SearchIndex {
  return indexOf(
    entries.map(({ entry }) => entry),
    (entry) => searchFields(entry, speaker),
  );
}

/**
 * Holds the answers and the words against all entries. With answers the order is that of the reasoning; words then
 * only choose. Words alone order by how well they are met.
 */
export function find(
  entries: readonly ShownEntry[],
  index: SearchIndex,
  query: string,
  answers: Answers,
  today: string,
): Found {
  const byId = new Map(entries.map((shown) => [shown.entry.id, shown]));
  const hits = query.trim() === '' ? [...byId.keys()] : search(index, query);
  if (!isAsked(answers)) {
    const all = hits.flatMap((id) => {
      const shown = byId.get(id);
      return shown === undefined ? [] : [{ shown, verdict: null }];
    });
    return { lists: null, all, total: all.length };
  }
  const wanted = new Set(hits);
  const verdicts = reason(
    entries.map(({ entry }) => entry).filter(({ id }) => wanted.has(id)),
    answers,
    today,
  );
  const linesOf = (name: ListName): readonly Line[] =>
    verdicts[name].flatMap((verdict) => {
      const shown = byId.get(verdict.id);
      return shown === undefined ? [] : [{ shown, verdict }];
    });
  const found = { fits: linesOf('fits'), ask: linesOf('ask'), not: linesOf('not') };
  const all = lists.flatMap((name) => found[name]);
  return { lists: found, all, total: all.length };
}

/** One entry alone. */
export function verdictOf(shown: ShownEntry, answers: Answers, today: string): Verdict | null {
  return isAsked(answers) ? judge(shown.entry, answers, today) : null;
}
