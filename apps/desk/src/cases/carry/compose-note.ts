import type { CaseState } from '@leeward/domain/case/state.ts';
import { latest } from '@leeward/domain/shared/field.ts';

/** One line of a hand-over note: what it is about, and what stands in the file. */
export type NoteLine = { readonly title: string; readonly words: readonly string[] };

/** A note in the file is one field: it must fit, and the rest is in the file anyway. */
export const longestNote = 8000;
const longestNotes = 2500;

/** The note as text: each line with its title; what is empty is left out. Cut where it would not fit, and says so. */
export function noteText(lines: readonly NoteLine[], cut: string): string {
  const text = lines
    .filter(({ words }) => words.some((word) => word.trim() !== ''))
    .map(({ title, words }) => {
      const said = words.filter((word) => word.trim() !== '');
      return said.length === 1
        ? `${title}: ${said[0]}`
        : `${title}:\n${said.map((word) => `- ${word}`).join('\n')}`;
    })
    .join('\n');
  return text.length <= longestNote ? text : `${text.slice(0, longestNote - cut.length - 1)}\n${cut}`;
}

/** The latest notes that fit, the newest first: what a colleague reads when she has two minutes. */
export function lastNotes(state: CaseState, most = 5): readonly string[] {
  let left = longestNotes;
  const chosen: string[] = [];
  for (const { text } of state.notes.toReversed().slice(0, most)) {
    if (text.length > left) break;
    left -= text.length;
    chosen.push(text.replaceAll(/\s*\n\s*/g, ' '));
  }
  return chosen;
}

/** What was kept of the summary, in the order in which it is asked. */
export const summaryWords = (state: CaseState): readonly string[] =>
  [...state.summary.values()].map((field) => latest(field) ?? '').filter((value) => value !== '');
