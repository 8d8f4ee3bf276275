import { isOpen, isVowel, type Phone } from './phones.ts';

/**
 * The sounds of a word without what only its spelling doubles: one of two equal neighbours goes, y and w become vowels
 * where no vowel follows, and a vowel with y or w after it becomes one diphthong.
 */
export function smooth(phones: readonly Phone[]): readonly Phone[] {
  const out: Phone[] = [];
  phones.forEach((phone, at) => {
    const before = out.at(-1);
    const next = phones[at + 1];
    const vowelFollows = next !== undefined && (isVowel(next) || (isOpen(next) && next !== "'"));
    const glide = phone === 'i' || (phone === 'y' && !vowelFollows);
    const round = phone === 'u' || (phone === 'w' && !vowelFollows);
    const beforeRound = next === 'u' || next === 'o' || next === 'W';
    // An ayn or hamza before a vowel is heard as that vowel: عا is a.
    if (phone === "'" && next !== undefined && isVowel(next)) return;
    if (before === 'a' && phone === 'w' && beforeRound) return;
    if (before === 'A' && phone === 'W' && !vowelFollows) out.splice(-1, 1, 'O');
    else if (glide && (before === 'a' || before === 'e' || before === 'E')) out.splice(-1, 1, 'E');
    else if (round && (before === 'a' || before === 'O')) out.splice(-1, 1, 'O');
    else {
      const plain =
        phone === 'y' && glide && out.length > 0
          ? 'i'
          : phone === 'w' && round && out.length > 0
            ? 'u'
            : phone;
      if (plain !== before) out.push(plain);
    }
  });
  return out;
}
