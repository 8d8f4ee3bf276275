import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { clocksIn } from './all.ts';

const officer = colleague(1, 'officer');
const opened = tell(emptyCase, foldCase, [
  [{ type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] }, at(1, officer)],
]);
const kept = (type: string, number: number, set: object) => ({
  type,
  v: 1,
  id: id(number),
  set,
  replaces: {},
});

describe('the clocks of a file', () => {
  it('[invariant 9] read the first day that an inexact end may be, so that a permit is never renewed too late', () => {
    const until = { kind: 'point', at: '2027-02', about: false, said: '' };
    const state = tell(opened, foldCase, [
      [kept('SituationKept', 1, { kind: 'status', until, person: id(9) }), at(2, officer)],
    ]);
    expect(clocksIn(state)).toMatchObject([{ kind: 'status', until: '2027-02-01', person: id(9) }]);
  });

  it('[invariants 9, 14] know of a paper that ends, and of the day on which a closed case may be forgotten', () => {
    const file = { blob: hash(1), name: 'a.pdf', mediaType: 'application/pdf', size: 1, hash: hash(2) };
    const paper = kept('DocumentKept', 2, { title: 'Summons', file, expires: '2026-12-10' });
    const state = tell(opened, foldCase, [[paper, at(2, officer)]]);
    expect(clocksIn(state)).toMatchObject([{ kind: 'document', until: '2026-12-10', label: 'Summons' }]);
    const closing = {
      type: 'StateChanged',
      v: 2,
      state: 'case_closed',
      reason: 'Done.',
      closure: 'close_support_completed',
      date: '2031-11-21',
      replaces: [],
    };
    const closed = foldCase(state, closing, at(3, officer));
    expect(clocksIn(closed)).toMatchObject([{ kind: 'retention', until: '2031-11-21' }]);
  });
});
