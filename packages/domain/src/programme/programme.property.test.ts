import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { SaidValue } from '../eligibility/events.ts';
import { type Asked, type Facts, factKinds, notSaid } from '../eligibility/facts.ts';
import { id } from '../testing/people.ts';
import { judgeProgramme } from './evaluate.ts';
import type { Rule, RuleTerms } from './events.ts';
import { lackingIn, ruleOrder } from './fields.ts';

const today = '2026-11-21';
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const terms: fc.Arbitrary<RuleTerms> = fc.record({
  months: fc.integer({ min: 0, max: 24 }),
  number: fc.integer({ min: 0, max: 5 }),
  amount: fc.integer({ min: 0, max: 5000 }),
  currency: fc.constantFrom('EUR', 'USD'),
  percent: fc.integer({ min: 0, max: 100 }),
  from: fc.option(day, { nil: null }),
  until: fc.option(day, { nil: null }),
  costs: fc.constant(['bud_rent' as const]),
  profiles: fc.constant(['hrd_scholar' as const]),
  groups: fc.constant(['grp_woman' as const]),
  countries: fc.constant(['KE']),
  whose: fc.constantFrom('now', 'home'),
  languages: fc.constant(['en']),
  tests: fc.constant(['defender' as const, 'link' as const]),
  question: fc.constant('Anything?'),
  wanted: fc.constantFrom('yes', 'no'),
});
const rules: fc.Arbitrary<readonly Rule[]> = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }).map(id),
    code: fc.constantFrom(...ruleOrder),
    must: fc.boolean(),
    terms,
    words: fc.constant(''),
  }),
  { maxLength: 8 },
);
const value: fc.Arbitrary<SaidValue> = fc.oneof(
  fc.boolean(),
  day,
  fc.nat(5),
  fc.constantFrom(['KE'], ['SD'], ['en'], ['hrd_scholar'], ['grp_woman']),
);
const names: readonly Asked[] = [
  ...(Object.keys(factKinds) as (keyof typeof factKinds)[]),
  'test_defender',
  'test_link',
  ...Array.from({ length: 9 }, (_, index): Asked => `rule_${id(index + 1)}`),
];
const known = fc.dictionary(fc.constantFrom(...names), value);
const cost = fc.record({
  id: fc.nat().map(id),
  line: fc.constantFrom('bud_rent', 'bud_food'),
  amount: fc.nat(3000),
  whole: fc.option(fc.nat(3000), { nil: null }),
  currency: fc.constantFrom('EUR', 'USD'),
  from: fc.option(day, { nil: null }),
  elsewhere: fc.constantFrom('yes', 'no', 'asked', 'unknown' as const),
});
const factsOf = (values: Readonly<Record<string, SaidValue>>, costs: Facts['costs']): Facts => ({
  fact: (asked) => {
    const said = values[asked];
    return said === undefined ? notSaid : { known: true, value: said, sources: [] };
  },
  costs,
});

describe('any programme over any facts', () => {
  it('is judged the same twice, and says what to ask exactly where it asks', () => {
    fc.assert(
      fc.property(rules, known, fc.array(cost, { maxLength: 3 }), (all, values, costs) => {
        const judged = judgeProgramme(all, factsOf(values, costs), today);
        expect(judgeProgramme(all, factsOf(values, costs), today)).toEqual(judged);
        for (const one of judged.rules) {
          expect(lackingIn(one.rule)).toEqual([]);
          expect(one.asks.length > 0).toBe(one.truth === 'ask');
        }
        expect(judged.truth === 'ask' ? judged.asks.length : 1).toBeGreaterThan(0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('is never shut by what is not known: to know less never turns a fit into a no', () => {
    fc.assert(
      fc.property(rules, known, fc.constantFrom(...names), (all, values, forgotten) => {
        const { [forgotten]: _gone, ...less } = values;
        const before = judgeProgramme(all, factsOf(values, []), today).truth;
        const after = judgeProgramme(all, factsOf(less, []), today).truth;
        if (before === 'fits') expect(after).not.toBe('does_not');
        if (after === 'does_not') expect(before).toBe('does_not');
      }),
      { numRuns: runs(300) },
    );
  });

  it('asks for everything where nothing is known, unless a day alone decides', () => {
    fc.assert(
      fc.property(rules, (all) => {
        const judged = judgeProgramme(all, factsOf({}, []), today);
        for (const one of judged.rules)
          if (!['rule_suspended', 'rule_quota_full', 'rule_call_window'].includes(one.rule.code))
            expect(one.truth).toBe('ask');
      }),
      { numRuns: runs(100) },
    );
  });
});
