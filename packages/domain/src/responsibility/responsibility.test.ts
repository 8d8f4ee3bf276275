import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { caseShapes } from '../case/events.ts';
import { canOpenCase } from '../case/rules.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import type { Actor } from '../shared/context.ts';
import { at, colleague, id } from '../testing/people.ts';
import {
  canAccept,
  canAskRelief,
  canOffer,
  canRefuse,
  canSetSecond,
  canTakeOver,
  canTakeReliefBack,
  canWithdraw,
  reliefAskedBy,
  secondOf,
  standingOffers,
} from './rules.ts';

const officer = colleague(1, 'officer');
const friend = colleague(2, 'officer');
const third = colleague(3, 'officer');
const reader = colleague(4, 'reader');

/** A case as a story: each step in an entry of its own. */
function story(start = opened()) {
  let state = start;
  let entry = 1;
  const tell = (who: Actor, rule: (state: CaseState, who: Actor) => ReturnType<typeof canTakeOver>) => {
    const allowed = rule(state, who);
    if (!allowed.ok) throw new Error(allowed.error.code);
    entry += 1;
    allowed.value.forEach((event, index) => {
      state = foldCase(state, event, at(entry, who, { index }));
    });
    return state;
  };
  return { tell, now: () => state };
}

function opened(): CaseState {
  const opening = {
    pseudonym: 'Heron 12',
    fromConversation: null,
    teams: [id(101)],
    responsible: officer.member,
    urgency: null,
  };
  const events = canOpenCase(officer, opening, () => false);
  if (!events.ok) throw new Error(events.error.code);
  return events.value.reduce(
    (state, event, index) => foldCase(state, event, at(1, officer, { index })),
    emptyCase,
  );
}

const offer =
  (number: number, to: Actor, text: string | null = null) =>
  (state: CaseState, who: Actor) =>
    canOffer(state, who, {
      transfer: id(number),
      to: to.member,
      note: text === null ? null : { id: id(number + 500), text },
    });

describe('a case that changes hands', () => {
  it('goes to a colleague when she accepts, and not before', () => {
    const { tell, now } = story();
    tell(officer, offer(20, friend, 'She hides with a cousin. Call on Tuesdays only.'));
    expect(now().responsible).toBe(officer.member);
    expect(standingOffers(now()).map(({ to }) => to)).toEqual([friend.member]);
    tell(friend, (state, who) => canAccept(state, who, id(20)));
    expect(now().responsible).toBe(friend.member);
    expect(standingOffers(now())).toEqual([]);
    expect([...now().parts.responsibility.notes.values()].map(({ text }) => text)).toEqual([
      'She hides with a cousin. Call on Tuesdays only.',
    ]);
  });

  it('can be accepted only by the one to whom it was offered, and stays where she says no', () => {
    const { tell, now } = story();
    tell(officer, offer(20, friend));
    expect(canAccept(now(), third, id(20))).toMatchObject({ error: { code: 'only_oneself' } });
    tell(friend, (state, who) => canRefuse(state, who, id(20)));
    expect(now().responsible).toBe(officer.member);
    expect(canAccept(now(), friend, id(20))).toMatchObject({ error: { code: 'ended' } });
  });

  it('is offered to one person at a time: a new offer takes the one before back', () => {
    const { tell, now } = story();
    tell(officer, offer(20, friend));
    tell(officer, offer(21, third));
    expect(standingOffers(now()).map(({ to }) => to)).toEqual([third.member]);
    expect(now().parts.responsibility.transfers.get(id(20))?.ended?.how).toBe('withdrawn');
  });

  it('is taken over without being offered, and what was offered before is over', () => {
    const { tell, now } = story();
    tell(officer, offer(20, friend));
    tell(third, canTakeOver);
    expect(now().responsible).toBe(third.member);
    expect(standingOffers(now())).toEqual([]);
    expect(canTakeOver(now(), third)).toMatchObject({ error: { code: 'no_change' } });
  });

  it('cannot be accepted after it was taken back, even where both happened without a line', () => {
    const { tell, now } = story();
    tell(officer, offer(20, friend));
    const late = canAccept(now(), friend, id(20));
    tell(officer, (state, who) => canWithdraw(state, who, id(20)));
    if (!late.ok) throw new Error('allowed when she saw it');
    // The outbox asks the rules again on what stands now: nothing of the act is written.
    expect(canAccept(now(), friend, id(20))).toMatchObject({ error: { code: 'ended' } });
  });

  it('makes the second officer responsible and nobody second', () => {
    const { tell, now } = story();
    tell(officer, (state, who) => canSetSecond(state, who, friend.member));
    expect(secondOf(now())).toBe(friend.member);
    tell(friend, canTakeOver);
    expect([now().responsible, secondOf(now())]).toEqual([friend.member, null]);
    expect(canSetSecond(now(), friend, friend.member)).toMatchObject({ error: { code: 'no_change' } });
    expect(canTakeOver(now(), reader)).toMatchObject({ error: { code: 'role' } });
  });
});

describe('asking to be relieved', () => {
  it('has no place for a reason, in any event of it', () => {
    for (const type of ['ReliefAsked', 'ReliefTakenBack', 'TransferAnswered', 'TransferWithdrawn'] as const) {
      const read = caseShapes[type].fields({ transfer: id(1), accepts: true, reason: 'Tired.' }, '');
      expect(read).toMatchObject({ ok: false });
    }
    const { tell, now } = story();
    tell(officer, canAskRelief);
    expect(JSON.stringify(now().parts.responsibility.relief)).not.toContain('reason');
  });

  it('stands until a colleague takes the case or she goes on after all', () => {
    const { tell, now } = story();
    tell(officer, canAskRelief);
    expect(reliefAskedBy(now())).toEqual([officer.member]);
    tell(officer, canTakeReliefBack);
    expect(reliefAskedBy(now())).toEqual([]);
    tell(officer, canAskRelief);
    tell(friend, canTakeOver);
    expect(reliefAskedBy(now())).toEqual([]);
    // She takes it again later: what she asked once does not follow her.
    tell(officer, canTakeOver);
    expect(reliefAskedBy(now())).toEqual([]);
  });

  it('is for those who carry the case, the second too', () => {
    const { tell, now } = story();
    expect(canAskRelief(now(), third)).toMatchObject({ error: { code: 'only_oneself' } });
    tell(officer, (state, who) => canSetSecond(state, who, friend.member));
    tell(friend, canAskRelief);
    expect(reliefAskedBy(now())).toEqual([friend.member]);
  });
});

describe('whatever order hand-overs come in', () => {
  it('leaves one person responsible, at most one standing offer each, and no note lost', () => {
    const people = [officer, friend, third];
    const step = fc.record({
      who: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      what: fc.constantFrom('offer', 'accept', 'refuse', 'withdraw', 'take', 'relief', 'second'),
      number: fc.integer({ min: 20, max: 24 }),
      /** How many entries ago its author last looked. */
      behind: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const states = [opened()];
        const notes = new Set<string>();
        for (const [index, { who, to, what, number, behind }] of steps.entries()) {
          const seen = states[Math.max(0, states.length - 1 - behind)] ?? opened();
          const rules = {
            offer: () => offer(number, to, `Note ${number}`)(seen, who),
            accept: () => canAccept(seen, who, id(number)),
            refuse: () => canRefuse(seen, who, id(number)),
            withdraw: () => canWithdraw(seen, who, id(number)),
            take: () => canTakeOver(seen, who),
            relief: () => canAskRelief(seen, who),
            second: () => canSetSecond(seen, who, to.member),
          };
          const allowed = rules[what as keyof typeof rules]();
          if (!allowed.ok) continue;
          let next = states.at(-1) ?? opened();
          allowed.value.forEach((event, place) => {
            if (event.type === 'HandOverNoteGiven') notes.add(event.text);
            next = foldCase(next, event, at(index + 2, who, { index: place }));
          });
          states.push(next);
        }
        const last = states.at(-1) ?? opened();
        expect(last.responsible).not.toBeNull();
        expect(standingOffers(last).every(({ to: one }) => one !== last.responsible)).toBe(true);
        const kept = [...last.parts.responsibility.notes.values()].map(({ text }) => text);
        for (const text of notes) expect(kept).toContain(text);
        expect(last.kept.every(({ why }) => why.kind === 'refused')).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });
});
