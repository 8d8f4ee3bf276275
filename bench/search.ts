import { heldSame, tunedSame } from '@leeward/names/testing/pairs.ts';
import { createBook } from '@leeward/workspace/search/book.ts';
import type { Passage } from '@leeward/workspace/search/passages.ts';
import MiniSearch from 'minisearch';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';

/*
 * Search as somebody types, over cases with a pseudonym, ten notes and a file each, in several scripts. Every key is a
 * question of its own. Beside it, over the same texts: a plain scan of lower-cased strings, which finds less and sorts
 * nothing, and MiniSearch with beginnings of words, which is what others take.
 */

const wordsInNote = 30;
const notesPerCase = 10;

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Words as texts have them: a few everywhere, most of them seldom; one in ten is somebody's name. */
function vocabulary(next: () => number): () => string {
  const scripts = ['abdeghiklmnoprstuvyz', 'абвгдежзиклмнопрстуя', 'ابتجحدرسشعفقكلمنهوي'];
  const words = Array.from({ length: 30_000 }, (_, index) => {
    const letters = scripts[index % 5] ?? scripts[0] ?? '';
    const length = 2 + Math.floor(next() * 9);
    return Array.from({ length }, () => letters[Math.floor(next() * letters.length)]).join('');
  });
  const names = [...heldSame, ...tunedSame].flat();
  return () => {
    if (next() < 0.1) return names[Math.floor(next() * names.length)] ?? '';
    return words[Math.floor(words.length ** next())] ?? '';
  };
}

type Case = { readonly id: string; readonly passages: readonly Passage[] };

export function sampleTexts(count: number): { readonly cases: readonly Case[]; readonly word: () => string } {
  const word = vocabulary(numbers(7));
  const text = (length: number): string => Array.from({ length }, word).join(' ');
  const cases = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    passages: [
      { part: 'pseudonym', text: text(2), at: 0 },
      ...Array.from(
        { length: notesPerCase },
        () => ({ part: 'note', text: text(wordsInNote), at: 0 }) as const,
      ),
      { part: 'file', text: `${text(1)}.pdf`, at: 0 },
    ] as const,
  }));
  return { cases, word };
}

/** What somebody types, key by key, from the second letter on. */
function typed(word: () => string, questions: number): readonly string[] {
  const keys: string[] = [];
  for (let question = 0; question < questions; question += 1) {
    const words = Array.from({ length: 1 + (question % 3) }, word).join(' ');
    for (let length = 2; length <= words.length; length += 1) keys.push(words.slice(0, length));
  }
  return keys;
}

function each(keys: readonly string[], ask: (key: string) => unknown): number {
  const times = keys.map((key) => {
    const started = performance.now();
    ask(key);
    return performance.now() - started;
  });
  times.sort((left, right) => left - right);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

const goal = 30;

export async function measureSearch(cases: number, rounds: number): Promise<readonly Measured[]> {
  const sample = sampleTexts(cases);
  const book = createBook();
  const started = performance.now();
  for (const { id, passages } of sample.cases) book.put(id, { kind: 'case', passages });
  while (book.work(1000, () => performance.now()));
  const reading = performance.now() - started;
  const plain = sample.cases.map(({ passages }) => passages.map(({ text }) => text.toLowerCase()).join('\n'));
  const peer = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
  peer.addAll(plain.map((text, index) => ({ id: String(index), text })));

  const question = (text: string) => book.ask({ text, places: [], kinds: [], limit: 30 });
  const scan = (text: string) => {
    const words = text.toLowerCase().split(/\s+/);
    return plain.filter((one) => words.every((word) => one.includes(word)));
  };
  const others = (text: string) => peer.search(text, { prefix: true, combineWith: 'AND' });
  each(typed(sample.word, 10), (key) => [question(key), scan(key)]);

  const found = Array.from({ length: rounds }, () => {
    const keys = typed(sample.word, 40);
    return { mine: each(keys, question), scanned: each(keys, scan), peer: each(keys.slice(0, 200), others) };
  });
  const mine = median(found.map((round) => round.mine));
  const scanned = median(found.map((round) => round.scanned));
  const peers = median(found.map((round) => round.peer));
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return [
    {
      name: `a key typed into the search over ${cases} cases (p95) / ${goal} ms`,
      ratio: mine / goal,
      goal: { atMost: 1 },
      rounds,
      detail: `${ms(mine)}, with names in other scripts, counts and marked excerpts; read once in ${(reading / 1000).toFixed(1)} s`,
    },
    {
      name: 'the same / a plain scan of lower-cased strings (p95)',
      ratio: mine / scanned,
      goal: null,
      rounds,
      detail: `${ms(mine)} / ${ms(scanned)}`,
    },
    {
      name: 'the same / MiniSearch, beginnings of all words (p95)',
      ratio: mine / peers,
      goal: null,
      rounds,
      detail: `${ms(mine)} / ${ms(peers)}`,
    },
  ];
}
