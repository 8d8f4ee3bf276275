import { inexactDate } from '@leeward/domain/shared/inexact-date.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { dateOf, modeOf, partsOf } from './inexact-date-field.tsx';

const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 1000, max: 2999 });
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([at, of]) => `${at}-${two(of)}`);
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([at, of]) => `${at}-${two(of)}`);
const point = fc.oneof(year.map(String), month, day);
const said = fc.constantFrom('', 'the spring when the dam was built');

describe('the boxes for a date that is known inexactly', () => {
  it('give back every date that they were filled with', () => {
    const dates = fc.oneof(
      fc.record({ kind: fc.constant('point' as const), at: point, about: fc.boolean(), said }),
      fc.record({
        kind: fc.constant('season' as const),
        season: fc.constantFrom('spring' as const, 'summer' as const, 'autumn' as const, 'winter' as const),
        year,
        south: fc.boolean(),
        said,
      }),
      fc.record({ kind: fc.constant('between' as const), from: point, to: fc.constant(null), said }),
    );
    fc.assert(
      fc.property(dates, (date) => {
        expect(dateOf(modeOf(date), partsOf(date))).toEqual(date);
      }),
      { numRuns: runs(200) },
    );
  });

  it('make no date of what is half typed, and turn two ends that stand the wrong way round', () => {
    const empty = partsOf(null);
    expect(dateOf('year', { ...empty, year: '20' })).toBeNull();
    expect(dateOf('month', { ...empty, year: '2001', month: '13' })).toBeNull();
    expect(dateOf('between', empty)).toBeNull();
    const turned = dateOf('between', { ...empty, from: '2003', to: '2001-05' });
    expect(turned).toMatchObject({ from: '2001-05', to: '2003' });
    expect(inexactDate(turned, '').ok).toBe(true);
  });
});
