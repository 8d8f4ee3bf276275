import { countries } from '@leeward/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { isPlace, isWithin, type Place, regions } from './places.ts';
import { subregionOf, subregions } from './subregions.ts';

describe('regions', () => {
  it('say yes within, no outside, and ask at the edge', () => {
    expect(isWithin('HN', ['R-CAM'])).toBe('yes');
    expect(isWithin('CO', ['R-CAM'])).toBe('no');
    expect(isWithin('GE', ['R-EUR'])).toBe('unknown');
    expect(isWithin('GE', ['R-EUR', 'GE'])).toBe('yes');
  });
  it('never expand a list that was not seen', () => {
    for (const country of countries) expect(isWithin(country, ['R-ODA'])).toBe('unknown');
  });
  it('hold the member states of the bodies they are named after', () => {
    expect(regions['R-COE'].members).toHaveLength(46);
    expect(isWithin('RU', ['R-COE'])).toBe('no');
    expect(regions['R-OAS'].members).toHaveLength(35);
    expect(isWithin('US', ['R-LAC'])).toBe('no');
    expect(isWithin('CA', ['R-LAC'])).toBe('no');
    expect(regions['R-EU'].members).toHaveLength(27);
    // The European Union is a party to the Aarhus Convention itself: 46 states and one.
    expect(regions['R-AARHUS'].members).toHaveLength(46);
    expect(regions['R-OSCE'].members.length + 0).toBe(57);
  });
  it('name no country twice, and none both within and at the edge', () => {
    for (const [code, { members, edges }] of Object.entries(regions)) {
      expect(new Set(members).size, code).toBe(members.length);
      expect(
        members.filter((one) => (edges as readonly string[]).includes(one)),
        code,
      ).toEqual([]);
    }
  });
  it('know every place they are asked about, and nothing else', () => {
    expect(isPlace('any')).toBe(true);
    expect(isPlace('R-AFR')).toBe(true);
    expect(isPlace('Africa')).toBe(false);
    expect(isPlace('constructor')).toBe(false);
  });
  it('grow by adding places: what was within stays within', () => {
    const place = fc.constantFrom<Place>(...countries, ...(Object.keys(regions) as (keyof typeof regions)[]));
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.array(place), place, (country, places, more) => {
        if (isWithin(country, places) === 'yes') expect(isWithin(country, [...places, more])).toBe('yes');
        if (isWithin(country, [...places, more]) === 'no') expect(isWithin(country, places)).toBe('no');
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('sub-regions', () => {
  it('hold every inhabited country once', () => {
    const all = Object.values(subregions).flat();
    expect(new Set(all).size).toBe(all.length);
    // Without people of their own, or Antarctica.
    const nobodyAtHome = ['AQ', 'BV', 'GS', 'HM', 'IO', 'TF', 'CC', 'CX', 'NF'];
    expect(countries.filter((one) => subregionOf(one) === undefined && !nobodyAtHome.includes(one))).toEqual(
      [],
    );
  });
});
