import type { Phone } from '../phones.ts';
import { read, tableOf } from './table.ts';

/**
 * Latin letters, as most languages that write names with them mean them. Where languages differ (j, c, x), the sound is
 * one that stands near all of their readings; where they use two or three letters for one sound, these come first.
 * Letters with marks keep what the mark says; what is not here is read without its mark.
 */
const table = tableOf(`
  sch:sh tsch:ch tch:ch shch:sh dzh:j sh:sh ch:ch kh:kh gh:gh zh:zh th:th dh:dh ph:f dj:j tj:ch cz:ch
  sz:sh ts:ts tz:ts ck:k qu:k ou:u oo:u ee:i ie:i ii:i aa:a oe:o ue:u eu:e ä:a ö:o ü:u ş:sh š:sh ś:sh ș:sh
  č:ch ć:ch ç:c ž:zh ż:zh ź:z ğ:gh ñ:n ł:l ø:o đ:d ð:dh þ:th ß:s ı:i æ:a œ:o ə:a ħ:h x:k.s a:a b:b c:k d:d
  e:e f:f g:g h:h i:i j:j k:k l:l m:m n:n o:o p:p q:q r:r s:s t:t u:u v:v w:w y:y z:z ':'
`);

/** The sounds of a Latin word: in small letters, with its marks, composed (NFC). */
export function readLatin(word: string): readonly Phone[] {
  // A silent h closes many names: Sarah, Fatemeh. A soft c is another sound in every language that writes one.
  const spelled = word.replace(/([aeiou])h$/u, '$1').replace(/c(?=[eiyéèêëíì])/gu, 'ç');
  return read(spelled, table, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}
