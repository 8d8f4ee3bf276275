import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { askOf, doorConsent, tellConsents, voices, yesOf } from '../testing/consents-of-a-case.ts';
import { landDefender, tellPeople, them } from '../testing/people-of-a-case.ts';
import { mayShare } from './share.ts';
import type { Consent } from './state.ts';
import type { Voices } from './voices.ts';

const people = tellPeople(landDefender);
const groups = ['name', 'story', 'money'] as const;
const some = fc.subarray([...groups], { minLength: 1 });
const dayText = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;
const until = fc.option(fc.integer({ min: 15, max: 25 }).map(dayText));
const answers = fc.array(fc.constantFrom('given', 'refused', 'withdrawn'), { maxLength: 3 });
/** What she said at her door: each word at a time of its own. */
const questions = fc.array(
  fc.record({ fields: some, until, answers, day: fc.integer({ min: 1, max: 14 }), dropped: fc.boolean() }),
  { maxLength: 5 },
);
type Question = {
  readonly fields: readonly string[];
  readonly until: string | null;
  readonly answers: readonly ('given' | 'refused' | 'withdrawn')[];
  readonly day: number;
  readonly dropped: boolean;
};
const yeses = fc.array(fc.record({ fields: some, until, day: fc.integer({ min: 1, max: 14 }) }), {
  maxLength: 3,
});

const atDoor = (asked: readonly Question[]): readonly Consent[] =>
  asked.map(({ fields, until: last, answers: said, day, dropped }, index) => ({
    ...doorConsent(
      askOf(100 + index, { fields, until: last }),
      ...said.map((answer, step) => ({ answer, at: Date.UTC(2026, 10, day, 8, index, step) })),
    ),
    ...(dropped ? { droppedAt: Date.UTC(2026, 10, 15) } : {}),
  }));
type Heard = { readonly fields: readonly string[]; readonly until: string | null; readonly day: number };
const file = (heard: readonly Heard[], asked: readonly Question[]): Voices =>
  voices(
    tellConsents(
      heard.map(({ fields, until: last, day }, index) =>
        yesOf(askOf(index + 1, { fields, until: last }), them.defender, { on: dayText(day) }),
      ),
    ),
    people,
    atDoor(asked),
  );
const shares = (known: Voices, fields: readonly string[], today: string) =>
  mayShare(
    known,
    { purpose: 'con_referral_identity', recipient: 'North Wind House', fields, persons: [them.defender] },
    today,
  );

describe('whatever she says at her door, in whatever order', () => {
  it('a newer signed answer never lets more be shared than itself', () => {
    const newest = fc.record({ fields: some, until, answer: fc.constantFrom('given', 'refused') });
    fc.assert(
      fc.property(yeses, questions, newest, some, (heard, asked, last, fields) => {
        const today = dayText(15);
        const word: Question = { ...last, answers: [last.answer], day: 15, dropped: false };
        const before = shares(file(heard, asked), fields, today).ok;
        const after = shares(file(heard, [...asked, word]), fields, today).ok;
        const byItself = last.answer === 'given' && fields.every((field) => last.fields.includes(field));
        if (after) expect(before || byItself).toBe(true);
        // What it speaks of and leaves out is covered by nothing older.
        const touches = (one: string): boolean => last.fields.some((field) => field === one);
        if (last.answer === 'refused' && fields.some(touches)) expect(after).toBe(false);
        if (last.answer === 'given' && fields.some(touches) && !fields.every(touches))
          expect(after).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });

  it('what is shared rests on a yes to which no newer signed word of hers says less', () => {
    fc.assert(
      fc.property(yeses, questions, some, fc.integer({ min: 15, max: 26 }), (heard, asked, fields, day) => {
        const may = shares(file(heard, asked), fields, dayText(day));
        if (!may.ok) return;
        for (const { consent } of may.value.covers) {
          const since = consent.witnessed === null ? null : consent.witnessed.on;
          const given = consent.door?.consent.history.findLast(({ answer }) => answer === 'given')?.at ?? 0;
          for (const other of atDoor(asked)) {
            if (other.ask.id === consent.id) continue;
            if (!other.ask.fields.some((field) => consent.ask.fields.includes(field))) continue;
            for (const { answer, at } of other.history) {
              const isNewer = since === null ? at > given : new Date(at).toISOString().slice(0, 10) >= since;
              if (!isNewer || answer !== 'given') continue;
              expect(other.ask.fields).toEqual(expect.arrayContaining([...fields]));
              expect(other.droppedAt).toBeUndefined();
              expect(other.ask.until === null || other.ask.until >= dayText(day)).toBe(true);
            }
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('time alone never lets more be shared [invariant 3]', () => {
    fc.assert(
      fc.property(yeses, questions, some, fc.integer({ min: 15, max: 25 }), (heard, asked, fields, day) => {
        const known = file(heard, asked);
        if (shares(known, fields, dayText(day + 1)).ok)
          expect(shares(known, fields, dayText(day)).ok).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });
});
