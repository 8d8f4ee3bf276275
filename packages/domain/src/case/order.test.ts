import { urgency } from '@leeward/vocabulary/lists/urgency.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { compareCases, type InOrder } from './order.ts';

const one = (record: string, over: Partial<InOrder> = {}): InOrder => ({
  record,
  state: 'case_supporting',
  urgency: 'urg_standard',
  next: null,
  updated: 0,
  ...over,
});
const sorted = (...lines: readonly InOrder[]): readonly string[] =>
  lines.toSorted(compareCases).map(({ record }) => record);

const anyLine: fc.Arbitrary<InOrder> = fc.record({
  record: fc.constantFrom('', 'a', 'b'),
  state: fc.constantFrom('case_planning', 'case_supporting', 'case_closed', 'case_erased'),
  urgency: fc.constantFrom(...urgency.items.map(({ code }) => code)),
  next: fc.option(fc.record({ date: fc.constantFrom('', '2026-01-01', '2026-12-31') })),
  updated: fc.nat(5),
});
describe('a list of cases', () => {
  it('has what goes on before what is over, however urgent that once was', () => {
    expect(sorted(one('over', { state: 'case_closed', urgency: 'urg_immediate' }), one('goes on'))).toEqual([
      'goes on',
      'over',
    ]);
  });

  it('has the more urgent first, and what nobody has judged right after the most urgent', () => {
    expect(
      sorted(
        one('standard'),
        one('not judged', { urgency: 'urg_unset' }),
        one('urgent', { urgency: 'urg_urgent' }),
        one('immediate', { urgency: 'urg_immediate' }),
      ),
    ).toEqual(['immediate', 'not judged', 'urgent', 'standard']);
  });

  it('goes by the day of the next step where two are as urgent, and has those without a day last', () => {
    expect(
      sorted(
        one('nothing next'),
        one('in May', { next: { date: '2027-05-01' } }),
        one('some day', { next: { date: '' } }),
        one('late', { next: { date: '2026-01-01' } }),
      ),
    ).toEqual(['late', 'in May', 'nothing next', 'some day']);
  });

  it('has of those that are over the latest first', () => {
    const closed = { state: 'case_closed' };
    expect(
      sorted(one('long ago', { ...closed, updated: 1 }), one('just now', { ...closed, updated: 2 })),
    ).toEqual(['just now', 'long ago']);
  });

  it('is one order, whatever the lines came in', () => {
    const some = fc.tuple(fc.array(anyLine, { maxLength: 12 }), fc.nat(12));
    for (const [given, turn] of fc.sample(some, runs(200))) {
      const lines = given.map((line, number) => ({ ...line, record: `${line.record}${number}` }));
      const turned = [...lines.slice(turn), ...lines.slice(0, turn)].toReversed();
      expect(sorted(...turned)).toEqual(sorted(...lines));
    }
  });
});
