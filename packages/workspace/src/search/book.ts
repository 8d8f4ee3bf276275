import { normal } from '@leeward/names/normal.ts';
import { type Place, places, type SearchKind } from './contract.ts';
import { excerptsOf } from './excerpts.ts';
import { type Passage, placeOf } from './passages.ts';
import { allClasses, classesIn, countIn, createPostings, documentIn } from './postings.ts';
import { type Asked, askedIn, createNameBook, withSlips } from './question.ts';

/** Something that can be found: a request, a case, a mechanism. */
export type Entry = { readonly kind: SearchKind; readonly passages: readonly Passage[] };

export type Found = {
  readonly id: string;
  readonly kind: SearchKind;
  readonly score: number;
} & ReturnType<typeof excerptsOf>;

export type Question = {
  readonly text: string;
  readonly places: readonly Place[];
  readonly kinds: readonly SearchKind[];
  readonly limit: number;
};

export type FoundAll = {
  readonly found: readonly Found[];
  readonly total: number;
  readonly kinds: Readonly<Record<SearchKind, number>>;
  readonly places: Readonly<Record<Place, number>>;
};

/** Everything that can be searched, in memory, and nowhere else. */
export type SearchBook = {
  /** Puts an entry in, or in the place of what it was. It can be found once `work` has come to it. */
  readonly put: (id: string, entry: Entry) => void;
  readonly remove: (id: string) => void;
  readonly passagesOf: (id: string) => readonly Passage[] | undefined;
  /** Reads what was put in, for about so many milliseconds; false once all of it was read. */
  readonly work: (milliseconds: number, now: () => number) => boolean;
  readonly ask: (question: Question) => FoundAll;
  readonly read: () => { readonly done: number; readonly total: number };
};

const bitOf = (place: Place): number => 2 ** places.indexOf(place);
const kindNames = ['request', 'case', 'directory'] as const;

/** A name that is found counts for more than a word in a long text. */
const nameBonus = 4;

export function createBook(): SearchBook {
  const entries = new Map<string, Entry>();
  const waiting = new Set<string>();
  let numbers = new Map<string, number>();
  let ids: (string | undefined)[] = [];
  let kindsOf: number[] = [];
  let postings = createPostings();
  let names = createNameBook();

  const letGo = (id: string): void => {
    const number = numbers.get(id);
    if (number === undefined) return;
    postings.remove(number);
    ids[number] = undefined;
    numbers.delete(id);
  };
  const read = (id: string): void => {
    const entry = entries.get(id);
    letGo(id);
    if (entry === undefined) return;
    const number = postings.add(
      entry.passages.map(({ part, text }) => ({ text, bit: bitOf(placeOf[part]) })),
    );
    numbers.set(id, number);
    ids[number] = id;
    kindsOf[number] = kindNames.indexOf(entry.kind);
    names.add(postings.newNames());
  };
  /** Where most of the numbers are let go, all is read anew: it is a cache of what is in memory anyway. */
  const startAnew = (): void => {
    postings = createPostings();
    names = createNameBook();
    numbers = new Map();
    ids = [];
    kindsOf = [];
    for (const id of entries.keys()) waiting.add(id);
  };

  const ask = ({ text, places: only, kinds, limit }: Question): FoundAll => {
    let asked = askedIn(text, postings, names);
    if (asked.length === 0)
      return { found: [], total: 0, kinds: counted(kindNames, []), places: counted(places, []) };
    let matched = match(asked);
    if (matched.documents.length === 0 && asked.some((one) => one.terms.length === 0 && one.signs === null)) {
      asked = asked.map((one) =>
        one.terms.length === 0 && one.signs === null ? withSlips(one, postings) : one,
      );
      matched = match(asked);
    }
    const mask = only.length === 0 ? allClasses : only.reduce((sum, place) => sum | bitOf(place), 0);
    const wantedKinds = kindNames.map((kind) => kinds.length === 0 || kinds.includes(kind));
    const kindCounts = kindNames.map(() => 0);
    const placeCounts = places.map(() => 0);
    const shown: number[] = [];
    for (const document of matched.documents) {
      const kind = kindsOf[document] ?? 0;
      const here = within(matched, document, mask);
      if (here) kindCounts[kind] = (kindCounts[kind] ?? 0) + 1;
      if (wantedKinds[kind] !== true) continue;
      const common = matched.common[document] ?? 0;
      for (let place = 0; place < places.length; place += 1)
        if ((common & (1 << place)) !== 0) placeCounts[place] = (placeCounts[place] ?? 0) + 1;
      if (here) shown.push(document);
    }
    const wanted = new Set(only.length === 0 ? places : only);
    const found = best(shown, matched.scores, limit).map((document): Found => {
      const id = ids[document] ?? '';
      const { kind, passages } = entries.get(id) ?? { kind: 'request', passages: [] };
      return { id, kind, score: matched.scores[document] ?? 0, ...excerptsOf(passages, asked, wanted) };
    });
    return {
      found,
      total: shown.length,
      kinds: counted(kindNames, kindCounts),
      places: counted(places, placeCounts),
    };
  };

  /** Documents in which every word is answered. */
  const match = (asked: readonly Asked[]): Matched => {
    const size = postings.size();
    const scores = new Float32Array(size);
    const common = new Uint8Array(size).fill(allClasses);
    const answered = new Uint8Array(size);
    const perWord: Uint8Array[] = [];
    asked.forEach((one, word) => {
      const classes = new Uint8Array(size);
      const reached = new Float32Array(size);
      for (const { term, weight } of one.terms)
        for (const entry of postings.of(term) ?? []) {
          const document = documentIn(entry);
          // A word that is not there with all words before it is not looked at any further.
          if (answered[document] !== word) continue;
          const found = classesIn(entry);
          classes[document] = (classes[document] ?? 0) | found;
          const score = weight * (1 + 0.2 * countIn(entry)) * ((found & 1) === 1 ? nameBonus : 1);
          if (score > (reached[document] ?? 0)) reached[document] = score;
        }
      if (one.signs !== null) addSigns(one, classes, reached);
      for (let document = 0; document < size; document += 1) {
        const here = classes[document] ?? 0;
        if (here === 0 || answered[document] !== word) continue;
        answered[document] = word + 1;
        common[document] = (common[document] ?? 0) & here;
        scores[document] = (scores[document] ?? 0) + (reached[document] ?? 0);
      }
      perWord.push(classes);
    });
    const documents: number[] = [];
    for (let document = 0; document < size; document += 1)
      if (answered[document] === asked.length && postings.isLive(document)) documents.push(document);
    return { documents, scores, common, perWord };
  };

  /** Signs that all stand in a text; then the text is looked at, whether they stand one after another. */
  const addSigns = (one: Asked, classes: Uint8Array, reached: Float32Array): void => {
    const signs = one.signs ?? [];
    // The last sign may not be finished: in some scripts it is typed in several strokes.
    const lists = signs.map((sign, at) =>
      at < signs.length - 1
        ? (postings.of(sign) ?? [])
        : [...postings.beginning(sign)].flatMap((term) => postings.of(term) ?? []),
    );
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
    const stretch = normal(one.typed);
    for (const entry of rarest) {
      const document = documentIn(entry);
      const id = ids[document];
      if (id === undefined || !postings.isLive(document)) continue;
      for (const { part, text } of entries.get(id)?.passages ?? [])
        if (normal(text).replaceAll(' ', '').includes(stretch.replaceAll(' ', ''))) {
          const bit = bitOf(placeOf[part]);
          classes[document] = (classes[document] ?? 0) | bit;
          reached[document] = Math.max(reached[document] ?? 0, bit === 1 ? nameBonus : 1);
        }
    }
  };

  return {
    put: (id, entry) => {
      if (same(entries.get(id), entry)) return;
      entries.set(id, entry);
      waiting.add(id);
    },
    remove: (id) => {
      entries.delete(id);
      waiting.delete(id);
      letGo(id);
    },
    passagesOf: (id) => entries.get(id)?.passages,
    work: (milliseconds, now) => {
      const end = now() + milliseconds;
      if (postings.removed() > 1000 && postings.removed() * 2 > postings.size()) startAnew();
      for (const id of waiting) {
        waiting.delete(id);
        read(id);
        if (now() >= end) break;
      }
      return waiting.size > 0;
    },
    ask,
    read: () => ({ done: entries.size - waiting.size, total: entries.size }),
  };
}

type Matched = {
  readonly documents: readonly number[];
  readonly scores: Float32Array;
  /** By document, the classes in which every word stands. */
  readonly common: Uint8Array;
  /** By word and document, the classes in which the word stands. */
  readonly perWord: readonly Uint8Array[];
};

/** Whether every word of the question stands in one of these classes. */
const within = ({ perWord }: Matched, document: number, mask: number): boolean =>
  perWord.every((classes) => ((classes[document] ?? 0) & mask) !== 0);

/** The best so many, the best first; in their order where they are equally good. */
function best(documents: readonly number[], scores: Float32Array, count: number): readonly number[] {
  const scoreOf = (document: number): number => scores[document] ?? 0;
  const byScore = (left: number, right: number): number => scoreOf(right) - scoreOf(left) || left - right;
  if (documents.length <= count) return [...documents].sort(byScore);
  const sorted = Float32Array.from(documents, scoreOf).sort();
  const least = sorted[sorted.length - count] ?? 0;
  const above = documents.filter((document) => scoreOf(document) > least).sort(byScore);
  const equal = documents.filter((document) => scoreOf(document) === least);
  return [...above, ...equal].slice(0, count);
}

const counted = <Name extends string>(
  all: readonly Name[],
  counts: readonly number[],
): Readonly<Record<Name, number>> =>
  Object.fromEntries(all.map((name, at) => [name, counts[at] ?? 0])) as Record<Name, number>;

function same(before: Entry | undefined, now: Entry): boolean {
  if (before === undefined || before.kind !== now.kind || before.passages.length !== now.passages.length)
    return false;
  return before.passages.every(({ part, text, at }, index) => {
    const other = now.passages[index];
    return other?.part === part && other.text === text && other.at === at;
  });
}
