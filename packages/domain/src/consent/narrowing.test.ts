import { describe, expect, it } from 'vitest';
import { askOf, doorConsent, firstDoor, tellConsents, voices, yesOf } from '../testing/consents-of-a-case.ts';
import { hash, id } from '../testing/people.ts';
import { landDefender, personOf, tellPeople, them } from '../testing/people-of-a-case.ts';
import type { ConsentEvent } from './events.ts';
import { noConsents } from './record.ts';
import { mayShare } from './share.ts';
import type { Consent } from './state.ts';
import { consentsOfCase, type Voices } from './voices.ts';
import { recipientsToTell, withdrawOf } from './withdrawal.ts';

const today = '2026-11-21';
const people = tellPeople(landDefender);
const on = (day: number, hour = 8): number => Date.UTC(2026, 10, day, hour);
const heard = tellConsents([yesOf(askOf(1), them.defender, { on: '2026-11-10' })]);
const name = (number: number, at: number, more: object = {}): Consent =>
  doorConsent(askOf(number, { fields: ['name'], ...more }), { at });
const may = (known: Voices, fields: readonly string[], day = today): string =>
  ((answer) => (answer.ok ? 'yes' : (answer.error[0]?.code ?? '')))(
    mayShare(
      known,
      {
        purpose: 'con_referral_identity',
        recipient: 'North Wind House',
        fields,
        persons: [them.defender],
      },
      day,
    ),
  );
const both = (known: Voices, day = today): readonly string[] => [
  may(known, ['name'], day),
  may(known, ['story'], day),
];

describe('a yes at her door to less than an officer had heard', () => {
  it('leaves of the older yes what it names, and says which word took the rest', () => {
    const known = voices(heard, people, [name(2, on(12))]);
    expect(both(known)).toEqual(['yes', 'other_fields']);
    expect(consentsOfCase(known, today).find(({ id: one }) => one === id(1))).toMatchObject({
      standing: 'given',
      fields: ['name'],
      narrowed: { lost: ['story'], on: '2026-11-12', by: id(2), answer: 'given' },
    });
  });

  it('counts on the day on which the wider one was heard, and not where that was heard on a later day', () => {
    expect(both(voices(heard, people, [name(2, on(10, 7))]))).toEqual(['yes', 'other_fields']);
    expect(both(voices(heard, people, [name(2, on(9))]))).toEqual(['yes', 'yes']);
  });

  it('takes nothing where she signed for other facts, another recipient, or has not answered', () => {
    const more = name(2, on(12), { fields: ['money'] });
    const other = name(3, on(12), { recipient: 'South Wind House' });
    const open = doorConsent(askOf(4, { fields: ['name'] }));
    expect(both(voices(heard, people, [more, other, open]))).toEqual(['yes', 'yes']);
    expect(may(voices(heard, people, [more]), ['money'])).toBe('yes');
  });

  it('takes nothing where it has no effect: by words that are closed, or to another text', () => {
    const effects = ['channel', 'other_text', 'to_renew'] as const;
    for (const effect of effects) {
      const without = doorConsent(askOf(2, { fields: ['name'] }), { at: on(12), effect });
      expect(both(voices(heard, people, [without]))).toEqual(['yes', 'yes']);
    }
  });

  it('of one person takes nothing from another’s yes; where nobody knows who wrote it, it takes from all', () => {
    const two = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.applicant, 'Finch', { roles: ['role_applicant_third_party'], doors: [firstDoor] }),
    ]);
    expect(both(voices(heard, two, [name(2, on(12))]))).toEqual(['yes', 'yes']);
    const unsure = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.twin, 'Egret', { roles: ['role_defender'] }),
    ]);
    // What is left of the older yes stays: it was heard of her.
    expect(both(voices(heard, unsure, [name(2, on(12))]))).toEqual(['yes', 'other_fields']);
  });

  it('stays less after it has ended, was let go of, or was taken back: nothing is brought back', () => {
    const ended = voices(heard, people, [name(2, on(12), { until: '2026-11-20' })]);
    expect(both(ended, '2026-11-20')).toEqual(['yes', 'other_fields']);
    expect(both(ended)).toEqual(['expired', 'expired']);
    const dropped = voices(heard, people, [{ ...name(2, on(12)), droppedAt: on(13) }]);
    expect(both(dropped)).toEqual(['expired', 'expired']);
    const back = doorConsent(
      askOf(2, { fields: ['name'] }),
      { at: on(12) },
      { answer: 'withdrawn', at: on(13) },
    );
    expect(both(voices(heard, people, [back]))).toEqual(['withdrawn', 'withdrawn']);
    // Another yes, to something else, does not bring the stopped one back either.
    const more = name(3, on(14), { fields: ['money'] });
    expect(both(voices(heard, people, [back, more]))).not.toContain('yes');
  });

  it('is itself bounded by a newer one, and made wider again only by a yes of hers', () => {
    const wide = doorConsent(askOf(3), { at: on(14) });
    expect(both(voices(heard, people, [name(2, on(12)), wide]))).toEqual(['yes', 'yes']);
    expect(both(voices(noConsents, people, [wide, name(2, on(15))]))).toEqual(['yes', 'other_fields']);
    const story = doorConsent(askOf(4, { fields: ['story'] }), { answer: 'refused', at: on(15) });
    expect(both(voices(noConsents, people, [wide, story]))).toEqual(['yes', 'other_fields']);
    const none = doorConsent(askOf(5), { answer: 'refused', at: on(15) });
    expect(both(voices(noConsents, people, [wide, none]))).toEqual(['refused', 'refused']);
  });

  it('goes by her own order in one conversation, whatever her phone’s clock says', () => {
    const wide = doorConsent(askOf(3), { at: on(14), place: 1 });
    const less = doorConsent(askOf(2, { fields: ['name'] }), { at: on(13), place: 2 });
    expect(both(voices(noConsents, people, [wide, less]))).toEqual(['yes', 'other_fields']);
    const elsewhere: Voices = {
      ...voices(noConsents, people, [wide]),
      doors: [
        { conversation: firstDoor, consents: [wide] },
        { conversation: hash(61), consents: [name(2, on(15))] },
      ],
    };
    // Nobody wrote down who writes at the other door.
    expect(both(elsewhere)).toEqual(['yes', 'other_fields']);
  });
});

describe('what went out before she said less', () => {
  const shared: ConsentEvent = {
    type: 'SharingNoted',
    v: 1,
    id: id(60),
    use: {
      purpose: 'con_referral_identity',
      recipient: 'North Wind House',
      fields: ['name', 'story'],
      persons: [them.defender],
    },
    what: 'A letter.',
    act: 'told',
    on: '2026-11-11',
    basis: { consents: [{ id: id(1), proof: null }], vital: null },
  };
  const sent = tellConsents([shared], heard);

  it('is told to its recipient, with the facts that are to be deleted [invariant 3]', () => {
    expect(recipientsToTell(voices(sent, people), today)).toEqual([]);
    const less = voices(sent, people, [name(2, on(12))]);
    expect(recipientsToTell(less, today)).toMatchObject([
      { sharing: { id: id(60) }, lost: ['story'], since: '2026-11-12' },
    ]);
    const again = voices(sent, people, [name(2, on(12)), doorConsent(askOf(3), { at: on(13) })]);
    expect(recipientsToTell(again, today)).toEqual([]);
  });

  it('is to be deleted as a whole where she withdrew it', () => {
    const stop = withdrawOf(
      { person: them.defender, consents: 'all' },
      { id: id(99), how: 'conch_oral_noted', on: today, words: '' },
    );
    const gone = voices(tellConsents([stop], sent), people, [name(2, on(12))]);
    expect(recipientsToTell(gone, today)).toMatchObject([{ lost: [], since: null }]);
  });
});
