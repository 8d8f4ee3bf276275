import { type Need, needs } from '@leeward/directory';
import type { Overview, Row } from '@leeward/directory/gaps.ts';
import { regionOrder } from './regions.ts';

export type MatrixWords = Readonly<
  Record<'region' | 'home' | 'exile' | 'near' | 'anywhere' | 'unsure' | 'without', string>
>;

/** The matrix as a table for other programs: comma, CRLF, UTF-8 with its mark so that spreadsheets read Arabic. */
export function matrixAsCsv(
  rows: readonly Row[],
  nameOf: (region: string) => string,
  countryName: (code: string) => string,
  words: MatrixWords,
): string {
  const counts = ['near', 'anywhere', 'unsure'] as const;
  const head = [
    words.region,
    ...(['home', 'exile'] as const).flatMap((side) =>
      counts.map((count) => `${words[side]}: ${words[count]}`),
    ),
    words.without,
  ];
  const lines = rows.map((row) => [
    nameOf(row.subregion),
    ...(['home', 'exile'] as const).flatMap((side) => counts.map((count) => String(row.cells[side][count]))),
    row.without.map((code) => countryName(code)).join('; '),
  ]);
  return asText([head, ...lines]);
}

/** All needs in all regions: a line for each need, "meant for it / open to anybody / unsure" in every cell. */
export function overviewAsCsv(
  whole: Overview,
  nameOf: (region: string) => string,
  needName: (need: Need) => string,
  corner: string,
): string {
  const head = [corner, ...regionOrder.map(nameOf)];
  const lines = needs.map((need) => [
    needName(need),
    ...regionOrder.map((region) => {
      const cell = whole[need][region];
      return cell === undefined ? '' : `${cell.near} / ${cell.anywhere} / ${cell.unsure}`;
    }),
  ]);
  return asText([head, ...lines]);
}

function asText(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell as text: what a spreadsheet would run as a formula is held back by an apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
