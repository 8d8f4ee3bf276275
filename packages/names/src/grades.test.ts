import { describe, expect, it } from 'vitest';
import { compareNames, grades } from './compare.ts';
import { nameFinder } from './finder.ts';
import { heldDifferent, heldSame, type NamePair, tunedDifferent, tunedSame } from './testing/pairs.ts';

type Measured = { readonly precision: number; readonly recall: number };

/** What a least score finds of one name written twice (recall), and how much of what it finds is right (precision). */
function measure(same: readonly NamePair[], different: readonly NamePair[], least: number): Measured {
  const reaches = ([left, right]: NamePair): boolean => compareNames(left, right).score >= least;
  const right = same.filter(reaches).length;
  const wrong = different.filter(reaches).length;
  return { precision: right / (right + wrong), recall: right / same.length };
}

const said = ({ precision, recall }: Measured): string =>
  `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`;

describe('how far the grades can be trusted, on names written down before they were measured', () => {
  it('finds nearly every name that is written in another script or spelling, as likely or at least possible', () => {
    const likely = measure(heldSame, heldDifferent, grades.likely);
    const possible = measure(heldSame, heldDifferent, grades.possible);
    console.info(`held back: likely ${said(likely)}; possible ${said(possible)}`);
    console.info(`tuned on: likely ${said(measure(tunedSame, tunedDifferent, grades.likely))}`);
    expect(likely.recall).toBeGreaterThanOrEqual(0.9);
    expect(possible.recall).toBeGreaterThanOrEqual(0.95);
  });

  it('calls few names the same that are not, although all of these were chosen because they are nearly alike', () => {
    const same = measure(heldSame, heldDifferent, grades.same);
    const likely = measure(heldSame, heldDifferent, grades.likely);
    console.info(`held back: same ${said(same)}`);
    expect(same.precision).toBeGreaterThanOrEqual(0.9);
    expect(likely.precision).toBeGreaterThanOrEqual(0.8);
  });

  it('finds by looking up what comparing everything with everything would find', () => {
    const people = heldSame.map(([name], id) => ({ id, names: [name] }));
    const finder = nameFinder(people);
    const missed = heldSame.flatMap(([left, right], id) => {
      const compared = compareNames(left, right).score >= grades.possible;
      const found = finder.find(right, 1000).some((one) => one.id === id);
      return compared && !found ? [`${left} = ${right}`] : [];
    });
    expect(missed).toEqual([]);
  });
});
