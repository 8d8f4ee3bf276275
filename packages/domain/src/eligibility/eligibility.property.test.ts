import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { tests } from '../programme/events.ts';
import type { EventRef } from '../shared/context.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import { type EligibilityEvent, verdicts } from './events.ts';
import { applyEligibility, type EligibilityState, emptyEligibility } from './state.ts';

const officer = colleague(1, 'officer');
const words = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
const refs: fc.Arbitrary<readonly EventRef[]> = fc.array(
  fc.integer({ min: 1, max: 30 }).map((entry) => ({ entry: hash(entry), index: 0 })),
  { maxLength: 3 },
);
const event: fc.Arbitrary<EligibilityEvent> = fc.oneof(
  fc.record({
    type: fc.constant('EligibilityArgued' as const),
    v: fc.constant(1 as const),
    test: fc.constantFrom(...tests),
    verdict: fc.constantFrom(...verdicts),
    words,
    evidence: fc.constant([]),
    replaces: refs,
  }),
  fc.record({
    type: fc.constant('EligibilityFactSaid' as const),
    v: fc.constant(1 as const),
    fact: fc.constantFrom('peaceful', 'history', 'last_event_on'),
    value: fc.oneof(fc.boolean(), fc.nat(9), words),
    how: words,
    on: fc.constant('2026-11-21'),
    replaces: refs,
  }),
  fc.record({
    type: fc.constant('PickedDoorPutAway' as const),
    v: fc.constant(1 as const),
    id: fc.integer({ min: 1, max: 3 }).map(id),
    reason: words,
  }),
);

function fold(events: readonly EligibilityEvent[]): EligibilityState {
  return events.reduce((state, one, index) => {
    const applied = applyEligibility(state, one, at(index + 1, officer));
    return applied.ok ? applied.value : state;
  }, emptyEligibility);
}

describe('whatever was argued and said in whatever order', () => {
  it('every argument stays in the history, and none leaves the test but by an edit that names it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const state = fold(events);
        const arguments_ = events.filter(({ type }) => type === 'EligibilityArgued');
        expect(state.argued.map(({ words: said }) => said)).toEqual(
          arguments_.map((one) => ('words' in one ? one.words : '')),
        );
        for (const [index, one] of events.entries()) {
          if (one.type !== 'EligibilityArgued') continue;
          const entry = hash(index + 1);
          const replaced = events
            .slice(index + 1)
            .some(
              (later) =>
                later.type === 'EligibilityArgued' &&
                later.test === one.test &&
                later.replaces.some((ref) => ref.entry === entry),
            );
          const stands = (state.tests.get(one.test) ?? []).some(({ at: where }) => where.entry === entry);
          expect(stands).toBe(!replaced);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('is the same on every device', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        expect(fold(events)).toEqual(fold(structuredClone(events)));
      }),
      { numRuns: runs(60) },
    );
  });
});
