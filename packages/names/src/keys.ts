import { type NameWord, wordsOf } from './words.ts';

/**
 * The bones of a word: classes of consonants that are written for one another somewhere. Where a sound belongs to two
 * classes, or is left out by some, the word has several keys. Two words that sound alike share at least one; that two
 * words share one says only that comparing them is worth the time.
 */
const written = `
  b:P p:P f:F v:F.- w:-.F W:-.F m:M n:N t:T d:T D:T.S th:T.S dh:T.S s:S z:S sh:S zh:S ch:S.K j:S.K.- ts:S
  c:S.K k:K g:K.H q:K gh:K kh:H.K h:H r:R l:L
`;
const classes: ReadonlyMap<string, readonly string[]> = new Map(
  written
    .trim()
    .split(/\s+/)
    .map((line) => {
      const [phone = '', bones = ''] = line.split(':');
      return [phone, bones.split('.').map((bone) => (bone === '-' ? '' : bone))];
    }),
);

const keysAtMost = 16;

/** The keys of one word: empty where its script is not read, then its letters are all that can be looked up. */
export function keysOfWord(word: NameWord): readonly string[] {
  if (word.phones === null) return lettersOf(word);
  let keys: readonly string[] = [''];
  for (const phone of word.phones) {
    const options = classes.get(phone);
    if (options === undefined) continue;
    const usable = keys.length * options.length > keysAtMost ? options.slice(0, 1) : options;
    keys = keys.flatMap((key) => usable.map((one) => (key.endsWith(one) && one !== '' ? key : key + one)));
  }
  return [...new Set(keys.map((key) => `~${key === '' ? 'V' : key}`))];
}

/** The keys of all words of a text. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set(wordsOf(name).flatMap(keysOfWord))];
}

/** A key and what it becomes when one class is missing: two words with one slip between them share one of these. */
export function withSlips(key: string): readonly string[] {
  const bones = key.slice(1);
  if (key[0] !== '~' || bones.length < 3) return [key];
  return [key, ...[...bones].map((_, at) => `~${bones.slice(0, at)}${bones.slice(at + 1)}`)];
}

function lettersOf({ normal, script }: NameWord): readonly string[] {
  const letters = [...normal];
  if (script === 'han') return letters.map((letter) => `=${letter}`);
  return [`=${letters.slice(0, 2).join('')}`, `=${letters.slice(-2).join('')}`];
}
