import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { documentItems } from '../document/events.ts';
import { argue } from '../eligibility/rules.ts';
import { persons } from '../people/events.ts';
import { countPeople } from '../people/group.ts';
import { type MeasureValues, measureItems } from '../plan/events.ts';
import { baseOf, editOf, type ItemKind, type Values } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { type StageCode, stageItems } from '../stage/events.ts';
import { timesIn } from '../stage/state.ts';
import { taskItems } from '../task/events.ts';
import { act, actor, incident, judged, threat } from '../testing/danger-of-a-case.ts';
import { at, colleague, hash, id } from '../testing/people.ts';
import { finding } from '../verification/testing/story.ts';
import { canSetCaseUrgency } from './rules.ts';
import { type CaseState, emptyCase, foldCase } from './state.ts';

/* What is judged is judged by a person, and each value by itself; what is counted is counted by itself. */

const officer = colleague(1, 'officer');
const day = (number: number): string => `2026-11-${String(1 + (number % 28)).padStart(2, '0')}`;
const point = (number: number) => ({ kind: 'point', at: day(number), about: false, said: '' }) as const;
const kept = <V extends Values>(kind: ItemKind<string, V>, number: number, values: Partial<V>): unknown =>
  editOf(kind, baseOf<V>(undefined, id(1000 + number)), values);
const stage = (number: number, code: StageCode): unknown =>
  kept(stageItems, number, { stage: code, from: day(number), until: null, lead: null, note: '' });
const moved = (state: string) => ({
  type: 'StateChanged',
  v: 2,
  state,
  reason: 'So it is.',
  closure: null,
  date: null,
  replaces: null,
});
const file = { blob: hash(1), name: 'a.pdf', mediaType: 'application/pdf', size: 1, hash: hash(2) };

/** What is read off a file: three values that people judge, and three numbers. */
function readings(state: CaseState) {
  return {
    urgency: `${state.urgency} ${state.urgencyHistory.length}`,
    risk: JSON.stringify(state.parts.risk.assessments),
    eligibility: JSON.stringify([...state.parts.eligibility.tests]),
    people: countPeople(state.parts.people).people,
    grants: timesIn(state.parts.stages, 'grant'),
    relocations: timesIn(state.parts.stages, 'relocation'),
  };
}
type Reading = keyof ReturnType<typeof readings>;

/** What may happen in a file, and the one reading that it changes; null where it changes none. */
const happenings: readonly {
  readonly of: Reading | null;
  readonly event: (state: CaseState, number: number) => unknown;
}[] = [
  {
    of: 'urgency',
    event: (state, number) => {
      const urgency = number % 2 === 0 ? 'urg_immediate' : 'urg_standard';
      const allowed = canSetCaseUrgency(state, officer, { urgency, reason: `Reason ${number}.` });
      if (!allowed.ok) throw new Error(allowed.error.code);
      return allowed.value[0];
    },
  },
  {
    of: 'risk',
    event: (state, number) => judged(state, id(2000 + number), { who: 'who_defender', on: day(number) }),
  },
  {
    of: 'eligibility',
    event: (state, number) =>
      argue(state.parts.eligibility, {
        test: 'danger',
        verdict: number % 2 === 0 ? 'yes' : 'no',
        words: `Argument ${number}.`,
        evidence: [],
      }),
  },
  { of: 'people', event: (_, number) => kept(persons, number, { label: `Person ${number}` }) },
  { of: 'grants', event: (_, number) => stage(number, 'grant') },
  { of: 'relocations', event: (_, number) => stage(number, 'relocation') },
  { of: null, event: (_, number) => stage(number, 'risk') },
  { of: null, event: (_, number) => incident(id(3000 + number), { kind: 'inc_declared_threat' }) },
  { of: null, event: (_, number) => threat(id(4000 + number), 'A call at night.') },
  { of: null, event: (_, number) => actor(id(5000 + number), 'A unit') },
  { of: null, event: (_, number) => finding(6000 + number, { level: 'ver_2_documents', on: day(number) }) },
  {
    of: null,
    event: (_, number) => kept(situationItems, number, { kind: 'place', country: 'KE', from: point(number) }),
  },
  {
    of: null,
    event: (_, number) =>
      kept<MeasureValues>(measureItems, number, { kind: 'regional_relocation', what: 'Three months away.' }),
  },
  { of: null, event: (_, number) => kept(taskItems, number, { text: 'Call the clinic.', due: day(number) }) },
  { of: null, event: (_, number) => kept(documentItems, number, { title: 'Summons', file }) },
  {
    of: null,
    event: () => ({ type: 'NoteWritten', v: 1, text: 'It is urgent, and there is danger to life.' }),
  },
  { of: null, event: () => moved('case_approved') },
  { of: null, event: () => moved('case_supporting') },
];

describe('whatever happens in a file, in whatever order', () => {
  it('urgency, risk and eligibility change by a judgement of each and by nothing else; people, grants and relocations are counted one by one [invariants 5, 6]', () => {
    const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] };
    fc.assert(
      fc.property(fc.array(fc.nat(happenings.length - 1), { maxLength: 20 }), (picks) => {
        let state = foldCase(emptyCase, opening, at(1, officer));
        for (const [index, pick] of picks.entries()) {
          const happening = happenings[pick];
          if (happening === undefined) throw new Error('no such happening');
          const before = readings(state);
          state = foldCase(state, happening.event(state, index + 1), at(index + 2, officer));
          expect(state.kept).toEqual([]);
          const after = readings(state);
          const changed = (Object.keys(after) as Reading[]).filter((name) => after[name] !== before[name]);
          expect(changed).toEqual(happening.of === null ? [] : [happening.of]);
          for (const name of ['people', 'grants', 'relocations'] as const)
            expect(after[name] - before[name]).toBe(happening.of === name ? 1 : 0);
        }
      }),
      { numRuns: runs(120) },
    );
  });

  it('and an incident only asks that somebody judge anew: each act of it leaves what was judged as it was [invariant 5]', () => {
    const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] };
    const begun = [opening, incident(id(1), { kind: 'inc_attack' })].reduce<CaseState>(
      (state, event, index) => foldCase(state, event, at(index + 1, officer)),
      emptyCase,
    );
    const struck = foldCase(begun, act(id(2), id(1), { victims: ['who_defender'] }), at(3, officer));
    expect([struck.kept, readings(struck)]).toEqual([[], readings(begun)]);
    expect(struck.urgency).toBe('urg_unset');
  });
});
