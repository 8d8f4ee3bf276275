import { parseExpression, type Tree } from '@leeward/forms';
import { literalIn, numberText, sidesOf } from './conditions.ts';

/** What an answer must be, as it is chosen from menus. Empty: anything. */
export type Checks = {
  /** A number or day at least. */
  readonly least: string;
  /** A number or day at most. */
  readonly most: string;
  /** A day that is not after today, or not before. */
  readonly today: '' | 'notAfter' | 'notBefore';
  /** So many letters, or choices, at most. */
  readonly count: string;
};
export const noChecks: Checks = { least: '', most: '', today: '', count: '' };

type Counted = 'string-length' | 'count-selected';
/** What is counted of an answer of this kind; null where it is compared itself. */
export const countedOf = (type: string): Counted | null =>
  type === 'selectMany' ? 'count-selected' : type === 'text' || type === 'longText' ? 'string-length' : null;

const isDay = (value: string): boolean => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value);

/** The constraint that says the same; empty where nothing was chosen. */
export function checksText(type: string, { least, most, today, count }: Checks): string {
  const counted = countedOf(type);
  if (counted !== null) return count === '' ? '' : `${counted}(.) <= ${numberText(count)}`;
  const said = (value: string): string =>
    type === 'date' && isDay(value) ? `'${value}'` : numberText(value);
  return [
    least === '' ? '' : `. >= ${said(least)}`,
    most === '' ? '' : `. <= ${said(most)}`,
    type !== 'date' || today === '' ? '' : `. ${today === 'notAfter' ? '<=' : '>='} today()`,
  ]
    .filter((one) => one !== '')
    .join(' and ');
}

/** The choices that say the same as a constraint; null where menus cannot say it. */
export function checksIn(type: string, text: string): Checks | null {
  if (text.trim() === '') return noChecks;
  const read = parseExpression(text, true);
  if (!read.ok) return null;
  const counted = countedOf(type);
  let found: Checks = noChecks;
  for (const side of sidesOf(read.value, 'and')) {
    const one = checkIn(side, counted);
    if (one === null || Object.keys(one).some((name) => found[name as keyof Checks] !== '')) return null;
    found = { ...found, ...one };
  }
  // Only where it would be written the same again: what a menu shows is what counts.
  return checksText(type, found).replaceAll(/\s/g, '') === text.replaceAll(/\s/g, '') ? found : null;
}

function checkIn(tree: Tree, counted: Counted | null): Partial<Checks> | null {
  if (tree.kind !== 'both') return null;
  const { op, left, right } = tree;
  if (counted !== null) {
    const isCount = left.kind === 'call' && left.call === counted && left.of[0]?.kind === 'self';
    const count = literalIn(right);
    return isCount && op === '<=' && count !== null ? { count } : null;
  }
  if (left.kind !== 'self' || (op !== '>=' && op !== '<=')) return null;
  if (right.kind === 'call' && right.call === 'today')
    return { today: op === '<=' ? 'notAfter' : 'notBefore' };
  const value = literalIn(right);
  return value === null ? null : op === '>=' ? { least: value } : { most: value };
}
