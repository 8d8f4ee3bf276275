import { isPhone, type Phone } from '../phones.ts';

/** Letters, or groups of them, with the sounds that they stand for. */
export type Table = ReadonlyMap<string, readonly Phone[]>;

/**
 * A table from `letters:sound.sound` with white space between; `-` for letters without a sound, `_` for no letters. As
 * text, because scripts that turn and combine cannot be read in a program's brackets.
 */
export function tableOf(text: string): Table {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((line) => {
        const [letters = '', sounds = ''] = line.split(':');
        const phones = sounds === '-' ? [] : sounds.split('.');
        if (!phones.every(isPhone)) throw new Error(`a sound that is not known: ${line}`);
        return [letters === '_' ? '' : letters, phones];
      }),
  );
}

const longest = 4;

/**
 * Reads a word by a table, the longest group of letters first. A letter that is not in the table is looked up in the
 * simpler form that `simpler` gives; what is unknown then is silent.
 */
export function read(word: string, table: Table, simpler: (letter: string) => string): readonly Phone[] {
  const letters = [...word];
  const phones: Phone[] = [];
  let at = 0;
  while (at < letters.length) {
    let taken = 0;
    for (let length = Math.min(longest, letters.length - at); length > 0 && taken === 0; length -= 1) {
      const found = table.get(letters.slice(at, at + length).join(''));
      if (found === undefined) continue;
      phones.push(...found);
      taken = length;
    }
    if (taken === 0) phones.push(...[...simpler(letters[at] ?? '')].flatMap((one) => table.get(one) ?? []));
    at += Math.max(1, taken);
  }
  return phones;
}
