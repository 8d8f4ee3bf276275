import type { Phone } from '../phones.ts';
import { read, tableOf } from './table.ts';

/** Cyrillic letters: Russian and Ukrainian, with those that Belarusian, Serbian and the Central Asian languages add. */
const table = tableOf(`
  а:a б:b в:v г:g ґ:g ғ:gh д:d ђ:j е:e ё:y.o є:e ж:zh җ:j з:z ѕ:z и:i і:i ї:y.i й:y ј:y к:k қ:q л:l љ:l
  м:m н:n ң:n њ:n о:o ө:o п:p р:r с:s т:t ћ:ch у:u ў:w ү:u ұ:u ӯ:u ф:f х:kh ҳ:h һ:h ц:ts ч:ch ҷ:j џ:j ш:sh
  щ:sh ы:i э:e ә:a ю:y.u я:y.a ӣ:i ь:- ъ:- ':- дж:j дз:z кс:k.s
`);

/** The sounds of a Cyrillic word, in small letters, composed (NFC). */
export function readCyrillic(word: string): readonly Phone[] {
  return read(word, table, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}
