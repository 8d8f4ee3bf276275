import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { emptyCase, foldCase } from '../case/state.ts';
import { checkInItems, pauseItems } from '../check-in/events.ts';
import type { DoorWord } from '../request/shown-to-her.ts';
import { baseOf, editOf, putAwayOf } from '../shared/items.ts';
import { at, colleague, days, hash, hour, id, tell } from '../testing/people.ts';
import { contactItems, type MeasureAnswer, type MeasureValues, measureItems } from './events.ts';
import { planGaps } from './gaps.ts';
import { herWord } from './her-word.ts';
import { isShownAsItStands, mayShow, planToShow, roundsToShow } from './to-show.ts';

const officer = colleague(1, 'officer');
const measure = (number: number, values: Partial<MeasureValues>, from?: MeasureValues) =>
  editOf(measureItems, baseOf<MeasureValues>(undefined, id(number)), {
    kind: 'change_of_routine',
    what: `Measure ${number}`,
    aim: 'reduce_threat',
    ...from,
    ...values,
  } as MeasureValues);
const planned = tell(emptyCase, foldCase, [
  [
    { type: 'CaseOpened', v: 1, pseudonym: 'Tern 4', fromConversation: null, teams: [id(101)] },
    at(1, officer),
  ],
  [
    measure(1, {
      fallback: 'We look again.',
      doneBy: 'Ana',
      costNote: 'About 100.',
      mayKnowNames: 'The lawyer',
    }),
    at(2, officer),
  ],
  [measure(2, { kind: 'regional_relocation', what: 'A flat by the coast.' }), at(3, officer)],
  [measure(3, { state: 'stopped' }), at(4, officer)],
]);
const one = (state: typeof planned, number: number) => {
  const found = state.parts.plan.measures.get(id(number));
  if (found === undefined) throw new Error('no measure');
  return found;
};
const day = Date.UTC(2026, 10, 20);
const own = (answer: MeasureAnswer, time: number, more: Partial<DoorWord> = {}): DoorWord => ({
  answer,
  words: '',
  at: time,
  item: hash(1),
  plan: hash(2),
  version: 1,
  seen: 1,
  outdated: false,
  effect: 'counts',
  ...more,
});
const wrote = (state: typeof planned, answer: MeasureAnswer, on: string, time: number) =>
  foldCase(
    state,
    {
      type: 'MeasureAnswered',
      v: 1,
      measure: id(1),
      answer,
      on,
      way: 'Call',
      words: '',
      item: null,
      seen: 1,
    },
    at(10, officer, { claimedTime: time }),
  );
const word = (state: typeof planned, ...words: readonly DoorWord[]) =>
  herWord(state.parts.plan, one(state, 1), new Map([[id(1), words]]));

describe('her own word at the door', () => {
  it('stands at the measure as hers, with its source, and no officer has to write it down', () => {
    expect(word(planned)).toEqual({ kind: 'not_asked' });
    expect(word(planned, own('agreed', day))).toMatchObject({ kind: 'agreed', source: 'door' });
    expect(planGaps(planned.parts.plan)).toContain('not_asked_her');
  });

  it('and what an officer wrote down stand in the order in which she said them', () => {
    const before = wrote(planned, 'refused', '2026-11-19', day + hour);
    expect(word(before, own('agreed', day + hour))).toMatchObject({ kind: 'agreed', source: 'door' });
    const after = wrote(planned, 'refused', '2026-11-21', day + 2 * days);
    expect(word(after, own('agreed', day + hour))).toMatchObject({ kind: 'refused', source: 'written' });
    const sameDay = wrote(planned, 'refused', '2026-11-20', day + 3 * hour);
    expect(word(sameDay, own('agreed', day + hour))).toMatchObject({ kind: 'refused', source: 'written' });
    expect(word(sameDay, own('agreed', day + 4 * hour))).toMatchObject({ kind: 'agreed', source: 'door' });
    // Written down days later, about the day on which she also wrote: the word that stops counts.
    const late = wrote(planned, 'refused', '2026-11-20', day + 3 * days);
    expect(word(late, own('agreed', day + 4 * hour))).toMatchObject({ kind: 'refused', source: 'written' });
    const lateYes = wrote(planned, 'agreed', '2026-11-20', day + 3 * days);
    expect(word(lateYes, own('refused', day + 4 * hour))).toMatchObject({ kind: 'refused', source: 'door' });
  });

  it('asks her again where the measure was changed in the file, or put to her in other words', () => {
    const changed = foldCase(
      planned,
      editOf(measureItems, baseOf(one(planned, 1), id(1)), { what: 'Three ways.' }),
      at(9, officer),
    );
    expect(word(changed, own('agreed', day)).kind).toBe('changed_since');
    expect(word(changed, own('refused', day)).kind).toBe('refused');
    expect(word(planned, own('agreed', day, { outdated: true })).kind).toBe('changed_since');
    expect(isShownAsItStands(planned.parts.plan, planToShow(planned.parts.plan, 'en'))).toBe(true);
    expect(isShownAsItStands(changed.parts.plan, planToShow(planned.parts.plan, 'en'))).toBe(false);
  });

  it('has no effect for a yes that nobody may rely on, and the word before it stands', () => {
    const effects = ['other_text', 'channel', 'to_renew'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...effects), fc.boolean(), (effect, hasEarlier) => {
        const earlier = hasEarlier ? [own('unsure', day)] : [];
        const said = word(planned, ...earlier, own('agreed', day + hour, { effect }));
        expect(said.kind).toBe(hasEarlier ? 'unsure' : 'not_asked');
      }),
      { numRuns: runs(50) },
    );
  });

  it('does not move anybody before it was argued why that is the best way: her no needs no argument', () => {
    const move = (answer: MeasureAnswer) =>
      herWord(planned.parts.plan, one(planned, 2), new Map([[id(2), [own(answer, day)]]])).kind;
    expect(move('agreed')).toBe('not_asked');
    expect(move('refused')).toBe('refused');
    expect(mayShow(one(planned, 2))).toBe(false);
  });
});

describe('what may be shown of a plan', () => {
  it('is what she needs to carry it out: no cost, nobody who may know, nothing that was stopped or not argued', () => {
    const shown = planToShow(planned.parts.plan, 'ar');
    expect(shown).toEqual({
      language: 'ar',
      aims: '',
      arrest: '',
      contacts: [],
      measures: [
        {
          id: id(1),
          seen: 1,
          aim: 'reduce_threat',
          what: 'Measure 1',
          by: null,
          who: 'Ana',
          when: '',
          fallback: 'We look again.',
        },
      ],
    });
    const called = foldCase(
      planned,
      editOf(contactItems, baseOf<never>(undefined, id(8)), {
        who: 'Her sister',
        how: 'By phone',
        mustNotKnow: 'That she wants to leave.',
        mayTell: 'That we look for her.',
      } as never),
      at(9, officer),
    );
    const { contacts } = planToShow(called.parts.plan, 'ar');
    expect(contacts).toEqual([
      { id: id(8), who: 'Her sister', how: 'By phone', occasions: [], tell: 'That we look for her.' },
    ]);
  });

  it('tells agreements and pauses, and never the words that were agreed with them', () => {
    const agreed = tell(planned, foldCase, [
      [
        editOf(checkInItems, baseOf<never>(undefined, id(20)), {
          rhythm: { every: 24 },
          from: day,
          until: null,
          grace: 60,
          way: 'A call',
          silence: 'We ring her sister.',
          language: 'ar',
          safeWord: 'the figs are ripe',
          forceWord: 'the well is dry',
        } as never),
        at(9, officer),
      ],
      [
        editOf(pauseItems, baseOf<never>(undefined, id(21)), {
          from: day,
          until: day + days,
          why: 'The mountains',
          agreed: 'Call',
        } as never),
        at(10, officer),
      ],
    ]);
    const told = roundsToShow(agreed, day);
    expect(told).toMatchObject({
      agreed: [{ id: id(20), silence: 'We ring her sister.', way: 'A call' }],
      pauses: [{ id: id(21), from: day, until: day + days }],
    });
    expect(JSON.stringify(told)).not.toMatch(/figs|well|mountains/i);
    expect(roundsToShow(agreed, day + days).pauses).toEqual([]);
    const ended = foldCase(agreed, putAwayOf(pauseItems, id(21), 'She stays.'), at(11, officer));
    expect(roundsToShow(ended, day).pauses).toEqual([]);
  });
});
