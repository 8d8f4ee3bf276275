/**
 * Letters as one compares them: compatible forms made one, without capitals, marks, vowel signs, stretched letters and
 * what cannot be seen. The different shapes of one Arabic letter (alef with or without hamza, the two forms of kaf and
 * yeh) become one, because who types a name on another keyboard gets the other shape. Applying it twice changes nothing.
 */
export function normal(text: string): string {
  const lower = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  let out = '';
  for (const letter of lower) {
    if (invisible.test(letter) || (mark.test(letter) && !meaningful.test(letter))) continue;
    out += sameLetter.get(letter) ?? letter;
  }
  return out.replace(/\s+/gu, ' ').trim();
}

/** What joins, separates or turns letters without being one: typed by accident, or to hide. */
const invisible = /[\p{Cf}\u0640]/u;
const mark = /\p{M}/u;
/** Marks that are letters of their own in their script: without them a Burmese or Indian word is another word. */
const meaningful = /[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f]/u;

const sameLetter: ReadonlyMap<string, string> = new Map([
  ...[...'أإآٱٲٳ'].map((letter) => [letter, 'ا'] as const),
  ['ك', 'ک'],
  ['ڪ', 'ک'],
  ['ي', 'ی'],
  ['ې', 'ی'],
  ['ھ', 'ه'],
  ['ہ', 'ه'],
  ['ۀ', 'ه'],
  ['ة', 'ه'],
  ['ە', 'ه'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ə', 'a'],
  ['’', "'"],
  ['‘', "'"],
  ['ʻ', "'"],
  ['ʼ', "'"],
  ['ʾ', "'"],
  ['ʿ', "'"],
  ['`', "'"],
  ['´', "'"],
  ['′', "'"],
]);
