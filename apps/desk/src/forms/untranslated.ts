import type { Texts } from '@leeward/forms';
import { allOf, type BuiltForm, type BuiltQuestion } from './build-form.ts';

const lacksIn = (texts: Texts, languages: readonly string[]): number => {
  const has = (tag: string): boolean => (Object.hasOwn(texts, tag) ? (texts[tag] ?? '') : '').trim() !== '';
  return languages.some(has) ? languages.filter((tag) => !has(tag)).length : 0;
};

/** How many texts of a question lack a language that others of it have. */
export function untranslatedIn(question: BuiltQuestion, languages: readonly string[]): number {
  const texts = [
    question.label,
    question.hint,
    question.checkMessage,
    ...question.options.map(({ label }) => label),
  ];
  return texts.reduce((sum, one) => sum + lacksIn(one, languages), 0);
}

/** The first question from here on, and round again, of which a text is not translated; null where all are. */
export function nextUntranslated(form: BuiltForm, after: string | null): string | null {
  const all = allOf(form.questions);
  const from = all.findIndex(({ name }) => name === after) + 1;
  const round = [...all.slice(from), ...all.slice(0, from)];
  return round.find((one) => untranslatedIn(one, form.languages) > 0)?.name ?? null;
}
