import type { declineReasons } from '@leeward/domain/request/events.ts';
import type { DeskKey } from '@leeward/ui';

export type DeclineReason = (typeof declineReasons.items)[number]['code'];

/** The lines that were typed, each an alternative of its own. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is still missing before a request can be declined, as the key of its sentence; null when nothing is. */
export function declineProblem(form: {
  readonly reason: string;
  readonly words: string;
  readonly alternatives: string;
  readonly noneKnown: boolean;
}): Extract<DeskKey, `decline.${string}Needed`> | null {
  if (form.reason === '') return 'decline.reasonNeeded';
  if (form.words.trim() === '') return 'decline.wordsNeeded';
  return form.noneKnown || linesOf(form.alternatives).length > 0 ? null : 'decline.alternativesNeeded';
}
