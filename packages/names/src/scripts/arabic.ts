import type { Phone } from '../phones.ts';
import { read, tableOf } from './table.ts';

/**
 * Arabic letters as Arabic, Persian, Dari, Pashto, Kurdish and Urdu write names with them. Short vowels are not written;
 * what a letter leaves open has a sound of its own (phones.ts), so that nothing is guessed here.
 */
const table = tableOf(`
  ا:A ب:b پ:p ت:t ٹ:t ث:th ج:j چ:ch ح:h خ:kh د:d ڈ:d ذ:dh ر:r ڑ:r ز:z ژ:zh س:s ش:sh ص:s ض:D ط:t ظ:D ع:'
  غ:gh ف:f ڤ:v ق:q ک:k گ:g ل:l م:m ن:n ں:n ه:h ة:h و:W ؤ:W ی:Y ے:Y ئ:Y ى:I ء:' ټ:t ډ:d ړ:r ښ:sh څ:ts ځ:z
  ڼ:n ږ:zh ۆ:o ێ:e ڵ:l ڕ:r ۇ:u اي:E ائ:E ای:E وو:W ؤو:W وؤ:W
`);

/** The sounds of a word in Arabic letters, which are in their usual shapes (`normal`). */
export function readArabic(word: string): readonly Phone[] {
  const phones = [...read(word, table, () => '')];
  // An alef at the beginning carries a vowel that is not written, and at the end ه and ی are read in several ways.
  if (phones[0] === 'A') phones[0] = "'";
  const last = phones.length - 1;
  if (last > 0 && phones[last] === 'h') phones[last] = 'H';
  if (last > 0 && phones[last] === 'Y') phones[last] = 'I';
  return phones;
}
