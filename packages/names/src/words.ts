import { normal } from './normal.ts';
import type { Phone } from './phones.ts';
import { readArabic } from './scripts/arabic.ts';
import { readBurmese } from './scripts/burmese.ts';
import { readCyrillic } from './scripts/cyrillic.ts';
import { readLatin } from './scripts/latin.ts';
import { smooth } from './smooth.ts';

/** The script of a word, as far as it decides how the word is compared. */
export type Script = 'latin' | 'arabic' | 'cyrillic' | 'burmese' | 'han' | 'other';

/** One word of a name, ready to be compared. */
export type NameWord = {
  readonly text: string;
  readonly normal: string;
  readonly script: Script;
  /** How it sounds; null where its script is not read here, so that only its letters can be compared. */
  readonly phones: readonly Phone[] | null;
  /** A word that comes and goes: an article, "son of", a form of address. */
  readonly particle: boolean;
};

/** A name is cut here at most: nobody's name is longer, and what compares names must not be kept busy by one. */
export const wordsAtMost = 8;
const lettersAtMost = 40;

/** The words of a name, in its order. */
export function wordsOf(name: string): readonly NameWord[] {
  const pieces = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}\u0640]/gu, '')
    .replace(/[’‘ʻʼʾʿ`´′]/gu, "'")
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .map((piece) => [...piece.replace(/^'+|'+$/gu, '')].slice(0, lettersAtMost).join(''))
    .filter((piece) => piece !== '');
  return pieces.flatMap(withoutArticle).slice(0, wordsAtMost).map(wordOf);
}

/** One word, by itself or put together from neighbours. */
export function wordOf(word: string): NameWord {
  const text = word.normalize('NFC').toLowerCase();
  const plain = normal(text);
  const script = scriptOf(plain);
  return {
    text,
    normal: plain,
    script,
    phones: phonesOf(text, plain, script),
    particle: particles.has(plain),
  };
}

/** The Arabic article is written together with its word; in other scripts it stands alone or is left out. */
function withoutArticle(word: string): readonly string[] {
  return /^(?:ال|أل)/u.test(word) && [...word].length >= 5 ? ['ال', word.slice(2)] : [word];
}

function phonesOf(text: string, plain: string, script: Script): readonly Phone[] | null {
  switch (script) {
    case 'latin':
      return smooth(readLatin(text));
    case 'arabic':
      return smooth(readArabic(plain));
    case 'cyrillic':
      return smooth(readCyrillic(text));
    case 'burmese':
      return smooth(readBurmese(plain));
    default:
      return null;
  }
}

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['burmese', /\p{Script=Myanmar}/u],
  ['han', /\p{Script=Han}/u],
];

function scriptOf(text: string): Script {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return scripts.find(([, letters]) => letters.test(first))?.[0] ?? 'other';
}

/** Articles, "son of", "daughter of" and forms of address, in their normal form. */
const particles: ReadonlySet<string> = new Set(
  [
    'al el ul ad ar as at az an ash bin ben ibn ibni bint ould wuld van von der den de da do dos das del della di du la le',
    'st mr mrs ms dr sheikh haj hajji u daw ko ma maung saw naw sai nang ال بن ابن بنت ولد عبو اغا سید حاج оглы угли кызы',
    'ဦး ဒေါ် ကို မ မောင် စော နော်',
  ]
    .join(' ')
    .split(' ')
    .map(normal),
);
