import type { CodeItem } from '@leeward/vocabulary/list.ts';
import type { Impact } from '@leeward/vocabulary/lists/impact.ts';
import { impact } from '@leeward/vocabulary/lists/impact.ts';
import type { Likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import { likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import type { RiskLevel } from '@leeward/vocabulary/lists/risk-level.ts';
import { riskLevel } from '@leeward/vocabulary/lists/risk-level.ts';
import type { Shape } from '../shared/shape.ts';

/** How grave a risk is judged; `risk_not_assessed` is where one begins, not a judgement. */
export type Band = Exclude<RiskLevel, 'risk_not_assessed'>;

export const bands = riskLevel.items.flatMap(({ code }) => (code === 'risk_not_assessed' ? [] : [code]));

/** The same list without the level that nobody can set. */
export const bandList = {
  ...riskLevel,
  items: riskLevel.items.filter(
    (item): item is Exclude<typeof item, { readonly code: 'risk_not_assessed' }> =>
      item.code !== 'risk_not_assessed',
  ),
};

export const likelihoods: readonly Likelihood[] = likelihood.items.map(({ code }) => code);
export const impacts: readonly Impact[] = impact.items.map(({ code }) => code);

/** How grave, as a number for an order only: it is never added to or multiplied with anything. */
export const gravity = (band: Band): number => bands.indexOf(band);

/** The graver of two. */
export const graver = (left: Band, right: Band): Band => (gravity(left) >= gravity(right) ? left : right);

/**
 * Which band a likelihood and an impact make: 25 letters, row by row from the least likely, in each row from the least
 * impact. An assessment carries the matrix by which it was read, so that what was judged stays what it was when an
 * organisation changes its matrix.
 */
export type MatrixCells = string;

/** A matrix with its source. */
export type RiskMatrix = {
  readonly cells: MatrixCells;
  /** Where it comes from; `default` is a choice of this product. */
  readonly source: CodeItem['source'];
};

const letters: Readonly<Record<string, Band>> = {
  l: 'risk_low',
  m: 'risk_medium',
  h: 'risk_high',
  x: 'risk_extreme',
};

/** The letter of a band in a matrix. */
export const letterOf = (band: Band): string =>
  Object.keys(letters).find((letter) => letters[letter] === band) ?? 'x';

/**
 * The default. Death or disappearance is never a low risk, however rare; what is under way is never low unless it is a
 * nuisance. Each row and each column only grows.
 */
export const defaultMatrix: RiskMatrix = {
  //       minor, moderate, serious, severe, critical
  cells: [
    'lllmm', // rare
    'llmmh', // unlikely
    'lmmhx', // possible
    'lmhxx', // likely
    'mhhxx', // imminent
  ].join(''),
  source: 'default, modelled on http://www.frontlinedefenders.org/node/543',
};

/** Why letters make no matrix. */
export type MatrixProblem = 'size' | 'letter' | 'falls';

/** What is wrong with a matrix; null for nothing. More likely, or worse, can never be less grave. */
export function matrixProblem(cells: MatrixCells): MatrixProblem | null {
  if (cells.length !== 25) return 'size';
  if (!/^[lmhx]{25}$/.test(cells)) return 'letter';
  const grave = [...cells].map((letter) => gravity(letters[letter] ?? 'risk_extreme'));
  const falls = grave.some(
    (one, at) => (at % 5 > 0 && one < (grave[at - 1] ?? 0)) || (at >= 5 && one < (grave[at - 5] ?? 0)),
  );
  return falls ? 'falls' : null;
}

/** Reads a matrix. */
export const matrixShape: Shape<MatrixCells> = (json, path) =>
  typeof json === 'string' && matrixProblem(json) === null
    ? { ok: true, value: json }
    : { ok: false, error: { problem: json === undefined ? 'missing' : 'wrong', path } };

/** The band that a matrix gives. */
export function bandBy(cells: MatrixCells, likely: Likelihood, grave: Impact): Band {
  const letter = cells[likelihoods.indexOf(likely) * 5 + impacts.indexOf(grave)] ?? '';
  return letters[letter] ?? 'risk_extreme';
}

/** The matrix with one cell changed; it may be one that falls, and is refused then. */
export function withCell(cells: MatrixCells, likely: Likelihood, grave: Impact, band: Band): MatrixCells {
  const at = likelihoods.indexOf(likely) * 5 + impacts.indexOf(grave);
  return cells.slice(0, at) + letterOf(band) + cells.slice(at + 1);
}
