import { describe, expect, it } from 'vitest';
import {
  askOf,
  doorConsent,
  firstDoor,
  tellConsents,
  tryConsent,
  voices,
  yesOf,
} from '../testing/consents-of-a-case.ts';
import { colleague, hash, id } from '../testing/people.ts';
import { landDefender, personOf, tellPeople, them } from '../testing/people-of-a-case.ts';
import type { ConsentEvent } from './events.ts';
import { noConsents } from './record.ts';
import { canShare, mayShare } from './share.ts';
import { doorsOf, personAt } from './voices.ts';

const second = colleague(2, 'officer');
const today = '2026-11-21';
const people = tellPeople(landDefender);
const use = {
  purpose: 'con_referral_identity',
  recipient: 'North Wind House',
  fields: ['name'],
  persons: [them.defender],
} as const;
const codes = (answer: ReturnType<typeof mayShare>) =>
  answer.ok ? [] : answer.error.map(({ code }) => code);

describe('sharing what a person said', () => {
  it('needs her yes to this purpose, this recipient and every kind of fact [invariant 3]', () => {
    const with1 = voices(tellConsents([yesOf(askOf(1), them.defender)]), people);
    expect(mayShare(with1, use, today)).toMatchObject({ ok: true, value: { rests: 'consent' } });
    expect(mayShare(with1, { ...use, recipient: ' north wind HOUSE ' }, today).ok).toBe(true);
    expect(codes(mayShare(with1, { ...use, recipient: 'South Wind House' }, today))).toEqual(['not_asked']);
    expect(codes(mayShare(with1, { ...use, purpose: 'con_share_host' }, today))).toEqual(['not_asked']);
    const more = mayShare(with1, { ...use, fields: ['name', 'health'] }, today);
    expect(more).toMatchObject({ error: [{ code: 'other_fields', fields: ['health'] }] });
    expect(codes(mayShare(with1, { ...use, fields: [] }, today))).toEqual(['nothing_named']);
  });

  it('ends on the last day of the consent [invariant 3]', () => {
    const until = voices(tellConsents([yesOf(askOf(1, { until: today }), them.defender)]), people);
    expect(mayShare(until, use, today).ok).toBe(true);
    expect(codes(mayShare(until, use, '2026-11-22'))).toEqual(['expired']);
  });

  it('[invariant 11] needs the yes of everybody whose facts go along, each their own', () => {
    const hers = voices(tellConsents([yesOf(askOf(1), them.defender)]), people);
    const both = { ...use, persons: [them.defender, them.father] };
    expect(mayShare(hers, both, today)).toMatchObject({
      error: [{ code: 'not_asked', person: them.father }],
    });
    const his = voices(tellConsents([yesOf(askOf(2), them.father)], hers.consents), people);
    expect(mayShare(his, both, today)).toMatchObject({ ok: true, value: { covers: [{}, {}] } });
  });

  it('speaks of the defender where nobody is named', () => {
    const fathers = voices(tellConsents([yesOf(askOf(1), them.father)]), people);
    expect(mayShare(fathers, { ...use, persons: [] }, today)).toMatchObject({
      error: [{ code: 'not_asked', person: them.defender }],
    });
  });

  it('follows two persons who turned out to be one, and lets go when they are parted', () => {
    const apart = tellPeople([personOf(them.twin, 'Egret')], people);
    const consents = tellConsents([yesOf(askOf(1), them.twin)]);
    const merged = tellPeople(
      [{ type: 'PersonsMerged', v: 1, into: them.defender, other: them.twin, reason: 'One.' }],
      apart,
    );
    expect(mayShare(voices(consents, merged), use, today).ok).toBe(true);
    expect(mayShare(voices(consents, apart), use, today).ok).toBe(false);
  });
});

describe('a referee who says yes to being named to one organisation only', () => {
  const ask = askOf(1, {
    purpose: 'con_verify_referee',
    recipient: 'River Fund',
    fields: ['name', 'verification'],
  });
  const known = voices(tellConsents([yesOf(ask, them.referee)]), people);
  const naming = { purpose: 'con_verify_referee', fields: ['name'], persons: [them.referee] } as const;

  it('is named to that one and to no other [invariant 11]', () => {
    expect(mayShare(known, { ...naming, recipient: 'River Fund' }, today).ok).toBe(true);
    expect(codes(mayShare(known, { ...naming, recipient: 'Lake Fund' }, today))).toEqual(['not_asked']);
  });

  it('says nothing for the defender', () => {
    expect(
      mayShare(known, { ...naming, recipient: 'River Fund', persons: [them.defender, them.referee] }, today),
    ).toMatchObject({ error: [{ code: 'not_asked', person: them.defender }] });
  });
});

describe('a recipient who must not learn of the case', () => {
  it('gets nothing, whatever was consented', () => {
    const asks = [askOf(1, { recipient: 'Rook' }), askOf(2, { recipient: 'The uncle and his house' })];
    const known = voices(tellConsents(asks.map((ask) => yesOf(ask, them.defender))), people);
    for (const recipient of ['Rook', 'the uncle and his house'])
      expect(codes(mayShare(known, { ...use, recipient }, today))).toEqual(['kept_away']);
    expect(
      codes(mayShare(known, { ...use, recipient: 'My brother', recipientPerson: them.brother }, today)),
    ).toEqual(['kept_away']);
  });
});

describe('a consent from the door', () => {
  const ask = askOf(1);
  it('counts with the signed item as its proof, and is stopped by her word there at once', () => {
    const given = voices(noConsents, people, [doorConsent(ask, {})]);
    expect(mayShare(given, use, today)).toMatchObject({
      value: { covers: [{ consent: { proof: hash(80) } }] },
    });
    const stopped = voices(noConsents, people, [doorConsent(ask, {}, { answer: 'withdrawn' })]);
    expect(codes(mayShare(stopped, use, today))).toEqual(['withdrawn']);
    expect(codes(mayShare(voices(noConsents, people, [doorConsent(ask)]), use, today))).toEqual(['asked']);
  });

  it('is hers who writes there: of an applicant it is not taken for the defender’s', () => {
    const applied = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.applicant, 'Finch', { roles: ['role_applicant_third_party'] }),
    ]);
    expect(personAt(applied, firstDoor, firstDoor)).toBe(them.applicant);
    const given = voices(noConsents, applied, [doorConsent(ask, {})]);
    expect(codes(mayShare(given, use, today))).toEqual(['not_asked']);
  });

  it('has no effect until somebody says whose door it is, where that is not sure', () => {
    const two = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.twin, 'Egret', { roles: ['role_defender'] }),
    ]);
    const unsure = voices(noConsents, two, [doorConsent(ask, {})]);
    expect(mayShare(unsure, use, today)).toMatchObject({ error: [{ code: 'lacking', lacks: 'whose' }] });
    const named = tellPeople(
      [personOf(id(77), 'Ibis', { roles: ['role_defender'], doors: [firstDoor] })],
      two,
    );
    expect(personAt(named, firstDoor, firstDoor)).toBe(id(77));
    expect(codes(mayShare(voices(noConsents, named, [doorConsent(ask, {})]), use, today))).toEqual([
      'not_asked',
    ]);
  });

  it('counts for the writer while nobody stands in the file yet', () => {
    const early = voices(noConsents, undefined, [doorConsent(ask, {})]);
    expect(mayShare(early, { ...use, persons: [] }, today).ok).toBe(true);
  });

  it('that cannot be opened here is said to be so', () => {
    const unread = voices(tellConsents([yesOf(ask, them.defender)]), people, null);
    expect(mayShare(unread, use, today)).toMatchObject({
      value: { cautions: [{ code: 'door_unread', conversation: firstDoor }] },
    });
  });

  it('is looked for at the door that the case comes from and at those of its people', () => {
    const named = tellPeople([personOf(id(77), 'Ibis', { doors: [hash(61)] })], people);
    const state = { opened: { fromConversation: firstDoor }, parts: { people: named, consents: noConsents } };
    expect(doorsOf(state)).toEqual([firstDoor, hash(61)]);
  });
});

describe('her own word at the door', () => {
  const heard = tellConsents([yesOf(askOf(1), them.defender, { on: '2026-11-10' })]);
  const later = Date.parse('2026-11-12T08:00:00Z');
  const asked = askOf(2);

  it('stops a yes that an officer had heard, when she says no to the same or takes her yes back', () => {
    const no = voices(heard, people, [doorConsent(asked, { answer: 'refused', at: later })]);
    expect(codes(mayShare(no, use, today))).toEqual(['refused']);
    const back = doorConsent(asked, { at: later }, { answer: 'withdrawn', at: later + 1 });
    expect(codes(mayShare(voices(heard, people, [back]), use, today))).toEqual(['withdrawn']);
  });

  it('leaves that yes alone where she says yes again, has not answered, or speaks of another recipient', () => {
    const again = [
      doorConsent(asked, { answer: 'refused', at: later }),
      doorConsent(askOf(3), { at: later + 1 }),
    ];
    const other = askOf(4, { recipient: 'South Wind House' });
    for (const door of [again, [doorConsent(asked)], [doorConsent(other, { answer: 'refused', at: later })]])
      expect(mayShare(voices(heard, people, door), use, today).ok).toBe(true);
  });

  it('does not stop a yes that she said to an officer on a later day', () => {
    const before = Date.parse('2026-11-09T08:00:00Z');
    const no = doorConsent(asked, { answer: 'refused', at: before });
    expect(mayShare(voices(heard, people, [no]), use, today).ok).toBe(true);
  });

  it('stops it also where nobody has said yet who writes there: a no is never too much', () => {
    const two = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.twin, 'Egret', { roles: ['role_defender'] }),
    ]);
    const no = voices(heard, two, [doorConsent(asked, { answer: 'refused', at: later })]);
    expect(codes(mayShare(no, use, today))).toEqual(['refused']);
  });

  it('of one person stops nobody else’s yes', () => {
    const two = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.applicant, 'Finch', { roles: ['role_applicant_third_party'], doors: [firstDoor] }),
    ]);
    const no = voices(heard, two, [doorConsent(asked, { answer: 'refused', at: later })]);
    expect(mayShare(no, use, today).ok).toBe(true);
  });
});

describe('acting without consent', () => {
  const proposed: ConsentEvent = {
    type: 'VitalProposed',
    v: 1,
    id: id(900),
    ground: 'child_in_danger',
    use: {
      purpose: 'con_share_authority',
      recipient: 'The child protection office',
      fields: ['place'],
      persons: [them.son],
    },
    danger: 'He was taken from school by men of the mine.',
    whyNoConsent: 'His mother cannot be reached; his father is with the men.',
    from: '2026-11-21',
    until: '2026-11-28',
  };
  const agreed: ConsentEvent = { type: 'VitalSeconded', v: 1, id: id(900), words: 'Yes. Tonight.' };
  const telling = {
    purpose: 'con_share_authority',
    recipient: 'The child protection office',
    fields: ['place'],
    persons: [them.son],
  } as const;

  it('takes two, and then covers this one use and no other, and ends by itself', () => {
    const alone = voices(tellConsents([proposed]), people);
    expect(codes(mayShare(alone, telling, today))).toEqual(['not_asked']);
    expect(tryConsent(alone.consents, agreed)).toMatchObject({ error: { code: 'second_needed' } });
    const two = voices(tellConsents([proposed, [agreed, second]]), people);
    expect(mayShare(two, telling, today)).toMatchObject({ value: { rests: 'vital', covers: [] } });
    for (const other of [
      { ...telling, fields: ['place', 'story'] },
      { ...telling, recipient: 'The police' },
      { ...telling, persons: [them.son, them.daughter] },
      { ...telling, purpose: 'con_share_host' } as const,
    ])
      expect(mayShare(two, other, today).ok).toBe(false);
    expect(mayShare(two, telling, '2026-11-29').ok).toBe(false);
  });

  it('never looks like a consent: it is in no list of them', () => {
    const two = voices(tellConsents([proposed, [agreed, second]]), people);
    const shared = canShare(two, telling, { id: id(901), what: 'Where he may be.', act: 'told' }, today);
    expect(shared).toMatchObject({ value: [{ basis: { consents: [], vital: id(900) } }] });
    expect(two.consents.witnessed.size).toBe(0);
  });

  it('is stopped by anybody’s no, which is not talked round', () => {
    const no: ConsentEvent = {
      type: 'VitalRefused',
      v: 1,
      id: id(900),
      words: 'The father is not with them.',
    };
    const stopped = tellConsents([proposed, [agreed, second], no, [agreed, second]]);
    expect(mayShare(voices(stopped, people), telling, today).ok).toBe(false);
  });

  it('is never there for publicity or money, and not for longer than two weeks', () => {
    const use = { ...proposed.use, purpose: 'con_public_name' } as const;
    expect(tryConsent(noConsents, { ...proposed, use })).toMatchObject({
      error: { code: 'never_without_consent' },
    });
    expect(tryConsent(noConsents, { ...proposed, until: '2026-12-31' })).toMatchObject({
      error: { code: 'malformed' },
    });
  });
});
