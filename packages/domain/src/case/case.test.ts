import { describe, expect, it } from 'vitest';
import { latest } from '../shared/field.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { summaryFields } from './events.ts';
import { canChangeState, canKeepSummary, canOpenCase, canSetNextStep, canWriteNote } from './rules.ts';
import { type CaseState, conflictsIn, emptyCase, foldCase } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const reader = colleague(4, 'reader');
const free = () => false;
const opening = {
  pseudonym: 'Heron 12',
  fromConversation: hash(50),
  teams: [id(101)],
  responsible: officer.member,
  urgency: { urgency: 'urg_high', reason: 'Threats grow.' },
} as const;

function opened(): CaseState {
  const events = canOpenCase(officer, opening, free);
  if (!events.ok) throw new Error(events.error.code);
  return events.value.reduce(
    (state, event, index) => foldCase(state, event, at(1, officer, { index })),
    emptyCase,
  );
}

const summary = (value: string, replaces: readonly unknown[] = []) => ({
  type: 'SummaryKept',
  v: 1,
  field: 'danger',
  value,
  replaces,
});

describe('opening a case', () => {
  it('gives it a pseudonym, somebody responsible and the urgency that was judged', () => {
    const state = opened();
    expect(latest(state.pseudonym)).toBe('Heron 12');
    expect(state).toMatchObject({
      responsible: officer.member,
      urgency: 'urg_high',
      phase: 'case_new',
      kept: [],
    });
    expect(state.opened).toMatchObject({ fromConversation: hash(50), by: officer.member });
  });

  it('happens once, under a pseudonym that no other case has, by somebody who may', () => {
    expect(canOpenCase(officer, opening, (name) => name === 'Heron 12')).toMatchObject({
      error: { code: 'exists' },
    });
    expect(canOpenCase(reader, opening, free)).toMatchObject({ error: { code: 'role' } });
    const twice = foldCase(
      opened(),
      { type: 'CaseOpened', v: 1, pseudonym: 'B', fromConversation: null, teams: [] },
      at(2, officer),
    );
    expect(twice.kept[0]?.why).toMatchObject({ refusal: { code: 'exists' } });
    const before = foldCase(emptyCase, { type: 'NoteWritten', v: 1, text: 'Early' }, at(1, officer));
    expect(before.kept[0]?.why).toMatchObject({ refusal: { code: 'not_begun' } });
  });

  it('[rule 14] has no field for a name or a document [invariant 1]', () => {
    expect(summaryFields.filter((field) => /name|document|birth|passport|address/.test(field))).toEqual([]);
    const tried = foldCase(opened(), { ...summary('x'), field: 'legal_name' }, at(2, officer));
    expect([...tried.summary.keys()]).toEqual([]);
    expect(tried.kept).toHaveLength(1);
  });
});

describe('working on a case', () => {
  it('keeps both values when two people edit one field apart, until a person chooses', () => {
    const first = foldCase(opened(), summary('Followed.'), at(2, officer));
    const seen = { entry: hash(2), index: 0 };
    const both = tell(first, foldCase, [
      [summary('Followed by car.', [seen]), at(3, officer)],
      [summary('Followed, and called at night.', [seen]), at(4, second)],
    ]);
    expect(both.summary.get('danger')?.map((written) => written.value)).toEqual([
      'Followed by car.',
      'Followed, and called at night.',
    ]);
    expect(conflictsIn(both)).toEqual(['danger']);
    const choice = canKeepSummary(both, officer, 'danger', 'Followed by car, called at night.');
    expect(choice.ok).toBe(true);
    const chosen = foldCase(both, choice.ok ? choice.value[0] : null, at(5, officer));
    expect(chosen.summary.get('danger')?.map((written) => written.value)).toEqual([
      'Followed by car, called at night.',
    ]);
    expect(conflictsIn(chosen)).toEqual([]);
  });

  it('does the same for the pseudonym and for what is next', () => {
    const state = tell(opened(), foldCase, [
      [
        { type: 'PseudonymChanged', v: 1, pseudonym: 'Swift 3', replaces: [{ entry: hash(1), index: 0 }] },
        at(2, officer),
      ],
      [
        { type: 'PseudonymChanged', v: 1, pseudonym: 'Crane 8', replaces: [{ entry: hash(1), index: 0 }] },
        at(3, second),
      ],
      [
        { type: 'NextStepSet', v: 1, text: 'Call the lawyer', date: '2026-12-01', replaces: [] },
        at(4, officer),
      ],
    ]);
    expect(conflictsIn(state)).toEqual(['pseudonym']);
    expect(latest(state.nextStep)).toEqual({ text: 'Call the lawyer', date: '2026-12-01' });
    expect(canSetNextStep(state, officer, { text: 'Call the lawyer', date: '2026-12-01' })).toMatchObject({
      error: { code: 'no_change' },
    });
    expect(canSetNextStep(state, officer, { text: 'Call', date: '2026-02-30' })).toMatchObject({
      error: { code: 'malformed', details: { path: 'date', problem: 'wrong' } },
    });
  });

  it('keeps who changed the state, why, and every step before', () => {
    const state = tell(opened(), foldCase, [
      [
        { type: 'StateChanged', v: 1, state: 'case_supporting', reason: 'Grant decided.', closure: null },
        at(2, officer),
      ],
      [
        { type: 'StateChanged', v: 1, state: 'case_verifying', reason: 'New threat.', closure: null },
        at(3, second),
      ],
    ]);
    expect(state.phase).toBe('case_verifying');
    expect(state.phaseHistory.map((change) => [change.state, change.by])).toEqual([
      ['case_supporting', officer.member],
      ['case_verifying', second.member],
    ]);
    expect(
      canChangeState(state, officer, { state: 'case_closed', reason: 'Done.', closure: null }),
    ).toMatchObject({
      error: { code: 'closure_needed' },
    });
    expect(
      canChangeState(state, officer, {
        state: 'case_closed',
        reason: 'Done.',
        closure: 'close_support_completed',
      }).ok,
    ).toBe(true);
  });

  it('ends with erasure, after which nothing is written [invariant 14]', () => {
    const erased = foldCase(
      opened(),
      {
        type: 'StateChanged',
        v: 1,
        state: 'case_erased',
        reason: 'Asked for.',
        closure: 'close_erasure_request',
      },
      at(2, officer),
    );
    expect(canWriteNote(erased, officer, 'Late')).toMatchObject({ error: { code: 'ended' } });
  });

  it('[rule 1] keeps a reader’s note as refused and changes nothing', () => {
    const before = opened();
    const state = foldCase(before, { type: 'NoteWritten', v: 1, text: 'From a reader' }, at(2, reader));
    expect(state.notes).toEqual([]);
    expect(state.kept[0]).toMatchObject({
      json: { text: 'From a reader' },
      why: { refusal: { code: 'role' } },
    });
  });
});
