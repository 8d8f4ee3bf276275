import { type Need, needs } from '@leeward/directory';
import type { Overview, Row } from '@leeward/directory/gaps.ts';
import { csvOf } from '@leeward/workspace/tables/csv.ts';
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
  return csvOf([head, ...lines]);
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
  return csvOf([head, ...lines]);
}
