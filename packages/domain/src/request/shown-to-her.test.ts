import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { officer, type Story, sealed, story } from '../testing/conversation.ts';
import { hash, id, item } from '../testing/people.ts';
import { canShowPlan, canTellRounds } from './come-back-rules.ts';
import { type ShownMeasure, type ShownPlan, sameMeasure, sameRounds } from './shown-plan.ts';
import { checkInWishesIn, doorWordsIn, endWished, shownNow } from './shown-to-her.ts';

const begun = story()
  .item(2, officer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }))
  .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
const measure = (number: number, more: Partial<ShownMeasure> = {}): ShownMeasure => ({
  id: id(number),
  seen: 1,
  aim: 'reduce_threat',
  what: `Measure ${number}`,
  by: null,
  who: '',
  when: '',
  fallback: '',
  ...more,
});
const plan = (version: number, ...measures: readonly ShownMeasure[]): ShownPlan => ({
  id: id(100 + version),
  version,
  language: 'ar',
  aims: '',
  arrest: '',
  risks: null,
  measures,
  contacts: [],
});
const show = (from: Story, entry: number, shown: ShownPlan): Story =>
  from.event(entry, officer, {
    type: 'PlanShown',
    v: 2,
    plan: shown,
    othersChecked: true,
    sent: sealed(from.state),
  });
const tell = (from: Story, entry: number, pauses: readonly object[] = []): Story =>
  from.event(entry, officer, {
    type: 'RoundsTold',
    v: 1,
    rounds: { id: id(200 + entry), agreed: [], pauses },
    sent: sealed(from.state),
  });
const once = show(begun, 4, plan(1, measure(1), measure(2)));
const first = once.state.comeBack.shown[0]?.hash ?? '';
const says = (answer: string, of = 1, inPlan = first) => ({
  type: 'measure',
  v: 1,
  plan: inPlan,
  measure: id(of),
  answer,
});
const last = (from: Story, of = 1) => doorWordsIn(from.state).get(id(of))?.at(-1);

describe('the plan that she is shown', () => {
  it('is the newest: each version counts one more and takes the place of the one before', () => {
    const twice = show(once, 5, plan(2, measure(1)));
    expect(shownNow(begun.state)).toBeNull();
    expect(shownNow(twice.state)).toMatchObject({ plan: { version: 2 }, by: officer.member });
    // Two officers at once: who comes second says it again under the next number.
    const same = {
      plan: { ...plan(2, measure(2)), id: id(150) },
      othersChecked: false,
      sent: sealed(twice.state),
    };
    expect(canShowPlan(twice.state, officer, same)).toMatchObject({
      error: { code: 'number_taken', details: { expected: 3 } },
    });
    expect(canShowPlan(twice.state, officer, { ...same, plan: plan(3, measure(2)) }).ok).toBe(true);
  });

  it('is never empty, never longer than one item, and goes by whoever answers her', () => {
    const sent = sealed(once.state);
    const long = 'x'.repeat(2000);
    const five = [1, 2, 3, 4, 5].map((number) => measure(number, { what: long }));
    for (const [shown, problem] of [
      [plan(2), 'empty'],
      [plan(2, ...five), 'too_long'],
    ] as const)
      expect(canShowPlan(once.state, officer, { plan: shown, othersChecked: false, sent })).toMatchObject({
        error: { code: 'malformed', details: { problem } },
      });
    const free = begun.event(5, officer, { type: 'RequestReleased', v: 1 });
    expect(
      canShowPlan(free.state, officer, { plan: plan(1, measure(1)), othersChecked: false, sent }).ok,
    ).toBe(false);
    expect(
      canTellRounds(free.state, officer, { rounds: { id: id(9), agreed: [], pauses: [] }, sent }).ok,
    ).toBe(false);
  });

  it('holds a note on her dangers only where somebody made sure that it is about nobody else', () => {
    const sent = sealed(once.state);
    const noted: ShownPlan = { ...plan(2), risks: { id: id(7), look: 'A car at the gate.', act: '' } };
    expect(canShowPlan(once.state, officer, { plan: noted, othersChecked: false, sent })).toMatchObject({
      error: { code: 'others_not_checked' },
    });
    expect(canShowPlan(once.state, officer, { plan: noted, othersChecked: true, sent }).ok).toBe(true);
    const shown = show(once, 5, noted);
    const hers = shownNow(shown.state)?.hash ?? '';
    const answered = shown.item(6, officer, item(1, { ...says('refused', 7, hers), text: 'Two cars.' }));
    expect(last(answered, 7)).toMatchObject({ answer: 'refused', words: 'Two cars.', outdated: false });
    const changed = show(answered, 7, { ...noted, ...plan(3), risks: { id: id(7), look: 'None.', act: '' } });
    expect(last(changed, 7)).toMatchObject({ outdated: true });
  });

  it('was written without such a note before, and is read as it was', () => {
    const { risks: _, ...old } = plan(2, measure(1));
    const read = once.event(5, officer, { type: 'PlanShown', v: 1, plan: old, sent: sealed(once.state) });
    expect(shownNow(read.state)?.plan).toMatchObject({ version: 2, risks: null });
  });

  it('is answered measure by measure, each answer with its proof and the version that she had before her', () => {
    const answered = once
      .item(5, officer, item(1, says('agreed')))
      .item(6, officer, item(2, says('refused', 2)));
    expect(last(answered)).toMatchObject({
      answer: 'agreed',
      effect: 'counts',
      item: hash(5001),
      version: 1,
      seen: 1,
      outdated: false,
    });
    expect(last(answered, 2)).toMatchObject({ answer: 'refused', effect: 'counts' });
  });

  it('asks her anew where a measure is said otherwise, and keeps her yes where it is not', () => {
    const answered = once
      .item(5, officer, item(1, says('agreed')))
      .item(6, officer, item(2, says('agreed', 2)));
    const twice = show(answered, 7, plan(2, measure(1), measure(2, { who: 'Somebody else' })));
    expect(last(twice)?.outdated).toBe(false);
    expect(last(twice, 2)?.outdated).toBe(true);
    // Her phone was shown the older version by its server: the desk sees which one she answered.
    const late = twice.item(8, officer, item(3, says('agreed', 2)));
    expect(last(late, 2)).toMatchObject({ version: 1, outdated: true });
  });

  it('[rule 3] takes a yes by an open channel to what was shown, and a no however it came', () => {
    const other = once.item(5, officer, item(1, says('agreed', 1, hash(1))));
    expect(last(other)).toMatchObject({ effect: 'other_text', version: null });
    const burnt = once.event(5, officer, {
      type: 'GuestClosed',
      v: 1,
      mailbox: hash(9000),
      reason: 'seized',
    });
    expect(last(burnt.item(6, officer, item(1, says('agreed'))))?.effect).toBe('channel');
    expect(last(burnt.item(6, officer, item(1, says('refused'))))?.effect).toBe('counts');
    const again = once.event(
      5,
      officer,
      {
        type: 'GuestItemAdmitted',
        v: 1,
        mailbox: hash(9000),
        item: 0,
        hash: hash(5001),
        sequence: 1,
        prev: hash(5000),
        contentKey: null,
      },
      { quoted: [item(1, says('agreed'))], readmitted: true },
    );
    expect(last(again)?.effect).toBe('to_renew');
  });

  it('puts the same measure to her only where every word of it is the same', () => {
    const words = fc.constantFrom('', 'a', 'b');
    const measures = fc.record({
      id: fc.constantFrom(id(1), id(2)),
      seen: fc.integer({ min: 0, max: 2 }),
      aim: fc.constantFrom('reduce_threat', 'raise_capacity'),
      what: words,
      by: fc.constantFrom(null, '2026-12-01'),
      who: words,
      when: words,
      fallback: words,
    });
    fc.assert(
      fc.property(measures, measures, (one, other) => {
        expect(sameMeasure(one, other)).toBe(
          JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort()),
        );
        expect(sameMeasure(one, { ...one })).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('what she is told of pauses', () => {
  const pause = { id: id(7), from: 100, until: 200 };

  it('is the whole of it each time; what is over makes no difference', () => {
    const told = tell(once, 5, [pause]);
    expect(told.state.comeBack.rounds.at(-1)?.rounds.pauses).toEqual([pause]);
    const [with1, without] = [
      { agreed: [], pauses: [pause] },
      { agreed: [], pauses: [] },
    ];
    expect(sameRounds(with1, without, 150)).toBe(false);
    expect(sameRounds(with1, without, 200)).toBe(true);
    expect(sameRounds(with1, { agreed: [], pauses: [{ ...pause, until: 190 }] }, 150)).toBe(false);
  });

  it('answers her wish, as a word of ours does; until then it waits for somebody', () => {
    const wish = { type: 'checkInWish', v: 1, wants: 'pause', from: 100, until: 200, text: 'I travel.' };
    const wished = tell(once, 5).item(6, officer, item(1, wish));
    const open = (from: Story) => checkInWishesIn(from.state).map(({ answered }) => answered);
    expect(checkInWishesIn(wished.state)).toMatchObject([
      { wants: 'pause', from: 100, until: 200, answered: false },
    ]);
    expect(open(tell(wished, 7, [pause]))).toEqual([true]);
    expect(open(wished.reply(7, officer, 'Not now.'))).toEqual([true]);
    expect(open(show(wished, 7, plan(2, measure(1))))).toEqual([false]);
    // A wish ends nothing and pauses nothing by itself.
    expect(wished.state.comeBack.rounds.at(-1)?.rounds.pauses).toEqual([]);
  });

  it('carries out her wish for an end: a word of ours alone has ended nothing', () => {
    const wish = { type: 'checkInWish', v: 1, wants: 'end', text: 'I am home.' };
    const wished = tell(once, 5).item(6, officer, item(1, wish));
    expect(endWished(wished.state)).toMatchObject({ wants: 'end', text: 'I am home.' });
    const answered = wished.reply(7, officer, 'We see to it.');
    expect(endWished(answered.state)).not.toBeNull();
    expect(endWished(tell(answered, 8).state)).toBeNull();
    expect(endWished(once.state)).toBeNull();
  });
});
