import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { administrator, officer, second, story } from '../testing/conversation.ts';
import { at, hash, item } from '../testing/people.ts';
import { foldRequest } from './fold.ts';
import { standingJudgements } from './judgement.ts';
import { canHandOver, canSeeHandOver, canTakeBackUrgency } from './rules.ts';

const asked = story().item(2, officer, item(0, { type: 'request', v: 1, what: 'Help', locale: 'en' }));
const judge = (urgency: string, reason: string, replaces: readonly number[] = []) => ({
  type: 'UrgencySet',
  v: 2,
  urgency,
  reason,
  replaces: replaces.map((entry) => ({ entry: hash(entry), index: 0 })),
});

describe('two judgements of one request', () => {
  it('stand side by side where they were made apart; the more urgent counts until somebody chooses; all stay', () => {
    const both = asked
      .event(3, officer, judge('urg_urgent', 'Threats.'))
      .event(4, second, judge('urg_standard', 'Safe abroad.'));
    expect(standingJudgements(both.state.urgencyHistory).map((one) => one.reason)).toEqual([
      'Threats.',
      'Safe abroad.',
    ]);
    expect(both.state.urgency).toBe('urg_urgent');
    const chosen = both.event(5, administrator, judge('urg_standard', 'Safe abroad.', [3, 4]));
    expect(chosen.state.urgency).toBe('urg_standard');
    expect(chosen.state.urgencyHistory).toHaveLength(3);
  });

  it('of the first version still mean what they meant: the last one counts', () => {
    const told = asked
      .event(3, officer, { type: 'UrgencySet', v: 1, urgency: 'urg_urgent', reason: 'Threats.' })
      .event(4, second, { type: 'UrgencySet', v: 1, urgency: 'urg_standard', reason: 'Safe abroad.' });
    expect(told.state.urgency).toBe('urg_standard');
    expect(standingJudgements(told.state.urgencyHistory)).toHaveLength(1);
  });

  it('can be taken back by their author alone, and what was before stands again', () => {
    const told = asked
      .event(3, officer, judge('urg_high', 'Grows.'))
      .event(4, second, judge('urg_immediate', 'Misread.', [3]));
    expect(canTakeBackUrgency(told.state, administrator)).toMatchObject({ error: { code: 'no_change' } });
    const taken = canTakeBackUrgency(told.state, second);
    if (!taken.ok) throw new Error(taken.error.code);
    const back = told.event(5, second, taken.value[0]);
    expect(back.state.urgency).toBe('urg_high');
    expect(back.state.urgencyHistory[1]?.takenBack).not.toBeNull();
    const forged = told.event(5, officer, taken.value[0]);
    expect(forged.state.urgency).toBe('urg_immediate');
    const first = asked.event(3, officer, judge('urg_high', 'Grows.'));
    const none = first.event(4, officer, {
      type: 'UrgencyTakenBack',
      v: 1,
      judgement: { entry: hash(3), index: 0 },
    });
    expect(none.state.urgency).toBe('urg_unset');
  });

  it('never leave a request less urgent than every judgement that stands, and never lose one', () => {
    const levels = ['urg_immediate', 'urg_urgent', 'urg_high', 'urg_standard'] as const;
    const events = fc.array(
      fc.record({
        level: fc.constantFrom(...levels),
        replaces: fc.array(fc.integer({ min: 10, max: 30 }), { maxLength: 3 }),
        back: fc.boolean(),
        author: fc.constantFrom(officer, second),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (told) => {
        const state = told.reduce((before, { level, replaces, back, author }, index) => {
          const event = back
            ? { type: 'UrgencyTakenBack', v: 1, judgement: { entry: hash(replaces[0] ?? 10), index: 0 } }
            : judge(level, 'A reason.', replaces);
          return foldRequest(before, event, at(10 + index, author));
        }, asked.state);
        const standing = standingJudgements(state.urgencyHistory);
        expect(state.urgencyHistory).toHaveLength(told.filter((one) => !one.back).length);
        const best = Math.min(...standing.map((one) => levels.indexOf(one.urgency)));
        expect(state.urgency).toBe(standing.length === 0 ? 'urg_unset' : levels[best]);
        // Only what was taken back can leave nothing standing.
        if (standing.length === 0)
          expect(state.urgencyHistory.every((one) => one.takenBack !== null)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('handing a request over', () => {
  const mine = asked.event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });

  it('needs no explanation, is seen by the colleague, and can be taken back until then', () => {
    const allowed = canHandOver(mine.state, officer, second.member);
    if (!allowed.ok) throw new Error(allowed.error.code);
    const given = mine.event(4, officer, allowed.value[0]);
    expect(given.state).toMatchObject({
      claimedBy: second.member,
      handedOver: { by: officer.member, to: second.member, seen: null },
    });
    const back = given.event(5, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
    expect(back.state).toMatchObject({ claimedBy: officer.member, handedOver: null });
    expect(canSeeHandOver(given.state, officer)).toMatchObject({ error: { code: 'only_oneself' } });
    const seen = given.event(5, second, { type: 'HandOverSeen', v: 1 });
    expect(seen.state.handedOver?.seen).not.toBeNull();
    const late = seen.event(6, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
    expect(late.state.claimedBy).toBe(second.member);
    expect(late.state.claims.map((claim) => claim.member)).toEqual([officer.member, second.member]);
    expect(canSeeHandOver(seen.state, second)).toMatchObject({ error: { code: 'no_change' } });
  });

  it('is nobody’s business who does not have it, and cannot go to oneself', () => {
    expect(canHandOver(mine.state, second, administrator.member)).toMatchObject({
      error: { code: 'claimed_by_other' },
    });
    expect(canHandOver(mine.state, officer, officer.member)).toMatchObject({ error: { code: 'no_change' } });
  });
});
