import type { declineReasons } from '@leeward/domain/request/events.ts';
import type { DeskKey } from '@leeward/ui';
import type { PreparedField } from '@leeward/workspace/desk/requests-contract.ts';

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

/** Prepared words by reason; a reason that nobody has prepared is missing. */
export type Templates = Readonly<Partial<Record<DeclineReason, string>>>;

/** The team's own words in a language, by reason. */
export function keptWords(kept: readonly PreparedField[], language: string): Templates {
  const own = kept.filter((one) => one.occasion === 'decline' && one.language === language);
  return Object.fromEntries(own.map((one) => [one.code, one.versions.at(-1)?.text ?? '']));
}
