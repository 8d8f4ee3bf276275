/** U+2068 FIRST STRONG ISOLATE: what follows takes its direction from its own first letter. */
export const firstStrongIsolate = '\u2068';
/** U+2066 LEFT-TO-RIGHT ISOLATE. */
export const leftToRightIsolate = '\u2066';
/** U+2069 POP DIRECTIONAL ISOLATE: ends the innermost isolate. */
export const popDirectionalIsolate = '\u2069';

/**
 * Wraps a person's text so that its direction cannot disturb the sentence around it. Overrides and embeddings are
 * taken out and isolates are balanced first, so that the text cannot step out of its wrapping.
 */
export function isolate(text: string): string {
  return `${firstStrongIsolate}${balanceIsolates(text)}${popDirectionalIsolate}`;
}

/**
 * Isolates only where it matters, so that plain text stays plain for copying and searching: in a left-to-right sentence
 * a value without right-to-left letters is left as it is, in a right-to-left sentence one that has no other letters.
 * A value without any letter (a number to call, an amount) is isolated there: its parts would change places.
 */
export function isolateWithin(sentence: 'ltr' | 'rtl', text: string): string {
  if (text === '') return text;
  const disturbs =
    sentence === 'rtl' ? !rightToLeft.test(text) || otherLetter.test(text) : rightToLeft.test(text);
  return disturbs || directional.test(text) ? isolate(text) : text;
}

/** Every letter of a script that runs from right to left, in the blocks where Unicode places such scripts. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** A letter that is in none of those blocks. */
const otherLetter =
  /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;
const directional = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

function balanceIsolates(text: string): string {
  let open = 0;
  let balanced = '';
  for (const character of text) {
    if (character >= '\u202a' && character <= '\u202e') continue;
    if (character >= '\u2066' && character <= '\u2068') open += 1;
    if (character === popDirectionalIsolate) {
      if (open === 0) continue;
      open -= 1;
    }
    balanced += character;
  }
  return balanced + popDirectionalIsolate.repeat(open);
}
