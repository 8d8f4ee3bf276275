import { textIn } from '@leeward/forms';
import type { BuiltQuestion } from './build-form.ts';

/** The words of a question for a menu. */
export function shortWords(
  question: BuiltQuestion,
  number: string,
  locale: string,
  languages: readonly string[],
): string {
  return `${number}. ${textIn(question.label, locale, languages).text || question.name}`.slice(0, 80);
}
