/** Names of things in lists and ids: what a machine put into a form. */
const machine = /^([0-9a-f]{32}|[0-9a-f]{64}|[a-z]+(_[a-z0-9]+)+|[a-z]{1,20}|\d{4}-\d{2}-\d{2})$/;

/**
 * The words of a form that somebody began, in the order in which they stand in it, whatever form it is. Ids, codes and
 * days that were chosen are left out: what cannot be typed again is what she wrote.
 */
export function typedWords(form: unknown): readonly string[] {
  if (typeof form === 'string') {
    const text = form.trim();
    return text === '' || machine.test(text) ? [] : [text];
  }
  if (Array.isArray(form)) return [...new Set(form.flatMap(typedWords))];
  if (typeof form !== 'object' || form === null) return [];
  // What stood there before she began is no word of hers.
  const entries = Object.entries(form).filter(([name]) => name !== 'base');
  return [...new Set(entries.flatMap(([, value]) => typedWords(value)))];
}
