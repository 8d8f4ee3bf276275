import type { Remark } from '../mechanism.ts';
import type { Speaker } from './speaker.ts';

/** Words that were left in the language in which somebody wrote them. */
export type SaidRemark = {
  readonly text: string;
  /** For the `lang` of the element that shows it. */
  readonly language: string;
  /** "Words left in their language: Spanish"; missing where that is the language that is spoken. */
  readonly mark?: string;
};

/** A remark with the mark that it needs. It is never translated: what a source says stays what it says. */
export function sayRemark(speaker: Speaker, { text, language }: Remark): SaidRemark {
  if (speaker.locale.split('-')[0] === language) return { text, language };
  return { text, language, mark: speaker.text('original.mark', { language: speaker.language(language) }) };
}
