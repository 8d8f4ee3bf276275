import type { Table } from './table.ts';

/**
 * A table as RFC 4180 has it: every field in quotes, lines end with CR LF. A byte order mark stands in front, because
 * the most used spreadsheet takes text without one for its own old encoding and spoils every name.
 */
export function csvOf(table: Table): string {
  return `\ufeff${table.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/**
 * A text that no spreadsheet takes for a formula: whoever writes an entry could otherwise make a colleague's machine
 * compute, fetch or send something. White space and invisible marks in front do not hide it.
 */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]|^[\t\r\n]/u;
