/*
 * Finds the labels that a source file uses (docs/protocol.md, section 1.2). It reads text and not syntax, which is
 * enough because a label that is not a plain text where it is used is called out as a fault of its own.
 */

export type FoundLabel = { readonly file: string; readonly label: string };

const PREFIX = 'leeward/v1/';
const COMMITMENT_PREFIX = 'leeward/v1-commitment/';

/** Functions that put the prefix before a label, and which of their arguments it is. */
const CALLS: Readonly<Record<string, number>> = {
  labelledHash: 0,
  underLabel: 0,
  derive: 1,
  commitmentTo: 1,
};
/** Those of them whose prefix is that of commitments. */
export const COMMITMENT_CALLS: readonly string[] = ['commitmentTo'];

/** Every label in a file, in the order of their places. */
export function labelsIn(file: string, text: string): readonly FoundLabel[] {
  const found: { readonly at: number; readonly label: string }[] = [];
  for (const match of text.matchAll(/(['"`])(leeward\/v1[^'"`]*|\$\{LABEL_PREFIX\}[^'"`]*)\1/g)) {
    const label = (match[2] ?? '').replace(`\${LABEL_PREFIX}`, PREFIX);
    const isPrefix = label === PREFIX || label === COMMITMENT_PREFIX || label.startsWith(`${PREFIX}\${`);
    if (!isPrefix) found.push({ at: match.index, label });
  }
  for (const match of text.matchAll(/(?<!function )\b(labelledHash|underLabel|derive|commitmentTo)\(/g)) {
    const name = match[1] ?? '';
    const argument = argumentsFrom(text, match.index + match[0].length)[CALLS[name] ?? 0] ?? '';
    const plain = /^'([^']+)'$/.exec(argument)?.[1];
    const prefix = COMMITMENT_CALLS.includes(name) ? COMMITMENT_PREFIX : PREFIX;
    const label = plain === undefined ? `not a plain text: ${name}(${argument})` : prefix + plain;
    found.push({ at: match.index, label });
  }
  return found.sort((left, right) => left.at - right.at).map(({ label }) => ({ file, label }));
}

/** The arguments of a call, from behind its opening bracket. */
function argumentsFrom(text: string, start: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    const closes = depth === 0 && character === ')';
    if (closes || (depth === 0 && character === ',')) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if (closes) break;
    if (')]}'.includes(character)) depth -= 1;
  }
  return found;
}
