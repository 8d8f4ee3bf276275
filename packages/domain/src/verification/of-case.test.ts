import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { type IncidentValues, incidentItems } from '../incident/events.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { at, colleague, id } from '../testing/people.ts';
import { lookAgainAt, newEventsIn } from './of-case.ts';
import { finding } from './testing/story.ts';

const officer = colleague(1, 'officer');
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };

function told(...events: readonly unknown[]): CaseState {
  const state = [opening, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}

describe('what was found ends', () => {
  it('and is a clock of the newest finding of each question; another country opens what depends on it [invariant 9]', () => {
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

  it('and is looked at again after an incident that nobody could know of, also where nobody knows its day', () => {
    const incident = (number: number, when: IncidentValues['when']) =>
      editOf(incidentItems, baseOf<IncidentValues>(undefined, id(number)), {
        kind: 'inc_declared_threat',
        happened: 'A call at night.',
        when,
      });
    const safe = finding(3, { question: 'vq_safe_to_help', level: 'ver_1_self', on: '2026-11-10' });
    const again = (state: CaseState) => lookAgainAt(state).map((one) => one.finding.id);
    const early = { kind: 'point', at: '2026-10-01', about: false, said: '' } as const;
    // It was known when she was verified: nothing is asked.
    expect(again(told(incident(41, null), safe))).toEqual([]);
    for (const when of [null, early]) {
      const state = told(safe, incident(41, when));
      expect(again(state)).toEqual([id(2003)]);
      const due = clocksIn(state).filter(({ kind }) => kind === 'verification');
      expect(due.map(({ until }) => until)).toEqual(['1970-01-01', '2027-11-10']);
      expect(new Set(due.map(({ item }) => item)).size).toBe(2);
    }
    // One that ends the finding by its own day needs no second reminder.
    const late = { kind: 'point', at: '2026-11-15', about: false, said: '' } as const;
    expect(again(told(safe, incident(41, late)))).toEqual([]);
    // Who she is does not change with an attack.
    expect(again(told(finding(2, { level: 'ver_3_referee', on: '2026-10-01' }), incident(41, null)))).toEqual(
      [],
    );
  });
});
