import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { askOf, tryConsent, voices, yesOf } from '../testing/consents-of-a-case.ts';
import { colleague, hash, id } from '../testing/people.ts';
import { landDefender, tellPeople, them } from '../testing/people-of-a-case.ts';
import type { ConsentEvent } from './events.ts';
import { consentShapes } from './events.ts';
import { type ConsentsState, noConsents } from './record.ts';
import { mayShare } from './share.ts';
import { consentsOfCase } from './voices.ts';
import { withdrawOf } from './withdrawal.ts';

const people = tellPeople(landDefender);
const today = '2026-11-21';
const who = fc.constantFrom(colleague(1, 'officer'), colleague(2, 'officer'), colleague(3, 'administrator'));
const person = fc.constantFrom(them.defender, them.father, them.son, them.referee);
const purpose = fc.constantFrom(
  'con_referral_identity',
  'con_share_authority',
  'con_public_name',
  'con_contact',
);
const on = fc.constantFrom('2026-11-01', '2026-11-19', '2026-11-20', today);
const ask = fc.record({
  number: fc.integer({ min: 1, max: 6 }),
  purpose,
  until: fc.constantFrom(null, today, '2026-12-01'),
});
const use = fc.record({
  purpose,
  recipient: fc.constant('North Wind House'),
  fields: fc.constantFrom(['name'], ['name', 'story']),
  persons: person.map((one) => [one]),
});

const yeses: fc.Arbitrary<ConsentEvent> = fc
  .record({ ask, person, on, how: fc.constantFrom('conch_oral_noted', 'conch_signed') })
  .map(({ ask: asked, person: whose, on: when, how }) =>
    yesOf(askOf(asked.number, { purpose: asked.purpose, until: asked.until }), whose, { on: when, how }),
  );
/** Everything that can happen besides a yes that was heard. */
const others: fc.Arbitrary<ConsentEvent> = fc.oneof(
  fc.record({ number: fc.integer({ min: 1, max: 6 }), on, urgent: fc.constantFrom('', 'Now.') }).map(
    ({ number, ...more }): ConsentEvent => ({
      type: 'ConsentSeconded',
      v: 1,
      consent: id(number),
      how: 'present',
      words: '',
      ...more,
    }),
  ),
  fc.record({ number: fc.integer({ min: 20, max: 24 }), person, purpose, on }).map(
    ({ number, ...more }): ConsentEvent => ({
      type: 'ConsentRefused',
      v: 1,
      id: id(number),
      recipient: 'North Wind House',
      words: '',
      ...more,
    }),
  ),
  fc
    .record({
      number: fc.integer({ min: 30, max: 34 }),
      person: fc.option(person),
      on,
      ids: fc.constantFrom('all' as const, [id(1), id(2)]),
    })
    .map(({ number, person: whose, on: when, ids }) =>
      withdrawOf(
        { person: whose, consents: ids },
        { id: id(number), how: 'conch_oral_noted', on: when, words: '' },
      ),
    ),
  fc
    .record({
      number: fc.integer({ min: 40, max: 44 }),
      use,
      consents: fc.constantFrom([], [{ id: id(1), proof: null }], [{ id: id(2), proof: hash(80) }]),
    })
    .map(
      ({ number, use: used, consents }): ConsentEvent => ({
        type: 'SharingNoted',
        v: 1,
        id: id(number),
        use: used,
        what: 'A letter.',
        act: 'told',
        on: today,
        basis: { consents, vital: null },
      }),
    ),
  fc.record({ number: fc.integer({ min: 50, max: 52 }), use }).map(
    ({ number, use: used }): ConsentEvent => ({
      type: 'VitalProposed',
      v: 1,
      id: id(number),
      ground: 'law',
      use: used,
      danger: 'A law.',
      whyNoConsent: 'She is away.',
      from: today,
      until: today,
    }),
  ),
);
const seconds: fc.Arbitrary<ConsentEvent> = fc
  .integer({ min: 50, max: 52 })
  .map((number) => ({ type: 'VitalSeconded', v: 1, id: id(number), words: 'Yes.' }));
const story = (events: fc.Arbitrary<ConsentEvent>) => fc.array(fc.tuple(events, who), { maxLength: 20 });
type Story = readonly (readonly [ConsentEvent, ReturnType<typeof colleague>])[];

const told = (acts: Story, start: ConsentsState = noConsents): ConsentsState =>
  acts.reduce((state, [event, actor]) => {
    const after = tryConsent(state, event, actor);
    return after.ok ? after.value : state;
  }, start);

describe('whatever is written by whomever', () => {
  it('no consent is there that nobody gave: an override cannot be recorded [invariant 3]', () => {
    expect(Object.keys(consentShapes).filter((type) => /override|overrule|waive|assume/i.test(type))).toEqual(
      [],
    );
    fc.assert(
      fc.property(story(others), use, (acts, used) => {
        const now = voices(told(acts), people);
        expect(consentsOfCase(now, today)).toEqual([]);
        expect(mayShare(now, used, today).ok).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('what may be shared rests on a yes that was heard for this person, purpose and recipient, or on two names [invariant 3]', () => {
    fc.assert(
      fc.property(story(fc.oneof(yeses, others, seconds)), use, (acts, used) => {
        const now = voices(told(acts), people);
        const may = mayShare(now, used, today);
        if (!may.ok) return;
        const { rests, covers, vital } = may.value;
        if (rests === 'vital') {
          expect(vital?.second?.by).not.toBe(vital?.by);
          // Less than what two names stand under may be shared, and never anything else.
          expect(vital?.use).toMatchObject({ purpose: used.purpose, recipient: used.recipient });
          expect(vital?.use.fields).toEqual(expect.arrayContaining([...used.fields]));
          expect(vital?.use.persons).toEqual(expect.arrayContaining([...used.persons]));
          return;
        }
        for (const { person: whose, consent } of covers) {
          expect(consent.standing).toBe('given');
          expect(used.persons).toContain(whose);
          const heard = acts.some(
            ([event]) =>
              event.type === 'ConsentWitnessed' &&
              event.person === whose &&
              event.ask.purpose === used.purpose &&
              used.fields.every((field) => event.ask.fields.includes(field)),
          );
          expect(heard).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('after a person has withdrawn everything, nothing of hers is shared on a consent, in whatever order it arrives [invariant 3]', () => {
    fc.assert(
      fc.property(story(fc.oneof(yeses, others)), fc.nat(20), use, (acts, place, used) => {
        const [whose] = used.persons;
        const stop = withdrawOf(
          { person: whose ?? null, consents: 'all' },
          { id: id(99), how: 'conch_oral_noted', on: '2026-11-22', words: '' },
        );
        const where = Math.min(place, acts.length);
        const withStop: Story = [
          ...acts.slice(0, where),
          [stop, colleague(1, 'officer')],
          ...acts.slice(where),
        ];
        expect(mayShare(voices(told(withStop), people), used, today).ok).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('saying the same twice changes nothing', () => {
    fc.assert(
      fc.property(story(fc.oneof(yeses, others, seconds)), (acts) => {
        const once = told(acts);
        const last = acts.at(-1);
        if (last === undefined) return;
        expect(told([last], once)).toEqual(once);
      }),
      { numRuns: runs(150) },
    );
  });
});
