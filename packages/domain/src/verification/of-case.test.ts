import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { type IncidentValues, incidentItems } from '../incident/events.ts';
import { bars, type PersonValues, persons } from '../people/events.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { at, colleague, id } from '../testing/people.ts';
import { knownOfSource, mayAskIn, newEventsIn, sheetCheckOf } from './of-case.ts';
import { finding, source } from './testing/story.ts';

const officer = colleague(1, 'officer');
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
const person = (number: number, values: Partial<PersonValues>) =>
  editOf(persons, baseOf<PersonValues>(undefined, id(number)), { label: `Person ${number}`, ...values });
const bar = (number: number, values: object) =>
  editOf(bars, baseOf(undefined, id(number)), { kind: 'never_contact', why: 'He beat her.', ...values });

function told(...events: readonly unknown[]): CaseState {
  const state = [opening, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}
const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

describe('before a source of a case is asked', () => {
  it('the list of whom she wants left alone is looked at, by person', () => {
    const state = told(
      person(1, { contact: 'self' }),
      source(11, { person: id(1), agreed: 'given' }),
      bar(21, { person: id(1), circle: '' }),
    );
    const { never } = mayAskIn(state, id(11), ['work']);
    expect(never).toEqual([{ code: 'never_contact', sources: [], details: { why: 'He beat her.' } }]);
    expect(sheetCheckOf(state)({ source: id(11), whom: '', about: null })).toEqual([
      { code: 'do_not_contact' },
    ]);
  });

  it('and circles in words are minded before everybody: only a person can tell who belongs to them', () => {
    const state = told(
      person(1, { contact: 'self' }),
      source(11, { person: id(1), agreed: 'given' }),
      bar(21, { kind: 'must_not_learn', person: null, circle: 'Her brothers', why: 'They looked for her.' }),
    );
    const { never, careful } = mayAskIn(state, id(11), ['work']);
    expect(never).toEqual([]);
    expect(careful).toEqual([
      {
        code: 'may_be_never_contact',
        sources: [],
        details: { why: 'Her brothers: They looked for her.' },
      },
    ]);
  });

  it('a referee is asked when both have agreed, and each of the two words can stop it', () => {
    const ask = (contact: 'self' | 'never' | 'unknown', agreed: 'given' | 'refused' | 'not_asked') => {
      const state = told(person(1, { contact }), source(11, { person: id(1), agreed }));
      const { never, careful } = mayAskIn(state, id(11), ['work']);
      return [...codes(never).map((code) => `no ${code}`), ...codes(careful)];
    };
    expect(ask('self', 'given')).toEqual([]);
    expect(ask('never', 'given')).toEqual(['no she_refused']);
    expect(ask('self', 'refused')).toEqual(['no no_own_consent']);
    expect(ask('unknown', 'not_asked')).toEqual(['her_leave_not_asked', 'own_consent_not_asked']);
  });

  it('a source that she named and that is nobody in the file has not agreed by that', () => {
    const state = told(source(11), source(12, { origin: 'independent', kind: 'vs_local_member' }));
    expect(knownOfSource(state, id(11))).toMatchObject({ herLeave: 'not_asked', ownConsent: 'not_asked' });
    expect(knownOfSource(state, id(12))).toMatchObject({ herLeave: 'not_needed', ownConsent: 'not_needed' });
  });
});

describe('what was found ends', () => {
  it('and is a clock of the newest finding of each question; another country opens what depends on it', () => {
    const moved = editOf(situationItems, baseOf(undefined, id(31)), {
      kind: 'place',
      country: 'KE',
      from: { kind: 'point', at: '2026-11-15', about: false, said: '' },
      until: null,
    });
    const findings = [
      finding(1, { level: 'ver_2_documents', on: '2026-02-28' }),
      finding(2, { level: 'ver_3_referee', on: '2026-10-01' }),
      finding(3, { question: 'vq_safe_to_help', level: 'ver_1_self', on: '2026-11-10' }),
      finding(4, { question: 'vq_need', level: 'ver_0_none', on: '2026-11-10' }),
    ];
    const clocks = (state: CaseState) =>
      clocksIn(state)
        .filter(({ kind }) => kind === 'verification')
        .map(({ item, until }) => [item, until]);
    expect(clocks(told(...findings))).toEqual([
      [id(2002), '2027-10-01'],
      [id(2003), '2027-11-10'],
    ]);
    const after = told(...findings, moved);
    expect(newEventsIn(after)).toEqual([{ on: '2026-11-15', kind: 'moved' }]);
    expect(clocks(after)).toEqual([
      [id(2003), '2026-11-15'],
      [id(2002), '2027-10-01'],
    ]);
  });

  it('with an incident of the log, on the last day on which it may have been', () => {
    const incident = editOf(incidentItems, baseOf<IncidentValues>(undefined, id(41)), {
      kind: 'inc_declared_threat',
      happened: 'A call at night.',
      when: { kind: 'point', at: '2026-11', about: false, said: '' },
    });
    const state = told(
      finding(3, { question: 'vq_safe_to_help', level: 'ver_1_self', on: '2026-11-10' }),
      incident,
    );
    expect(newEventsIn(state)).toEqual([{ on: '2026-11-30', kind: 'incident' }]);
    expect(clocksIn(state).find(({ kind }) => kind === 'verification')?.until).toBe('2026-11-30');
  });
});
