import { describe, expect, it } from 'vitest';
import { responsibilityPart } from '../responsibility/part.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import type { CaseEvent } from './events.ts';
import { canChangeState, canOpenCase, canSetCaseUrgency, canSetNextStep, canWriteNote } from './rules.ts';
import { type CaseState, conflictsIn, emptyCase, foldCase, timesReopened } from './state.ts';
import { unfinishedIn } from './unfinished.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');

function opened(): CaseState {
  const opening = {
    pseudonym: 'Heron 12',
    fromConversation: hash(50),
    teams: [id(101)],
    responsible: officer.member,
    urgency: null,
  };
  const events = canOpenCase(officer, opening, () => false);
  if (!events.ok) throw new Error(events.error.code);
  return told(emptyCase, 1, officer, events.value);
}

/** The state after events that one entry holds. */
function told(
  state: CaseState,
  entry: number,
  who: typeof officer,
  events: readonly CaseEvent[] | { readonly ok: boolean; readonly value?: readonly CaseEvent[] },
): CaseState {
  const list = 'ok' in events ? (events.value ?? []) : events;
  if (list.length === 0) throw new Error(JSON.stringify(events));
  return list.reduce((before, event, index) => foldCase(before, event, at(entry, who, { index })), state);
}

const close = { state: 'case_closed', reason: 'All done.', closure: 'close_support_completed' } as const;
const move = (state: 'case_verifying' | 'case_assessing', reason: string) =>
  ({ state, reason, closure: null }) as const;

describe('a case that goes from state to state', () => {
  it('stays closed whatever else happens in it: notes, steps, messages, a colleague’s late move', () => {
    const before = opened();
    const late = canChangeState(before, second, move('case_verifying', 'Written on a train.'));
    let state = told(before, 2, officer, canChangeState(before, officer, close));
    state = told(state, 3, officer, canWriteNote(state, officer, 'She sent thanks.'));
    state = told(state, 4, officer, canSetNextStep(state, officer, { text: 'Call in March', date: null }));
    state = told(state, 5, second, canSetCaseUrgency(state, second, { urgency: 'urg_high', reason: 'New.' }));
    state = told(state, 6, second, late);
    expect(state.phase).toBe('case_closed');
    expect(timesReopened(state)).toBe(0);
    // Her move is kept with its reason, and the outbox tells her why it changed nothing.
    expect(state.kept.at(-1)).toMatchObject({
      json: { reason: 'Written on a train.' },
      why: { refusal: { code: 'ended' } },
    });
  });

  it('is opened again by somebody who says why, and each time is counted', () => {
    let state = opened();
    for (const entry of [2, 4]) {
      state = told(state, entry, officer, canChangeState(state, officer, close));
      state = told(
        state,
        entry + 1,
        second,
        canChangeState(state, second, move('case_assessing', 'A new threat.')),
      );
    }
    expect(state.phase).toBe('case_assessing');
    expect(timesReopened(state)).toBe(2);
    expect(state.phaseHistory.map(({ state: phase }) => phase)).toEqual([
      'case_closed',
      'case_assessing',
      'case_closed',
      'case_assessing',
    ]);
  });

  it('stays closed where somebody reopens an earlier closing without having seen the later one', () => {
    const first = told(opened(), 2, officer, canChangeState(opened(), officer, close));
    const late = canChangeState(first, second, move('case_verifying', 'From an old screen.'));
    let state = told(
      first,
      3,
      officer,
      canChangeState(first, officer, move('case_assessing', 'A call came.')),
    );
    state = told(state, 4, officer, canChangeState(state, officer, close));
    state = told(state, 5, second, late);
    expect(state.phase).toBe('case_closed');
    expect(timesReopened(state)).toBe(1);
  });

  it('is not closed twice, and can be erased after it was closed [invariant 14]', () => {
    const closed = told(opened(), 2, officer, canChangeState(opened(), officer, close));
    expect(canChangeState(closed, officer, close)).toMatchObject({ error: { code: 'no_change' } });
    const erased = canChangeState(closed, officer, {
      state: 'case_erased',
      reason: 'She asked.',
      closure: null,
    });
    expect(told(closed, 3, officer, erased).phase).toBe('case_erased');
  });

  it('keeps both moves that two people made apart until one of them chooses: no last save wins', () => {
    const before = opened();
    const hers = canChangeState(before, officer, move('case_verifying', 'Referees answer.'));
    const his = canChangeState(before, second, move('case_assessing', 'She was followed.'));
    const both = told(told(before, 2, officer, hers), 3, second, his);
    expect(both.phases.map(({ value }) => value)).toEqual(['case_verifying', 'case_assessing']);
    expect(conflictsIn(both)).toEqual(['phase']);
    const chosen = told(
      both,
      4,
      officer,
      canChangeState(both, officer, move('case_assessing', 'As he says.')),
    );
    expect(conflictsIn(chosen)).toEqual([]);
    expect(chosen.phaseHistory).toHaveLength(3);
  });

  it('counts the more urgent of two judgements that were made apart', () => {
    const before = opened();
    const hers = canSetCaseUrgency(before, officer, {
      urgency: 'urg_immediate',
      reason: 'Police at the door.',
    });
    const his = canSetCaseUrgency(before, second, { urgency: 'urg_standard', reason: 'A quiet week.' });
    const both = told(told(before, 2, officer, hers), 3, second, his);
    expect(both.urgency).toBe('urg_immediate');
    expect(conflictsIn(both)).toEqual(['urgency']);
  });

  it('reads what the first versions wrote: they named nothing and replaced everything', () => {
    const state = tell(opened(), foldCase, [
      [{ type: 'UrgencySet', v: 1, urgency: 'urg_high', reason: 'Grows.' }, at(2, officer)],
      [{ type: 'UrgencySet', v: 1, urgency: 'urg_standard', reason: 'Less.' }, at(3, second)],
      [{ type: 'StateChanged', v: 1, state: 'case_triaged', reason: 'Read.', closure: null }, at(4, officer)],
      [{ type: 'ResponsibleSet', v: 1, member: second.member }, at(5, officer)],
    ]);
    expect(state).toMatchObject({
      urgency: 'urg_standard',
      phase: 'case_triaged',
      responsible: second.member,
    });
    expect(conflictsIn(state)).toEqual([]);
    expect(state.kept).toEqual([]);
  });
});

describe('closing a case', () => {
  it('says what is unfinished before anybody decides', () => {
    let state = opened();
    expect(unfinishedIn(state)).toEqual([]);
    state = told(state, 2, officer, canSetNextStep(state, officer, { text: 'Ask the lawyer', date: null }));
    state = tell(state, foldCase, [
      [
        {
          type: 'StageKept',
          v: 1,
          id: id(7),
          set: { stage: 'verification', from: '2026-11-01' },
          replaces: {},
        },
        at(3, officer),
      ],
      [{ type: 'TransferOffered', v: 1, transfer: id(8), to: second.member, note: null }, at(4, officer)],
      [{ type: 'TaskKept', v: 1, id: id(9), set: { text: 'Call her lawyer' }, replaces: {} }, at(5, officer)],
    ]);
    expect(unfinishedIn(state).map(({ what, count }) => [what, count])).toEqual([
      ['nextStep', 1],
      ['stages', 1],
      ['tasks', 1],
      ['offer', 1],
    ]);
    expect(responsibilityPart.conflicts(state.parts.responsibility)).toBe(0);
  });
});
