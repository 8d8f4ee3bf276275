import { describe, expect, it } from 'vitest';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { canOpenCase } from './rules.ts';
import { type CaseState, emptyCase, foldCase } from './state.ts';
import { waitingIn } from './waiting.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const today = '2026-11-21';

function opened(): CaseState {
  const events = canOpenCase(
    officer,
    {
      pseudonym: 'Heron 12',
      fromConversation: hash(50),
      teams: [id(101)],
      responsible: officer.member,
      urgency: null,
    },
    () => false,
  );
  if (!events.ok) throw new Error(events.error.code);
  return events.value.reduce(
    (before, event, index) => foldCase(before, event, at(1, officer, { index })),
    emptyCase,
  );
}

const kept = (noun: string, number: number, set: object) => ({
  type: `${noun}Kept`,
  v: 1,
  id: id(number),
  set,
  replaces: {},
});

describe('what waits in a file', () => {
  it('is nothing in a file that was just opened', () => {
    expect([...waitingIn(opened(), today)]).toEqual([]);
  });

  it('stands where somebody would go to see to it: a permit with the places, a typed task with the tasks', () => {
    const point = { kind: 'point', at: '2026-11-25', about: false, said: '' };
    const state = tell(opened(), foldCase, [
      [kept('Situation', 8, { kind: 'status', country: 'GE', until: point }), at(3, officer)],
      [kept('Task', 9, { text: 'Call her lawyer', due: today }), at(4, officer)],
      [kept('Task', 10, { text: 'In spring', due: '2027-04-01' }), at(5, officer)],
      [{ type: 'TransferOffered', v: 1, transfer: id(11), to: second.member, note: null }, at(6, officer)],
    ]);
    const waiting = waitingIn(state, today);
    expect(Object.fromEntries(waiting)).toEqual({
      situation: { due: 1, apart: 0 },
      tasks: { due: 1, apart: 0 },
      carry: { due: 1, apart: 0 },
    });
  });

  it('counts what two people wrote apart where it is chosen, until somebody chooses', () => {
    const first = tell(opened(), foldCase, [
      [kept('Task', 9, { text: 'Call her lawyer' }), at(2, officer)],
      [kept('Task', 9, { text: 'Call her lawyer today' }), at(3, officer)],
      [kept('Task', 9, { text: 'Do not call' }), at(4, second)],
      [{ type: 'NextStepSet', v: 1, text: 'Call', date: null, replaces: [] }, at(5, officer)],
      [{ type: 'NextStepSet', v: 1, text: 'Do not call', date: null, replaces: [] }, at(6, second)],
    ]);
    expect(waitingIn(first, today).get('tasks')?.apart).toBe(1);
    expect(waitingIn(first, today).get('file')?.apart).toBe(1);
  });
});
