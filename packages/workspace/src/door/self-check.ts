/*
 * A few questions before the form, if the organisation wishes: whether it is the right one to ask. They come with the
 * signed texts of the door, and nothing of an answer is ever kept or sent: this file has neither a store nor a line.
 */

/** One question, to be answered for oneself, and what the door says where the answer is no. */
export type SelfCheckQuestion = { readonly question: string; readonly ifNo: string };

/** More would be a form. */
export const selfCheckAtMost = 8;

/**
 * Reads the questions as an administrator writes them: each on a line of its own, below it what the door says to a no,
 * and an empty line between two.
 */
export function selfCheckIn(text: string): readonly SelfCheckQuestion[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .flatMap((block): readonly SelfCheckQuestion[] => {
      const [question = '', ...rest] = block
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return question === '' ? [] : [{ question, ifNo: rest.join(' ') }];
    })
    .slice(0, selfCheckAtMost);
}
