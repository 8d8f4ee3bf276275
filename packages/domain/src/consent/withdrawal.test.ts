import { describe, expect, it } from 'vitest';
import {
  askOf,
  doorConsent,
  tellConsents,
  tryConsent,
  voices,
  yesOf,
} from '../testing/consents-of-a-case.ts';
import { hash, id } from '../testing/people.ts';
import { landDefender, tellPeople, them } from '../testing/people-of-a-case.ts';
import { clocksOfConsents } from './clocks.ts';
import type { ConsentEvent } from './events.ts';
import { noConsents } from './record.ts';
import { canShare, mayShare } from './share.ts';
import { consentsOfCase } from './voices.ts';
import { meaningOf, recipientsToTell, sharedWithoutConsent, withdrawOf } from './withdrawal.ts';

const today = '2026-11-21';
const people = tellPeople(landDefender);
const said = { id: id(50), how: 'conch_oral_noted', on: '2026-11-21', words: 'Stop all of it.' } as const;
const use = {
  purpose: 'con_referral_identity',
  recipient: 'North Wind House',
  fields: ['name'],
  persons: [them.defender],
} as const;

describe('a withdrawal', () => {
  const two = [
    yesOf(askOf(1), them.defender),
    yesOf(askOf(2, { purpose: 'con_share_host', recipient: 'City shelter' }), them.defender),
    yesOf(askOf(3), them.father),
  ];
  const shared = (() => {
    const now = voices(tellConsents(two), people);
    const events = canShare(
      now,
      use,
      { id: id(60), what: 'A letter with her name.', act: 'referral' },
      today,
    );
    if (!events.ok) throw new Error('not shared');
    return voices(tellConsents(events.value, now.consents), people);
  })();

  it('is one step for everything she said yes to, and leaves the yes of others [invariants 3, 14]', () => {
    const event = withdrawOf({ person: them.defender, consents: 'all' }, said);
    const after = voices(tellConsents([event], shared.consents), people);
    expect(consentsOfCase(after, today).map(({ standing }) => standing)).toEqual([
      'withdrawn',
      'withdrawn',
      'given',
    ]);
    expect(mayShare(after, use, today)).toMatchObject({ error: [{ code: 'withdrawn' }] });
  });

  it('says honestly before it is done what it stops, what it cannot, and what goes on [invariant 3]', () => {
    const meaning = meaningOf(shared, { person: them.defender, consents: 'all' }, today);
    expect(meaning.stops.map(({ id: one }) => one)).toEqual([id(1), id(2)]);
    expect(meaning.cannot).toMatchObject([
      {
        sharing: { what: 'A letter with her name.', on: today, use: { recipient: 'North Wind House' } },
        forEver: false,
        told: false,
      },
    ]);
    expect(meaning.goesOn.others.map(({ person }) => person)).toEqual([them.father]);
  });

  it('leaves each recipient to be told, until somebody has [invariant 3]', () => {
    const event = withdrawOf({ person: them.defender, consents: [id(1)] }, said);
    const after = tellConsents([event], shared.consents);
    expect(recipientsToTell(voices(after, people), today).map(({ sharing }) => sharing.id)).toEqual([id(60)]);
    const told: ConsentEvent = {
      type: 'RecipientTold',
      v: 1,
      sharing: id(60),
      on: today,
      answer: 'They deleted it.',
    };
    expect(recipientsToTell(voices(tellConsents([told], after), people), today)).toEqual([]);
  });

  it('stops what came by the door as well, said to an officer, and waits for no person to be named [invariant 3]', () => {
    const door = [doorConsent(askOf(7), {})];
    const word = withdrawOf({ person: null, consents: [id(7)] }, said);
    const early = voices(tellConsents([word]), undefined, door);
    expect(consentsOfCase(early, today).map(({ standing }) => standing)).toEqual(['withdrawn']);
    const all = voices(tellConsents([withdrawOf({ person: null, consents: 'all' }, said)]), people, door);
    expect(consentsOfCase(all, today).map(({ standing }) => standing)).toEqual(['withdrawn']);
  });

  it('does not reach a yes that she gives afterwards', () => {
    const event = withdrawOf({ person: them.defender, consents: 'all' }, said);
    const later = yesOf(askOf(4), them.defender, { on: '2026-11-21' });
    const after = voices(tellConsents([event, later], shared.consents), people);
    expect(mayShare(after, use, today).ok).toBe(true);
    // A yes of an earlier day that a colleague writes down only now is stopped: she has said no since.
    const old = yesOf(askOf(5), them.defender, { on: '2026-11-19' });
    const stopped = voices(tellConsents([event, old], noConsents), people);
    expect(mayShare(stopped, use, today)).toMatchObject({ error: [{ code: 'withdrawn' }] });
  });

  it('names what it withdraws', () => {
    const nothing = withdrawOf({ person: them.defender, consents: [] }, said);
    expect(tryConsent(noConsents, nothing)).toMatchObject({ error: { code: 'malformed' } });
  });

  it('is also a no to what was asked: a later refusal stops an earlier yes to the same', () => {
    const no: ConsentEvent = {
      type: 'ConsentRefused',
      v: 1,
      id: id(51),
      person: them.defender,
      purpose: use.purpose,
      recipient: use.recipient,
      on: today,
      words: 'Not any more.',
    };
    const after = voices(tellConsents([no], shared.consents), people);
    expect(mayShare(after, use, today)).toMatchObject({ error: [{ code: 'refused' }] });
  });
});

describe('what was shared without a consent that stands in the file', () => {
  const noted = (basis: {
    consents: { id: string; proof: string | null }[];
    vital: string | null;
  }): ConsentEvent => ({
    type: 'SharingNoted',
    v: 1,
    id: id(61),
    use,
    what: 'Her name, on the telephone.',
    act: 'told',
    on: today,
    basis,
  });
  const without = (event: ConsentEvent, door: Parameters<typeof voices>[2] = 'none') =>
    sharedWithoutConsent(voices(tellConsents([event]), people, door), today).length;

  it('is written down all the same, and is never taken for consent', () => {
    const event = noted({ consents: [], vital: null });
    const after = voices(tellConsents([event]), people);
    expect(without(event)).toBe(1);
    expect(mayShare(after, use, today)).toMatchObject({ error: [{ code: 'not_asked' }] });
  });

  it('is seen where it names a consent that nobody can show', () => {
    expect(without(noted({ consents: [{ id: id(99), proof: null }], vital: null }))).toBe(1);
    expect(
      without(noted({ consents: [{ id: id(1), proof: hash(99) }], vital: null }), [
        doorConsent(askOf(1), {}),
      ]),
    ).toBe(1);
    expect(
      without(noted({ consents: [{ id: id(1), proof: hash(80) }], vital: null }), [
        doorConsent(askOf(1), {}),
      ]),
    ).toBe(0);
    expect(without(noted({ consents: [], vital: id(99) }))).toBe(1);
  });

  it('accuses nobody while the conversation cannot be opened here', () => {
    expect(without(noted({ consents: [{ id: id(1), proof: hash(80) }], vital: null }), null)).toBe(0);
  });
});

describe('the clocks of consents', () => {
  it('[invariant 9] warn before a yes ends, and of what was promised', () => {
    const consents = tellConsents([
      yesOf(askOf(1, { until: '2026-12-31' }), them.defender),
      yesOf(askOf(2, { purpose: 'con_share_authority', recipient: 'The consulate' }), them.defender),
      yesOf(askOf(3), them.father),
    ]);
    const state = { opened: { fromConversation: null }, parts: { people, consents } };
    expect(
      clocksOfConsents(state).map(({ kind, item, until, person }) => [kind, item, until, person]),
    ).toEqual([
      ['consent', id(1), '2026-12-31', them.defender],
      ['promise', `${id(2)}:second`, '2026-11-27', them.defender],
    ]);
  });
});
