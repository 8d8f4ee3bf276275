/**
 * What a romanised word is made of: sounds, not letters. Capitals stand for what a script leaves open.
 *
 * - vowels `a e i o u`, the diphthongs `E` (ay) and `O` (aw), and `A`, an a that Arabic writes out
 * - `W` and `Y`: و and ي, which are a consonant or a vowel; `I`: ى, which ends a word in a or i
 * - `H`: ة or a final ه, read a, eh, at or nothing; `'`: ayn and hamza, or an alef that carries any vowel
 * - `D`: ض, said d or z; `c`: a soft c, said as each language likes; everything else as English writes it
 */
const all = [
  ...(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'O', 'W', 'Y', 'I', 'H', "'"] as const),
  ...([
    'b',
    'p',
    'f',
    'v',
    'w',
    'm',
    'n',
    't',
    'd',
    'D',
    'th',
    'dh',
    's',
    'z',
    'sh',
    'zh',
    'ch',
    'j',
  ] as const),
  ...(['ts', 'c', 'k', 'g', 'q', 'kh', 'gh', 'h', 'r', 'l', 'y'] as const),
] as const;
export type Phone = (typeof all)[number];

const known: ReadonlySet<string> = new Set(all);

export const isPhone = (text: string): text is Phone => known.has(text);

const vowels: ReadonlySet<Phone> = new Set(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'O']);
const open: ReadonlySet<Phone> = new Set(['W', 'Y', 'I', 'H', "'"]);

/** Whether a sound is a vowel and nothing else. */
export const isVowel = (phone: Phone): boolean => vowels.has(phone);
/** Whether a sound may be a vowel, a consonant or nothing, as its script leaves open. */
export const isOpen = (phone: Phone): boolean => open.has(phone);
/** Whether a sound is a consonant for certain. */
export const isConsonant = (phone: Phone): boolean => !isVowel(phone) && !isOpen(phone);

/** How much of a word's likeness a sound carries: consonants are kept between languages, vowels wander. */
export const weightOf = (phone: Phone): number => (isConsonant(phone) ? 1 : phone === "'" ? 0.2 : 0.4);

/**
 * How far two different sounds are from each other, from 0 (written for one another everywhere) to 1 (nothing in
 * common). Each is a habit of writing, not a pair of names: what Arabic leaves open, what Turkish, Spanish or
 * Egyptian Arabic say otherwise, what loses its voice at the end of a word.
 */
const near = `
  a~e:0.1 e~i:0.1 o~u:0.1 a~o:0.2 a~u:0.35 e~o:0.3 e~u:0.35 i~u:0.35 i~o:0.5 a~i:0.8 A~a:0 A~e:0.1
  A~o:0.15 A~u:0.5 A~i:0.8 A~E:0.5 A~O:0.4 E~e:0.1 E~i:0.35 E~a:0.6 E~u:0.6 E~o:0.6 E~O:0.7 E~Y:0.05
  E~y:0.3 O~o:0.1 O~u:0.15 O~a:0.35 O~e:0.6 O~i:0.7 O~W:0.05 O~w:0.2 O~v:0.4 W~u:0 W~o:0 W~w:0 W~v:0.1
  W~a:0.5 W~A:0.6 W~e:0.5 W~i:0.6 Y~i:0 Y~y:0 Y~e:0.05 Y~a:0.7 Y~A:0.8 Y~u:0.6 Y~o:0.7 Y~W:0.8 Y~j:0.4
  I~a:0 I~A:0 I~i:0.05 I~Y:0 I~e:0.05 I~E:0.1 I~y:0.2 I~H:0.1 H~a:0 H~A:0 H~e:0 H~i:0.5 H~h:0 H~t:0.2
  H~kh:0.3 H~E:0.3 '~a:0.03 '~e:0.03 '~i:0.03 '~o:0.03 '~u:0.03 '~A:0.03 '~E:0.1 '~O:0.1 '~H:0.6 '~Y:0.2
  '~W:0.2 w~u:0.15 w~o:0.25 w~v:0.1 w~b:0.6 w~f:0.5 b~v:0.45 b~p:0.35 f~v:0.25 f~p:0.4 m~n:0.6 t~d:0.35
  t~th:0.15 s~th:0.2 d~dh:0.15 z~dh:0.2 t~dh:0.4 d~th:0.4 D~d:0.05 D~z:0.2 D~dh:0.1 D~t:0.4 th~dh:0.3
  s~z:0.35 s~sh:0.35 s~ch:0.5 s~ts:0.3 s~c:0.1 z~zh:0.35 z~j:0.4 z~ts:0.4 z~dh:0.2 sh~ch:0.2 sh~zh:0.3
  sh~j:0.4 sh~c:0.4 ch~zh:0.4 ch~j:0.35 ch~c:0.2 ch~ts:0.3 ch~k:0.4 ch~kh:0.3 ch~h:0.5 ts~c:0.2 c~j:0.15
  c~k:0.4 c~zh:0.4 j~zh:0.1 j~g:0.25 j~y:0.35 j~h:0.4 j~kh:0.4 j~dh:0.5 g~zh:0.4 k~q:0.05 k~g:0.4
  k~kh:0.35 k~gh:0.5 q~g:0.25 q~gh:0.2 q~kh:0.4 g~gh:0.1 g~h:0.35 gh~h:0.4 gh~kh:0.35 kh~h:0.1 gh~r:0.5
  y~i:0.1 y~e:0.3 r~l:0.7
`;

const distances: ReadonlyMap<string, number> = new Map(
  near
    .trim()
    .split(/\s+/)
    .flatMap((line) => {
      const [pair = '', distance] = line.split(':');
      const [left = '', right = ''] = pair.split('~');
      if (!isPhone(left) || !isPhone(right)) throw new Error(`a sound that is not known: ${line}`);
      return [`${left}~${right}`, `${right}~${left}`].map((key) => [key, Number(distance)] as const);
    }),
);

/** How far two sounds are from each other, 0 to 1. The same whichever comes first. */
export function distanceOf(left: Phone, right: Phone): number {
  return left === right ? 0 : (distances.get(`${left}~${right}`) ?? 1);
}
