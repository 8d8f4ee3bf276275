/**
 * What every word list of ours must hold (docs/decisions/0046-word-lists-for-twelve-languages.md), as functions that the
 * tests and the checker of new lists share. English is BIP39's list as it stands and keeps only the first three.
 */
import { normalise } from '../normalise.ts';
import { LIST_SIZE } from '../wordList.ts';

/** What a list of one language is held to. */
export interface ListRules {
  /** A word as it is shown. */
  readonly shown: RegExp;
  /** A word as it is compared. */
  readonly compared: RegExp;
  readonly prefixLength: number;
  /** How many slips of the hand must lie between any two words, at least. */
  readonly slips: 1 | 2;
  /** What two words may not have in common: they would be taken for each other on paper. */
  readonly shape: (plain: string) => string;
  /** Written without spaces by its readers: no word may begin with another, so that a run of twelve has one reading. */
  readonly isRun: boolean;
}

const same = (plain: string): string => plain;

const latin: ListRules = {
  shown: /^\p{Script=Latin}{3,9}$/u,
  compared: /^[a-z]{3,9}$/,
  prefixLength: 4,
  slips: 2,
  shape: same,
  isRun: false,
};

const cyrillic: ListRules = { ...latin, shown: /^\p{Script=Cyrillic}{3,9}$/u, compared: /^[а-яіїєґ]{3,9}$/ };

const arabicScript: ListRules = {
  ...latin,
  shown: /^[\u0621-\u063a\u0641-\u064aپچژکگی]{3,7}$/,
  compared: /^[\u0621-\u063a\u0641-\u064aپچژگ]{3,7}$/,
  shape: withoutDots,
};

const chinese: ListRules = {
  shown: /^\p{Script=Han}{2}$/u,
  compared: /^\p{Script=Han}{2}$/u,
  prefixLength: 2,
  slips: 1,
  // 蜜蜂 and 蜂蜜 are two words of daily life and one word on a wet slip of paper.
  shape: (plain) =>
    Array.from(plain, (character) => LOOK_ALIKE.get(character) ?? character)
      .sort()
      .join(''),
  isRun: true,
};

const burmese: ListRules = {
  shown: /^\p{Script=Myanmar}{4,16}$/u,
  compared: /^\p{Script=Myanmar}{4,16}$/u,
  prefixLength: 8,
  slips: 2,
  shape: same,
  isRun: true,
};

/** The rules of each language that has a list of ours. */
export const listRules: Readonly<Record<string, ListRules>> = {
  es: latin,
  fr: latin,
  pt: latin,
  sw: latin,
  tr: latin,
  ru: cyrillic,
  uk: cyrillic,
  ar: arabicScript,
  fa: arabicScript,
  zh: chinese,
  my: burmese,
};

/** Why a word may not join the words that were chosen before it, with the word that it meets; null where it may. */
export type Refused =
  | { readonly why: 'letters' | 'twice' }
  | { readonly why: 'other-list' | 'beginning' | 'slip' | 'shape' | 'run'; readonly meets: string };

/** Chooses words one by one: each must keep the rules with all that were chosen before. */
export interface Chooser {
  readonly chosen: readonly string[];
  readonly offer: (word: string) => Refused | null;
}

/** `others`: every word of every other list, which no word may repeat, so that a phrase has one meaning. */
export function choose(rules: ListRules, others: Iterable<string>): Chooser {
  const elsewhere = new Map<string, string>();
  for (const word of others) elsewhere.set(normalise(word), word);
  const chosen: string[] = [];
  const byPlain = new Map<string, string>();
  const byBeginning = new Map<string, string>();
  const byShape = new Map<string, string>();
  const byRest = new Map<string, string[]>();
  const offer = (word: string): Refused | null => {
    const plain = normalise(word);
    if (!rules.shown.test(word) || !rules.compared.test(plain) || !isCommonHan(plain))
      return { why: 'letters' };
    if (byPlain.has(plain)) return { why: 'twice' };
    const other = elsewhere.get(plain);
    if (other !== undefined) return { why: 'other-list', meets: other };
    const beginning = Array.from(plain).slice(0, rules.prefixLength).join('');
    const begins = byBeginning.get(beginning);
    if (begins !== undefined) return { why: 'beginning', meets: begins };
    const shape = rules.shape(plain);
    const shaped = byShape.get(shape);
    if (shaped !== undefined) return { why: 'shape', meets: shaped };
    const rests = restsOf(plain);
    if (rules.slips === 2) {
      const near = rests.flatMap((rest) => byRest.get(rest) ?? []).find((one) => isOneSlip(one, plain));
      if (near !== undefined) return { why: 'slip', meets: near };
    }
    if (rules.isRun) {
      const [, run] = [...byPlain].find(([one]) => overlap(one, plain)) ?? [];
      if (run !== undefined) return { why: 'run', meets: run };
    }
    chosen.push(word);
    byPlain.set(plain, word);
    byBeginning.set(beginning, word);
    byShape.set(shape, word);
    for (const rest of rests) byRest.set(rest, [...(byRest.get(rest) ?? []), plain]);
    return null;
  };
  return { chosen, offer };
}

const overlap = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/** A word, and the word without each of its letters: words one slip apart share one of these. */
function restsOf(plain: string): readonly string[] {
  const letters = Array.from(plain);
  return [plain, ...letters.map((_, left) => letters.filter((_letter, at) => at !== left).join(''))];
}

/** Sharing a rest means: one letter missing, one other, or two neighbours exchanged. Only the last two need a look. */
function isOneSlip(one: string, other: string): boolean {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) === 1) return true;
  if (a.length !== b.length) return false;
  const wrong = a.flatMap((letter, at) => (letter === b[at] ? [] : [at]));
  const [first = 0, second = 0] = wrong;
  return (
    wrong.length <= 1 ||
    (wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

/** Letters of one shape that only dots tell apart; in the middle of a word ن and ي stand on the same tooth as ب. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[تثپ]/g, 'ب'],
  [/[حخچ]/g, 'ج'],
  [/ذ/g, 'د'],
  [/[زژ]/g, 'ر'],
  [/ش/g, 'س'],
  [/ض/g, 'ص'],
  [/ظ/g, 'ط'],
  [/غ/g, 'ع'],
  [/گ/g, 'ك'],
  [/[نئي](?=.)/g, 'ب'],
  [/ق(?=.)/g, 'ف'],
];

/** The shape of an Arabic or Persian word without the dots that get lost on paper. */
export function withoutDots(word: string): string {
  return SHAPES.reduce((shape, [letters, one]) => shape.replace(letters, one), word);
}

/** Characters that a tired eye takes for each other, each with the one that stands for its group. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    '己已巳',
    '未末',
    '土士',
    '人入八',
    '日曰',
    '大太犬',
    '干千于',
    '刀力',
    '天夫',
    '午牛',
    '贝见',
    '鸟乌',
    '目且',
    '木本',
    '白自',
    '田由甲申',
    '王玉主',
    '手毛',
    '免兔',
    '今令',
    '洒酒',
    '拔拨',
    '侯候',
    '折拆',
    '晴睛',
    '蓝篮',
    '辨辩瓣',
    '买卖',
    '拉垃',
    '住往',
    '问间',
    '外处',
    '万方',
    '气汽',
  ].flatMap((group) =>
    Array.from(group, (character): [string, string] => [character, Array.from(group)[0] ?? '']),
  ),
);

/** The 3,755 characters of the first level of GB 2312: those that a person who finished school reads. */
const commonHan: ReadonlySet<string> = new Set(
  Array.from({ length: 0xd8 - 0xb0 }, (_, row) =>
    Array.from({ length: 94 }, (_cell, cell) => Uint8Array.of(0xb0 + row, 0xa1 + cell)),
  )
    .flat()
    .map((pair) => new TextDecoder('gbk').decode(pair)),
);

function isCommonHan(plain: string): boolean {
  return Array.from(plain).every((letter) => !/\p{Script=Han}/u.test(letter) || commonHan.has(letter));
}

/** Everything that is wrong with a whole list, in words; empty where it keeps the rules. */
export function flawsOf(
  words: readonly string[],
  rules: ListRules,
  others: Iterable<string>,
): readonly string[] {
  const chooser = choose(rules, others);
  const refused = words.flatMap((word) => {
    const answer = chooser.offer(word);
    return answer === null ? [] : [`${word}: ${answer.why}${'meets' in answer ? ` (${answer.meets})` : ''}`];
  });
  const plain = words.map(normalise);
  const isSorted = [...plain].sort().every((word, at) => word === plain[at]);
  return [
    ...(words.length === LIST_SIZE ? [] : [`${words.length} words instead of ${LIST_SIZE}`]),
    ...(isSorted ? [] : ['not sorted as words are compared']),
    ...refused,
  ];
}
