import type { Speaker } from './speaker.ts';

/** The keys of the names of codes, list by list. Names begin small: they stand within sentences, too. */
const keys = {
  kind: (code: string) => `kind.${code}`,
  service: (code: string) => `service.${code}`,
  need: (code: string) => `need.${code}`,
  profile: (code: string) => `profile.${code}`,
  status: (code: string) => `status.${code}`,
  event: (code: string) => `event.${code}`,
  moment: (code: string) => `moment.${code}`,
  party: (code: string) => `party.${code}`,
  opener: (code: string) => `opener.${code}`,
  contact: (code: string) => `contact.${code}`,
  notCovered: (code: string) => `notCovered.${code}`,
  ask: (code: string) => `ask.${code}`,
  hurry: (code: string) => `hurry.${code}`,
  canReturn: (code: string) => `canReturn.${code}`,
  confidence: (code: string) => `confidence.${code}`,
} as const;

/** The lists of codes that have a name each; languages have theirs from the browser. */
export type CodeList = keyof typeof keys | 'language';

/** The name of a code within a sentence. */
export function nameOf(speaker: Speaker, list: CodeList, code: string): string {
  return list === 'language' ? speaker.language(code) : speaker.text(keys[list](code));
}

/** The name of a code where it stands alone: an option, a heading, a line of a list. */
export function labelOf(speaker: Speaker, list: CodeList, code: string): string {
  return speaker.capital(nameOf(speaker, list, code));
}

/**
 * Several codes in one sentence, after a colon. People are named in the plural: "journalists; writers". With semicolons,
 * because many names have an "or" of their own; languages have none.
 */
export function namesOf(
  speaker: Speaker,
  list: CodeList,
  codes: readonly string[],
  how: 'and' | 'or' = 'and',
): string {
  if (list === 'language') return speaker.list(codes.map(speaker.language), how);
  const names = codes.map((code) =>
    list === 'profile' ? speaker.text(`profile.${code}.of`) : nameOf(speaker, list, code),
  );
  return names.join(`${speaker.text('names.separator')} `);
}

/** A heading or another fixed text of the list, the detail and the printed page: `label.<name>`. */
export function sayLabel(
  speaker: Speaker,
  name: string,
  values?: Readonly<Record<string, string | number>>,
): string {
  return speaker.text(`label.${name}`, values);
}

/** The same for the table of gaps: `gap.<name>`. */
export function sayGapLabel(
  speaker: Speaker,
  name: string,
  values?: Readonly<Record<string, string | number>>,
): string {
  return speaker.text(`gap.${name}`, values);
}

/** "What it gives: a lawyer and travel costs" */
export function sayField(speaker: Speaker, name: string, value: string): string {
  return speaker.text('field', { label: sayLabel(speaker, name), value });
}
