import type { Form } from './form.ts';

/**
 * The one way in which a form is written: JSON with sorted keys, without spaces. A form read and written again gives the
 * same bytes, so that its hash names it for ever.
 */
export function writeForm(form: Form): string {
  return canonical(form);
}

/** The bytes that are hashed and travel. */
export function formBytes(form: Form): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(writeForm(form));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
