import type { CaseLine, QueueLine } from '@leeward/workspace/desk/contract.ts';

/** Letters as one searches for them: without accents, vowel signs, stretched letters and the forms of alef. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0640\p{Mn}]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase();
}

/** Whether every word of what was typed stands somewhere in the texts. Nothing typed matches nothing. */
export function matches(query: string, texts: readonly (string | null | undefined)[]): boolean {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hay = texts.map((text) => folded(text ?? '')).join('\n');
  return words.length > 0 && words.every((word) => hay.includes(word));
}

/** The lines of the lists in which everything that was typed is found. It looks in what the lists show, and says so. */
export function searchLines(
  query: string,
  queue: readonly QueueLine[],
  cases: readonly CaseLine[],
): { readonly requests: readonly QueueLine[]; readonly cases: readonly CaseLine[] } {
  return {
    requests: queue.filter((line) => matches(query, [line.excerpt, line.callName])),
    cases: cases.filter((line) => matches(query, [line.pseudonym, line.next?.text])),
  };
}
