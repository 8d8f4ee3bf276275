import type { Question } from '../finding.ts';
import type { Speaker } from './speaker.ts';

/**
 * The question that would settle an aspect. What only the organisation can answer is put as words to send to it.
 * @param name of the mechanism, for questions to it
 */
export function sayQuestion(speaker: Speaker, question: Question, name: string): string {
  if (question.of === 'short') return speaker.text(`question.${question.code}`);
  if (question.of === 'them')
    return speaker.text('question.them', { name, question: speaker.text(`condition.${question.code}.ask`) });
  if (question.code.startsWith('is-'))
    return speaker.text('question.describes', { profile: speaker.text(`profile.${question.code.slice(3)}`) });
  return speaker.text(`condition.${question.code}.ask`);
}

/** What helps to answer a short question; nothing for the others, which say all in one sentence. */
export function sayHelp(speaker: Speaker, question: Question): string | undefined {
  return question.of === 'short' ? speaker.text(`question.${question.code}.help`) : undefined;
}
