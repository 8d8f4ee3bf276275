/* Small questions about what came over the line, for pages that must stay small. */

export type Fields = Readonly<Record<string, unknown>>;

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Hex of this length: a name of 16 bytes unless said otherwise. */
export function isId(value: unknown, length = 32): value is string {
  return isText(value) && value.length === length && /^[0-9a-f]*$/.test(value);
}

export function isDay(value: unknown): value is string | null {
  return value === null || (isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
