import type { Phone } from '../phones.ts';
import { tableOf } from './table.ts';

/*
 * Burmese is written in syllables: a first consonant with what modifies it, then a vowel, then perhaps a consonant that
 * is not voiced. People write their names in Latin letters by ear, without a standard: this reads each syllable as most
 * of them do, and no more exactly than they do.
 */

const onsets = tableOf(`
  က:k ခ:k ဂ:g ဃ:g င:n စ:s ဆ:s ဇ:z ဈ:z ည:n ဉ:n ဋ:t ဌ:t ဍ:d ဎ:d ဏ:n တ:t ထ:t ဒ:d ဓ:d န:n ပ:p ဖ:p ဗ:b ဘ:b မ:m
  ယ:y ရ:y လ:l ဝ:w သ:th ဟ:h ဠ:l အ:- ဿ:th ဥ:u ဦ:u ဣ:i ဤ:i ဧ:e ဩ:O ဪ:O
`);

/** Vowel signs together with a closing consonant, without the signs of tone. */
const rhymes = tableOf(`
  _:a ာ:a ါ:a ိ:i ီ:i ု:u ူ:u ေ:e ဲ:e ော:O ေါ:O ို:o ံ:a.n ိံ:E.n ုံ:o.n င်:i.n ဉ်:i.n ည်:i ိုင်:E.n
  ောင်:O.n ေါင်:O.n က်:e.t ိုက်:E.k ောက်:O.k ေါက်:O.k စ်:i.t တ်:a.t ပ်:a.t ိတ်:e.k ိပ်:e.k ုတ်:o.k ုပ်:o.k
  န်:a.n မ်:a.n ိန်:E.n ိမ်:E.n ုန်:o.n ုမ်:o.n ယ်:e ော်:O ေါ်:O ဏ်:a.n
`);

/** After a medial w, some rhymes sound otherwise: ထွန်း is Htun. */
const afterW = tableOf(`
  န်:u.n မ်:u.n တ်:u.t ပ်:u.t
`);

const syllable =
  /([\u1000-\u102a\u103f])((?:\u1039[\u1000-\u1021])?)([\u103b-\u103e]*)([\u102b-\u1036]*)((?:[\u1000-\u1021]\u103a)?)\u103a?[\u1037\u1038]*/gu;

/** The sounds of a Burmese word. */
export function readBurmese(word: string): readonly Phone[] {
  // A stacked consonant closes the syllable before it: က္မ is က် + မ.
  const open = word.replace(/\u1037\u103a/gu, '\u103a\u1037').replace(/\u1039/gu, '\u103a');
  const phones: Phone[] = [];
  for (const match of open.matchAll(syllable)) {
    const [, first = '', , medials = '', vowel = '', closing = ''] = match;
    const asat = match[0].includes('\u103a') && closing === '' ? '်' : '';
    const rhyme = `${vowel}${closing}${asat}`;
    const rounded = medials.includes('\u103d') ? afterW.get(rhyme) : undefined;
    phones.push(...onsetOf(first, rounded === undefined ? medials : medials.replace('\u103d', '')));
    if (isVowelLetter.test(first)) continue;
    phones.push(...(rounded ?? rhymes.get(rhyme) ?? rhymes.get(vowel) ?? []));
  }
  return phones;
}

const isVowelLetter = /[\u1023-\u102a]/u;

function onsetOf(first: string, medials: string): readonly Phone[] {
  const y = /[\u103b\u103c]/u.test(medials);
  const w = medials.includes('\u103d');
  // ရှ and လျှ are sh; otherwise ှ is a breath that Latin letters write or leave out.
  if (/[ရယ]/u.test(first) && medials.includes('\u103e')) return w ? ['sh', 'w'] : ['sh'];
  if (first === 'သ' && y) return ['th', 'y'];
  return [...(onsets.get(first) ?? []), ...(y ? (['y'] as const) : []), ...(w ? (['w'] as const) : [])];
}
