import { describe, expect, it } from 'vitest';
import { askOf, tellConsents, tryConsent, voices, yesOf } from '../testing/consents-of-a-case.ts';
import { colleague, id } from '../testing/people.ts';
import { landDefender, tellPeople, them } from '../testing/people-of-a-case.ts';
import type { ConsentEvent } from './events.ts';
import { noConsents } from './record.ts';
import { consentsOfCase } from './voices.ts';
import { witnessing } from './witness.ts';

const second = colleague(2, 'officer');
const today = '2026-11-21';
const people = tellPeople(landDefender);
const standings = (events: Parameters<typeof tellConsents>[0], who = people) =>
  consentsOfCase(voices(tellConsents(events), who), today).map(({ standing, lacks }) => [standing, lacks]);

describe('a yes that an officer hears', () => {
  it('stands with the very text that was read to her, its version and language, how and when, and its witness', () => {
    const [consent] = consentsOfCase(
      voices(tellConsents([yesOf(askOf(1), them.defender, { interpreter: 'Ibis' })]), people),
      today,
    );
    expect(consent).toMatchObject({
      standing: 'given',
      person: them.defender,
      ask: { text: askOf(1).text, version: 1, language: 'es' },
      witnessed: {
        by: id(1),
        how: 'conch_oral_noted',
        on: '2026-11-20',
        words: 'Yes, tell them.',
        interpreter: 'Ibis',
      },
      proof: null,
    });
  });

  it('cannot be rewritten: the same id with another text is refused, and two clicks make one', () => {
    const yes = yesOf(askOf(1), them.defender);
    const once = tellConsents([yes]);
    expect(tryConsent(once, yes)).toEqual({ ok: true, value: once });
    const other = yesOf(askOf(1, { fields: ['name', 'story', 'health'] }), them.defender);
    expect(tryConsent(once, other)).toMatchObject({ error: { code: 'exists' } });
    expect(tryConsent(once, yes, second)).toMatchObject({ error: { code: 'exists' } });
  });

  it('counts only where she was told that a no costs nothing, that she may withdraw, and nobody pressed her', () => {
    const pressed = yesOf(askOf(1), them.defender, {
      assured: ['understood', 'no_costs_nothing', 'may_withdraw'],
    });
    expect(tryConsent(noConsents, pressed)).toMatchObject({
      error: { code: 'not_assured', details: { assurance: 'no_pressure' } },
    });
  });

  it('names facts, and is not over before it is given [invariant 3]', () => {
    expect(tryConsent(noConsents, yesOf(askOf(1, { fields: [] }), them.defender))).toMatchObject({
      error: { code: 'malformed', details: { path: 'ask.fields' } },
    });
    expect(tryConsent(noConsents, yesOf(askOf(1, { until: '2026-11-19' }), them.defender))).toMatchObject({
      error: { code: 'malformed', details: { path: 'ask.until' } },
    });
  });
});

describe('what an officer may witness', () => {
  it('is not a click at the door, and not being named in public or to a state on spoken words', () => {
    expect(witnessing('con_contact', 'conch_form_click')).toMatchObject({ may: false, why: 'door_needed' });
    for (const purpose of ['con_public_name', 'con_un_named'] as const) {
      expect(witnessing(purpose, 'conch_oral_noted')).toMatchObject({ may: false, why: 'door_needed' });
      expect(witnessing(purpose, 'conch_signed')).toEqual({ may: true, why: null, second: true });
    }
    const spoken = yesOf(askOf(1, { purpose: 'con_public_name' }), them.defender);
    expect(tryConsent(noConsents, spoken)).toMatchObject({ error: { code: 'door_needed' } });
  });

  it('is not a yes that somebody else brings, where it would share her facts', () => {
    expect(witnessing('con_contact', 'conch_via_trusted').may).toBe(true);
    const brought = yesOf(askOf(1), them.defender, { how: 'conch_via_trusted' });
    expect(tryConsent(noConsents, brought)).toMatchObject({ error: { code: 'own_word_needed' } });
  });
});

describe('a yes to what cannot be undone', () => {
  const ask = askOf(1, { purpose: 'con_share_authority', recipient: 'The consulate' });
  const yes = yesOf(ask, them.defender);
  const look = (more: object): ConsentEvent => ({
    type: 'ConsentSeconded',
    v: 1,
    consent: ask.id,
    how: 'called_back',
    on: '2026-11-21',
    words: 'She says the same.',
    urgent: '',
    ...more,
  });

  it('waits until a second officer has heard it, on another day', () => {
    expect(standings([yes])).toEqual([['lacking', 'second']]);
    expect(standings([yes, [look({}), second]])).toEqual([['given', null]]);
  });

  it('counts from the day on which it was heard and never before, whatever is written down early', () => {
    expect(standings([yes, [look({ on: '2026-11-25' }), second]])).toEqual([['lacking', 'second']]);
    expect(standings([yesOf(askOf(2), them.defender, { on: '2026-11-25' })])).toEqual([['lacking', 'later']]);
  });

  it('is not seconded by its witness, nor on the same day unless it cannot wait, nor before it was said', () => {
    const heard = tellConsents([yes]);
    expect(tryConsent(heard, look({}))).toMatchObject({ error: { code: 'second_needed' } });
    expect(tryConsent(heard, look({ on: yes.on }), second)).toMatchObject({ error: { code: 'sleep_on_it' } });
    expect(
      tryConsent(heard, look({ on: yes.on, urgent: 'The hearing is tomorrow at eight.' }), second).ok,
    ).toBe(true);
    expect(tryConsent(heard, look({ on: '2026-11-01' }), second)).toMatchObject({
      error: { code: 'malformed' },
    });
  });
});

describe('a yes for a child', () => {
  const guardianship = (guardian: string, voice: 'alone' | 'together' | 'disputed', number: number) =>
    ({
      type: 'GuardianshipKept',
      v: 1,
      id: id(number),
      set: { child: them.son, guardian, basis: 'parent', voice, from: null, until: null, note: '' },
      replaces: {},
    }) as const;
  const both = tellPeople(
    [guardianship(them.defender, 'together', 1), guardianship(them.father, 'together', 2)],
    people,
  );
  const yes = (...saidBy: readonly string[]) =>
    yesOf(askOf(1), them.son, { saidBy, childView: 'I want to go with my mother.' });

  it('is said by those who may, all of them where none may alone [invariant 11]', () => {
    expect(standings([yes(them.defender)], both)).toEqual([['lacking', 'guardian']]);
    expect(standings([yes(them.defender, them.father)], both)).toEqual([['given', null]]);
    expect(standings([yes(them.son)], both)).toEqual([['lacking', 'guardian']]);
  });

  it('has no effect while it is disputed who may', () => {
    const disputed = tellPeople([guardianship(them.father, 'disputed', 3)], both);
    expect(standings([yes(them.defender, them.father)], disputed)).toEqual([['lacking', 'disputed']]);
  });

  it('is never said by anybody for somebody grown [invariant 11]', () => {
    const hers = yesOf(askOf(1), them.brother, { saidBy: [them.defender] });
    expect(standings([hers])).toEqual([['lacking', 'guardian']]);
  });
});
