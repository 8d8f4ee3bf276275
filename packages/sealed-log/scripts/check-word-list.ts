/**
 * Makes a word list of candidates: `node packages/sealed-log/scripts/check-word-list.ts <language> <file> [--write]`.
 *
 * The file holds candidates separated by white space, the best first; what stands behind a # is a remark. Words are taken
 * in this order, as long as each keeps the rules of the list with all before it; the others are listed with the reason.
 * With --write, and 2,048 words or more, the file src/phrase/words/<language>.ts is written and its hash shown.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHex, utf8 } from '../src/crypto/bytes.ts';
import { sha256 } from '../src/crypto/hash.ts';
import { normalise } from '../src/phrase/normalise.ts';
import { choose, listRules, type Refused } from '../src/phrase/testing/list-rules.ts';
import { LIST_SIZE, loadList, wordListIds } from '../src/phrase/wordList.ts';

const [language = '', file = '', write] = process.argv.slice(2);
const rules = listRules[language];
if (rules === undefined || file === '') {
  console.log('Usage: check-word-list.ts <language> <file> [--write]');
  console.log(`Languages: ${Object.keys(listRules).join(', ')}`);
  process.exit(2);
}

const candidates = readFileSync(file, 'utf8')
  .replace(/#.*$/gm, '')
  .split(/[\s,;،]+/)
  .map((word) => word.normalize('NFC'))
  .filter((word) => word !== '');
const others = await Promise.all(wordListIds.map(loadList));
const chooser = choose(
  rules,
  others.filter((list) => list.language !== language).flatMap((list) => list.words),
);
const refused = new Map<Refused['why'], string[]>();
for (const word of candidates) {
  const answer = chooser.offer(word);
  if (answer === null) continue;
  const meets = 'meets' in answer ? `${word}~${answer.meets}` : word;
  refused.set(answer.why, [...(refused.get(answer.why) ?? []), meets]);
}
for (const [why, words] of refused) console.log(`${why} (${words.length}): ${words.join(' ')}\n`);
console.log(
  `${candidates.length} candidates, ${chooser.chosen.length} keep the rules, ${LIST_SIZE} are needed.`,
);

if (write === '--write') {
  if (chooser.chosen.length < LIST_SIZE) {
    console.log(`Not written: ${LIST_SIZE - chooser.chosen.length} words are missing.`);
    process.exit(1);
  }
  const words = chooser.chosen
    .slice(0, LIST_SIZE)
    .sort((one, other) => (normalise(one) < normalise(other) ? -1 : 1));
  const path = join(import.meta.dirname, '../src/phrase/words', `${language}.ts`);
  writeFileSync(path, sourceOf(language, words, rules.prefixLength));
  console.log(`Written to ${path}. Its hash, for wordList.test.ts:`);
  console.log(toHex(await sha256(utf8(words.join('\n')))));
}

function sourceOf(tag: string, words: readonly string[], prefixLength: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && Array.from(`${line} ${word}`).length > 100) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return `import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, '${tag}-2'.
 */
const WORDS = \`
${lines.join('\n')}
\`;

export const list: WordList = {
  id: '${tag}-1',
  language: '${tag}',
  words: WORDS.trim().split(/\\s+/),
  prefixLength: ${prefixLength},
  readByNativeSpeaker: false,
};
`;
}
