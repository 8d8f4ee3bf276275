/**
 * One way to read what a hand typed: any keyboard, any script's digits, with or without vowel signs. Used on both
 * sides, on the lists' words and on what was typed, so that a word is what a person reads and not how it is encoded.
 */

/** Letters that look or sound alike to a typing hand, folded after marks are gone. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  // Persian, Urdu and Kurdish keyboards give their own code points for the same letters.
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ک', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  // Turkish keyboards.
  ['ı', 'i'],
  ['ґ', 'г'],
]);

const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu');

/** Accents and vowel signs that a word is read without. */
const MARKS = /(?!\p{Script=Myanmar})\p{M}/gu;

/**
 * Folds a text to what is compared: compatibility forms, capitals, vowel signs (tashkeel), the stretching stroke
 * (tatweel) and invisible direction marks vanish; أ إ آ ٱ become ا, ؤ becomes و, ئ and ى become ي, ة becomes ه.
 * Spaces and punctuation stay as they are, and so do the marks of Burmese: there they are the vowels themselves.
 */
export function normalise(text: string): string {
  // Most of what is compared, two thousand words at a time on an old phone: nothing of it would change.
  if (/^[a-z ]*$/.test(text)) return text;
  // Decomposed, the hamza of أ إ ؤ ئ and the madda of آ are marks, and leave together with the accents of Latin.
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{Cf}ـ]/gu, '')
    .replace(MARKS, '');
  const small = bare.toLowerCase();
  const plain = small === bare ? bare : small.normalize('NFKD').replace(MARKS, '');
  return plain.replace(FOLDABLE, (letter) => FOLDED.get(letter) ?? letter);
}

/** Decimal digits of every script (Arabic-Indic, Persian, Devanagari, Burmese, full width, ...) as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/**
 * Unicode keeps the ten digits of a script together in rising order, and where sets of ten stand side by side each is
 * complete: so the distance from the first digit of the run, without its tens, is the value.
 */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let distance = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(point - distance - 1))) distance += 1;
  return distance % 10;
}
